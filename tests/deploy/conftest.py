"""One Homeward as `deploy/` starts it: the database's addresses in files, its origin a proxy's, its manager told."""

import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from tests.databases import create_with_tables
from tests.deploy.proxying import Proxy, planned
from tests.facts import Installation, a_system
from tests.serving import Served, served

NAME = "deployed"


@dataclass(frozen=True, slots=True)
class Deployed:
    """What is served, the proxy that it was told of, and what its service manager heard."""

    served: Served
    proxy: Proxy
    manager: socket.socket

    def heard(self) -> str:
        """The next message to the manager."""
        return self.manager.recv(100).decode()


@pytest.fixture(scope="session")
def deployed(postgres: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    folder = tmp_path_factory.mktemp("deployed")
    create_with_tables(postgres, NAME)
    credentials = folder / "credentials"
    credentials.mkdir()
    (credentials / "homeward_database_url").write_text(postgres.url(role="app", database=NAME) + "\n")
    (credentials / "homeward_migration_url").write_text(postgres.url(role="owner", database=NAME) + "\n")
    proxy = planned(folder)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.settimeout(30)
        manager.bind("\0" + folder.name + proxy.origin)
        told = {"CREDENTIALS_DIRECTORY": str(credentials), "NOTIFY_SOCKET": "@" + folder.name + proxy.origin}
        told |= {"HOMEWARD_ORIGINS": proxy.origin, "EXAMPLE": "off", "HOMEWARD_WEB_WORKERS": "1"}
        with served(folder / "data", **told) as running:
            yield Deployed(running, proxy, manager)
    postgres.drop_database(NAME)


@pytest.fixture(scope="session")
async def deployed_database(deployed: Deployed, postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    database = await open_database(postgres.url(role="app", database=NAME))
    yield database
    await database.close()


@pytest.fixture
async def town(deployed_database: Database) -> Installation:
    """A system of its own in it."""
    return await a_system(deployed_database, Hints(deployed_database))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """For what the proxy writes."""
    return tmp_path
