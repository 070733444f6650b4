"""A system with nothing in it but one manager, who adds everything else: begun, and then handed over.

Only when the manager's password has been shown is it recorded that they joined; until then each new beginning takes it
up where it was left, with another password.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_urlsafe
from uuid import UUID, uuid4, uuid5

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.accounts import keep_account
from app.access.sessions import NewAccount
from app.database import Database
from app.domain.feed import AddFeed, SenderTaken
from app.domain.system import AddOrganisation, AddStaff, OrganisationKind
from app.domain.values import Actor, ActorKind, FeedId, OrganisationId, Role, StaffId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.practice.founding import first_lists, set_first
from app.events.systems import begin_system
from app.intake.senders import ANY, add_feed

_BY = Actor(kind=ActorKind.SYSTEM, id="founding")


@dataclass(frozen=True, slots=True)
class Manager:
    """The first member of staff of a system that was begun, how they sign in, and where they work."""

    system: UUID
    staff: UUID
    organisation: UUID
    username: str


def new_manager(username: str) -> Manager:
    """Of a system that is not there yet."""
    return Manager(uuid4(), uuid4(), uuid4(), username)


async def unfinished(connection: AsyncConnection, name: str) -> Manager | None:
    """The manager of the system of this name, where it was begun and never handed over."""
    row = (await connection.execute(text(_UNFINISHED), {"name": name})).first()
    return Manager(*row) if row else None


_UNFINISHED = """
    SELECT account.system_id, account.staff_id, account.organisation_id, account.username
    FROM account JOIN system ON system.id = account.system_id
    WHERE lower(system.name) = lower(:name) AND NOT EXISTS (
        SELECT 1 FROM event WHERE event.system_id = account.system_id AND stream = 'staff:' || account.staff_id)"""


async def begin(connection: AsyncConnection, name: str, manager: Manager) -> str:
    """The system and its manager's account, with a new password. Raises UsernameTaken; the transaction is then lost."""
    system, password = SystemId(manager.system), token_urlsafe(12)
    account = NewAccount(
        staff_id=manager.staff,
        username=manager.username,
        password=password,
        name="Manager",
        role=Role.MANAGER,
        organisation_id=manager.organisation,
        hub_id=None,
        ward_ids=(),
    )
    await begin_system(connection, system, name)
    await keep_account(connection, system, account)
    return password


async def furnish(database: Database, manager: Manager) -> None:
    """What it begins with. Each step may be done again, so that whatever interrupts them, the next start goes on."""
    system, hints = SystemId(manager.system), Hints(database)
    with suppress(SenderTaken):  # by an earlier version before it was interrupted, or by another system
        await add_feed(database, hints, system, _any_sender(system))
    first = AddOrganisation(
        system_id=system,
        organisation_id=OrganisationId(manager.organisation),
        code="OWN",
        name="Our organisation",
        kind=OrganisationKind.COMMISSIONER,
        by=_BY,
        at=datetime.now(UTC),
    )
    await handle(database, hints, system, first)
    await set_first(database, hints, system, first_lists(_BY, datetime.now(UTC)))


async def hand_over(database: Database, manager: Manager) -> None:
    """The manager's password was shown: record that they joined, after which no other is made."""
    await handle(database, Hints(database), SystemId(manager.system), _joining(manager))


def _any_sender(system: SystemId) -> AddFeed:
    feed = FeedId(uuid5(system, "any sender"))
    return AddFeed(feed_id=feed, application=ANY, facility=ANY, name="Any sender", by=_BY, at=datetime.now(UTC))


def _joining(manager: Manager) -> AddStaff:
    return AddStaff(
        staff_id=StaffId(manager.staff),
        role=Role.MANAGER,
        organisation_id=OrganisationId(manager.organisation),
        hub_id=None,
        ward_ids=frozenset(),
        by=_BY,
        at=datetime.now(UTC),
    )
