"""Unfulfilled tasks across cases, with whose they are and where the person lies: one query, led by its index."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.case.tasks.lists import TaskList
from app.domain.values import SystemId

if TYPE_CHECKING:
    import asyncpg

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfulfilled:
    """One task of a list; `ward_id` and `bed` are None once the person has left."""

    task_id: UUID
    case_id: UUID
    list: str
    name: str
    ward_id: UUID | None
    bed: str | None
    code: str | None
    words: str
    owner: str
    owner_id: UUID | None
    role: str
    weight: str
    precedes: str | None
    due_at: datetime | None
    leave_at: datetime | None
    state: str
    assigned_to: UUID | None


_FOUND = """
    SELECT task.id AS task_id, task.case_id, task.scope AS list,
        concat_ws(', ', upper(nullif(identity.family, '')), nullif(identity.given, '')) AS name,
        spell.ward_id, spell.bed, task.code, task.words, task.owner, task.owner_id, task.role, task.weight,
        task.precedes, task.due_at, task.leave_at, task.state, task.assigned_to, count(*) OVER () AS of
    FROM task_1 task
    LEFT JOIN spell_1 spell ON spell.system_id = task.system_id AND spell.id = task.spell_id AND NOT spell.gone
    LEFT JOIN person identity ON identity.system_id = task.system_id AND identity.person_id = task.person_id
    WHERE task.system_id = $1 AND NOT task.gone
        AND ($2::text IS NULL OR task.scope = $2)
        AND ($3::uuid IS NULL OR spell.ward_id = $3)
        AND ($4::uuid IS NULL OR task.owner_id = $4)
        AND ($5::timestamptz IS NULL OR task.leave_at < $5)
    ORDER BY task.leave_at, task.due_at, task.id
    LIMIT $6"""


async def unfulfilled(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
    system: SystemId,
    list_: TaskList | None = None,
    ward: UUID | None = None,
    owner: UUID | None = None,
    leaves_before: datetime | None = None,
) -> tuple[int, list[Unfulfilled]]:
    """How many there are, and the first of them by leaving time, then due; what has no time comes last."""
    rows = await connection.fetch(_FOUND, system, list_, ward, owner, leaves_before, MOST_SHOWN)
    found = [dict(row) for row in rows]
    count: int = found[0]["of"] if found else 0
    return count, [Unfulfilled(**_without_count(row)) for row in found]


def _without_count(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "of"}
