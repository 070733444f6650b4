"""A death ends everything and asks nobody; taken back, it gives back what it can, and says what was lost."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from app.domain.case.requests.expiring import LetOfferExpire
from app.domain.case.requests.giving_back import GivenBack, Lost, LostBecause, OffersGivenBack
from app.domain.case.requests.state import EndedBecause, OfferState, Round
from app.domain.case.tasks.planning import PlanTasks
from app.domain.service import GiveUpPlace, KeepPlaceAgain, Service
from app.domain.values import ServiceId
from app.events.following import followers
from tests.domain.case.commands import close, reopen
from tests.domain.case.events import closed, left, reopened
from tests.domain.case.holding.booked import ALL_BOOKED, BOOKED, EVERYONE, HELD_AT_TWO, ask, asked, kept
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    BY_FOUR,
    EAST,
    FACTS,
    MONDAY,
    MONDAY_NOON,
    READY,
    SERVICES,
    WEST,
    held,
    over,
    queried,
    sent,
    service,
)
from tests.domain.case.way import CASE_ID, STREAM, after, case_after
from tests.domain.given import NOON, NURSE, given
from tests.domain.spell.stay import hours

DIED = closed(Outcome.DIED)
FULL = service(usable=0)
ended_at_east = over(why=EndedBecause.CASE_ENDED, held=True)
"""The booking, as the death ends it."""

DEAD = (*ALL_BOOKED, asked(), DIED, ended_at_east)


def lives(*past: Any, at: datetime = NOON, **services: Service) -> list[Any]:
    """What is recorded beside the reopening when the death is taken back; East is as it is said, West has room."""
    now: dict[ServiceId, Service] = SERVICES | ({EAST: services["east"]} if services else {})
    [first, *more] = after(*past, then=replace(reopen(), at=at), facts=replace(FACTS, services=now))
    assert first == reopened()
    return more


def back(*offers: GivenBack, lost: tuple[Lost, ...] = ()) -> OffersGivenBack:
    return OffersGivenBack(given_back=offers, lost=lost)


booking = GivenBack(
    offer_id=AT_EAST,
    service_id=EAST,
    state=OfferState.CONFIRMED,
    units=("am",),
    hold_until=NOON + timedelta(days=1),
    arrive_from=MONDAY,
    spot=False,
)
gone = Lost(offer_id=AT_EAST, service_id=EAST, was=OfferState.CONFIRMED, why=LostBecause.PLACE_GONE)


def test_a_death_ends_the_booking_every_question_and_asks_nobody() -> None:
    events = after(*ALL_BOOKED, asked(), kept(), then=close(Outcome.DIED))
    assert events == [DIED, ended_at_east]
    case = case_after(*ALL_BOOKED, asked(), kept(), *events)
    assert (case.holding.asked, case.holding.kept_until, case.requests.booking) == ({}, {}, None)
    freed = [each for each in followers(given(ended_at_east, stream=STREAM)) if isinstance(each, GiveUpPlace)]
    assert [each.hold_id for each in freed] == [AT_EAST]


@pytest.mark.parametrize(
    "command",
    [
        *(ask(cause) for cause in Cause),
        LetOfferExpire(case_id=CASE_ID, offer_id=AT_EAST, by=NURSE, at=NOON + timedelta(days=9)),
        PlanTasks(case_id=CASE_ID, by=NURSE, at=NOON),
        close(Outcome.DIED),
    ],
    ids=str,
)
def test_nothing_is_asked_expires_or_is_raised_after_a_death(command: Any) -> None:
    assert after(*DEAD, then=command, facts=FACTS) == []


def test_a_wrong_death_gives_the_booking_back_and_asks_everyone_whether_they_still_keep_it() -> None:
    assert lives(*DEAD) == [back(booking), asked(Cause.DEATH_TAKEN_BACK, *EVERYONE)]
    case = case_after(*DEAD, reopened(), back(booking), asked(Cause.DEATH_TAKEN_BACK, *EVERYONE))
    assert case.requests.booking == AT_EAST
    assert case.requests.offers == case_after(*ALL_BOOKED).requests.offers
    assert case.requests.at_death == {}


def test_the_place_is_kept_again_from_the_arrival_on() -> None:
    [again] = [each for each in followers(given(back(booking), stream=STREAM)) if isinstance(each, KeepPlaceAgain)]
    assert (again.hold_id, again.service_id, again.starts_at, again.units) == (AT_EAST, EAST, MONDAY, ("am",))


def test_a_place_that_somebody_else_has_by_now_is_lost_and_that_is_said() -> None:
    found, question = lives(*DEAD, east=FULL)
    assert found == back(lost=(gone,))
    assert isinstance(question, HoldersAsked)
    assert AT_EAST not in {each.holder_id for each in question.holders}
    assert case_after(*DEAD, reopened(), found).requests.booking is None


def test_an_agreed_start_that_has_passed_is_lost_unless_they_had_left_for_it() -> None:
    passed = replace(gone, why=LostBecause.TIME_PASSED)
    assert lives(*DEAD, at=MONDAY_NOON)[0] == back(lost=(passed,))
    at_home = (*ALL_BOOKED, left, DIED, ended_at_east)
    assert lives(*at_home, at=MONDAY_NOON) == [back(booking)], "and who has left is asked about no more"


def test_holds_that_last_stand_again_and_those_that_ran_out_are_lost() -> None:
    past = (*HELD_AT_TWO, DIED, *(over(each, EndedBecause.CASE_ENDED, held=True) for each in (AT_EAST, AT_WEST)))
    found, question = lives(*past)
    assert {each.state for each in found.given_back} == {OfferState.IN_PRINCIPLE}
    assert {each.holder_id for each in question.holders} == {AT_EAST, AT_WEST}
    [late] = lives(*past, at=hours(24))
    assert {each.why for each in late.lost} == {LostBecause.TIME_PASSED}


def test_who_was_asked_may_answer_again_while_there_is_time_and_who_comes_next_waits() -> None:
    ended = tuple(over(each, EndedBecause.CASE_ENDED) for each in (AT_EAST, AT_WEST))
    past = (*READY, sent(EAST, WEST, round_=Round.RANKED), DIED, *ended)
    [found] = lives(*past)
    assert [each.state for each in found.given_back] == [OfferState.ASKED, OfferState.NEXT]
    [late] = lives(*past, at=BY_FOUR)
    assert {each.offer_id for each in late.lost} == {AT_EAST, AT_WEST}


def test_a_question_of_a_service_waits_for_the_hub_again() -> None:
    past = (*READY, sent(EAST), held(), queried(), DIED, ended_at_east)
    [found, _] = lives(*past)
    assert [each.state for each in found.given_back] == [OfferState.QUERIED]


def test_a_case_reopened_after_another_ending_gets_nothing_back() -> None:
    past = (*BOOKED, closed(Outcome.NO_LONGER_NEEDED), ended_at_east)
    assert lives(*past) == []


def test_what_was_lost_once_is_not_given_back_by_another_wrong_death() -> None:
    past = (*DEAD, reopened(), back(lost=(gone,)), DIED)
    assert [each for each in lives(*past) if isinstance(each, OffersGivenBack)] == []


def test_a_reopening_repeated_gives_nothing_back_twice() -> None:
    assert after(*DEAD, reopened(), back(booking), then=reopen(), facts=FACTS) == []
