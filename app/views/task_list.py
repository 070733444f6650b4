"""Unfulfilled tasks across cases, with whose they are and where the person lies: one query, led by its index."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.case.holding.causes import Cause
from app.domain.case.tasks.lists import TaskList
from app.domain.practice.tasks import SAID_AS_IT_IS
from app.domain.values import SystemId
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfulfilled:
    """One task of a list; `ward_id` and `bed` are None once the person has left, and for who is not told them."""

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
    question: str | None
    question_at: datetime | None


_FOUND = f"""
    WITH own AS MATERIALIZED (
        SELECT case_1.id FROM case_1
        JOIN service_1 service ON service.system_id = $1 AND service.id = case_1.service_id
        WHERE case_1.system_id = $1 AND service.organisation_id = $7
    ), wanted AS MATERIALIZED (
        SELECT * FROM task_1 task
        WHERE task.system_id = $1 AND NOT task.gone
            AND (task.question IS DISTINCT FROM '{Cause.CASE_CLOSED}' OR EXISTS (
                SELECT 1 FROM spell_1 spell
                WHERE spell.system_id = $1 AND spell.id = task.spell_id AND NOT spell.gone))
            AND ($2::text IS NULL OR task.scope = $2)
            AND ($3::uuid IS NULL OR EXISTS (
                SELECT 1 FROM spell_1 spell WHERE spell.system_id = $1 AND spell.id = task.spell_id
                    AND spell.scope = $3::text AND NOT spell.gone))
            AND ($4::uuid IS NULL OR task.owner_id = $4)
            AND ($5::timestamptz IS NULL OR task.leave_at < $5)
            AND ($7::uuid IS NULL OR (
                task.owner = 'service' AND task.owner_id = $7 AND task.case_id IN (SELECT id FROM own)
                AND (task.done_when IS NULL OR NOT task.done_when = ANY($8))))
    ), first AS MATERIALIZED (SELECT * FROM wanted ORDER BY leave_at, due_at, id LIMIT $6)
    SELECT task.id AS task_id, task.case_id, task.scope AS list, identity.name,
        spell.ward_id, spell.bed, task.code, task.words, task.owner, task.owner_id, task.role, task.weight,
        task.precedes, task.due_at, task.leave_at, task.state, task.assigned_to, task.question, task.question_at,
        (SELECT count(*) FROM wanted) AS of
    FROM first task
    LEFT JOIN LATERAL (
        SELECT ward_id, bed FROM spell_1 spell
        WHERE spell.system_id = $1 AND spell.id = task.spell_id AND NOT spell.gone LIMIT 1) spell ON true
    LEFT JOIN LATERAL (
        SELECT {shown_name("person")} AS name
        FROM person WHERE person.system_id = $1 AND person.person_id = task.person_id LIMIT 1) identity ON true
    ORDER BY task.leave_at, task.due_at, task.id"""
"""Names and beds are looked up only for those that are shown. Once somebody has left the bed, nothing that was arranged
for the way is asked about for a case that is closed.
"""


async def unfulfilled(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
    system: SystemId,
    list_: TaskList | None = None,
    ward: UUID | None = None,
    owner: UUID | None = None,
    leaves_before: datetime | None = None,
    own: UUID | None = None,
) -> tuple[int, list[Unfulfilled]]:
    """How many there are, and the first of them by leaving time, then due; what has no time comes last.

    `own` keeps them to what the services of this organisation have to do, for whom they have confirmed, but for what
    they say with its time and who it was: nobody merely ticks that.
    """
    told = sorted(SAID_AS_IT_IS)
    rows = await connection.fetch(_FOUND, system, list_, ward, owner, leaves_before, MOST_SHOWN, own, told)
    found = [dict(row) for row in rows]
    count: int = found[0]["of"] if found else 0
    return count, [Unfulfilled(**_without_count(row)) for row in found]


def _without_count(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "of"}
