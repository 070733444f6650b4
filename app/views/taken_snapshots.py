"""The weekly snapshots as they were taken: which there are, and who was in one, by stay and by nobody's name.

As for every figure of delays, adults of one night or more count; whoever was told of late stands apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy

from app.domain.codes.delay_reasons import DelayReason
from app.domain.local_time import day_begins, midnight_after
from app.domain.values import SystemId
from app.views.counted import IDENTITY, counted, on_the_wall

MOST_SHOWN = 53
"""A year of snapshots."""

_COUNTED = f"""
    FROM snapshot_1 kept
    JOIN LATERAL (
        SELECT person_id FROM spell_1
        WHERE system_id = $1 AND id = kept.spell_id ORDER BY gone, position DESC LIMIT 1) spell ON true {IDENTITY}
    WHERE kept.system_id = $1 AND ($2::uuid IS NULL OR kept.scope = $2::text)
        AND {counted("kept.admitted_on", on_the_wall("kept.taken_at"))}"""

_ALL = f"""
    SELECT kept.taken_at, count(*) FILTER (WHERE NOT kept.told_late) AS people,
        count(*) FILTER (WHERE kept.reason IS NULL AND NOT kept.told_late) AS unexplained,
        coalesce(sum({on_the_wall("kept.taken_at")} - kept.ready_on) FILTER (WHERE NOT kept.told_late), 0) AS days,
        count(*) FILTER (WHERE kept.told_late) AS told_late {_COUNTED}
    GROUP BY kept.taken_at ORDER BY kept.taken_at DESC LIMIT {MOST_SHOWN}"""

_ONE = f"""
    SELECT kept.taken_at, kept.spell_id, kept.scope::uuid AS ward_id, kept.reason, kept.how, kept.open, kept.told_late,
        {on_the_wall("kept.taken_at")} - kept.admitted_on AS days_in_hospital,
        {on_the_wall("kept.taken_at")} - kept.ready_on AS days, kept.owners {_COUNTED}
        AND kept.taken_at >= $3 AND kept.taken_at < $4
    ORDER BY kept.told_late, days DESC, kept.spell_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One snapshot: how many people were in it, how many of them unexplained, and their additional days until then.

    `told_late` are those of whom it is known only since that they were ready: they are in none of the other figures.
    """

    taken_at: datetime
    people: int
    unexplained: int
    days: int
    told_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InSnapshot:
    """One stay in a snapshot. `days_in_hospital` is its length until then, `days` how many of them are additional."""

    taken_at: datetime
    spell_id: UUID
    ward_id: UUID
    reason: DelayReason | None
    how: str
    open: tuple[DelayReason, ...]
    told_late: bool
    days_in_hospital: int
    days: int
    owners: tuple[UUID, ...]


async def snapshots(
    connection: "PoolConnectionProxy[Any]", system: SystemId, ward: UUID | None = None
) -> list[Snapshot]:
    """The latest first, of a ward or of all."""
    return [Snapshot(**row) for row in await connection.fetch(_ALL, system, ward)]


async def in_snapshot(
    connection: "PoolConnectionProxy[Any]", system: SystemId, day: date, ward: UUID | None = None
) -> list[InSnapshot]:
    """Everybody in the snapshot of this local date, the longest first; who was told of late after the others."""
    rows = await connection.fetch(_ONE, system, ward, day_begins(day), midnight_after(day))
    return [_one(dict(row)) for row in rows]


def with_empty(taken: Sequence[Snapshot], instants: Iterable[datetime]) -> list[Snapshot]:
    """Those at these instants in which nobody was, too; the latest first."""
    known = {each.taken_at for each in taken}
    empty = (Snapshot(taken_at=at, people=0, unexplained=0, days=0, told_late=0) for at in instants if at not in known)
    return sorted([*taken, *empty], key=attrgetter("taken_at"), reverse=True)[:MOST_SHOWN]


def _one(row: dict[str, Any]) -> InSnapshot:
    reason = DelayReason(row.pop("reason")) if row["reason"] else row.pop("reason")
    still_open = tuple(DelayReason(each) for each in row.pop("open"))
    return InSnapshot(reason=reason, open=still_open, owners=tuple(row.pop("owners")), **row)
