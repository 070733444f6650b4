"""One migrated database a run; each test has a system of its own in it."""

import gc
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import httpx
import pytest

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.main import create_app
from app.settings import Settings
from tests import properties
from tests.databases import start_with_tables
from tests.facts import Installation, a_system

pytest_plugins = ["tests.browsing"]  # here, so that all who sit at a browser share the one Homeward behind it
properties.load()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected lives as long as the run: looking for garbage among it took a third of collecting it all."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL server for this run, with this version's tables."""
    server = EmbeddedPostgres(tmp_path_factory.mktemp("postgres"), durable=False)
    start_with_tables(server)
    yield server
    server.stop()


@pytest.fixture(scope="session")
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """The pools, as the application's role."""
    opened = await open_database(postgres.url(role="app"))
    yield opened
    await opened.close()


@pytest.fixture
async def place(database: Database) -> Installation:
    """A system with a trust, a site, two wards, a hub and staff of each role; nobody in a bed yet."""
    return await a_system(database, Hints(database))


@pytest.fixture(scope="session")
async def client(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """The web application, spoken to without a socket."""
    settings = Settings(example=False)
    app = create_app(settings, database)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as opened:
            yield opened


DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real messages and worked cases, kept outside this project."""
    if not DATA.is_dir():
        pytest.skip("The shared test data is not beside this checkout.")
    return DATA
