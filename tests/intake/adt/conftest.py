"""A hospital with a feed into a system of its own."""

import pytest

from app.database import Database
from tests.intake.adt.feeding import Hospital
from tests.intake.adt.systems import a_hospital


@pytest.fixture
async def hospital(database: Database) -> Hospital:
    """Its sender is known to the system, which has two wards and a hub; nobody is in a bed yet."""
    return await a_hospital(database)
