"""From one service to the next: each booking has its own arrival and first contact, and nobody is in two services."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from app.domain.case import CaseClosed
from app.domain.case.arriving.apart import StaysOverlap
from app.domain.case.arriving.known import arriving_of
from app.domain.case.arriving.overdue import contact_due
from app.domain.case.arriving.taking_back import Said, StayHasGoneOn
from app.domain.case.outcome import Outcome
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.hub_side import EndBooking, EndBookingBecause
from app.domain.case.requests.state import EndedBecause
from app.domain.case.stay.taking_back import ArrivedSince
from app.domain.case.undoing import NothingToUndo
from app.domain.rejections import NotKnown
from tests.domain.case.arriving.leaving import (
    FACTS,
    MET_AT,
    arrive,
    arrived,
    meet,
    met,
    miss,
    missed,
    take_back,
    taken_back,
)
from tests.domain.case.commands import close
from tests.domain.case.events import left
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, CARERS, EAST, MONDAY_NOON, OTHERS, WEST
from tests.domain.case.stay.test_stays import AGAIN_IN_HOSPITAL, BOOKED_ON, met_at_west
from tests.domain.case.stay.weeks import SAID, STAY, days, ended, review, reviewed
from tests.domain.case.stay.weeks import take_back as take_step_back
from tests.domain.case.way import CASE_ID, after, case_after
from tests.domain.given import NURSE, uid

MOVED = (*BOOKED_ON, (days(22), ended()))
"""Out of East's care, and on the way to West."""
arrived_at_west = replace(arrived(), arrival_id=uid(301), service_id=WEST, offer_id=AT_WEST)
missed_at_west = replace(missed(303), service_id=WEST, offer_id=AT_WEST)
not_met_at_east = taken_back(Said.FIRST_CONTACT)


@pytest.mark.parametrize("by", [None, CARERS], ids=["hub", "the first service"])
def test_a_first_contact_said_wrongly_is_taken_back_also_when_the_next_service_has_confirmed(by: Any) -> None:
    command = take_back(Said.FIRST_CONTACT, at=days(21), organisation_id=by)
    assert after(*BOOKED_ON, then=command) == [not_met_at_east]
    case = case_after(*BOOKED_ON, (days(21), not_met_at_east))
    assert case.stays == {}
    assert (contact_due(case), case.requests.booking) == (MONDAY_NOON, AT_WEST), "the first one is awaited again"
    assert after(*BOOKED_ON, (days(21), not_met_at_east), then=meet(309), facts=FACTS) == [
        replace(met(), contact_id=uid(309))
    ]


def test_what_was_said_of_the_next_service_is_taken_back_before_what_was_said_of_this_one() -> None:
    said = (*BOOKED_ON, (days(21), missed_at_west))
    assert after(*said, then=take_back(Said.NO_CONTACT, at=days(21))) == [taken_back(Said.NO_CONTACT, of=AT_WEST)]
    there = (*MOVED, (days(22.1), arrived_at_west), (days(22.1), met_at_west))
    of_west = taken_back(Said.FIRST_CONTACT, of=AT_WEST)
    assert after(*there, then=take_back(Said.FIRST_CONTACT, at=days(23))) == [of_west]
    assert [*case_after(*there, (days(23), of_west)).stays] == [STAY]


def test_a_service_takes_back_its_own_alone() -> None:
    there = (*MOVED, (days(22.1), met_at_west))
    with pytest.raises(NotKnown):
        after(*there, then=take_back(Said.FIRST_CONTACT, at=days(23), organisation_id=CARERS))
    with pytest.raises(NothingToUndo):
        after(*BOOKED_ON, then=take_back(Said.FIRST_CONTACT, at=days(23), organisation_id=OTHERS))


def test_a_stay_of_which_more_was_said_keeps_its_first_contact_when_the_next_has_confirmed() -> None:
    with pytest.raises(StayHasGoneOn):
        after(*MOVED, then=take_back(Said.FIRST_CONTACT, at=days(22)))
    with pytest.raises(StayHasGoneOn):
        after(*BOOKED_ON, (days(21), reviewed()), then=take_back(Said.FIRST_CONTACT, at=days(22)))


def test_a_review_of_the_first_is_said_and_taken_back_while_the_next_is_booked() -> None:
    assert after(*BOOKED_ON, then=review(at=days(21), organisation_id=CARERS)) == [reviewed()]
    assert after(*BOOKED_ON, (days(21), reviewed()), then=take_step_back(211, at=days(21))) != []


def test_where_the_first_had_never_met_them_its_booking_can_be_ended_and_the_next_stands() -> None:
    never = (*BOOKED_ON, (days(21), not_met_at_east))
    over = OfferEnded(
        offer_id=AT_EAST,
        service_id=EAST,
        why=EndedBecause.FAILED_START,
        held=True,
        words=SAID,
        answer_id=uid(150),
    )
    assert after(*never, then=failing(AT_EAST)) == [over]
    case = case_after(*never, (days(21), over))
    assert (case.requests.booking, contact_due(case)) == (AT_WEST, days(22.1))


