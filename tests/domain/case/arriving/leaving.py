"""Ada, booked with East from Monday 8:00 to 12:00, leaves at 7:00 that day; what is said of her since."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case.arriving.arrival import ArrivalConfirmed, ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact, FirstContactMade
from app.domain.case.arriving.no_contact import NoContactReported, ReportNoContact
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said, TakeArrivingBack
from app.domain.codes.service_lines import ServiceLine
from app.domain.values import ServiceId, Words
from tests.domain.case.events import left
from tests.domain.case.requests.asking import (
    AT_EAST,
    BED,
    CARERS,
    EAST,
    MONDAY,
    READY,
    READY_FOR_BED,
    confirmed,
    person_said,
    sent,
)
from tests.domain.case.way import CASE_ID, known
from tests.domain.given import NURSE, uid

LEFT_AT = MONDAY - timedelta(hours=1)
MET_AT = MONDAY + timedelta(minutes=30)
ROSA, LOCKED = Words("Rosa, reablement worker"), Words("Key safe empty. Rang the daughter.")
BOOKED = (*READY, sent(EAST), confirmed())
AWAY = (*BOOKED, (LEFT_AT, left))
"""Home with reablement; `AWAY_TO_BED` is to a bed."""
AWAY_TO_BED = (*READY_FOR_BED, sent(EAST, package=BED), person_said(), confirmed(), (LEFT_AT, left))
FACTS = known(review_days=(7, 14))


def arrive(n: int = 201, at: Any = MONDAY, **more: Any) -> ConfirmArrival:
    return ConfirmArrival(
        **{"case_id": CASE_ID, "by": NURSE, "at": at, "arrival_id": uid(n), "told_by": ToldBy.CREW} | more
    )


def meet(n: int = 202, at: Any = MET_AT, **more: Any) -> ConfirmFirstContact:
    return ConfirmFirstContact(
        **{"case_id": CASE_ID, "by": NURSE, "at": at, "contact_id": uid(n), "seen_by": ROSA} | more
    )


def miss(n: int = 203, why: NoContact = NoContact.NO_ACCESS, at: Any = MET_AT, **more: Any) -> ReportNoContact:
    said: dict[str, Any] = {"case_id": CASE_ID, "by": NURSE, "at": at, "report_id": uid(n), "why": why, "words": LOCKED}
    return ReportNoContact(**said | more)


def take_back(what: Said, n: int = 204, **more: Any) -> TakeArrivingBack:
    said: dict[str, Any] = {
        "case_id": CASE_ID,
        "by": NURSE,
        "at": MET_AT,
        "what": what,
        "words": LOCKED,
        "undo_id": uid(n),
    }
    return TakeArrivingBack(**said | more)


def arrived(at: ServiceId | None = EAST) -> ArrivalConfirmed:
    return ArrivalConfirmed(arrival_id=uid(201), service_id=at, told_by=ToldBy.CREW, offer_id=AT_EAST if at else None)


def met(line: ServiceLine = ServiceLine.REAB) -> FirstContactMade:
    return FirstContactMade(
        contact_id=uid(202),
        offer_id=AT_EAST,
        service_id=EAST,
        organisation_id=CARERS,
        line=line,
        review_days=(7, 14),
        seen_by=ROSA,
    )


def missed(n: int = 203, why: NoContact = NoContact.NO_ACCESS) -> NoContactReported:
    return NoContactReported(report_id=uid(n), service_id=EAST, why=why, words=LOCKED, offer_id=AT_EAST)


def taken_back(what: Said, n: int = 204, of: UUID = AT_EAST) -> ArrivingTakenBack:
    return ArrivingTakenBack(what=what, words=LOCKED, undo_id=uid(n), offer_id=of)
