"""The system in which the policy is walked."""

import httpx
import pytest

from app.database import Database
from app.events.hints import Hints
from tests.api.desk import Desk
from tests.facts import a_system


@pytest.fixture(scope="session")
async def here(client: httpx.AsyncClient, database: Database) -> Desk:
    """One system, for the whole run."""
    return Desk(client, await a_system(database, Hints(database)))