def test_where_the_next_does_not_take_them_the_first_booking_counts_again() -> None:
    [cancelled] = after(*BOOKED_ON, then=failing(AT_WEST))
    stays_on = (*BOOKED_ON, (days(21), cancelled))
    case = case_after(*stays_on)
    assert (case.requests.booking, arriving_of(case).contact_at) == (AT_EAST, MET_AT)
    home_again = (*stays_on, (days(23), AGAIN_IN_HOSPITAL), (days(25), left))
    assert after(*home_again, then=meet(309, days(25.1)), facts=FACTS) == [replace(met(), contact_id=uid(309))]


def test_who_was_in_hospital_meanwhile_goes_on_with_the_first_though_the_next_is_booked() -> None:
    home_again = (*BOOKED_ON, (days(21), AGAIN_IN_HOSPITAL), (days(25), left))
    case = case_after(*home_again)
    assert contact_due(case) == days(25), "the first service is to meet them again"
    again = replace(met(), contact_id=uid(309))
    assert after(*home_again, then=meet(309, days(25.1)), facts=FACTS) == [again]
    met_again = (*home_again, (days(25.1), again))
    assert contact_due(case_after(*met_again)) == days(25), "and after it the next, since they left"
    moved = (*met_again, (days(26), ended()))
    assert after(*moved, then=meet(302, days(26)), facts=FACTS) == [met_at_west]


def test_nobody_arrives_at_the_next_service_before_they_left_the_first() -> None:
    for by in (None, OTHERS):
        with pytest.raises(StaysOverlap):
            after(*BOOKED_ON, then=arrive(301, days(22), organisation_id=by))
    with pytest.raises(StaysOverlap):
        after(*BOOKED_ON, then=arrive(301, days(22), service_id=WEST))


@pytest.mark.parametrize(("at", "possible"), [(days(21), False), (days(22), True), (days(22.1), True)])
def test_late_news_is_placed_by_its_time(at: datetime, possible: bool) -> None:
    commands: tuple[Any, ...] = (arrive(301, at), meet(302, at))
    for command, event in zip(commands, (arrived_at_west, met_at_west), strict=True):
        if possible:
            assert after(*MOVED, then=command, facts=FACTS) == [event]
        else:
            with pytest.raises(StaysOverlap):
                after(*MOVED, then=command, facts=FACTS)


def test_the_first_is_not_met_anew_before_or_while_they_are_in_the_next() -> None:
    never = (*BOOKED_ON, (days(21), not_met_at_east), (days(22.1), met_at_west))
    for at in (MET_AT, days(22.1), days(23)):
        with pytest.raises(StaysOverlap):
            after(*never, then=meet(309, at, organisation_id=CARERS), facts=FACTS)


def test_a_discharge_is_not_taken_back_of_somebody_who_arrived_at_the_next_since() -> None:
    with pytest.raises(ArrivedSince):
        after(*MOVED, (days(22.1), arrived_at_west), then=take_step_back(215, at=days(23)))
    gone_back = (*MOVED, (days(22.1), arrived_at_west), (days(23), taken_back(Said.ARRIVAL, of=AT_WEST)))
    assert after(*gone_back, then=take_step_back(215, at=days(23))) != []


def test_that_the_next_service_could_not_meet_them_is_said_while_they_are_in_the_first() -> None:
    assert after(*BOOKED_ON, then=miss(303, at=days(21))) == [missed_at_west]


def test_what_was_recorded_without_its_booking_is_of_the_last() -> None:
    told: list[Any] = [(days(22.1), arrived_at_west), (days(22.2), missed_at_west)]
    before = [(at, replace(event, offer_id=None)) for at, event in told]
    assert case_after(*MOVED, *before) == case_after(*MOVED, *told)
    undone = taken_back(Said.NO_CONTACT, of=AT_WEST)
    old = replace(undone, offer_id=None)
    assert case_after(*MOVED, *told, (days(23), old)) == case_after(*MOVED, *told, (days(23), undone))


def test_who_dies_leaves_no_place_in_either_service() -> None:
    recorded = after(*BOOKED_ON, then=replace(close(Outcome.DIED, SAID), at=days(21)))
    assert [event.offer_id for event in recorded if isinstance(event, OfferEnded)] == [AT_EAST, AT_WEST]
    assert any(isinstance(event, CaseClosed) for event in recorded)


def failing(offer: Any) -> EndBooking:
    return EndBooking(
        case_id=CASE_ID,
        by=NURSE,
        at=days(21),
        offer_id=offer,
        answer_id=uid(150),
        why=EndBookingBecause.FAILED_START,
        words=SAID,
    )
