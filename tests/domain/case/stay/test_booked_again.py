"""A stay that goes on after all goes on with its booking, whatever was booked, cancelled or filled meanwhile."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.case import LeftHospital
from app.domain.case.arriving.booking import bookings_held, has_lost_place
from app.domain.case.arriving.overdue import contact_due
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.case.state import Ended
from app.domain.case.stay.state import open_stay
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import SharedStep
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.domain.codes.ways_out import WayOut
from tests.domain.case.arriving.leaving import MET_AT
from tests.domain.case.commands import close, reopen
from tests.domain.case.events import back, closed, left
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, EAST, FACTS, SERVICES, WEST, over, sent, service
from tests.domain.case.stay.coming_and_going import BOOKS, COMES_AND_GOES, ENDS, lived, ways
from tests.domain.case.stay.test_discharged_in_hospital import DISCHARGED, IN_HOSPITAL, NEXT, stands
from tests.domain.case.stay.test_dying import IN_WEEK_TWO, report, told
from tests.domain.case.stay.weeks import IN_STAY, STAY, days, end, ended, step_back, take_back
from tests.domain.case.way import OTHER_SPELL, after, case_after
from tests.domain.case.ways import undo_shared

BACK = OffersGivenBack(given_back=(stands,), lost=())
FULL = replace(FACTS, services={EAST: service(usable=0), WEST: SERVICES[WEST]})
cancelled = over(AT_WEST, why=EndedBecause.CANCELLED, held=True)
released = over(why=EndedBecause.RELEASED, held=True)
died = replace(close(Outcome.DIED), at=days(16))
dies_there = end(outcome=StayOutcome.DIED, destination=Destination.NONE, at=days(15))


def test_a_discharge_in_hospital_taken_back_once_the_next_service_is_booked_leaves_both_bookings() -> None:
    elsewhere = (*DISCHARGED, (days(16), sent(WEST)), (days(16), NEXT))
    assert after(*elsewhere, then=take_back(215, at=days(17))) == [step_back(215), BACK]
    both = (*elsewhere, (days(17), step_back(215)), (days(17), BACK))
    case = case_after(*both)
    assert (case.requests.booking, bookings_held(case.requests, case.stays)) == (AT_WEST, [AT_EAST, AT_WEST])
    assert contact_due(case_after(*both, (days(18), left))) == days(18), "the first service is to meet them again"
    assert case_after(*both, (days(17), cancelled)).requests.booking == AT_EAST


def test_a_discharge_taken_back_once_the_next_booking_was_cancelled_leaves_its_own() -> None:
    elsewhere = (*IN_STAY, (days(12), sent(WEST)), (days(12), NEXT), (days(13), ended()), (days(14), cancelled))
    assert case_after(*elsewhere).requests.booking is None
    assert after(*elsewhere, then=take_back(215, at=days(15))) == [step_back(215), BACK]


@pytest.mark.parametrize(
    ("again", "what"),
    [(back, SharedStep.RETURN_TO_HOSPITAL), (CaseTracked(spell_id=OTHER_SPELL), SharedStep.TRACKING)],
    ids=["in the same stay", "in a new one"],
)
def test_who_had_not_come_back_is_in_the_service_by_their_booking_though_it_was_cancelled(
    again: Any, what: SharedStep
) -> None:
    evening = MET_AT + timedelta(hours=8)
    failed = (*IN_STAY, (evening, again), (evening, over(why=EndedBecause.CANCELLED, held=True)))
    recorded = after(*failed, then=replace(undo_shared(what), at=days(1)))
    assert recorded[1:] == [BACK]
    case = case_after(*failed, *((days(1), each) for each in recorded))
    assert (case.requests.booking, case.stays) == (AT_EAST, case_after(*IN_STAY).stays)


def test_a_wrong_death_leaves_them_in_the_service_though_its_place_is_taken_since() -> None:
    known = told(*IN_WEEK_TWO, do=report())
    recorded = after(*known, then=replace(reopen(), at=days(10)), facts=FULL)
    [found] = [each for each in recorded if isinstance(each, OffersGivenBack)]
    assert found == BACK
    case = case_after(*known, *((days(10), each) for each in recorded))
    assert (case.requests.booking, open_stay(case.stays) is not None) == (AT_EAST, True)


def test_with_a_case_that_was_closed_by_mistake_the_stay_has_its_booking_again() -> None:
    never_was = (closed(Outcome.ADMISSION_CANCELLED), over(why=EndedBecause.CASE_ENDED, held=True))
    shut = (*IN_WEEK_TWO, *((days(9), each) for each in never_was))
    assert after(*shut, then=replace(reopen(), at=days(10)))[1:] == [BACK]


def test_what_the_service_gave_up_while_they_were_in_hospital_stays_given_up_and_is_said() -> None:
    gone = (*IN_HOSPITAL, (days(15), released), (days(15), ended()))
    assert after(*gone, then=take_back(215, at=days(16))) == [step_back(215)]
    for past, lost in ((IN_HOSPITAL, False), (gone, False), ((*gone, (days(16), step_back(215))), True)):
        case = case_after(*past)
        assert has_lost_place(case.requests, case.stays[STAY]) is lost


@pytest.mark.parametrize(
    "past",
    [
        told(*IN_HOSPITAL, do=died),
        told(*told(*IN_HOSPITAL, do=dies_there), do=died),
        told(*IN_HOSPITAL[:-1], (days(8), LeftHospital(how=WayOut.TRANSFERRED)), do=replace(report(), at=days(15))),
    ],
    ids=["told by the hub", "told by the service", "in another hospital"],
)
def test_whoever_has_them_booked_is_asked_when_a_death_is_taken_back(past: tuple[Any, ...]) -> None:
    recorded = after(*past, then=replace(reopen(), at=days(17)), facts=FULL)
    case = case_after(*past, *((days(17), each) for each in recorded))
    assert {key: each.cause for key, each in case.holding.asked.items()} == {AT_EAST: Cause.DEATH_TAKEN_BACK}


@for_all(ways(*COMES_AND_GOES, *ENDS, *BOOKS), st.booleans())
def test_whatever_happens_a_stay_that_goes_on_is_booked(way: list[tuple[str, int]], full: bool) -> None:
    for case, past in lived(way, full=full):
        stay = open_stay(case.stays)
        if stay and not isinstance(case.stage, Ended):
            assert case.requests.offers[stay.offer_id].state is OfferState.CONFIRMED, past
            assert case.requests.booking, past
