"""What is news to a hub: the cases of which anything that somebody may see has moved since a position."""

from collections.abc import Sequence
from typing import Any

from asyncpg.pool import PoolConnectionProxy

from app.domain.case.audience import Audience
from app.domain.values import HubId, SystemId
from app.views.shown_name import shown_name


async def cases_with_news(
    connection: "PoolConnectionProxy[Any]", system: SystemId, hub: HubId, since: int, audiences: Sequence[Audience]
) -> list[Any]:
    """(case_id, spell_id, person_id, name, bed, ward_id) of each, closed ones too, by name.

    By the same rule as a board marks its cards: the rows of the case, its stay, its person and its notes.
    """
    return await connection.fetch(_NEWS, system, str(hub), since, list(audiences))


_NEWS = f"""
    SELECT c.id AS case_id, c.spell_id, c.person_id, s.bed, s.ward_id,
        {shown_name("identity")} AS name
    FROM case_1 c
    JOIN person_1 p ON p.system_id = c.system_id AND p.id = c.person_id
    LEFT JOIN person identity ON identity.system_id = c.system_id AND identity.person_id = c.person_id
    LEFT JOIN LATERAL (
        SELECT bed, ward_id, position FROM spell_1
        WHERE system_id = c.system_id AND id = c.spell_id ORDER BY position DESC, ended_at LIMIT 1
    ) s ON true
    WHERE c.system_id = $1 AND c.scope = $2 AND (
        greatest(c.position, p.position, s.position) > $3 AND (NOT c.gone OR c.position > $3)
        OR EXISTS (
            SELECT 1 FROM note_1 n WHERE n.system_id = c.system_id AND n.case_id = c.id
                AND n.position > $3 AND n.audience = ANY($4)))
    ORDER BY name, c.id"""
