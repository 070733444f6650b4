"""What is loaded of each kind, and when that changed last."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import SystemId
from app.routing.kinds import SHAPES, ReferenceKind

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastLoad:
    """The last load that changed anything. `staff_id` is None where it was done from the terminal."""

    at: datetime
    staff_id: UUID | None
    added: int
    changed: int
    ended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One kind: how many entries hold on the date asked for, and how many there are of any date."""

    kind: ReferenceKind
    holding: int
    entries: int
    last: LastLoad | None


async def held(connection: "Connection", system: SystemId, on: date) -> list[Held]:
    """Every kind, in the order in which they are loaded; one statement."""
    rows = {row["kind"]: row for row in await connection.fetch(_HELD, system, on)}
    return [_held(kind, rows[kind]) for kind in ReferenceKind]


def _held(kind: ReferenceKind, row: "asyncpg.Record") -> Held:
    last = None
    if row["loaded_at"]:
        last = LastLoad(
            at=row["loaded_at"],
            staff_id=row["staff_id"],
            added=row["added"],
            changed=row["changed"],
            ended=row["ended"],
        )
    return Held(kind=kind, holding=row["holding"], entries=row["entries"], last=last)


_COUNTED = " UNION ALL ".join(
    f"""SELECT '{kind}' AS kind, count(*) AS entries, count(*) FILTER (
            WHERE valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)) AS holding
        FROM {shape.table} WHERE system_id = $1"""
    for kind, shape in SHAPES.items()
)

_HELD = f"""
    SELECT counted.*, latest.loaded_at, latest.staff_id, latest.added, latest.changed, latest.ended
    FROM ({_COUNTED}) counted LEFT JOIN LATERAL (
        SELECT * FROM reference_load WHERE system_id = $1 AND kind = counted.kind ORDER BY load_id DESC LIMIT 1
    ) latest ON true"""
