"""The planned leaving: a change has a reason, each is counted, and a slot can be withdrawn."""

from datetime import timedelta

import pytest

from app.domain.case.holding.slipping import slipping
from app.domain.case.leaving import SlotReasonMissing
from app.domain.case.undoing import HubStep
from app.domain.codes.slot_reasons import SlotReason
from app.views.case import rows
from tests.domain.case.arriving.leaving import BOOKED
from tests.domain.case.events import accepted, back, left, submitted
from tests.domain.case.requests.asking import MONDAY
from tests.domain.case.test_tracking import followed
from tests.domain.case.way import STREAM, TOMORROW, after, case_after
from tests.domain.case.ways import change, changed, left_after_all, undone
from tests.domain.given import NOON, given

LATER = TOMORROW + timedelta(days=1)
PLANNING = [submitted(), accepted]
MEDICINES, OTHER = SlotReason.MEDICINES, SlotReason.OTHER


def changes(*past: object) -> int:
    [row] = rows(given(*past, stream=STREAM))
    return row.leave_changes


def test_the_first_slot_needs_no_reason_and_keeps_none() -> None:
    assert after(*PLANNING, then=change()) == [changed()]
    assert after(*PLANNING, then=change(reason=MEDICINES)) == [changed()]
    assert changes(*PLANNING, changed()) == 0


def test_a_change_without_a_reason_is_refused_at_its_field() -> None:
    with pytest.raises(SlotReasonMissing) as refused:
        after(*PLANNING, changed(), then=change(LATER))
    assert refused.value.details == {"fields": "reason"}
    with pytest.raises(SlotReasonMissing) as refused:
        after(*PLANNING, changed(), then=change(LATER, OTHER))
    assert refused.value.details == {"fields": "why"}


@pytest.mark.parametrize(("reason", "why"), [(MEDICINES, None), (MEDICINES, "Blister pack."), (OTHER, "A wedding.")])
def test_a_change_keeps_its_reason_and_is_counted(reason: SlotReason, why: str | None) -> None:
    moved = changed(LATER, reason, why)
    assert after(*PLANNING, changed(), then=change(LATER, reason, why)) == [moved]
    assert changes(*PLANNING, changed(), moved) == 1
    assert changes(*PLANNING, changed(), moved, changed(TOMORROW, MEDICINES)) == 2


def test_the_same_slot_again_changes_nothing_whatever_the_reason() -> None:
    past = [*PLANNING, changed(), changed(LATER, MEDICINES)]
    assert after(*past, then=change(LATER, MEDICINES)) == []
    assert after(*past, then=change(LATER)) == []
    assert after(*past, then=change(LATER, SlotReason.FAMILY)) == []


def test_a_withdrawn_slot_counts_as_a_change_and_the_next_one_needs_no_reason() -> None:
    past = [*PLANNING, changed(), undone(HubStep.LEAVING)]
    assert changes(*past) == 1
    assert after(*past, then=change(LATER)) == [changed(LATER)]
    assert changes(*past, changed(LATER)) == 1


@pytest.mark.parametrize("again", [back, followed], ids=["in the same stay", "in a new one"])
def test_a_slot_stands_for_who_is_back_before_its_time(again: object) -> None:
    leaving = (*BOOKED, changed(MONDAY), (NOON + timedelta(hours=3), left))
    case = case_after(*leaving, (NOON + timedelta(hours=3, minutes=10), again))
    assert case.slot == changed(MONDAY)
    assert slipping(case) is not None, "and who holds something is asked when it passes"
    assert case_after(*leaving, (MONDAY, again)).slot is None, "they had left by it"


def test_the_same_slot_is_agreed_anew_once_they_left_by_it_and_are_back() -> None:
    past = (*PLANNING, changed(), (TOMORROW, left), (TOMORROW + timedelta(hours=6), back))
    assert after(*past, then=change()) == [changed()]
    assert after(*past, then=change(LATER, MEDICINES)) == [changed(LATER, MEDICINES)]
    assert case_after(*past, changed()).slot == changed()
    assert after(*past, changed(), then=change()) == []


def test_a_slot_that_an_earlier_leaving_used_is_used_though_the_last_return_was_none() -> None:
    first = (*PLANNING, changed(), (LATER, left), (LATER + timedelta(hours=6), back))
    second = (*first, (LATER + timedelta(days=1), left), (LATER + timedelta(days=2), back))
    undone_at = LATER + timedelta(days=3)
    assert case_after(*second, (undone_at, left_after_all(LATER + timedelta(days=1)))).slot is None
    once = (*PLANNING, changed(), (LATER, left), (LATER + timedelta(hours=6), back))
    assert case_after(*once, (undone_at, left_after_all(LATER))).slot == changed()
