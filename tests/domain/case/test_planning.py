"""Accepting, handing over, deciding the pathway, and agreeing the slot to leave."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.case import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.case.pathway import ReviewDatePassed, WhyNotHomeMissing, WhyNotHomeNotWanted
from app.domain.case.state import Planning
from app.domain.case.triage import CaseManagerNotOfThisHub, NothingToAccept, NotInPlanning
from app.domain.codes.pathways import Pathway
from app.domain.codes.slot_reasons import SlotReason
from app.domain.codes.why_not_home import WhyNotHome
from tests.domain.case.way import (
    ADA,
    KNOWN,
    OTHER_HUB,
    PRIYA,
    REVIEW_ON,
    SAM,
    TOMORROW,
    accept,
    accepted,
    after,
    bed_decided,
    closed,
    decide_on,
    decide_on_bed,
    decided_on,
    hand_to,
    handed_over,
    left,
    plan,
    planned,
    resubmitted,
    returned,
    stage_after,
    submitted,
)
from tests.domain.given import NOON

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


@pytest.mark.parametrize("command", [hand_to(SAM), decide_on(Pathway.P1), plan()], ids=["hand over", "pathway", "plan"])
@pytest.mark.parametrize("meanwhile", NOT_PLANNING, ids=["referred", "returned", "left", "closed"])
def test_only_a_case_in_planning_is_planned(command: Any, meanwhile: list[object]) -> None:
    with pytest.raises(NotInPlanning):
        after(submitted(), *meanwhile, then=command)


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
def test_home_needs_no_reason(home: Pathway) -> None:
    assert after(submitted(), accepted, then=decide_on(home)) == [decided_on(home)]


@pytest.mark.parametrize("home", [Pathway.P0, Pathway.P1])
@pytest.mark.parametrize(
    ("said", "unwanted"),
    [
        ((WhyNotHome.H01, None, None, None), "why_not_home"),
        ((None, None, "If.", None), "home_possible_if"),
        ((None, None, None, REVIEW_ON), "review_on"),
        ((WhyNotHome.H15, "Why.", "If.", REVIEW_ON), "why_not_home,home_possible_if,review_on"),
    ],
)
def test_home_has_no_why_not_home(home: Pathway, said: Any, unwanted: str) -> None:
    with pytest.raises(WhyNotHomeNotWanted) as refused:
        after(submitted(), accepted, then=decide_on(home, Pathway.P1, *said))
    assert refused.value.details == {"fields": unwanted}


def test_words_may_go_with_any_pathway() -> None:
    assert after(submitted(), accepted, then=decide_on(Pathway.P1, words="Her daughter stays."))


@pytest.mark.parametrize(
    ("at", "today"),
    [(NOON, date(2026, 11, 2)), (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2))],
    ids=["winter", "after midnight of a summer's night"],
)
def test_a_review_is_today_or_later_by_the_wards_calendar(at: datetime, today: date) -> None:
    said = (WhyNotHome.H15, "Why.", "If.")
    on_the_day = replace(decide_on(Pathway.P2, Pathway.P1, *said, today), at=at)
    assert after(submitted(), accepted, then=on_the_day)
    with pytest.raises(ReviewDatePassed):
        after(submitted(), accepted, then=replace(on_the_day, review_on=today - timedelta(days=1)))


@pytest.mark.parametrize("bed", [Pathway.P2, Pathway.P3])
def test_a_bed_says_why_not_home_what_would_make_it_possible_and_when_to_look_again(bed: Pathway) -> None:
    with pytest.raises(WhyNotHomeMissing) as refused:
        after(submitted(), accepted, then=decide_on(bed, needed=bed))
    assert refused.value.details == {"fields": "why_not_home,words,home_possible_if,review_on"}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ((None, "Why.", "If.", REVIEW_ON), "why_not_home"),
        ((WhyNotHome.H15, None, "If.", REVIEW_ON), "words"),
        ((WhyNotHome.H15, "Why.", None, REVIEW_ON), "home_possible_if"),
        ((WhyNotHome.H15, "Why.", "If.", None), "review_on"),
    ],
)
def test_each_missing_part_of_why_not_home_is_named(said: Any, missing: str) -> None:
    with pytest.raises(WhyNotHomeMissing) as refused:
        after(submitted(), accepted, then=decide_on(Pathway.P2, Pathway.P1, *said))
    assert refused.value.details == {"fields": missing}


def test_a_bed_with_its_reason_is_decided() -> None:
    assert after(submitted(), accepted, then=decide_on_bed()) == [bed_decided()]


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
