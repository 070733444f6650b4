"""Systems with nobody on the roster, which are made in no time: who people are needs no wards and no sign-ins."""

from uuid import uuid4

import pytest

from app.database import Database
from app.domain.values import HubId, OrganisationId, Role, SiteId, StaffId, WardId
from app.events.hints import Hints
from tests.facts import Installation, an_empty_system


@pytest.fixture
async def quiet(database: Database) -> Installation:
    """A system with no places and no accounts."""
    return await a_quiet_system(database)


@pytest.fixture
async def elsewhere(database: Database) -> Installation:
    """Another system in the same database."""
    return await a_quiet_system(database)


async def a_quiet_system(database: Database) -> Installation:
    return Installation(
        database=database,
        hints=Hints(database),
        system=await an_empty_system(database),
        trust=OrganisationId(uuid4()),
        site=SiteId(uuid4()),
        ward=WardId(uuid4()),
        other_ward=WardId(uuid4()),
        hub=HubId(uuid4()),
        ward_code="",
        other_ward_code="",
        staff={role: StaffId(uuid4()) for role in Role},
    )
