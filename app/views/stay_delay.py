"""Why people are still in community beds, of a hub, of an organisation's services or all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import How, ReportingRule
from app.domain.delay.owners import Parties
from app.domain.values import OrganisationId, SystemId
from app.views.delay import standing
from app.views.parties import Places, places
from app.views.told_of_delay import kept_in


@dataclass(frozen=True, slots=True, kw_only=True)
class StillInBed:
    """One person who no longer meets the requirements to remain, and is there. `reason` None is unexplained.

    `owner` is what whoever is waited for is to the person, `owners` the organisations, where they are known here.
    `since` is since when it is this one; `days` count from the ready date, `nights` all of the stay, `contested` those
    not settled. `became_unwell` and `earlier_nights` are as in hospital.
    """

    stay_id: UUID
    case_id: UUID
    service_id: UUID
    ready_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    owner: Owner | None
    owners: tuple[UUID, ...]
    since: datetime
    days: int
    nights: int
    contested: int
    became_unwell: int
    earlier_nights: int


_STILL_IN_BED = """
    SELECT stay.id AS stay_id, stay.case_id, stay.service_id, stay.delay, stay.audience, stay.hub_id, night.contested,
        stay.became_unwell, stay.earlier_nights
    FROM stay_1 stay
    LEFT JOIN LATERAL (
        SELECT count(*) AS contested FROM stay_night_1
        WHERE system_id = $1 AND stay_id = stay.id AND contested <> '{}' AND settled IS NULL) night ON true
    WHERE stay.system_id = $1 AND NOT stay.gone AND stay.ready_at IS NOT NULL
        AND stay.ended_at IS NULL AND stay.paused_at IS NULL
        AND ($2::uuid IS NULL OR stay.hub_id = $2)
        AND ($3::uuid IS NULL OR stay.audience = $3::text)
    ORDER BY stay.ready_at, stay.id"""


async def still_in_bed(
    connection: "PoolConnectionProxy[Any]",
    system: SystemId,
    rule: ReportingRule,
    now: datetime,
    *,
    hub: UUID | None = None,
    organisation: UUID | None = None,
) -> list[StillInBed]:
    """Everybody in a community bed that they no longer need, the longest first."""
    known = await places(connection, system)
    found = await connection.fetch(_STILL_IN_BED, system, hub, organisation)
    return [
        StillInBed(
            stay_id=row["stay_id"],
            case_id=row["case_id"],
            service_id=row["service_id"],
            contested=row["contested"],
            became_unwell=row["became_unwell"],
            earlier_nights=row["earlier_nights"],
            **standing(kept_in(row["delay"]), (), rule, _parties(row, known), now),
        )
        for row in found
    ]


def _parties(row: Record, known: Places) -> Parties:
    return known.parties(OrganisationId(UUID(row["audience"])), row["hub_id"])
