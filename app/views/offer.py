"""What a service is asked, as its own staff see it: the card. De-identified: no name, number, address, ward or words.

A card has the scope of its service, and is for the organisation that runs it alone (DOMAIN rule 8).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy
from sqlalchemy import Boolean, Column, Date, DateTime, Index, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.case import CASE as RULES
from app.domain.case import Case, CaseEvent, LeftHospital
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.form import ReferralForm, Risk
from app.domain.case.requests.state import OfferState
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.following import MOVES_TASKS
from app.domain.decider import Recorded
from app.domain.package import Package
from app.domain.values import CaseId, SystemId
from app.views.apart import NOTES, without_notes
from app.views.arriving import ArrivingRow, arriving_row
from app.views.kind import Kind, Row, row_table
from app.views.search_fold import Search, searched

_WEIGHT_BANDS = (("up to 100 kg", 100), ("100 to 150 kg", 150), ("150 to 200 kg", 200))
_SAID_ON_CARD = (Risk.RISK_TO_STAFF, Risk.PETS, Risk.SMOKING, Risk.HOME_OXYGEN, Risk.INFECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow(Row):
    """One card. `calls` are window, carers and minutes; `bed` what it must be; `risks` codes that staff must know.

    `state` is what the service said last; a card whose offer is over, or not this service's turn yet, is gone.
    """

    audience: str
    request_id: UUID
    service_id: UUID
    state: str
    ended: str | None
    line: str
    start_on: date
    sector: str | None
    calls: tuple[dict[str, Any], ...]
    bed: dict[str, Any] | None
    skills: tuple[str, ...]
    risks: tuple[str, ...]
    way_in: str | None
    asked_at: datetime
    expires_at: datetime | None
    hold_until: datetime | None
    units: tuple[str, ...]
    opened: bool
    person_said: str | None
    arrive_from: datetime | None
    arrive_to: datetime | None
    arriving: ArrivingRow | None = None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[OfferRow]:
    """The card of every service that this case's requests name."""
    search = searched(events)
    cards = [_row(search, key) for key in search.requests.offers]
    booking = search.requests.booking
    if not any(isinstance(each.event, LeftHospital) for each in events):
        return cards
    case, moved = RULES.fold(without_notes(events)), _moved_arriving(events)
    over = {stay.offer_id for stay in case.stays.values() if stay.ended or stay.offer_id != booking}
    moves = {booking, *(each.event.offer_id for each in events if isinstance(each.event, FirstContactMade))}
    return [_since_leaving(card, case, moved, booking, over) if card.id in moves else card for card in cards]


def _since_leaving(card: OfferRow, case: Case, moved: int, booking: UUID | None, over: set[UUID]) -> OfferRow:
    """Whom a service has met is among its stays: the card goes when the stay ends, or another service is booked."""
    left = arriving_row(case) if card.id == booking else None
    return replace(card, arriving=left, gone=card.gone or card.id in over, position=max(card.position, moved))


def _moved_arriving(events: Sequence[Recorded[CaseEvent]]) -> int:
    """The position of what may have changed last what is known of somebody who left."""
    return next((each.position for each in reversed(events) if isinstance(each.event, _MOVES_ARRIVING)), 0)


_MOVES_ARRIVING = (*MOVES_TASKS, *TASK_EVENTS)


def _row(search: Search, key: UUID) -> OfferRow:
    offer = search.requests.offers[key]
    sent = search.sent[offer.request_id]
    package: Package = sent.event.package
    return OfferRow(
        id=key,
        scope=str(offer.service_id),
        position=search.changed[key],
        gone=search.over or offer.state in (OfferState.NEXT, OfferState.ENDED),
        audience=str(offer.organisation_id),
        request_id=offer.request_id,
        service_id=offer.service_id,
        state=offer.state,
        ended=offer.ended,
        line=package.line,
        start_on=package.start_on,
        sector=package.sector,
        calls=tuple(asdict(call) for call in package.calls),
        bed=_bed(package),
        skills=tuple(sorted(package.skills)),
        risks=_risks(search.form),
        way_in=search.form.risks.access if search.form.risks else None,
        asked_at=sent.at,
        expires_at=offer.expires_at,
        hold_until=offer.hold_until,
        units=offer.units,
        opened=offer.opened,
        person_said=offer.person_said,
        arrive_from=offer.arrive_from,
        arrive_to=offer.arrive_to,
    )


def _bed(package: Package) -> dict[str, Any] | None:
    """A weight is a band here: the number could tell who it is."""
    if package.bed is None:
        return None
    bed = asdict(package.bed)
    weight = bed.pop("weight_kg")
    band = next((words for words, most in _WEIGHT_BANDS if weight and weight <= most), "over 200 kg")
    return bed | {"weight": band if weight else None}


def _risks(form: ReferralForm) -> tuple[str, ...]:
    return tuple(sorted(form.risks.risks & set(_SAID_ON_CARD))) if form.risks else ()


_MAY_EXPIRE = text("NOT gone AND state = 'asked'")

TABLE = row_table(
    "offer_1",
    Column("audience", Text, nullable=False, comment="the organisation that runs the service"),
    Column("request_id", Uuid, nullable=False),
    Column("service_id", Uuid, nullable=False),
    Column("state", Text, nullable=False),
    Column("ended", Text),
    Column("line", Text, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("sector", Text),
    Column("calls", JSONB, nullable=False),
    Column("bed", JSONB),
    Column("skills", ARRAY(Text), nullable=False),
    Column("risks", ARRAY(Text), nullable=False),
    Column("way_in", Text),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True)),
    Column("hold_until", DateTime(timezone=True)),
    Column("units", ARRAY(Text), nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("person_said", Text),
    Column("arrive_from", DateTime(timezone=True)),
    Column("arrive_to", DateTime(timezone=True)),
    Column("arriving", JSONB, comment="of the booking: what is due and known since the person left"),
    indexes=[
        Index("offer_by_id", "system_id", "id"),
        # What the background process looks for: whose time to answer has passed.
        Index("offer_expiring", "system_id", "expires_at", postgresql_where=_MAY_EXPIRE),
    ],
)

OFFER = Kind(name="offer", stream="case", table=TABLE, rows=rows, unmoved_by=NOTES, for_audience=True)


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
