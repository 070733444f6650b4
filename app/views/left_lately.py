"""Who left a ward in the last days: from there a leaving that was wrong, or that failed, is taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.codes.ways_out import WayOut
from app.domain.values import SystemId
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

LATELY = timedelta(days=3)
"""A long weekend: what was recorded wrongly on Friday evening is still at hand on Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLately:
    """One person who is not in this ward's bed any more, and how they left hospital."""

    spell_id: UUID
    name: str
    bed: str
    left_at: datetime
    how: WayOut


_FOUND = f"""
    SELECT spell.id AS spell_id, {shown_name("person")} AS name, spell.bed, spell.ended_at AS left_at, spell.how
    FROM spell_1 spell
    LEFT JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
    WHERE spell.system_id = $1 AND spell.scope = $2::text AND spell.stage = 'ended' AND spell.ended_at >= $3
    ORDER BY spell.ended_at DESC, spell.id"""


async def left_lately(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, ward: UUID, now: datetime
) -> list[LeftLately]:
    """Who left last first."""
    rows = await connection.fetch(_FOUND, system, str(ward), now - LATELY)
    return [LeftLately(**{**row, "how": WayOut(row["how"])}) for row in rows]
