"""Raising by the clock and by a person: one open for a trigger, and a repeat records nothing."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case.leaving import CaseIsClosed
from app.domain.escalation import (
    CLOCK,
    ESCALATION,
    About,
    EscalationFacts,
    EscalationRaised,
    RaiseDue,
    RaiseEscalation,
    Terms,
)
from app.domain.escalation.raising import (
    EscalatedAlready,
    EscalationIdTaken,
    NobodyOnThatLadder,
    NotInHospital,
    TriggerNotKnown,
)
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.rejections import NotKnown
from app.domain.values import FeedId, Words
from tests.domain.case.way import CASE_ID
from tests.domain.escalation.watching import ABOUT, OFFICE, later
from tests.domain.given import NURSE, decided, given, uid

TERMS = Terms(level=Level.L2, title="Referral not triaged", ladder=Ladders.HUB, owner_id=OFFICE, respond_by=later(1))
KEY, OTHER = uid(301), uid(302)
KNOWN = EscalationFacts(about=ABOUT, terms=TERMS, triggers=frozenset({"not_triaged"}))


def found(key: Any = KEY, trigger: str = "not_triaged") -> RaiseDue:
    return RaiseDue(
        subject=CASE_ID,
        by=CLOCK,
        at=later(),
        escalation_id=key,
        trigger=trigger,
        cause_at=later(-2),
        terms=TERMS,
        about=ABOUT,
    )


def said(key: Any = KEY, trigger: str = "raised_by_hand") -> RaiseEscalation:
    return RaiseEscalation(
        subject=CASE_ID,
        by=NURSE,
        at=later(),
        escalation_id=key,
        trigger=trigger,
        level=Level.L2,
        ladder=Ladders.HUB,
        words=Words("Nobody rings back."),
    )


def raised(key: Any = KEY, trigger: str = "not_triaged", words: str | None = None) -> EscalationRaised:
    return EscalationRaised(
        escalation_id=key,
        trigger=trigger,
        cause_at=later(-2),
        terms=TERMS,
        person_id=ABOUT.person_id,
        spell_id=ABOUT.spell_id,
        case_id=ABOUT.case_id,
        hub_id=ABOUT.hub_id,
        words=Words(words) if words else None,
    )


def after(*past: object, then: Any, facts: EscalationFacts = KNOWN) -> list[Any]:
    return decided(ESCALATION, given(*past), then, facts)


def test_the_clock_raises_what_a_line_of_the_policy_says_and_keeps_a_copy_of_it() -> None:
    assert after(then=found()) == [raised()]


def test_what_the_clock_finds_twice_is_raised_once() -> None:
    assert after(raised(), then=found()) == []


def test_one_is_open_for_a_trigger() -> None:
    assert after(raised(), then=found(OTHER)) == []
    assert after(raised(), then=found(OTHER, "no_pathway")) == [raised(OTHER, "no_pathway")]


def test_a_person_raises_in_their_own_words_from_now_on() -> None:
    expected = replace(raised(words="Nobody rings back.", trigger="raised_by_hand"), cause_at=later())
    assert after(then=said()) == [expected]
    assert after(expected, then=said()) == []


def test_what_is_open_is_answered_and_not_raised_again() -> None:
    with pytest.raises(EscalatedAlready) as refused:
        after(raised(), then=said(OTHER, "not_triaged"))
    assert refused.value.details == {"escalation_id": str(KEY)}


def test_a_person_names_a_trigger_of_the_policy_or_none() -> None:
    with pytest.raises(TriggerNotKnown):
        after(then=said(trigger="bad_weather"))


def test_a_ladder_that_nobody_stands_on_is_refused() -> None:
    with pytest.raises(NobodyOnThatLadder):
        after(then=said(), facts=replace(KNOWN, terms=None))


def test_an_unknown_case_and_a_taken_id_are_refused() -> None:
    with pytest.raises(NotKnown):
        after(then=said(), facts=replace(KNOWN, about=None))
    with pytest.raises(EscalationIdTaken):
        after(then=said(), facts=replace(KNOWN, elsewhere=uid(999)))


def test_a_problem_of_a_stay_is_raised_without_a_case_and_not_once_they_have_left() -> None:
    of_stay = replace(said(), subject=uid(401), of_stay=True)
    about = About(person_id=ABOUT.person_id, spell_id=ABOUT.spell_id)
    [event] = after(then=of_stay, facts=replace(KNOWN, about=about))
    assert (event.case_id, event.spell_id, event.words) == (None, ABOUT.spell_id, "Nobody rings back.")
    with pytest.raises(NotInHospital):
        after(then=of_stay, facts=replace(KNOWN, about=about, closed=True))
    with pytest.raises(CaseIsClosed):
        after(then=said(), facts=replace(KNOWN, closed=True))


def test_a_feed_is_escalated_without_a_person() -> None:
    feed = replace(found(trigger="feed_silent"), about=About(feed_id=FeedId(uid(7))))
    [event] = after(then=feed)
    assert (event.feed_id, event.person_id, event.case_id) == (uid(7), None, None)
