"""Two systems for all of the routes' tests: each test brings people of its own."""

import httpx
import pytest

from app.database import Database
from app.events.hints import Hints
from tests.api.desk import Desk
from tests.facts import a_system


@pytest.fixture(scope="session")
async def here(client: httpx.AsyncClient, database: Database) -> Desk:
    """The system in which a test acts."""
    return Desk(client, await a_system(database, Hints(database)))


@pytest.fixture(scope="session")
async def elsewhere(client: httpx.AsyncClient, database: Database) -> Desk:
    """Another system in the same installation."""
    return Desk(client, await a_system(database, Hints(database)))
