"""Leaving hospital, coming back, closing, reopening: every way out and its way back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case import CaseFacts
from app.domain.case.closing import HubNotNamed, StillInHospital
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import AFTER_LEAVING, Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Away, Ended, Planning
from tests.domain.case.commands import close, come_back, depart, reopen
from tests.domain.case.events import accepted, back, closed, left, reopened, returned, submitted
from tests.domain.case.way import ADA, OTHER_CASE, PRIYA, TOMORROW, after, stage_after
from tests.domain.given import FEED, NOON, uid

EARLIER = NOON - timedelta(minutes=10)

IN_HOSPITAL = ([submitted()], [submitted(), returned()], [submitted(), accepted])
AT_ANY_STAGE = (*IN_HOSPITAL, [submitted(), left], [submitted(), accepted, left])
DECLINED = Outcome.PERSON_DECLINED


@pytest.mark.parametrize("past", IN_HOSPITAL)
def test_a_person_may_leave_at_any_stage_planned_or_not(past: list[object]) -> None:
    assert after(*past, then=depart()) == [left]


def test_leaving_told_twice_is_leaving_once() -> None:
    assert after(submitted(), left, then=depart()) == []


def test_a_feed_puts_right_when_somebody_left_by_its_own_word() -> None:
    fed = (NOON, left, NOON)
    assert after(submitted(), fed, then=replace(depart(EARLIER), told_at=NOON, by=FEED)) == [left]
    assert after(submitted(), fed, then=replace(depart(NOON), told_at=TOMORROW, by=FEED)) == []
    assert (
        after(submitted(), fed, (EARLIER, left, NOON), then=replace(depart(EARLIER), told_at=TOMORROW, by=FEED)) == []
    )
    assert stage_after(submitted(), accepted, fed, (EARLIER, left, NOON), back) == Planning(PRIYA)


def test_no_feed_changes_when_staff_said_somebody_left_nor_staff_what_a_feed_said() -> None:
    assert after(submitted(), left, then=replace(depart(EARLIER), told_at=NOON, by=FEED)) == []
    assert after(submitted(), (NOON, left, NOON), then=depart(EARLIER)) == []


def test_nobody_leaves_on_a_closed_case() -> None:
    with pytest.raises(CaseIsClosed):
        after(submitted(), closed(DECLINED), then=depart())


@pytest.mark.parametrize("past", IN_HOSPITAL)
def test_who_comes_back_stands_where_they_stood(past: list[object]) -> None:
    assert after(*past, left, then=come_back()) == [back]
    assert stage_after(*past, left, back) == stage_after(*past)
    assert stage_after(*past, (NOON, left), back, (NOON, left)) == stage_after(*past, (NOON, left))


def test_only_somebody_who_left_comes_back() -> None:
    for past in ([submitted()], [submitted(), left, back], [submitted(), left, closed(DECLINED)]):
        assert after(*past, then=come_back()) == []


@pytest.mark.parametrize("past", AT_ANY_STAGE)
@pytest.mark.parametrize("outcome", sorted(set(Outcome) - AFTER_LEAVING))
def test_a_case_closes_at_any_stage_with_its_outcome(past: list[object], outcome: Outcome) -> None:
    assert after(*past, then=close(outcome, "As agreed.")) == [closed(outcome, "As agreed.")]


@pytest.mark.parametrize("outcome", sorted(AFTER_LEAVING))
def test_settled_and_ward_discharge_are_for_somebody_who_has_left(outcome: Outcome) -> None:
    assert after(submitted(), accepted, left, then=close(outcome)) == [closed(outcome)]
    for past in IN_HOSPITAL:
        with pytest.raises(StillInHospital):
            after(*past, then=close(outcome))


@pytest.mark.parametrize("past", AT_ANY_STAGE)
def test_to_whom_a_case_was_handed_is_said(past: list[object]) -> None:
    with pytest.raises(HubNotNamed):
        after(*past, then=close(Outcome.OTHER_HUB))
    assert after(*past, closed(Outcome.OTHER_HUB, "To Fell hub."), then=close(Outcome.OTHER_HUB)) == []


def test_closing_twice_is_closing_once_and_another_outcome_is_refused() -> None:
    assert after(submitted(), closed(DECLINED), then=close(DECLINED)) == []
    with pytest.raises(CaseIsClosed):
        after(submitted(), closed(DECLINED), then=close(Outcome.NO_LONGER_NEEDED))


@pytest.mark.parametrize("past", AT_ANY_STAGE)
def test_a_reopened_case_stands_where_it_stood(past: list[object]) -> None:
    assert after(*past, closed(DECLINED), then=reopen("By mistake.")) == [reopened("By mistake.")]
    assert stage_after(*past, closed(DECLINED), reopened()) == stage_after(*past)


def test_a_case_that_left_and_closed_comes_back_in_two_steps() -> None:
    past = [submitted(), accepted, (NOON, left), closed(Outcome.SETTLED)]
    away = Away(Planning(PRIYA), left_at=NOON)
    assert stage_after(*past) == Ended(Outcome.SETTLED, away)
    assert stage_after(*past, reopened()) == away
    assert stage_after(*past, reopened(), back) == Planning(PRIYA)


def test_reopening_a_case_that_is_open_changes_nothing() -> None:
    assert after(submitted(), then=reopen()) == []
    assert after(submitted(), closed(DECLINED), reopened(), then=reopen()) == []


def test_a_late_repeat_of_a_closure_does_not_undo_the_reopening() -> None:
    past = [submitted(), closed(DECLINED, asked=uid(71)), reopened(asked=uid(72))]
    assert after(*past, then=close(DECLINED, asked=uid(71))) == []
    assert after(*past, then=close(DECLINED, asked=uid(73))) == [closed(DECLINED, asked=uid(73))]
    assert after(*past, then=close(DECLINED)) == [closed(DECLINED)]


def test_a_late_repeat_of_a_reopening_does_not_undo_the_next_closure() -> None:
    past = [submitted(), closed(DECLINED), reopened(asked=uid(72)), closed(DECLINED)]
    assert after(*past, then=reopen(asked=uid(72))) == []
    assert after(*past, then=reopen("Again.", asked=uid(73))) == [reopened("Again.", asked=uid(73))]


def test_a_case_is_not_reopened_beside_another_live_one() -> None:
    with pytest.raises(AlreadyHasLiveCase) as refused:
        after(submitted(), closed(DECLINED), then=reopen(), facts=CaseFacts(spell_person=ADA, live_case=OTHER_CASE))
    assert refused.value.details == {"case_id": str(OTHER_CASE)}
