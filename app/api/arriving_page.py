"""What a page shows of somebody since they left: who saw them arrive, who met them, who did not, what was left open."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel

from app.api.telling import who
from app.domain.case import Case, CaseEvent
from app.domain.case.arriving.arrival import ArrivalConfirmed
from app.domain.case.arriving.booking import awaited
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.no_contact import NoContactReported
from app.domain.case.arriving.overdue import left_with_stops_open
from app.domain.case.arriving.state import Arriving
from app.domain.case.arriving.taking_back import last_away, said
from app.domain.case.state import Away
from app.domain.decider import Recorded
from app.views.phrases import Names

E = TypeVar("E", ArrivalConfirmed, FirstContactMade)


class MissedPart(BaseModel):
    """A contact that failed."""

    at: datetime
    why: str
    words: str
    by: str


class ArrivingPart(BaseModel):
    """What was said and stands, beside what the card shows. `undoable` is what of it can be taken back.

    `left_without` is what was to be done before leaving and is not, in words.
    """

    told_by: str | None
    seen_by: str | None
    missed: list[MissedPart]
    left_without: list[str]
    undoable: list[str]


def arriving_part(case: Case, events: Sequence[Recorded[CaseEvent]], names: Names) -> ArrivingPart | None:
    """None of a case that is closed; of who is in hospital again, what is said of the time before, if anything."""
    away = last_away(case)
    if away is None:
        return None
    undoable = {what for known in away.known.values() for what in said(known)}
    if not (undoable or isinstance(case.stage, Away)):
        return None
    booking = awaited(case)
    known = away.of(booking)
    arrival = _latest(events, ArrivalConfirmed, booking) if known.arrived_at else None
    contact = _latest(events, FirstContactMade, booking) if known.contact_at else None
    return ArrivingPart(
        told_by=arrival.told_by if arrival else None,
        seen_by=contact.seen_by if contact else None,
        missed=_missed(known, events, names),
        left_without=left_without(case),
        undoable=sorted(undoable),
    )


def left_without(case: Case) -> list[str]:
    """The stops that were open when they left and are still, in words."""
    return [case.tasks.items[key].words for key in left_with_stops_open(case)]


def _missed(known: Arriving, events: Sequence[Recorded[CaseEvent]], names: Names) -> list[MissedPart]:
    standing = {each.report_id for each in known.missed}
    return [
        MissedPart(at=each.at, why=each.event.why, words=each.event.words, by=who(each.by, names))
        for each in events
        if isinstance(each.event, NoContactReported) and each.event.report_id in standing
    ]


def _latest(events: Sequence[Recorded[CaseEvent]], class_: type[E], booking: UUID | None) -> E | None:
    said = (each.event for each in reversed(events) if isinstance(each.event, class_))
    return next((event for event in said if event.offer_id in (None, booking)), None)
