"""The frozen nights that are put down to an organisation's services, and what its tier on each case lets it know.

Nothing here names the stay, the case or the ward: a service knows a night by its own id (DOMAIN rule 8).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.delay.owners import OF_SERVICES
from app.domain.values import CaseId, OrganisationId, SpellId, SystemId
from app.views.delay import CASE_OF
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

MOST_SHOWN = 500
SHOWN_AFTER = timedelta(days=7)
"""For so long after the snapshot it can still be read how a night was reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNight:
    """One night. `offer_id` and `line` are of the service's own latest request for them, None where there is none.

    `name` is told only while the service has confirmed. `said` is as the row keeps it, by organisation.
    """

    night_id: UUID
    night: date
    reason: str
    settled: str | None
    contest_until: datetime
    offer_id: UUID | None
    service: str | None
    line: str | None
    name: str | None
    confirmed: bool
    case_id: CaseId | None
    agreed: tuple[UUID, ...]
    contested: Mapping[str, Any]
    settling: Mapping[str, Any]


_OWN = f"""
    SELECT night.id AS night_id, night.night, night.reason, night.settled, night.contest_until, night.agreed,
        night.contested, night.settling, own.id AS offer_id, own.service, own.line, own.case_id,
        coalesce(own.state = 'confirmed', false) AS confirmed,
        CASE WHEN own.state = 'confirmed' THEN identity.name END AS name
    FROM night_1 night
    LEFT JOIN LATERAL ({CASE_OF.replace("$2", "night.spell_id")}) its ON true
    LEFT JOIN LATERAL (
        SELECT offer.id, offer.line, offer.state, request.case_id, service.name AS service
        FROM request_1 request
        JOIN offer_1 offer ON offer.system_id = $1 AND offer.request_id = request.id
            AND offer.audience = ($2::uuid)::text
        LEFT JOIN service_1 service ON service.system_id = $1 AND service.id = offer.service_id
        WHERE request.system_id = $1 AND request.case_id = its.id
        ORDER BY offer.state = 'confirmed' DESC, offer.asked_at DESC, offer.id LIMIT 1) own ON true
    LEFT JOIN LATERAL (
        SELECT {shown_name("person")} AS name
        FROM spell_1 spell
        JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
        WHERE spell.system_id = $1 AND spell.id = night.spell_id ORDER BY spell.gone LIMIT 1) identity ON true
    WHERE night.system_id = $1 AND $2::uuid = ANY(night.owners) AND left(night.reason, 2) = ANY($3)
        AND night.contest_until > $4
    ORDER BY night.contest_until, night.night, night.id LIMIT {MOST_SHOWN}"""


async def own_nights(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
    system: SystemId,
    organisation: OrganisationId,
    now: datetime,
) -> list[OwnNight]:
    """Those that may still be contested, and those reported of late; the next snapshot first."""
    since = now - SHOWN_AFTER
    return [_own(row) for row in await connection.fetch(_OWN, system, organisation, sorted(OF_SERVICES), since)]


async def stay_of_night(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, night_id: UUID
) -> tuple[SpellId, date] | None:
    """The stay and the date that the id of a night stands for; None where there is no such night."""
    row = await connection.fetchrow(_STAY, system, night_id)
    return (SpellId(row["spell_id"]), row["night"]) if row else None


_STAY = "SELECT spell_id, night FROM night_1 WHERE system_id = $1 AND id = $2 LIMIT 1"


def _own(row: "asyncpg.Record") -> OwnNight:
    said = {each: json.loads(row[each]) for each in ("contested", "settling")}
    return OwnNight(**dict(row) | said | {"agreed": tuple(row["agreed"])})
