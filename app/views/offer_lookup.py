"""Finding offers by their rows: whose case one is of, and which were to be answered by now."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy

from app.domain.values import CaseId, SystemId


class Whereabouts(NamedTuple):
    """Whose case an offer is of, and which organisation runs the service."""

    case_id: CaseId
    organisation_id: UUID


async def where_offer_is(connection: "PoolConnectionProxy[Any]", system: SystemId, offer: UUID) -> Whereabouts | None:
    """The case of an offer, which its card does not tell; None where there is no such offer."""
    row = await connection.fetchrow(_WHERE, system, offer)
    return Whereabouts(CaseId(row["case_id"]), UUID(row["audience"])) if row else None


_WHERE = """
    SELECT request.case_id, offer.audience FROM offer_1 offer
    JOIN request_1 request ON request.system_id = offer.system_id AND request.id = offer.request_id
    WHERE offer.system_id = $1 AND offer.id = $2"""


class Overdue(NamedTuple):
    """An offer whose time has passed."""

    system: SystemId
    case_id: CaseId
    offer_id: UUID


async def overdue_offers(
    connection: "PoolConnectionProxy[Any]", now: datetime, system: SystemId | None = None
) -> list[Overdue]:
    """The offers of all systems worked in, or of one, that were to be answered and were not, the longest overdue first.

    Also those whose hold ran out, where another service waits for its turn.
    """
    rows = await connection.fetch(_OVERDUE, now, MOST_AT_ONCE, system)
    return [Overdue(SystemId(row["system_id"]), CaseId(row["case_id"]), row["id"]) for row in rows]


MOST_AT_ONCE = 200

_OVERDUE = """
    WITH these AS (SELECT id FROM system WHERE archived_at IS NULL AND ($3::uuid IS NULL OR id = $3))
    SELECT late.system_id, request.case_id, late.id FROM (
        SELECT offer.system_id, request_id, offer.id, expires_at AS due FROM these
        JOIN offer_1 offer ON offer.system_id = these.id
        WHERE NOT gone AND state = 'asked' AND expires_at <= $1
        UNION ALL
        SELECT offer.system_id, request_id, offer.id, hold_until FROM these
        JOIN offer_1 offer ON offer.system_id = these.id
        WHERE NOT gone AND state IN ('in_principle', 'assessed') AND hold_until <= $1 AND EXISTS (
            SELECT 1 FROM request_1 request, jsonb_array_elements(request.offers) other
            WHERE request.system_id = offer.system_id AND request.id = request_id AND other ->> 'state' = 'next')
    ) late
    JOIN request_1 request ON request.system_id = late.system_id AND request.id = late.request_id
    ORDER BY late.due, late.id LIMIT $2"""
