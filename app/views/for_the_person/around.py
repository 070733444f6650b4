"""What stands in other rows and belongs on the page: ward, hub and its duty telephone, services and theirs."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.case import Case
from app.domain.codes.service_lines import ServiceLine
from app.domain.values import ServiceId, SystemId
from app.views.for_the_person.known import Helper, Known

if TYPE_CHECKING:
    import asyncpg

_PLACES = """
    SELECT hub.name AS hub, ladder.rungs AS rungs,
        (SELECT ward.name FROM spell_1 spell
            JOIN place_1 ward ON ward.system_id = $1 AND ward.id = spell.ward_id AND ward.place = 'ward'
            WHERE spell.system_id = $1 AND spell.id = $3 AND NOT spell.gone LIMIT 1) AS ward
    FROM place_1 hub
    LEFT JOIN ladder_1 ladder ON ladder.system_id = $1 AND ladder.id = hub.parent_id
    WHERE hub.system_id = $1 AND hub.id = $2 AND hub.place = 'hub'"""

_SERVICES = "SELECT id, name, line, phone FROM service_1 WHERE system_id = $1 AND id = ANY($2)"


async def known_of(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, case: Case, now: datetime
) -> Known:
    """All that the page is told. A ward is told of while they are in hospital."""
    found = await connection.fetchrow(_PLACES, system, case.hub_id, case.spell_id)
    wanted = {stay.service_id for stay in case.stays.values()}
    wanted |= {offer.service_id for offer in case.requests.offers.values()}
    services = await connection.fetch(_SERVICES, system, list(wanted))
    return Known(
        case=case,
        now=now,
        hub=found["hub"] if found else "The care transfer hub",
        hub_phone=_on_duty(found["rungs"]) if found else None,
        ward=found["ward"] if found else None,
        services={ServiceId(row["id"]): _helper(row) for row in services},
    )


def _on_duty(rungs: str | None) -> str | None:
    told: list[dict[str, str]] = json.loads(rungs) if rungs else []
    return told[0]["phone"] if told else None


def _helper(row: "asyncpg.Record") -> Helper:
    return Helper(name=row["name"], line=ServiceLine(row["line"]), phone=row["phone"])
