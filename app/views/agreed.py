"""When those who are in a bed are to leave, as it is agreed: the slot, else when the service that is booked starts."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.local_time import local_date
from app.domain.values import SystemId
from app.views.spell import HERE

if TYPE_CHECKING:
    import asyncpg

_AGREED = f"""
    SELECT spell.id, CASE WHEN of_case.leave_at >= $2 THEN of_case.leave_at
        WHEN of_case.start_from >= $2 THEN of_case.start_from END AS leaves_at
    FROM spell_1 spell
    JOIN case_1 of_case ON of_case.system_id = $1 AND of_case.spell_id = spell.id AND NOT of_case.gone
    WHERE spell.system_id = $1 AND {HERE} AND greatest(of_case.leave_at, of_case.start_from) >= $2"""


async def agreed_days(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, now: datetime
) -> dict[UUID, date]:
    """The local date by stay; what has passed is no agreement any more."""
    return {row["id"]: local_date(row["leaves_at"]) for row in await connection.fetch(_AGREED, system, now)}
