"""Settings come from the environment, agree with each other, and are all documented."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        for name in (f"HOMEWARD_{field.upper()}", field.upper()):
            monkeypatch.delenv(name, raising=False)


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_a_newcomer_needs_to_set_nothing() -> None:
    settings = Settings()
    assert settings.embedded
    assert settings.example
    assert settings.allowed_origins == {"http://127.0.0.1:8000", "http://localhost:8000"}


@pytest.mark.parametrize("name", ["PORT", "HOMEWARD_PORT"])
def test_the_port_has_a_plain_name_too(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "9000")
    assert Settings().port == 9000


@pytest.mark.parametrize("name", ["EXAMPLE", "HOMEWARD_EXAMPLE"])
def test_the_example_is_switched_off(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "off")
    assert not Settings().example


def test_origins_are_given_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_ORIGINS", "https://hub.example/, https://board.example")
    assert Settings().allowed_origins == {"https://hub.example", "https://board.example"}


@pytest.mark.parametrize("said", ["board.example", "https://", "https://hub.example/board", "https://a, b", "*"])
def test_what_no_browser_sends_as_its_origin_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("HOMEWARD_ORIGINS", said)
    with pytest.raises(ValidationError, match="is no origin: write scheme, name and port"):
        Settings()


@pytest.mark.parametrize(
    "said", ["mysql://canary@db/homeward", "canary", "postgresql://canary@db:99999/x", "postgresql://canary@[::1/x"]
)
def test_an_address_that_leads_to_no_postgresql_is_refused_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("HOMEWARD_DATABASE_URL", said)
    with pytest.raises(ValidationError, match="postgresql://ROLE:PASSWORD@HOST:PORT/DATABASE") as refused:
        Settings()
    assert "canary" not in str(refused.value)


def test_several_hosts_with_their_ports_are_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "postgresql://app:p%40ss@ONE:5432,TWO:5433,/homeward?target_session_attrs=read-write"
    monkeypatch.setenv("HOMEWARD_DATABASE_URL", said)
    assert Settings().database_url == said


def test_an_address_that_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_DATABASE_URL", "")
    assert Settings().embedded


def test_a_migration_address_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_MIGRATION_URL", "postgresql://owner:canary@db/homeward")
    with pytest.raises(ValidationError, match="set both or neither") as refused:
        Settings()
    assert "canary" not in str(refused.value)


def test_the_example_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_PRODUCTION", "on")
    with pytest.raises(ValidationError, match="HOMEWARD_EXAMPLE=off"):
        Settings()
    monkeypatch.setenv("HOMEWARD_EXAMPLE", "off")
    assert Settings().production


def test_a_database_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_DATABASE_URL", "postgresql://app:canary@db/homeward")
    settings = Settings()
    assert not settings.embedded
    assert "canary" not in repr(settings)


def test_a_secret_comes_from_a_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "homeward_metrics_token").write_text("a token in a file\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert Settings().metrics_token == "a token in a file"
    monkeypatch.setenv("HOMEWARD_METRICS_TOKEN", "a token of the environment")
    assert Settings().metrics_token == "a token of the environment"


@pytest.mark.parametrize(
    ("origins", "https"), [("", False), ("https://a.example", True), ("https://a.example,http://b.example", False)]
)
def test_browsers_come_by_tls_alone_where_every_origin_says_so(
    monkeypatch: pytest.MonkeyPatch, origins: str, https: bool
) -> None:
    monkeypatch.setenv("HOMEWARD_ORIGINS", origins)
    assert Settings().is_https == https
