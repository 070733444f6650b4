"""What the environment decides: every setting, its default and what it is for. Built once and passed down."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

_ORIGIN = re.compile(r"https?://[^\s/?#@]+")

Port = Annotated[int, Field(ge=0, le=65535)]
"""0 stands for any free port; which one it became is in the data folder's `running.json`."""


class Settings(BaseSettings):
    """Read from `HOMEWARD_…` variables (`PORT` and `EXAMPLE` also by their plain names); ValidationError in words.

    A secret need not stand in the environment: a file of the setting's name in `CREDENTIALS_DIRECTORY`, which a service
    manager or a container sets, holds it as well.
    """

    model_config = SettingsConfigDict(
        env_prefix="HOMEWARD_", frozen=True, validate_by_name=True, hide_input_in_errors=True
    )

    data_dir: Path = Field(Path(".homeward"), description="Folder of the embedded PostgreSQL and of local secrets.")
    host: str = Field("127.0.0.1", description="Address on which pages and API are served.")
    port: Port = Field(
        8000,
        validation_alias=AliasChoices("HOMEWARD_PORT", "PORT"),
        description="Port on which pages and API are served.",
    )
    origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Web origins that may open the live feed and send commands, with commas between; "
        "when empty, those of the host and port.",
    )
    web_workers: int = Field(2, ge=1, le=64, description="Processes that serve pages and API.")

    database_url: str | None = Field(
        None,
        repr=False,
        description="PostgreSQL address for the application's role; without it an embedded PostgreSQL is started. "
        "It may name several hosts, with commas between, and `?target_session_attrs=read-write`.",
    )
    migration_url: str | None = Field(
        None,
        repr=False,
        description="PostgreSQL address for the owner's role, which changes tables at start; "
        "without it migrations are run by hand.",
    )
    database_pooler: Literal["none", "transaction"] = Field(
        "none",
        description="`transaction` behind a transaction-mode connection pooler: no statement caches and no LISTEN.",
    )

    mllp_host: str = Field("127.0.0.1", description="Address on which hospitals' HL7 v2 messages are received.")
    mllp_port: Port = Field(2575, description="Port on which hospitals' HL7 v2 messages are received.")

    example: bool = Field(
        True,
        validation_alias=AliasChoices("HOMEWARD_EXAMPLE", "EXAMPLE"),
        description="`off` for an empty system; `on` creates the example system and lets it live.",
    )
    example_seed: int = Field(1, description="Seed of the example system; the same seed repeats it.")
    example_pace: float = Field(1.0, gt=0, le=1000, description="How many times faster than usual the example lives.")

    metrics_token: str | None = Field(
        None,
        repr=False,
        min_length=16,
        description="Whoever sends it as a bearer token reads /metrics; without it nobody does.",
    )
    production: bool = Field(False, description="`on` refuses everything that exists for development only.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The least grave line logged.")
    log_format: Literal["json", "text"] | None = Field(
        None, description="`json` or `text`; when empty, text on a terminal and JSON lines elsewhere."
    )

    @property
    def embedded(self) -> bool:
        """Whether Homeward starts its own PostgreSQL."""
        return self.database_url is None

    @property
    def is_https(self) -> bool:
        """Whether browsers come by TLS alone, which ends before Homeward; its cookie is then for TLS alone."""
        return self.production or all(origin.startswith("https://") for origin in self.allowed_origins)

    @property
    def allowed_origins(self) -> frozenset[str]:
        """The origins set, else those by which a browser on this machine reaches host and port."""
        hosts = {self.host, "127.0.0.1", "localhost"} - {"0.0.0.0", "::"}
        return frozenset(self.origins) or frozenset(f"http://{host}:{self.port}" for host in hosts)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is said in code, then the environment, then files of secrets where there is a folder of them."""
        folder = Path(os.environ.get("CREDENTIALS_DIRECTORY") or "/nowhere")
        files = (SecretsSettingsSource(settings_cls, secrets_dir=folder),) if folder.is_dir() else ()
        return init_settings, env_settings, *files

    @field_validator("origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())

    @field_validator("origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(f"{origin} is no origin: write scheme, name and port, as https://board.example.")
        return origins

    @field_validator("database_url", "migration_url")
    @classmethod
    def _lead_to_postgresql(cls, url: str | None) -> str | None:
        if url and not _is_of_postgresql(url):
            raise ValueError("write it as postgresql://ROLE:PASSWORD@HOST:PORT/DATABASE.")  # without the secret itself
        return url or None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.migration_url and not self.database_url:
            raise ValueError("HOMEWARD_MIGRATION_URL is set without HOMEWARD_DATABASE_URL; set both or neither.")
        if self.production and self.example:
            raise ValueError("The example system has example sign-ins: set HOMEWARD_EXAMPLE=off in production.")
        return self


def _is_of_postgresql(url: str) -> bool:
    """Several hosts may stand in it, each with a port."""
    try:
        parts = urlsplit(url)
        ports = [urlsplit(f"//{host}").port for host in parts.netloc.rpartition("@")[2].split(",")]
    except ValueError:
        return False
    return parts.scheme in ("postgresql", "postgres") and 0 not in ports
