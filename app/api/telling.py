"""A stream as a timeline for a page: what happened, when, when it was known, and who did it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Column, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.tables import account
from app.domain.decider import Recorded
from app.domain.values import Actor, ActorKind, SystemId
from app.views.place import TABLE as PLACE
from app.views.service import TABLE as SERVICE
from app.views.timeline import Names


class Happening(BaseModel):
    """One line of a timeline. `at` is when it happened, `recorded_at` when the system learnt of it."""

    position: int
    at: datetime
    recorded_at: datetime
    by: str
    role: str | None
    words: str


async def names_of(connection: AsyncConnection, system: SystemId) -> dict[UUID, str]:
    """The names of a system's places, services and staff, by id."""
    places, services = (_names(table, table.c.id, system) for table in (PLACE, SERVICE))
    staff = _names(account, account.c.staff_id, system)
    return {row.id: row.name for row in await connection.execute(places.union_all(services, staff))}


def tell(events: Sequence[Recorded[Any]], say: Callable[[Any, Names], str], names: Names) -> list[Happening]:
    """The events of one stream as lines, in the order in which they were recorded."""
    return [
        Happening(
            position=each.position,
            at=each.at,
            recorded_at=each.recorded_at,
            by=who(each.by, names),
            role=each.by.role,
            words=say(each.event, names),
        )
        for each in events
    ]


def who(by: Actor, names: Names) -> str:
    """Who did it, by name where it was somebody on the staff."""
    match by.kind:
        case ActorKind.STAFF:
            return names.get(UUID(by.id), "Somebody who left")
        case ActorKind.FEED:
            return "Hospital feed"
        case ActorKind.SYSTEM:
            return "Homeward"


def _names(table: Table, key: Column[Any], system: SystemId) -> Any:
    return select(key.label("id"), table.c.name).where(table.c.system_id == system)
