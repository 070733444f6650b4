"""Two systems for all of the routes' tests: each test brings people of its own."""

import httpx
import pytest

from app.database import Database
from app.events.hints import Hints
from app.intake.adt.feed import Feed
from tests.api.desk import Desk
from tests.facts import Installation, a_system
from tests.intake.adt.feeding import Hospital


@pytest.fixture(scope="session")
async def here(client: httpx.AsyncClient, database: Database) -> Desk:
    """The system in which a test acts."""
    return Desk(client, await a_system(database, Hints(database)))


@pytest.fixture(scope="session")
async def elsewhere(client: httpx.AsyncClient, database: Database) -> Desk:
    """Another system in the same installation."""
    return Desk(client, await a_system(database, Hints(database)))


@pytest.fixture
def at_desk(client: httpx.AsyncClient, place: Installation) -> Desk:
    """A desk in a system of its own."""
    return Desk(client, place)


@pytest.fixture
def hospital(place: Installation, database: Database) -> Hospital:
    """The hospital whose feed the system takes."""
    return Hospital(place, Feed(database, place.hints))
