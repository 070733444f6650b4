"""The systems of this installation: each is the unit of order and of tenancy, and begins with an empty log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.values import SystemId
from app.events.tables import system
from app.views.case import CASE
from app.views.person import PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One system as it stands: the people known in it, the cases open in it, and the events of its log."""

    id: SystemId
    name: str
    since: datetime
    archived_at: datetime | None
    people: int
    cases: int
    events: int


async def begin_system(connection: AsyncConnection, key: SystemId, name: str) -> None:
    """Make the system unless it is there."""
    await connection.execute(insert(system).values(id=key, name=name).on_conflict_do_nothing())


async def any_system(connection: AsyncConnection) -> bool:
    """Whether this installation has a system yet."""
    return (await connection.execute(select(system.c.id).limit(1))).first() is not None


async def is_archived(connection: AsyncConnection, key: SystemId) -> bool:
    """Whether nobody works in this system any more."""
    return await connection.scalar(select(system.c.archived_at).where(system.c.id == key)) is not None


async def systems(connection: AsyncConnection) -> Sequence[Standing]:
    """All of them, the oldest first."""
    people, cases = (
        select(func.count()).select_from(table).where(table.c.system_id == system.c.id, ~table.c.gone).scalar_subquery()
        for table in (PERSON.table, CASE.table)
    )
    columns = (system.c.id, system.c.name, system.c.created_at, system.c.archived_at, people, cases, system.c.head)
    rows = await connection.execute(select(*columns).order_by(system.c.created_at, system.c.id))
    return [
        Standing(
            id=SystemId(key), name=name, since=since, archived_at=archived, people=people, cases=cases, events=head
        )
        for key, name, since, archived, people, cases, head in rows
    ]
