"""A stream as a timeline for a page: what happened, when, when it was known, and who did it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Column, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.tables import account
from app.domain.case.remaining.events import StayNightFrozen
from app.domain.decider import Recorded
from app.domain.practice import PracticeKind, line_id, practice_id
from app.domain.spell import SnapshotTaken
from app.domain.values import Actor, ActorKind, SystemId
from app.events.practice import SHIPPED_WORDS, TOLD_BY_CODE
from app.views.apart import without_nights
from app.views.place import TABLE as PLACE
from app.views.practice import TABLE as PRACTICE
from app.views.service import TABLE as SERVICE
from app.views.timeline import Names, say_case, say_spell
from app.views.timeline_nights import runs_of_nights, say_nights


class Happening(BaseModel):
    """One line of a timeline. `at` is when it happened, `recorded_at` when the system learnt of it."""

    position: int
    at: datetime
    recorded_at: datetime
    by: str
    role: str | None
    words: str


async def names_of(connection: AsyncConnection, system: SystemId) -> dict[UUID, str]:
    """The names of a system's places, services and staff, and of the lines of its lists, by id."""
    places = _names(PLACE, PLACE.c.id, system)
    services = _names(SERVICE, SERVICE.c.id, system)
    staff = _names(account, account.c.staff_id, system)
    named = {row.id: row.name for row in await connection.execute(places.union_all(services, staff))}
    return {**await _lines_of(connection, system), **named}


async def _lines_of(connection: AsyncConnection, system: SystemId) -> dict[UUID, str]:
    """What each code is called: as it is on the list, as it was there last, or as it was shipped."""
    held = select(PRACTICE.c.practice, PRACTICE.c.retired, PRACTICE.c.lines).where(
        PRACTICE.c.system_id == system, PRACTICE.c.id.in_([practice_id(kind) for kind in TOLD_BY_CODE])
    )
    words = dict(SHIPPED_WORDS)
    for row in await connection.execute(held):
        kind = PracticeKind(row.practice)
        words |= {line_id(kind, line["code"]): line["words"] for line in (*row.retired, *row.lines)}
    return words


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


def tell_case(events: Sequence[Recorded[Any]], names: Names) -> list[Happening]:
    """A case as lines, the frozen nights of each community bed in runs."""
    told = tell([each for each in events if not isinstance(each.event, StayNightFrozen)], say_case, names)
    for stay in dict.fromkeys(each.event.stay_id for each in events if isinstance(each.event, StayNightFrozen)):
        of_it = [each for each in events if getattr(each.event, "stay_id", None) == stay]
        told += tell(runs_of_nights(of_it), say_nights, names)
    return told


def tell_stay(events: Sequence[Recorded[Any]], names: Names) -> list[Happening]:
    """A stay as lines, its frozen nights in runs and its snapshots after the rest."""
    snapshots = [each for each in events if isinstance(each.event, SnapshotTaken)]
    told = tell([*without_nights(events), *snapshots], say_spell, names)
    return told + tell(runs_of_nights(events), say_nights, names)


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
