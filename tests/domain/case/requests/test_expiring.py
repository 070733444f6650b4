"""Time passes: who says nothing is waited for until their time, who keeps a place until their hold runs out."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.requests.expiring import LetOfferExpire
from app.domain.case.requests.sending import NextAsked
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.rejections import NotKnown
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    BY_FOUR,
    EAST,
    FACTS,
    READY,
    WEST,
    assessed,
    confirmed,
    countered,
    held,
    over,
    queried,
    sent,
)
from tests.domain.case.way import CASE_ID, after
from tests.domain.given import NOON, NURSE, uid

RANKED = (*READY, sent(EAST, WEST, round_=Round.RANKED))
NEXT = NextAsked(offer_id=AT_WEST, expires_at=BY_FOUR)
HELD_UNTIL = NOON + timedelta(days=1)
RAN_OUT = over(why=EndedBecause.HOLD_RAN_OUT, held=True)
A_SECOND = timedelta(seconds=1)


def expire(at: Any = BY_FOUR, offer: Any = AT_EAST) -> LetOfferExpire:
    return LetOfferExpire(case_id=CASE_ID, by=NURSE, at=at, offer_id=offer)


def test_silence_is_a_no_when_its_time_has_passed_and_asks_the_next() -> None:
    no = over(why=EndedBecause.NO_ANSWER, code="D22")
    assert after(*RANKED, then=expire(), facts=FACTS) == [no, NEXT]
    assert after(*RANKED, no, NEXT, then=expire(), facts=FACTS) == []


@pytest.mark.parametrize("said", [held(), queried(), countered(), confirmed()], ids=lambda each: type(each).__name__)
def test_who_has_answered_does_not_run_out(said: Any) -> None:
    assert after(*RANKED, said, then=expire(), facts=FACTS) == []


@pytest.mark.parametrize("yes", [(held(),), (held(), assessed(n=133))], ids=["in principle", "assessed"])
def test_a_yes_whose_hold_ran_out_makes_way_for_the_next_once(yes: tuple[Any, ...]) -> None:
    late = expire(HELD_UNTIL)
    assert after(*RANKED, *yes, then=late, facts=FACTS) == [RAN_OUT, NEXT]
    assert after(*RANKED, *yes, RAN_OUT, NEXT, then=late, facts=FACTS) == []


def test_a_hold_that_was_made_longer_is_waited_for() -> None:
    longer = held(n=134, until=HELD_UNTIL + A_SECOND)
    assert after(*RANKED, held(), longer, then=expire(HELD_UNTIL), facts=FACTS) == []
    assert after(*RANKED, held(), longer, then=expire(HELD_UNTIL + A_SECOND), facts=FACTS) == [RAN_OUT, NEXT]


@pytest.mark.parametrize(
    "asked",
    [(sent(EAST, WEST),), (sent(EAST, round_=Round.RANKED),), (RANKED[-1], over(AT_WEST, EndedBecause.WITHDRAWN))],
    ids=["all at once", "nobody else", "the other withdrawn"],
)
def test_without_a_next_one_a_yes_stands_on_without_its_hold(asked: tuple[Any, ...]) -> None:
    assert after(*READY, *asked, held(), then=expire(HELD_UNTIL), facts=FACTS) == []


@pytest.mark.parametrize("said", [queried(), countered()], ids=["a query", "a counter"])
def test_what_waits_for_the_hub_does_not_run_out_with_its_hold(said: Any) -> None:
    assert after(*RANKED, held(), said, then=expire(HELD_UNTIL), facts=FACTS) == []


def test_nothing_runs_out_before_its_time_or_before_its_turn() -> None:
    assert after(*RANKED, then=expire(BY_FOUR - A_SECOND), facts=FACTS) == []
    assert after(*RANKED, held(), then=expire(HELD_UNTIL - A_SECOND), facts=FACTS) == []
    assert after(*RANKED, then=expire(offer=AT_WEST), facts=FACTS) == []


def test_what_was_never_asked_cannot_run_out() -> None:
    with pytest.raises(NotKnown):
        after(*RANKED, then=expire(offer=uid(129)), facts=FACTS)
