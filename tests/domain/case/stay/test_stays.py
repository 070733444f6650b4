"""One stay at a time: the step down is a new one, a time in hospital interrupts one, a failed discharge leaves none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case.arriving.apart import StaysOverlap
from app.domain.case.arriving.command import NotLeftYet
from app.domain.case.arriving.contact import BookingIsUsed
from app.domain.case.arriving.overdue import arrival_due, contact_due
from app.domain.case.arriving.taking_back import Said, StayHasGoneOn
from app.domain.case.requests.hub_side import EndBooking, EndBookingBecause, StayHasBegun
from app.domain.case.stay.due import day_of, six_weeks_on
from app.domain.case.stay.following import frees
from app.domain.case.stay.taking_back import AnotherStaySince
from app.domain.case.tasks.standing import facts_of
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import LeftAfterAll, NothingToUndo
from app.domain.practice.tasks import DoneWhen
from app.domain.service import GiveUpPlace
from tests.domain.case.arriving.leaving import AWAY, LEFT_AT, LOCKED, MET_AT, meet, met, miss, missed, taken_back
from tests.domain.case.arriving.leaving import FACTS as MET_FACTS
from tests.domain.case.arriving.leaving import take_back as take_arriving_back
from tests.domain.case.events import back, left
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, EAST, FACTS, OTHERS, WEST, confirmed, send, sent
from tests.domain.case.stay.weeks import (
    IN_STAY,
    SAID,
    SIX_WEEKS_ON,
    STAY,
    days,
    ended,
    reviewed,
    stay_after,
    take_back,
)
from tests.domain.case.way import CASE_ID, OTHER_SPELL, after, case_after
from tests.domain.given import NURSE, given, uid

NEXT = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))
BOOKED_ON = (*IN_STAY, (days(20), sent(WEST)), (days(20), NEXT))
AGAIN_IN_HOSPITAL = CaseTracked(spell_id=OTHER_SPELL)
IN_HOSPITAL = (*IN_STAY, (days(7), reviewed()), (days(14), AGAIN_IN_HOSPITAL))
met_at_west = replace(met(), contact_id=uid(302), offer_id=AT_WEST, service_id=WEST, organisation_id=OTHERS)


def test_who_is_in_a_service_may_be_asked_for_at_the_next_one() -> None:
    assert after(*IN_STAY, then=send(WEST, request=uid(222)), facts=FACTS)


def test_a_step_down_is_a_new_stay_with_its_own_booking_once_they_left_the_first() -> None:
    case = case_after(*BOOKED_ON)
    assert (arrival_due(case), contact_due(case)) == (None, days(22.1))
    with pytest.raises(StaysOverlap):
        after(*BOOKED_ON, then=meet(302, days(22)), facts=MET_FACTS)
    moved = (*BOOKED_ON, (days(22), ended()))
    assert arrival_due(case_after(*moved)) == days(22) + timedelta(hours=3)
    with pytest.raises(StaysOverlap):
        after(*moved, then=meet(302, days(21)), facts=MET_FACTS)
    assert after(*moved, then=meet(302, days(22.1)), facts=MET_FACTS) == [met_at_west]
    with pytest.raises(AnotherStaySince):
        after(*moved, (days(22.1), met_at_west), then=take_back(215))


def test_six_weeks_run_on_through_a_step_down_and_a_readmission() -> None:
    second = case_after(*BOOKED_ON, (days(22), ended()), (days(22.1), met_at_west)).stays
    assert (six_weeks_on(second), day_of(second, days(30))) == (SIX_WEEKS_ON, 30)
    away_again = (*IN_HOSPITAL, (days(18), left), (days(18.1), replace(met(), contact_id=uid(302))))
    assert (six_weeks_on(case_after(*away_again).stays), [*case_after(*away_again).stays]) == (SIX_WEEKS_ON, [STAY])


def test_a_readmission_interrupts_the_stay_and_the_same_service_goes_on_with_it() -> None:
    assert stay_after(*IN_HOSPITAL).paused_at == days(14)
    home = (*IN_HOSPITAL, (days(18), left))
    again = replace(met(), contact_id=uid(302))
    assert after(*home, then=meet(302, days(18.1)), facts=MET_FACTS) == [again]
    gone_on = (*home, (days(18.1), again))
    assert stay_after(*gone_on).paused_at is None
    assert after(*gone_on, then=take_arriving_back(Said.FIRST_CONTACT, at=days(19))) != []
    assert stay_after(*gone_on, taken_back(Said.FIRST_CONTACT)) == stay_after(*home)


def test_who_leaves_hospital_again_is_awaited_as_at_first() -> None:
    home = case_after(*IN_HOSPITAL, (days(18), left))
    assert (arrival_due(home), contact_due(home)) == (days(18) + timedelta(hours=3), days(18))
    met_again = case_after(*IN_HOSPITAL, (days(18), left), (days(18.1), replace(met(), contact_id=uid(302))))
    assert (arrival_due(met_again), contact_due(met_again)) == (None, None)
    done = {DoneWhen.ARRIVED, DoneWhen.FIRST_CONTACT_MADE}
    assert done.isdisjoint(facts_of(home))
    assert done <= facts_of(met_again)


def test_who_left_the_service_meanwhile_is_booked_anew() -> None:
    with pytest.raises(BookingIsUsed):
        after(*IN_HOSPITAL, (days(15), ended()), (days(18), left), then=meet(302, days(18.1)), facts=MET_FACTS)


def test_a_discharge_that_failed_the_same_day_leaves_no_stay_unless_it_was_none_after_all() -> None:
    evening = MET_AT + timedelta(hours=8)
    after_all = LeftAfterAll(left_at=LEFT_AT, how=None, failed=True, words=LOCKED, undo_id=uid(206))
    failed = (*IN_STAY, (evening, back))
    assert case_after(*failed).stays == {}
    assert case_after(*failed, (evening, after_all)).stays == case_after(*IN_STAY).stays


def test_met_days_after_leaving_and_readmitted_that_evening_they_were_met() -> None:
    met_at = LEFT_AT + timedelta(days=3)
    evening = met_at + timedelta(hours=8)
    for came_back in (AGAIN_IN_HOSPITAL, back):
        stay = stay_after(*AWAY, (met_at, met()), (evening, came_back))
        assert (stay.started_at, stay.paused_at) == (met_at, evening), "the discharge had not failed on its own day"


@pytest.mark.parametrize("came_back", [AGAIN_IN_HOSPITAL, back], ids=["in a new stay", "in the same"])
def test_a_first_contact_told_after_the_readmission_begins_the_stay_that_waits_since(came_back: object) -> None:
    friday = LEFT_AT + timedelta(days=4)
    again = (*AWAY, (friday, came_back))
    assert after(*again, then=meet(at=MET_AT), facts=MET_FACTS) == [met()]
    assert after(*again, then=miss(at=MET_AT), facts=MET_FACTS) == [missed()]
    stay = stay_after(*again, (MET_AT, met()))
    assert (stay.started_at, stay.paused_at) == (MET_AT, friday)
    in_time = case_after(*AWAY, (MET_AT, met()), (friday, came_back))
    late = case_after(*again, (MET_AT, met()))
    assert (late.stays, six_weeks_on(late.stays)) == (in_time.stays, SIX_WEEKS_ON), "as if it had been told in time"
    assert (late.back, late.followed) == (in_time.back, in_time.followed)
    assert after(*again, (MET_AT, met()), then=meet(n=209, at=MET_AT), facts=MET_FACTS) == []
    for not_away in (LEFT_AT - timedelta(minutes=1), friday + timedelta(hours=1)):
        with pytest.raises(NotLeftYet):
            after(*again, then=meet(at=not_away), facts=MET_FACTS)


def test_a_second_contact_told_late_ends_the_first_pause_and_the_second_goes_on() -> None:
    first, home, second = days(14), days(18), days(25)
    again = (*IN_STAY, (first, AGAIN_IN_HOSPITAL), (home, left), (second, back))
    told_late = replace(met(), contact_id=uid(302))
    stay = stay_after(*again, (days(18.1), told_late))
    assert [(each.since, each.until) for each in stay.pauses] == [(first, days(18.1)), (second, None)]
    not_met = (*again, (days(18.1), told_late), (days(26), taken_back(Said.FIRST_CONTACT)))
    assert case_after(*not_met).stays == case_after(*again).stays


@pytest.mark.parametrize("came_back", [AGAIN_IN_HOSPITAL, back], ids=["in a new stay", "in the same"])
@pytest.mark.parametrize(("said", "what"), [(met(), Said.FIRST_CONTACT), (missed(), Said.NO_CONTACT)])
def test_what_was_told_late_in_hospital_is_taken_back_there(came_back: object, said: object, what: Said) -> None:
    again = (*AWAY, (LEFT_AT + timedelta(days=4), came_back))
    told = (*again, (MET_AT, said))
    later = LEFT_AT + timedelta(days=5)
    assert after(*told, then=take_arriving_back(what, at=later)) == [taken_back(what)]
    undone, never = case_after(*told, (later, taken_back(what))), case_after(*again)
    assert (undone.stays, undone.back, undone.followed) == (never.stays, never.back, never.followed)
    with pytest.raises(NothingToUndo):
        after(*again, then=take_arriving_back(what, at=later))


def test_a_stay_of_which_more_is_said_is_not_undone_with_its_first_contact() -> None:
    with pytest.raises(StayHasGoneOn):
        after(*IN_STAY, (days(7), reviewed()), then=take_arriving_back(Said.FIRST_CONTACT, at=days(8)))
    assert stay_after(*IN_STAY, (MET_AT, reviewed()), (MET_AT, back)).paused_at == MET_AT


def test_a_start_has_not_failed_once_the_stay_has_begun() -> None:
    failing = EndBooking(
        case_id=CASE_ID,
        by=NURSE,
        at=days(1),
        offer_id=AT_EAST,
        answer_id=uid(150),
        why=EndBookingBecause.FAILED_START,
        words=SAID,
    )
    with pytest.raises(StayHasBegun):
        after(*IN_STAY, then=failing)


def test_the_place_of_who_is_discharged_is_free_again() -> None:
    [recorded] = given((days(39), ended()))
    assert frees(recorded) == [GiveUpPlace(hold_id=AT_EAST, service_id=EAST, by=NURSE, at=days(39))]
