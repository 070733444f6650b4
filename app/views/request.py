"""The requests of a hub's cases as brokerage sees them: what is out, who has said what, what expires next."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import Column, DateTime, Index, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.case import CaseEvent
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.decider import Recorded
from app.views.apart import NOTES
from app.views.kind import Kind, Row, row_table
from app.views.search_fold import Search, searched


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow(Row):
    """One request. `offers` are in the order asked, each with its id, service, state and what was said, in codes.

    `answer_by` is the first instant by which one of them must have answered.
    """

    case_id: UUID
    round: str
    sent_at: datetime
    line: str
    package: dict[str, Any]
    offers: tuple[dict[str, Any], ...]
    answer_by: datetime | None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[RequestRow]:
    """Every request of a case. One that found nobody stays until it is withdrawn, or until another finds, or is out."""
    search = searched(events)
    return [_row(search, key) for key in search.sent]


def _row(search: Search, key: UUID) -> RequestRow:
    sent = search.sent[key]
    offers = {each: offer for each, offer in search.requests.offers.items() if offer.request_id == key}
    waits = [offer.expires_at for offer in offers.values() if offer.state is OfferState.ASKED and offer.expires_at]
    return RequestRow(
        id=key,
        scope=search.hub,
        position=search.moved,
        gone=search.over or _is_past(search, offers.values()),
        case_id=sent.case_id,
        round=sent.event.round,
        sent_at=sent.at,
        line=sent.event.package.line,
        package=_json(asdict(sent.event.package)),
        offers=tuple(_offer(search, each, offer) for each, offer in offers.items()),
        answer_by=min(waits, default=None),
    )


def _is_past(search: Search, offers: Collection[Offer]) -> bool:
    if any(offer.is_open or offer.state is OfferState.CONFIRMED for offer in offers):
        return False
    if any(offer.ended is EndedBecause.DISCHARGED for offer in offers):
        return True
    elsewhere = search.requests.booking or search.requests.open
    return bool(elsewhere) or all(offer.ended in _TAKEN_IN for offer in offers)


_TAKEN_IN = (EndedBecause.WITHDRAWN, EndedBecause.LEFT)


def _offer(search: Search, key: UUID, offer: Offer) -> dict[str, Any]:
    ended, countered = search.ended.get(key), search.said.get(key)
    earliest = countered.start_on if countered else None
    said = asdict(offer) | {
        "offer_id": key,
        "said_at": search.at[key],
        "code": ended.code if ended else None,
        "earliest": earliest,
    }
    said.pop("request_id")
    said.pop("read")
    return _json(said)


def _json(said: dict[str, Any]) -> dict[str, Any]:
    # Sets have no order, and a row is the same however often it is made.
    return {
        name: sorted(value) if isinstance(value, frozenset) else to_jsonable_python(value)
        for name, value in said.items()
    }


TABLE = row_table(
    "request_1",
    Column("case_id", Uuid, nullable=False),
    Column("round", Text, nullable=False),
    Column("sent_at", DateTime(timezone=True), nullable=False),
    Column("line", Text, nullable=False),
    Column("package", JSONB, nullable=False),
    Column("offers", JSONB, nullable=False, comment="who was asked, in order, and what each said, in codes"),
    Column("answer_by", DateTime(timezone=True)),
    indexes=[Index("request_of_case", "system_id", "case_id"), Index("request_by_id", "system_id", "id")],
)

REQUEST = Kind(name="request", stream="case", table=TABLE, rows=rows, unmoved_by=NOTES)
