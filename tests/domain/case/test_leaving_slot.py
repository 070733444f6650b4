"""The planned leaving: a change has a reason, each is counted, and a slot can be withdrawn."""

from datetime import timedelta

import pytest

from app.domain.case.leaving import SlotReasonMissing
from app.domain.case.undoing import HubStep
from app.domain.codes.slot_reasons import SlotReason
from app.views.case import rows
from tests.domain.case.events import accepted, submitted
from tests.domain.case.way import STREAM, TOMORROW, after
from tests.domain.case.ways import change, changed, undone
from tests.domain.given import given

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
