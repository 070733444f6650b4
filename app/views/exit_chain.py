"""Who waits for a service and who is to leave one, from the rows: two queries, and what the chain is made from.

Names stand beside the facts, so that who may see them is decided where the answer is given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from json import loads
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.exit_chain import Held, InStay, Leaving, Waiting, leaves_at
from app.domain.local_time import local_date
from app.domain.values import CaseId, ServiceId, SystemId
from app.views.case_sought import package_in
from app.views.shown_name import shown_name
from app.views.spell import HERE

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

_HOLD = {OfferState.IN_PRINCIPLE, OfferState.ASSESSED}
_REFUSED = {EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.RELEASED, EndedBecause.PERSON_DECLINED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Somebody who waits, with where they are: in a bed of a ward, in a service (`waiting.place`), or neither.

    `planned` is the day on which they were to leave that service.
    """

    waiting: Waiting
    name: str
    hub_id: UUID
    ward_id: UUID | None
    bed: str | None
    planned: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """Somebody in a service who is expected to leave it; `audience` is the organisation that runs it."""

    leaving: Leaving
    name: str
    audience: str


_NAMED = "LEFT JOIN person ON person.system_id = $1 AND person.person_id = of_case.person_id"

_SEEKERS = f"""
    SELECT of_case.id AS case_id, of_case.scope, of_case.sought, of_case.leave_at, {shown_name("person")} AS name,
        spell.ready_at, spell.ward_id, spell.bed, spell.expected_discharge,
        stay.id AS stay_id, stay.service_id, stay.units, stay.exit_on, asked.offers
    FROM case_1 of_case
    LEFT JOIN spell_1 spell ON spell.system_id = $1 AND spell.id = of_case.spell_id AND {HERE}
    LEFT JOIN LATERAL (
        SELECT id, service_id, units, exit_on FROM stay_1
        WHERE system_id = $1 AND case_id = of_case.id AND NOT gone AND ended_at IS NULL
        ORDER BY started_at DESC LIMIT 1) stay ON true
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(offer) AS offers FROM request_1 request, jsonb_array_elements(request.offers) offer
        WHERE request.system_id = $1 AND request.case_id = of_case.id AND request.scope = of_case.scope) asked ON true
    {_NAMED}
    WHERE of_case.system_id = $1 AND NOT of_case.gone AND of_case.sought IS NOT NULL"""

_LEAVERS = f"""
    SELECT stay.id AS stay_id, stay.case_id, stay.service_id, stay.units, stay.audience, stay.exit_on,
        CASE WHEN of_case.service_id <> stay.service_id THEN of_case.start_from END AS goes_on_at, of_case.start_to,
        {shown_name("person")} AS name
    FROM stay_1 stay
    JOIN case_1 of_case ON of_case.system_id = $1 AND of_case.id = stay.case_id AND NOT of_case.gone
    {_NAMED}
    WHERE stay.system_id = $1 AND NOT stay.gone AND stay.ended_at IS NULL AND stay.paused_at IS NULL
        AND of_case.sought IS NULL AND (stay.exit_on IS NOT NULL OR of_case.service_id <> stay.service_id)"""


async def seekers(connection: "Connection", system: SystemId, now: datetime) -> list[Seeker]:
    """Everybody for whom a service is sought."""
    return [_seeker(row, local_date(now)) for row in await connection.fetch(_SEEKERS, system)]


async def leavers(connection: "Connection", system: SystemId) -> list[Leaver]:
    """Everybody in a service whose exit is planned, or whose next service has agreed to the start."""
    found = (_leaver(row) for row in await connection.fetch(_LEAVERS, system))
    return [each for each in found if each]


def _seeker(row: "asyncpg.Record", today: date) -> Seeker:
    package, offers = package_in(row["sought"]), loads(row["offers"] or "[]")
    return Seeker(
        waiting=Waiting(
            case_id=CaseId(row["case_id"]),
            package=package,
            earliest=max(today, package.start_on, _could_leave(row) or today),
            ready_at=row["ready_at"],
            leave_at=row["leave_at"],
            asked=_services(each for each in offers if each["state"] not in (OfferState.ENDED, OfferState.CONFIRMED)),
            refused=_services(each for each in offers if each["ended"] in _REFUSED),
            held=tuple(_held(each) for each in offers if each["state"] in _HOLD and each["units"]),
            place=_in_stay(row) if row["stay_id"] else None,
        ),
        name=row["name"],
        hub_id=UUID(row["scope"]),
        ward_id=row["ward_id"],
        bed=row["bed"],
        planned=row["exit_on"],
    )


def _could_leave(row: "asyncpg.Record") -> date | None:
    """Who is in a service when their exit is planned; who is ready at once; who is not, as agreed, else as expected."""
    if row["stay_id"]:
        planned: date | None = row["exit_on"]
        return planned
    if row["ready_at"]:
        return None
    expected: date | None = row["expected_discharge"]
    return local_date(row["leave_at"]) if row["leave_at"] else expected


def _services(offers: Iterable[Mapping[str, Any]]) -> frozenset[ServiceId]:
    return frozenset(ServiceId(UUID(each["service_id"])) for each in offers)


def _held(offer: Mapping[str, Any]) -> Held:
    return Held(
        service_id=ServiceId(UUID(offer["service_id"])),
        units=tuple(offer["units"]),
        until=datetime.fromisoformat(offer["hold_until"]),
    )


def _in_stay(row: "asyncpg.Record") -> InStay:
    return InStay(stay_id=row["stay_id"], service_id=ServiceId(row["service_id"]), units=tuple(row["units"]))


def _leaver(row: "asyncpg.Record") -> Leaver | None:
    at = row["goes_on_at"] or (leaves_at(row["exit_on"]) if row["exit_on"] else None)
    if at is None:
        return None
    until = row["start_to"] if row["goes_on_at"] else None
    leaving = Leaving(case_id=CaseId(row["case_id"]), place=_in_stay(row), at=at, until=until)
    return Leaver(leaving=leaving, name=row["name"], audience=row["audience"])
