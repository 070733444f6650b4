"""A time until which something was kept passes: its holder is asked again, once, while what it is about is so still."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.asking_again import AskAgain
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from tests.domain.case.events import closed, left
from tests.domain.case.holding.booked import ALL_BOOKED, AT, EVERYONE, TILL, asked, kept, released
from tests.domain.case.requests.asking import FACTS
from tests.domain.case.way import CASE_ID, after, case_after
from tests.domain.given import NURSE

SERVICE, TRANSPORT = EVERYONE[:2]
KEPT = (*ALL_BOOKED, asked(), kept())
LATER = TILL + timedelta(days=1)


def again(at: Any = TILL) -> AskAgain:
    return AskAgain(case_id=CASE_ID, by=NURSE, at=at)


def asked_again(*holders: Any, cause: Cause = Cause.MEETS_AGAIN) -> HoldersAsked:
    return HoldersAsked(cause=cause, holders=holders or (SERVICE,), again=True)


def test_who_kept_it_until_then_is_asked_again_once() -> None:
    assert after(*KEPT, then=again(TILL - timedelta(minutes=1))) == []
    assert after(*KEPT, then=again()) == [asked_again()]
    assert after(*KEPT, (TILL, asked_again()), then=again()) == []
    assert after(*KEPT, (TILL, asked_again()), then=again(LATER)) == [], "looking after an outage asks no second time"


def test_the_question_waits_for_an_answer_as_any_other_and_a_later_time_is_waited_for_again() -> None:
    case = case_after(*KEPT, (TILL, asked_again()))
    assert case.holding.asked[SERVICE.holder_id].cause is Cause.MEETS_AGAIN
    assert case.holding.kept_until == {}
    once_more = (*KEPT, (TILL, asked_again()), (TILL, kept(n=302, until=LATER)))
    assert after(*once_more, then=again()) == []
    assert after(*once_more, then=again(LATER)) == [asked_again()]


def test_who_kept_it_longer_meanwhile_is_asked_at_the_later_time_alone() -> None:
    longer = (*KEPT, kept(n=302, until=LATER))
    assert after(*longer, then=again()) == []
    assert after(*longer, then=again(LATER)) == [asked_again()]


def test_each_is_asked_about_what_it_was_asked_about() -> None:
    past = (*KEPT, asked(Cause.MOVED_WARD, TRANSPORT), kept(AT["transport"], 303))
    assert after(*past, then=again()) == [asked_again(), asked_again(TRANSPORT, cause=Cause.MOVED_WARD)]


def test_nobody_is_asked_again_about_a_relapse_that_is_over() -> None:
    ready = replace(FACTS, ready_again=True)
    assert after(*KEPT, then=again(), facts=ready) == []
    moved = (*ALL_BOOKED, asked(Cause.MOVED_WARD), kept())
    assert after(*moved, then=again(), facts=ready) == [asked_again(cause=Cause.MOVED_WARD)]


@pytest.mark.parametrize(
    "since",
    [released(n=304), left, closed(Outcome.DIED), asked(Cause.SLOT_MOVED)],
    ids=["released", "left", "died", "asked about something else"],
)
def test_what_is_settled_meanwhile_is_asked_about_no_more(since: object) -> None:
    assert after(*KEPT, since, then=again()) == []
