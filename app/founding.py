"""The first system of an installation: the example, or an empty one with one manager who adds everything else.

Begun and then finished: only when the manager's password has been shown is it recorded that they joined.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_urlsafe
from uuid import UUID, uuid4, uuid5

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.accounts import keep_account
from app.access.sessions import NewAccount
from app.database import Database, open_database
from app.domain.feed import AddFeed, SenderTaken
from app.domain.system import AddOrganisation, AddStaff, OrganisationKind
from app.domain.values import Actor, ActorKind, FeedId, OrganisationId, Role, StaffId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.practice.founding import first_lists, set_first
from app.events.systems import any_system, begin_system
from app.example.founding import found_example
from app.intake.senders import ANY, add_feed
from app.settings import Settings

NAME = "Homeward"
MANAGER = "manager"
_BY = Actor(kind=ActorKind.SYSTEM, id="founding")


async def begin(settings: Settings, url: str) -> str | None:
    """Make the first system unless there is one. The manager's password, a new one until `finish` is called."""
    async with _opened(settings, url) as database:
        if settings.example:
            await found_example(database)
            return None
        async with database.engine.connect() as connection:
            manager = await _unfinished(connection)
            if manager is None and await any_system(connection):
                return None
        return await _found_empty(database, manager or _Manager(uuid4(), uuid4(), uuid4()))


async def finish(settings: Settings, url: str) -> None:
    """The manager's password was shown: record that they joined, after which no other is made."""
    async with _opened(settings, url) as database:
        async with database.engine.connect() as connection:
            manager = await _unfinished(connection)
        if manager:
            await handle(database, Hints(database), SystemId(manager.system), _joining(manager))


@dataclass(frozen=True, slots=True)
class _Manager:
    """The first member of staff, and where they work."""

    system: UUID
    staff: UUID
    organisation: UUID


_UNFINISHED = """
    SELECT account.system_id, account.staff_id, account.organisation_id
    FROM account JOIN system ON system.id = account.system_id
    WHERE account.username = :username AND system.name = :name AND NOT EXISTS (
        SELECT 1 FROM event WHERE event.system_id = account.system_id AND stream = 'staff:' || account.staff_id)"""


async def _unfinished(connection: AsyncConnection) -> _Manager | None:
    """The manager of a system that was begun and never handed over."""
    row = (await connection.execute(text(_UNFINISHED), {"username": MANAGER, "name": NAME})).first()
    return _Manager(*row) if row else None


async def _found_empty(database: Database, manager: _Manager) -> str:
    """Each step may be done again, so that whatever interrupts them, the next start finds its way."""
    system, password = SystemId(manager.system), token_urlsafe(12)
    account = NewAccount(
        staff_id=manager.staff,
        username=MANAGER,
        password=password,
        name="Manager",
        role=Role.MANAGER,
        organisation_id=manager.organisation,
        hub_id=None,
        ward_ids=(),
    )
    async with database.engine.begin() as connection:
        await begin_system(connection, system, NAME)
        await keep_account(connection, system, account)
    with suppress(SenderTaken):  # by an earlier version, before it was interrupted
        await add_feed(database, Hints(database), system, _any_sender(system))
    first = AddOrganisation(
        system_id=system,
        organisation_id=OrganisationId(manager.organisation),
        code="OWN",
        name="Our organisation",
        kind=OrganisationKind.COMMISSIONER,
        by=_BY,
        at=datetime.now(UTC),
    )
    await handle(database, Hints(database), system, first)
    await set_first(database, Hints(database), system, first_lists(_BY, datetime.now(UTC)))
    return password


def _any_sender(system: SystemId) -> AddFeed:
    feed = FeedId(uuid5(system, "any sender"))
    return AddFeed(feed_id=feed, application=ANY, facility=ANY, name="Any sender", by=_BY, at=datetime.now(UTC))


def _joining(manager: _Manager) -> AddStaff:
    return AddStaff(
        staff_id=StaffId(manager.staff),
        role=Role.MANAGER,
        organisation_id=OrganisationId(manager.organisation),
        hub_id=None,
        ward_ids=frozenset(),
        by=_BY,
        at=datetime.now(UTC),
    )


@asynccontextmanager
async def _opened(settings: Settings, url: str) -> AsyncIterator[Database]:
    database = await open_database(url, pooler=settings.database_pooler == "transaction")
    try:
        yield database
    finally:
        await database.close()
