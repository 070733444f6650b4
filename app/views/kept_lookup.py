"""Finding, by the rows, whose holders' own time is over, or whose slot has slipped."""

from datetime import datetime
from typing import Any, NamedTuple

from asyncpg.pool import PoolConnectionProxy

from app.domain.case.form import Criteria
from app.domain.case.holding.causes import Cause
from app.domain.values import CaseId, SystemId


class Over(NamedTuple):
    """A time until which something was kept."""

    system: SystemId
    case_id: CaseId
    until: datetime


async def times_over(connection: "PoolConnectionProxy[Any]", now: datetime) -> list[Over]:
    """Those of all systems worked in that have passed, the earliest first; but of who is ready again and was not."""
    rows = await connection.fetch(_OVER, now, Cause.MEETS_AGAIN, Criteria.NO_LONGER_MEETS, MOST_AT_ONCE)
    return [Over(SystemId(row["system_id"]), CaseId(row["id"]), row["until"]) for row in rows]


MOST_AT_ONCE = 200

_OVER = """
    SELECT DISTINCT its.system_id, its.id, (said ->> 'until')::timestamptz AS until
    FROM system JOIN case_1 its ON its.system_id = system.id, jsonb_array_elements(its.kept) said
    WHERE system.archived_at IS NULL AND NOT its.gone AND its.kept IS NOT NULL AND (said ->> 'until')::timestamptz <= $1
        AND (said ->> 'cause' <> $2 OR NOT EXISTS (
            SELECT 1 FROM spell_1 spell WHERE spell.system_id = its.system_id AND spell.id = its.spell_id
                AND NOT spell.gone AND spell.criteria = $3))
    ORDER BY until, its.id LIMIT $4"""
