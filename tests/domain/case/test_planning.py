"""Accepting, handing over, deciding the pathway, and agreeing the slot to leave."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.case.state import Planning
from app.domain.case.triage import CaseManagerNotOfThisHub, NothingToAccept, NotInPlanning
from app.domain.codes.pathways import Pathway
from app.domain.codes.slot_reasons import SlotReason
from tests.domain.case.commands import accept, decide_on, decide_on_bed, hand_to, plan
from tests.domain.case.events import (
    accepted,
    bed_decided,
    closed,
    decided_on,
    handed_over,
    left,
    planned,
    resubmitted,
    returned,
    submitted,
)
from tests.domain.case.way import ADA, KNOWN, OTHER_HUB, PRIYA, SAM, TOMORROW, after, stage_after

GONE = CaseFacts(spell_person=ADA, manages_for=None)

NOT_PLANNING: tuple[list[object], ...] = (
    [],
    [returned()],
    [accepted, left],
    [accepted, closed(Outcome.PERSON_DECLINED)],
)
"""What may have happened since the referral so that the hub is not planning."""


def test_the_hub_accepts_with_a_case_manager() -> None:
    assert after(submitted(), then=accept()) == [accepted]
    assert stage_after(submitted(), accepted) == Planning(PRIYA)


def test_an_answered_referral_is_accepted() -> None:
    assert after(submitted(), returned(), resubmitted(words="Two."), then=accept()) == [accepted]


def test_accepting_twice_is_accepting_once() -> None:
    assert after(submitted(), accepted, then=accept()) == []


def test_what_does_not_wait_for_triage_is_not_accepted() -> None:
    for meanwhile in ([returned()], [accepted], [left], [closed(Outcome.PERSON_DECLINED)]):
        with pytest.raises(NothingToAccept):
            after(submitted(), *meanwhile, then=accept(SAM))


@pytest.mark.parametrize("meanwhile", [[handed_over], [left], [closed(Outcome.PERSON_DECLINED)]])
@pytest.mark.parametrize("facts", [KNOWN, GONE], ids=["on the roster", "off the roster"])
def test_a_late_repeat_of_the_acceptance_records_nothing(meanwhile: list[object], facts: CaseFacts) -> None:
    assert after(submitted(), accepted, *meanwhile, then=accept(), facts=facts) == []


@pytest.mark.parametrize("meanwhile", [[left], [closed(Outcome.PERSON_DECLINED)], [left, closed(Outcome.SETTLED)]])
@pytest.mark.parametrize("command", [hand_to(SAM), decide_on_bed(), plan()], ids=["hand over", "pathway", "plan"])
def test_a_late_repeat_of_what_stands_records_nothing(command: Any, meanwhile: list[object]) -> None:
    standing = [submitted(), accepted, handed_over, bed_decided(), planned()]
    assert after(*standing, *meanwhile, then=command, facts=GONE) == []


def test_a_case_is_handed_to_another_manager() -> None:
    assert after(submitted(), accepted, then=hand_to(SAM)) == [handed_over]
    assert stage_after(submitted(), accepted, handed_over) == Planning(SAM)


def test_naming_the_manager_the_case_has_changes_nothing() -> None:
    assert after(submitted(), accepted, then=hand_to(PRIYA)) == []


@pytest.mark.parametrize("facts", [GONE, CaseFacts(spell_person=ADA, manages_for=OTHER_HUB)], ids=["none", "other"])
def test_a_case_manager_manages_cases_of_this_hub(facts: CaseFacts) -> None:
    with pytest.raises(CaseManagerNotOfThisHub):
        after(submitted(), then=accept(), facts=facts)
    with pytest.raises(CaseManagerNotOfThisHub):
        after(submitted(), accepted, then=hand_to(SAM), facts=facts)


@pytest.mark.parametrize("meanwhile", NOT_PLANNING[:2], ids=["referred", "returned"])
def test_a_pathway_is_decided_once_the_hub_has_accepted(meanwhile: list[object]) -> None:
    with pytest.raises(NotInPlanning):
        after(submitted(), *meanwhile, then=decide_on(Pathway.P1))


def test_another_pathway_is_decided_for_who_has_left_too() -> None:
    past = [submitted(), accepted, decided_on(Pathway.P0), left]
    assert after(*past, then=decide_on(Pathway.P1)) == [decided_on(Pathway.P1)]


@pytest.mark.parametrize("command", [hand_to(SAM), plan()], ids=["hand over", "plan"])
@pytest.mark.parametrize("meanwhile", NOT_PLANNING, ids=["referred", "returned", "left", "closed"])
def test_only_a_case_in_planning_is_planned(command: Any, meanwhile: list[object]) -> None:
    with pytest.raises(NotInPlanning):
        after(submitted(), *meanwhile, then=command)


def test_the_same_decision_again_changes_nothing_and_another_replaces_it() -> None:
    assert after(submitted(), accepted, bed_decided(), then=decide_on_bed()) == []
    assert after(submitted(), accepted, bed_decided(), then=decide_on_bed("Stairs.")) == [bed_decided("Stairs.")]
    assert after(submitted(), accepted, bed_decided(), then=decide_on(Pathway.P1)) == [decided_on(Pathway.P1)]


def test_the_slot_to_leave_is_agreed() -> None:
    assert after(submitted(), accepted, then=plan()) == [planned()]


def test_the_same_slot_again_changes_nothing_and_another_replaces_it() -> None:
    later = TOMORROW + timedelta(hours=2)
    assert after(submitted(), accepted, planned(), then=plan()) == []
    for other in (plan(later), plan(going_to="Sister")):
        [moved] = after(submitted(), accepted, planned(), then=replace(other, reason=SlotReason.FAMILY))
        assert moved == replace(planned(other.leave_at, other.going_to), reason=SlotReason.FAMILY)
