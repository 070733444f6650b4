"""The first system of an installation: the example, or an empty one with one manager who adds everything else."""

from datetime import UTC, datetime
from secrets import token_urlsafe
from uuid import uuid4

from app.access.accounts import keep_account
from app.access.sessions import NewAccount
from app.database import Database, open_database
from app.domain.system import AddOrganisation, AddStaff, OrganisationKind
from app.domain.values import Actor, ActorKind, OrganisationId, Role, StaffId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.systems import any_system, begin_system
from app.example.founding import found_example
from app.intake.senders import add_feed
from app.settings import Settings

NAME = "Homeward"
MANAGER = "manager"
_BY = Actor(kind=ActorKind.SYSTEM, id="founding")


async def found(settings: Settings, url: str) -> str | None:
    """Make the first system unless there is one. The manager's password when an empty one was made just now."""
    database = await open_database(url, pooler=settings.database_pooler == "transaction")
    try:
        if settings.example:
            await found_example(database)
            return None
        async with database.engine.connect() as connection:
            if await any_system(connection):
                return None
        return await _found_empty(database)
    finally:
        await database.close()


async def _found_empty(database: Database) -> str:
    system, organisation, staff = SystemId(uuid4()), OrganisationId(uuid4()), StaffId(uuid4())
    password = token_urlsafe(12)
    account = NewAccount(
        staff_id=staff,
        username=MANAGER,
        password=password,
        name="Manager",
        role=Role.MANAGER,
        organisation_id=organisation,
        hub_id=None,
        ward_ids=(),
    )
    async with database.engine.begin() as connection:
        await begin_system(connection, system, NAME)
        await keep_account(connection, system, account)
    async with database.turns.acquire() as turns:
        await add_feed(turns, system, name="Any sender")
    hints, now = Hints(database), datetime.now(UTC)
    first = AddOrganisation(
        system_id=system,
        organisation_id=organisation,
        code="OWN",
        name="Our organisation",
        kind=OrganisationKind.COMMISSIONER,
        by=_BY,
        at=now,
    )
    manager = AddStaff(
        staff_id=staff,
        role=Role.MANAGER,
        organisation_id=organisation,
        hub_id=None,
        ward_ids=frozenset(),
        by=_BY,
        at=now,
    )
    for command in (first, manager):
        await handle(database, hints, system, command)
    return password
