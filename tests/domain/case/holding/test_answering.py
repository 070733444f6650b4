"""A holder keeps, until when, or releases: then what it held is free in the same turn."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.holding.answering import (
    AnotherHolder,
    AnswerForPlace,
    AnswerForWork,
    KeepOrRelease,
    KeptUntilThePast,
    KeptUntilWhen,
    NobodyAsks,
)
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import holders_of
from app.domain.case.requests.answering import HeldInPrinciple, HoldOutOfReach
from app.domain.case.requests.sending import NextAsked
from app.domain.case.requests.state import EndedBecause, Round
from app.domain.case.state import Case
from app.domain.case.tasks.doing import TaskReopened
from app.domain.case.tasks.facts import Doer
from app.domain.rejections import NotKnown
from app.domain.service import GiveUpPlace
from app.events.following import followers
from tests.domain.case.events import left
from tests.domain.case.holding.booked import (
    ALL_BOOKED,
    AT,
    BOOKED,
    HELD_AT_TWO,
    OF_CARERS,
    OF_OTHERS,
    ON_THE_WARD,
    TILL,
    asked,
    keep,
    kept,
    release,
    released,
    said_by,
)
from tests.domain.case.requests.asking import AT_EAST, BY_FOUR, EAST, READY, WEST, held, over, sent
from tests.domain.case.tasks.work import OF_HUB
from tests.domain.case.way import CASE_ID, STREAM, after, case_after
from tests.domain.given import NOON, NURSE, given, uid
from tests.domain.spell.stay import hours

ASKED = (*ALL_BOOKED, asked())
BY_HUB = said_by()
given_up = over(why=EndedBecause.RELEASED, held=True)


def test_a_booking_that_is_kept_stands_and_says_until_when() -> None:
    assert after(*ASKED, then=keep(), facts=BY_HUB) == [kept()]
    case = case_after(*ASKED, kept())
    assert case.holding.kept_until == {AT_EAST: TILL}
    assert AT_EAST not in case.holding.asked


def test_a_booking_that_is_released_is_over_and_its_place_free() -> None:
    events = after(*ASKED, then=release(), facts=BY_HUB)
    assert events == [released(), given_up]
    assert case_after(*ASKED, *events).requests.booking is None
    freed = [each for each in followers(given(*events, stream=STREAM)) if isinstance(each, GiveUpPlace)]
    assert [(each.service_id, each.hold_id) for each in freed] == [(EAST, AT_EAST)]


def test_transport_that_is_released_is_to_be_arranged_again() -> None:
    events = after(*ASKED, then=release(AT["transport"]), facts=BY_HUB)
    assert events == [released(AT["transport"]), TaskReopened(task_id=AT["transport"], step_id=uid(301))]
    assert AT["transport"] not in {each.holder_id for each in holders_of(case_after(*ASKED, *events))}


def test_a_hold_that_is_kept_for_longer_is_held_for_longer() -> None:
    past = (*HELD_AT_TWO, asked(Cause.MEETS_AGAIN, *holders_of(case_after(*HELD_AT_TWO))))
    longer = HeldInPrinciple(
        offer_id=AT_EAST, service_id=EAST, units=("am",), until=TILL, over_count=False, answer_id=uid(301)
    )
    assert after(*past, then=keep(), facts=BY_HUB) == [kept(), longer]
    assert case_after(*past, kept(), longer).holding.kept_until == {AT_EAST: TILL}
    soon = NOON + timedelta(hours=2)
    assert after(*past, then=keep(until=soon), facts=BY_HUB) == [kept(until=soon)]
    with pytest.raises(HoldOutOfReach):
        after(*past, then=keep(until=NOON + timedelta(days=8)), facts=BY_HUB)


def test_where_services_are_asked_one_after_another_the_next_is_asked() -> None:
    ranked = (*READY, sent(EAST, WEST, round_=Round.RANKED), held())
    past = (*ranked, asked(Cause.MEETS_AGAIN, *holders_of(case_after(*ranked))))
    [_, _, following] = after(*past, then=release(), facts=BY_HUB)
    assert isinstance(following, NextAsked)
    assert following.expires_at == BY_FOUR


def test_the_same_answer_again_records_nothing_also_late() -> None:
    assert after(*ASKED, kept(), then=keep(), facts=BY_HUB) == []
    assert after(*ASKED, kept(), released(n=302), given_up, left, then=keep(), facts=BY_HUB) == []


def test_who_kept_may_still_release_or_keep_it_longer() -> None:
    assert after(*ASKED, kept(), then=release(n=302), facts=BY_HUB) == [released(n=302), given_up]
    assert after(*ASKED, kept(), then=keep(n=302, until=hours(70)), facts=BY_HUB) == [kept(n=302, until=hours(70))]


def test_what_nobody_asked_is_not_answered() -> None:
    for past in (BOOKED, (*ASKED, released(), given_up), (*ASKED, left)):
        with pytest.raises(NobodyAsks):
            after(*past, then=keep(n=305), facts=BY_HUB)


@pytest.mark.parametrize(
    ("doer", "place", "work"),
    [
        (OF_HUB, True, True),
        (OF_CARERS, True, False),
        (OF_OTHERS, False, False),
        (ON_THE_WARD, False, True),
        (None, False, False),
    ],
)
def test_the_hub_answers_for_anybody_a_holder_for_itself_the_ward_for_its_desks(
    doer: Doer | None, *, place: bool, work: bool
) -> None:
    for holder, may in ((AT_EAST, place), (AT["letter"], work)):
        if may:
            assert after(*ASKED, then=keep(holder), facts=said_by(doer)) == [kept(holder)]
        else:
            with pytest.raises(AnotherHolder):
                after(*ASKED, then=keep(holder), facts=said_by(doer))


def test_what_is_kept_is_kept_until_a_time_to_come() -> None:
    with pytest.raises(KeptUntilWhen):
        after(*ASKED, then=keep(until=None), facts=BY_HUB)
    with pytest.raises(KeptUntilThePast):
        after(*ASKED, then=keep(until=NOON), facts=BY_HUB)


def test_an_offer_is_not_answered_as_a_task_nor_a_task_as_an_offer() -> None:
    on: dict[str, Any] = {
        "case_id": CASE_ID,
        "by": NURSE,
        "at": NOON,
        "answer": KeepOrRelease.RELEASE,
        "answer_id": uid(301),
    }
    with pytest.raises(NotKnown):
        after(*ASKED, then=AnswerForWork(holder_id=AT_EAST, **on), facts=BY_HUB)
    with pytest.raises(NotKnown):
        after(*ASKED, then=AnswerForPlace(holder_id=AT["letter"], **on), facts=BY_HUB)


def test_a_case_asks_nobody_until_something_happens() -> None:
    assert Case().holding.asked == {}
