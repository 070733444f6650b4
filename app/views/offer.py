"""What a service is asked, as its own staff see it: the card. De-identified: no name, number, address, ward or words.

A card has the scope of its service, and is for the organisation that runs it alone (DOMAIN rule 8).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, Text, Uuid, false, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.assessment.validity import valid_until
from app.domain.case import CASE as RULES
from app.domain.case import Case, CaseEvent, LeftHospital
from app.domain.case.arriving.booking import bookings_held
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.assessed import signed_last
from app.domain.case.form import ReferralForm, Risk
from app.domain.case.item_standing import OPEN
from app.domain.case.requests.state import Offer, OfferState
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.following import MOVES_TASKS
from app.domain.decider import Recorded
from app.domain.lived import states
from app.domain.package import Package
from app.domain.replacing import replace
from app.views.apart import NOTES
from app.views.arriving import ArrivingRow, arriving_row
from app.views.kind import Kind, Row, row_table
from app.views.search_fold import Search, searched

_WEIGHT_BANDS = (("up to 100 kg", 100), ("100 to 150 kg", 150), ("150 to 200 kg", 200))
_SAID_ON_CARD = (Risk.RISK_TO_STAFF, Risk.PETS, Risk.SMOKING, Risk.HOME_OXYGEN, Risk.INFECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow(Row):
    """One card. `calls` are window, carers and minutes; `bed` what it must be; `risks` codes that staff must know.

    `question` is why it is asked whether it keeps the place, since `question_at`; `kept_until` is what it said.
    `state` is what the service said last; a card whose offer is over, or not this service's turn yet, is gone.
    `assessment_number` is the version of the trusted assessment that stands, relied on until `assessment_until`;
    `assessment_read` says that this service has read it, `items_open` count what it asks of it or does not accept.
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
    assessment_number: int | None
    assessment_until: datetime | None
    assessment_read: bool
    items_open: int
    person_said: str | None
    arrive_from: datetime | None
    arrive_to: datetime | None
    question: str | None
    question_at: datetime | None
    kept_until: datetime | None
    arriving: ArrivingRow | None = None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[OfferRow]:
    """The card of every service that this case's requests name."""
    search = searched(events)
    cards = [_row(search, key) for key in search.requests.offers]
    if not any(isinstance(each.event, LeftHospital) for each in events):
        return cards
    case, moved = states(events, RULES)[-1], _moved_arriving(events)
    held = bookings_held(case.requests, case.stays)
    moves = {*held, *(each.event.offer_id for each in events if isinstance(each.event, FirstContactMade))}
    return [_since_leaving(card, case, moved, card.id in held) if card.id in moves else card for card in cards]


def _since_leaving(card: OfferRow, case: Case, moved: int, is_held: bool) -> OfferRow:
    """Whom a service has met is among its stays: the card goes when the stay ends, not when the next one confirms."""
    left = arriving_row(case, card.id) if is_held else None
    over = any(stay.offer_id == card.id and stay.ended for stay in case.stays.values())
    return replace(card, arriving=left, gone=card.gone or over, position=max(card.position, moved))


def _moved_arriving(events: Sequence[Recorded[CaseEvent]]) -> int:
    """The position of what may have changed last what is known of somebody who left."""
    return next((each.position for each in reversed(events) if isinstance(each.event, _MOVES_ARRIVING)), 0)


_MOVES_ARRIVING = (*MOVES_TASKS, *TASK_EVENTS)


def _row(search: Search, key: UUID) -> OfferRow:
    offer = search.requests.offers[key]
    sent = search.sent[offer.request_id]
    package: Package = sent.event.package
    question = search.holding.asked.get(key)
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
        **_assessment(search, offer),
        person_said=offer.person_said,
        arrive_from=offer.arrive_from,
        arrive_to=offer.arrive_to,
        question=question.cause if question else None,
        question_at=question.asked_at if question else None,
        kept_until=search.holding.kept_until.get(key),
    )


def _assessment(search: Search, offer: Offer) -> dict[str, Any]:
    items = [item for each in search.assessments.values() for item in each.items.items()]
    latest = signed_last(search.assessments)
    said_at = search.assessments[latest.assessment_id].said_at if latest else None
    return {
        "assessment_number": latest.number if latest else None,
        "assessment_until": valid_until(said_at) if said_at else None,
        "assessment_read": latest is not None and (latest.assessment_id, latest.number) in offer.read,
        "items_open": sum(by == offer.service_id and standing in OPEN for (by, _), standing in items),
    }


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
_HOLDS = text("NOT gone AND state IN ('in_principle', 'assessed')")

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
    Column("assessment_number", Integer),
    Column("assessment_until", DateTime(timezone=True)),
    Column("assessment_read", Boolean, nullable=False, server_default=false()),
    Column("items_open", Integer, nullable=False, server_default="0"),
    Column("person_said", Text),
    Column("arrive_from", DateTime(timezone=True)),
    Column("arrive_to", DateTime(timezone=True)),
    Column("question", Text, comment="why the service is asked whether it keeps the place"),
    Column("question_at", DateTime(timezone=True)),
    Column("kept_until", DateTime(timezone=True)),
    Column("arriving", JSONB, comment="of the booking: what is due and known since the person left"),
    indexes=[
        Index("offer_by_id", "system_id", "id"),
        # What the background process looks for: whose time to answer has passed, and whose hold.
        Index("offer_expiring", "system_id", "expires_at", postgresql_where=_MAY_EXPIRE),
        Index("offer_holding", "system_id", "hold_until", postgresql_where=_HOLDS),
    ],
)

OFFER = Kind(name="offer", stream="case", table=TABLE, rows=rows, unmoved_by=NOTES, for_audience=True)
