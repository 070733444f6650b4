"""Acknowledged, acted on, climbed and ended: who may say so, and that saying it twice is saying it once."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.escalation import (
    CLOCK,
    AcknowledgeEscalation,
    ActOnEscalation,
    Asker,
    Climb,
    ClimbedBecause,
    EndedBecause,
    EndEscalation,
    EndWithCause,
    EscalationAcknowledged,
    EscalationActed,
    EscalationClimbed,
    EscalationEnded,
)
from app.domain.escalation.answering import EscalationIsOver, NothingToWriteOn, NotYourEscalation, StandsWithTheSystem
from app.domain.escalation.ending import EndsWithItsCause
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.rejections import NotKnown
from app.domain.values import FeedId, Role, Words
from tests.domain.case.way import CASE_ID, HUB, OTHER_HUB
from tests.domain.escalation.test_raising import KEY, KNOWN, TERMS, after, raised
from tests.domain.escalation.watching import OFFICE, TRUST, later
from tests.domain.given import NURSE, uid

SAID, AGAIN = uid(311), uid(312)
OWNER = replace(KNOWN, asker=Asker(organisation_id=OFFICE, hub_id=None))
OF_HUB = replace(KNOWN, asker=Asker(organisation_id=TRUST, hub_id=HUB))
STRANGER = replace(KNOWN, asker=Asker(organisation_id=TRUST, hub_id=OTHER_HUB))
HIGHER = replace(TERMS, level=Level.L3, respond_by=later(2))

_BY: dict[str, Any] = {"subject": CASE_ID, "by": NURSE, "at": later(), "escalation_id": KEY}
_CLOCK = _BY | {"by": CLOCK}
acknowledge = AcknowledgeEscalation(acknowledgement_id=SAID, **_BY)
act = ActOnEscalation(action_id=SAID, words=Words("Rang the ward."), **_BY)
end = EndEscalation(ending_id=SAID, words=Words("She rang back."), **_BY)
climb = Climb(terms=HIGHER, because=ClimbedBecause.UNANSWERED, **_CLOCK)
over = EndWithCause(because=EndedBecause.CAUSE_OVER, **_CLOCK)

acknowledged = EscalationAcknowledged(escalation_id=KEY, acknowledgement_id=SAID)
acted = EscalationActed(escalation_id=KEY, action_id=SAID, words=Words("Rang the ward."))
climbed = EscalationClimbed(escalation_id=KEY, terms=HIGHER, because=ClimbedBecause.UNANSWERED)
ended = EscalationEnded(escalation_id=KEY, because=EndedBecause.CAUSE_OVER)
by_hand = raised(trigger="raised_by_hand", words="Nobody rings back.")

HIGHEST = replace(TERMS, level=Level.SRO, ladder=Ladders.SYSTEM, owner_id=None)
ABOVE_ALL = replace(by_hand, terms=replace(HIGHEST, level=Level.L2), hub_id=HUB)
LEAD = replace(KNOWN, asker=Asker(organisation_id=TRUST, hub_id=OTHER_HUB, role=Role.HUB_LEAD))
OFFICER = replace(KNOWN, asker=Asker(organisation_id=TRUST, hub_id=None, is_officer=True))


@pytest.mark.parametrize("facts", [OWNER, OF_HUB], ids=["owner", "hub"])
def test_both_ladders_may_take_it_on(facts: Any) -> None:
    assert after(raised(), then=acknowledge, facts=facts) == [acknowledged]


@pytest.mark.parametrize("command", [acknowledge, act, end], ids=["acknowledge", "act", "end"])
@pytest.mark.parametrize("facts", [STRANGER, KNOWN], ids=["another organisation", "off the roster"])
def test_another_organisation_answers_for_nobody(command: Any, facts: Any) -> None:
    with pytest.raises(NotYourEscalation) as refused:
        after(by_hand, then=command, facts=facts)
    assert refused.value.code() == "not-your-escalation"


@pytest.mark.parametrize("facts", [LEAD, OFFICER], ids=["a lead", "officer"])
def test_who_speaks_for_the_system_answers_by_acting_on_what_stands_there(facts: Any) -> None:
    past = (raised(), replace(climbed, terms=HIGHEST))
    assert after(*past, then=act, facts=facts) == [acted]
    assert after(*past, acted, then=replace(acknowledge, acknowledgement_id=AGAIN), facts=facts) == []


@pytest.mark.parametrize("facts", [OWNER, OF_HUB], ids=["owner", "hub"])
def test_what_climbed_above_its_owners_ladder_is_still_theirs_to_act_on_and_waits_for_who_was_asked(facts: Any) -> None:
    past = (raised(), replace(climbed, terms=HIGHEST))
    beside = replace(acted, answers=False)
    assert after(*past, then=act, facts=facts) == [beside]
    later_ones = (replace(acknowledge, acknowledgement_id=AGAIN), replace(act, action_id=AGAIN))
    assert [len(after(*past, beside, then=each, facts=OFFICER)) for each in later_ones] == [1, 1]
    assert after(replace(ABOVE_ALL, terms=replace(TERMS, ladder=Ladders.SYSTEM)), beside, then=climb) == [climbed]
    assert (
        after(*past, replace(acknowledged, acknowledgement_id=uid(313)), beside, then=later_ones[0], facts=OFFICER)
        == []
    )
    with pytest.raises(NotYourEscalation):
        after(*past, then=act, facts=STRANGER)


@pytest.mark.parametrize("past", [(ABOVE_ALL,), (by_hand, replace(climbed, terms=HIGHEST))], ids=["raised", "climbed"])
@pytest.mark.parametrize("role", Role)
def test_what_stands_with_the_system_is_taken_on_and_settled_by_who_speaks_for_it(past: Any, role: Role) -> None:
    facts = replace(KNOWN, asker=Asker(organisation_id=OFFICE, hub_id=HUB, role=role))
    for command in (acknowledge, end):
        if role in {Role.HUB_LEAD, Role.MANAGER}:
            assert len(after(*past, then=command, facts=facts)) == 1
        else:
            with pytest.raises(StandsWithTheSystem):
                after(*past, then=command, facts=facts)


@pytest.mark.parametrize("command", [acknowledge, act, end], ids=["acknowledge", "act", "end"])
def test_its_officer_answers_by_name_and_nobody_else_acts_on_what_was_never_an_organisations(command: Any) -> None:
    assert len(after(ABOVE_ALL, then=command, facts=OFFICER)) == 1
    for facts in (STRANGER, OWNER, OF_HUB, KNOWN):
        with pytest.raises(StandsWithTheSystem):
            after(ABOVE_ALL, then=command, facts=facts)


def test_the_officer_of_the_system_stands_on_no_ladder_below_it() -> None:
    with pytest.raises(NotYourEscalation):
        after(raised(), then=acknowledge, facts=OFFICER)


def test_one_acknowledgement_is_enough_at_a_level() -> None:
    assert after(raised(), acknowledged, then=acknowledge, facts=OWNER) == []
    assert after(raised(), acknowledged, then=replace(acknowledge, acknowledgement_id=AGAIN), facts=OWNER) == []


def test_what_climbed_is_acknowledged_anew_and_not_by_a_late_repeat() -> None:
    assert after(raised(), acknowledged, climbed, then=acknowledge, facts=OWNER) == []
    again = replace(acknowledge, acknowledgement_id=AGAIN)
    assert after(raised(), acknowledged, climbed, then=again, facts=OWNER) == [
        EscalationAcknowledged(escalation_id=KEY, acknowledgement_id=AGAIN)
    ]


def test_what_was_done_is_written_as_often_as_something_is_done() -> None:
    assert after(raised(), then=act, facts=OWNER) == [acted]
    assert after(raised(), acted, then=act, facts=OWNER) == []
    assert len(after(raised(), acted, then=replace(act, action_id=AGAIN), facts=OWNER)) == 1


def test_nothing_is_written_on_a_feed() -> None:
    with pytest.raises(NothingToWriteOn):
        after(replace(raised(), feed_id=FeedId(uid(7))), then=act, facts=OWNER)


def test_silence_lifts_it_and_an_answer_keeps_it_where_it_is() -> None:
    assert after(raised(), then=climb) == [climbed]
    assert after(raised(), acknowledged, then=climb) == []
    assert after(raised(), acted, then=climb) == []
    assert after(raised(), climbed, then=climb) == []


def test_a_cause_that_goes_on_lifts_it_in_spite_of_an_answer() -> None:
    goes_on = replace(climb, because=ClimbedBecause.GOES_ON)
    assert after(raised(), acknowledged, then=goes_on) == [replace(climbed, because=ClimbedBecause.GOES_ON)]


def test_what_has_ended_neither_climbs_nor_ends_again() -> None:
    assert after(raised(), then=over) == [ended]
    assert after(raised(), ended, then=over) == []
    assert after(raised(), ended, then=climb) == []
    with pytest.raises(EscalationIsOver):
        after(raised(), ended, then=acknowledge, facts=OWNER)


def test_what_the_clock_raised_ends_with_its_cause_alone() -> None:
    with pytest.raises(EndsWithItsCause):
        after(raised(), then=end, facts=OWNER)


def test_what_a_person_raised_a_person_ends_in_words() -> None:
    settled = EscalationEnded(
        escalation_id=KEY, because=EndedBecause.SETTLED, words=Words("She rang back."), ending_id=SAID
    )
    assert after(by_hand, then=end, facts=OWNER) == [settled]
    assert after(by_hand, settled, then=end, facts=OWNER) == []


def test_an_escalation_that_never_was_is_not_known() -> None:
    with pytest.raises(NotKnown):
        after(then=acknowledge, facts=OWNER)
    assert after(then=climb) == []
    assert after(then=over) == []
