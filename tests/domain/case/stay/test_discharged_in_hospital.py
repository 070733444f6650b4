"""Discharged from the service while in hospital again: its booking is used, and a service is to be found anew."""

from dataclasses import replace

import pytest

from app.domain.case.arriving.overdue import contact_due
from app.domain.case.holding.holders import HolderKind, holders_of
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import GivenBack, OffersGivenBack
from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.case.stay.events import StepTakenBack
from app.domain.case.tracking import CaseTracked
from tests.domain.case.commands import track
from tests.domain.case.events import back, left
from tests.domain.case.requests.asking import AT_EAST, AT_WEST, EAST, FACTS, WEST, confirmed, over, send, sent
from tests.domain.case.stay.weeks import IN_STAY, STAY, days, end, ended, reviewed, step_back, take_back
from tests.domain.case.way import OTHER_SPELL, after, case_after, known
from tests.domain.given import uid

AGAIN_IN_HOSPITAL = (days(14), CaseTracked(spell_id=OTHER_SPELL))
IN_HOSPITAL = (*IN_STAY, (days(7), reviewed()), AGAIN_IN_HOSPITAL)
used = over(why=EndedBecause.DISCHARGED, held=True)
DISCHARGED = (*IN_HOSPITAL, (days(15), ended()), (days(15), used))
stands = GivenBack(
    offer_id=AT_EAST,
    service_id=EAST,
    state=OfferState.CONFIRMED,
    units=(),
    hold_until=None,
    arrive_from=confirmed().arrive_from,
    spot=False,
)
"""The booking that goes on with its stay: the service counts the person itself."""
NEXT = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))


@pytest.mark.parametrize("again", [AGAIN_IN_HOSPITAL, (days(14), back)], ids=["in a new stay", "in the same"])
def test_the_used_booking_ends_with_the_discharge(again: tuple[object, ...]) -> None:
    assert after(*IN_STAY, again, then=end(at=days(15))) == [ended(), used]


def test_nobody_is_booked_for_them_then_and_none_is_rung_when_they_leave() -> None:
    case = case_after(*DISCHARGED)
    assert case.requests.booking is None
    assert [each for each in holders_of(case) if each.kind is HolderKind.SERVICE] == []
    home = case_after(*DISCHARGED, (days(18), left))
    assert contact_due(home) is None
    assert after(*DISCHARGED, then=replace(send(WEST, request=uid(222)), at=days(15)), facts=FACTS)


def test_the_booking_with_the_next_service_stands() -> None:
    booked_on = (*IN_STAY, (days(12), sent(WEST)), (days(12), NEXT), AGAIN_IN_HOSPITAL)
    assert after(*booked_on, then=end(at=days(15))) == [ended()]


def test_what_the_service_was_asked_is_over_with_the_discharge_and_who_is_next_is_still_asked() -> None:
    booked_on = (*IN_STAY, (days(12), sent(WEST)), (days(12), NEXT))
    again = after(*booked_on, then=replace(track(OTHER_SPELL), at=days(14)), facts=known(admitted_at=days(14)))
    past = (*booked_on, *((days(14), each) for each in again))
    assert case_after(*past).holding.asked.keys() == {AT_EAST, AT_WEST}
    over_there = after(*past, then=end(at=days(15)))
    assert case_after(*past, *((days(15), each) for each in over_there)).holding.asked.keys() == {AT_WEST}


def test_taken_back_the_booking_stands_again_and_the_service_counts_itself_anew() -> None:
    recorded = after(*DISCHARGED, then=take_back(215, at=days(16)))
    assert recorded == [step_back(215), OffersGivenBack(given_back=(stands,), lost=())]
    again = case_after(*DISCHARGED, *((days(16), each) for each in recorded))
    assert (again.requests.booking, again.stays) == (AT_EAST, case_after(*IN_HOSPITAL).stays)
    assert again.requests.offers == case_after(*IN_HOSPITAL).requests.offers


def test_who_was_discharged_before_they_are_in_hospital_again_is_booked_nowhere() -> None:
    sought = (*IN_STAY, (days(12), sent(WEST)), (days(13), ended()))
    recorded = after(*sought, then=replace(track(OTHER_SPELL), at=days(14)), facts=known(admitted_at=days(14)))
    assert [type(each) for each in recorded][:2] == [CaseTracked, OfferEnded]
    assert recorded[1] == used
    case = case_after(*sought, *((days(14), each) for each in recorded))
    assert (case.requests.booking, AT_EAST in case.holding.asked) == (None, False)
    back_there = after(*sought, *((days(14), each) for each in recorded), then=take_back(215, at=days(15)))
    assert [type(each) for each in back_there] == [StepTakenBack, OffersGivenBack]
    waits = case_after(*sought, *((days(14), each) for each in recorded), *((days(15), each) for each in back_there))
    assert (waits.requests.booking, waits.stays[STAY].paused_at) == (AT_EAST, days(14)), "in hospital since then"
