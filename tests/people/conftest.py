"""A second system, to see that nothing crosses over."""

import pytest
from facts import Installation, a_system

from app.database import Database
from app.events.hints import Hints


@pytest.fixture
async def other_place(database: Database) -> Installation:
    """Another system in the same database."""
    return await a_system(database, Hints(database))
