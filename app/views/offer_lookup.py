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
    """An offer whose time to answer has passed."""

    system: SystemId
    case_id: CaseId
    offer_id: UUID


async def overdue_offers(connection: "PoolConnectionProxy[Any]", now: datetime) -> list[Overdue]:
    """The offers of all systems that were to be answered by now and were not, the longest overdue first."""
    rows = await connection.fetch(_OVERDUE, now, MOST_AT_ONCE)
    return [Overdue(SystemId(row["system_id"]), CaseId(row["case_id"]), row["id"]) for row in rows]


MOST_AT_ONCE = 200

_OVERDUE = """
    SELECT offer.system_id, request.case_id, offer.id FROM system
    JOIN offer_1 offer ON offer.system_id = system.id
    JOIN request_1 request ON request.system_id = offer.system_id AND request.id = offer.request_id
    WHERE NOT offer.gone AND offer.state = 'asked' AND offer.expires_at <= $1
    ORDER BY offer.expires_at, offer.id LIMIT $2"""
