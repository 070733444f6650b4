"""What ended with its case or stay opens again once that is taken back; what was settled does not."""

from dataclasses import replace

import pytest

from app.domain.case import CaseReopened
from app.domain.case.outcome import Outcome
from app.domain.escalation import (
    CLOCK,
    EndedBecause,
    EscalationEnded,
    EscalationOpenedAgain,
    OpenAgain,
)
from app.domain.ladder import Level
from app.domain.values import Words
from tests.domain.case.events import closed
from tests.domain.case.way import CASE_ID
from tests.domain.escalation.test_answering import OWNER as FOR_OWNER
from tests.domain.escalation.test_answering import acknowledge, acknowledged, by_hand, climb, climbed
from tests.domain.escalation.test_causes import ADMITTED, REFERRED
from tests.domain.escalation.test_raising import KEY, OTHER, TERMS, after, raised, said
from tests.domain.escalation.watching import OFFICE, Clock, later, rules, story
from tests.domain.given import uid

ANEW = replace(TERMS, respond_by=later(9))
again = OpenAgain(subject=CASE_ID, by=CLOCK, at=later(7), escalation_id=KEY, terms=ANEW)
opened = EscalationOpenedAgain(escalation_id=KEY, terms=ANEW)


def over(because: EndedBecause) -> EscalationEnded:
    return EscalationEnded(escalation_id=KEY, because=because)


@pytest.mark.parametrize("because", [EndedBecause.CASE_CLOSED, EndedBecause.STAY_OVER])
def test_it_stands_again_once_and_waits_for_an_answer(because: EndedBecause) -> None:
    past = (by_hand, acknowledged, climbed, over(because))
    assert after(*past, then=again) == [opened]
    assert after(*past, opened, then=again) == []
    assert after(*past, opened, then=replace(acknowledge, acknowledgement_id=uid(312)), facts=FOR_OWNER) != []
    assert after(*past, opened, then=climb) == [climbed]


@pytest.mark.parametrize("because", [EndedBecause.SETTLED, EndedBecause.CAUSE_OVER])
def test_what_was_settled_stays_so(because: EndedBecause) -> None:
    assert after(by_hand, over(because), then=again) == []


def test_what_the_clock_raised_comes_back_by_its_cause_alone() -> None:
    assert after(raised(), over(EndedBecause.CASE_CLOSED), then=again) == []


def test_it_does_not_stand_beside_the_same_with_the_same() -> None:
    past = (by_hand, over(EndedBecause.CASE_CLOSED))
    other = after(*past, then=said(OTHER))
    assert after(*past, *other, then=again) == []


def test_what_was_raised_anew_and_settled_since_is_not_opened_again_in_its_first_form() -> None:
    past = (by_hand, over(EndedBecause.CASE_CLOSED))
    other = after(*past, then=said(OTHER))
    settled = EscalationEnded(escalation_id=OTHER, because=EndedBecause.SETTLED)
    assert after(*past, *other, settled, then=again) == []


def test_the_time_to_answer_is_counted_anew_at_the_level_where_it_was_raised() -> None:
    terms = rules().anew("raised_by_hand", TERMS, later(7))
    assert (terms.level, terms.owner_id, terms.respond_by) == (Level.L2, OFFICE, later(9))


def test_a_look_that_reads_of_the_end_and_of_its_taking_back_ends_nothing_that_a_person_raised() -> None:
    reopened = CaseReopened(words=Words("Hers."), reopening_id=uid(82))
    watched = Clock(story(ADMITTED, REFERRED, (later(1), closed(Outcome.NO_LONGER_NEEDED)), (later(1.5), reopened)))
    watched.says(by_hand, later(0.5))
    watched.look(later(1.6))
    assert not watched.past.items[KEY].ended
