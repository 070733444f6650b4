"""In hospital again once the next service is used or cancelled: what was answered for the first search is past."""

from dataclasses import replace
from typing import Any

from app.domain.case.command import CaseCommand
from app.domain.case.delay import delay_facts
from app.domain.case.facts import CaseFacts
from app.domain.case.one_after_another import told_by
from app.domain.case.requests.hub_side import EndBooking, EndBookingBecause
from app.domain.case.requests.state import offer_id_of
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.delay import why_at
from app.domain.delay.owners import asked_at
from app.events.practice import shipped_rule
from tests.domain.case.arriving.leaving import LEFT_AT, MET_AT, met
from tests.domain.case.commands import track
from tests.domain.case.events import accepted, decided_on, left, submitted
from tests.domain.case.requests.asking import (
    AT_NORTH,
    CARERS,
    EAST,
    NORTH,
    OTHERS,
    READY,
    WEST,
    confirmed,
    over,
    sent,
)
from tests.domain.case.stay.weeks import IN_STAY, SAID, days, end
from tests.domain.case.way import CASE_ID, OTHER_SPELL, STREAM, after, known
from tests.domain.given import NURSE, given, uid

SECOND = uid(122)
AT_WEST = offer_id_of(SECOND, WEST)
asked_west = replace(sent(WEST), request_id=SECOND, asked=tuple(replace(a, offer_id=AT_WEST) for a in sent(WEST).asked))
west = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))
met_at_west = replace(met(), contact_id=uid(302), offer_id=AT_WEST, service_id=WEST, organisation_id=OTHERS)

NO_OF_NORTH = (*READY, sent(EAST, NORTH), over(AT_NORTH), confirmed(), (LEFT_AT, left), (MET_AT, met()))
BOOKED_ON = (*NO_OF_NORTH, (days(20), asked_west), (days(20), west))


def told(past: tuple[Any, ...], command: CaseCommand, **more: Any) -> tuple[Any, ...]:
    facts = known(**more) if more else CaseFacts()
    return (*past, *((command.at, each) for each in after(*past, then=command, facts=facts)))


def readmitted(past: tuple[Any, ...]) -> tuple[Any, ...]:
    return told(past, replace(track(OTHER_SPELL), at=days(30)), admitted_at=days(30))


def reason(*past: object, at: float) -> DelayReason | None:
    _, history = delay_facts(given(*past, stream=STREAM))
    return why_at(history, days(at), shipped_rule()).reason


def test_discharged_from_the_next_service_in_hospital_they_wait_for_somebody_to_be_asked() -> None:
    moved = (*told(BOOKED_ON, end(at=days(22))), (days(22.1), met_at_west))
    over_there = told(readmitted(moved), end(at=days(31), stay_id=uid(302), n=777))
    assert reason(*over_there, at=32) is DelayReason.CT2


def test_in_hospital_again_once_the_next_service_was_cancelled_they_wait_for_somebody_to_be_asked() -> None:
    cancel = EndBooking(
        case_id=CASE_ID,
        by=NURSE,
        at=days(23),
        offer_id=AT_WEST,
        answer_id=uid(950),
        why=EndBookingBecause.CANCELLED,
        words=SAID,
    )
    assert reason(*readmitted(told(told(BOOKED_ON, end(at=days(22))), cancel)), at=31) is DelayReason.CT2


def test_whose_service_is_through_is_not_asked_of_the_next_case_in_the_same_stay() -> None:
    settled = given(*told(IN_STAY, end(at=days(2))), stream=STREAM)
    second = given(*((days(3), each) for each in (submitted(), accepted, decided_on(Pathway.P1))), stream=STREAM)
    _, history = told_by([settled, second])
    assert CARERS in asked_at(history, days(1))
    assert CARERS not in asked_at(history, days(5))
