"""How somebody left, how they came back, and what counts as a failed discharge."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CASE, CaseTracked
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import ReturnReasonInWords
from app.domain.case.state import Away, Planning
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.views.case import CaseRow, rows
from tests.domain.case.commands import track
from tests.domain.case.events import accepted, submitted
from tests.domain.case.way import ADA, HUB, OTHER_SPELL, PRIYA, STREAM, after
from tests.domain.case.ways import back_for, leave_by, left_by, return_for
from tests.domain.given import NOON, given

VIRTUAL, DISCHARGED = WayOut.VIRTUAL_WARD, WayOut.DISCHARGED
EVENING, NEXT_DAY = NOON + timedelta(hours=9), NOON + timedelta(hours=13)


def card(*past: object) -> CaseRow:
    [row] = rows(given(*past, stream=STREAM))
    return row


@pytest.mark.parametrize("how", [None, *WayOut])
def test_the_case_shows_how_somebody_left_and_stays_until_the_hub_closes_it(how: WayOut | None) -> None:
    [left] = after(submitted(), accepted, then=leave_by(how))
    row = card(submitted(), accepted, (NOON, left))
    assert (row.stage, row.gone, row.left_at, row.left_how) == ("left_hospital", False, NOON, how)
    state = CASE.fold(given(submitted(), accepted, (NOON, left), stream=STREAM))
    assert state.stage == Away(Planning(PRIYA), left_at=NOON, how=how)


def test_who_was_on_the_virtual_ward_leaves_once_more_and_then_no_more() -> None:
    at_home = [submitted(), accepted, left_by(VIRTUAL)]
    assert after(*at_home, then=leave_by(VIRTUAL)) == []
    assert after(*at_home, then=leave_by(None)) == []
    assert after(*at_home, then=leave_by(DISCHARGED)) == [left_by(DISCHARGED)]
    assert after(*at_home, left_by(DISCHARGED), then=leave_by(DISCHARGED)) == []
    assert card(*at_home, left_by(DISCHARGED)).left_how == DISCHARGED


def test_back_from_the_virtual_ward_nothing_is_left_of_how_they_went() -> None:
    row = card(submitted(), left_by(VIRTUAL), back_for(None))
    assert (row.stage, row.left_at, row.left_how) == ("referred", None, None)


@pytest.mark.parametrize(
    ("back_at", "reason", "counted"),
    [
        (EVENING, None, 1),
        (NEXT_DAY, None, 0),
        (NEXT_DAY, ReturnReason.NO_CARE, 1),
        (EVENING, ReturnReason.TRANSPORT_ABORTED, 1),
        (EVENING, ReturnReason.RECORDED_BY_MISTAKE, 0),
    ],
)
def test_back_the_same_day_or_with_a_reason_is_a_failed_discharge(
    back_at: Any, reason: ReturnReason | None, counted: int
) -> None:
    past = [submitted(), (NOON, left_by(DISCHARGED))]
    assert after(*past, then=return_for(reason, at=back_at)) == [back_for(reason)]
    assert card(*past, (back_at, back_for(reason))).failed_discharges == counted


def test_each_failed_discharge_counts() -> None:
    once = [left_by(DISCHARGED), back_for(ReturnReason.NOBODY_HOME)]
    assert card(submitted(), *once, *once).failed_discharges == 2


@pytest.mark.parametrize(("admitted_at", "failed"), [(EVENING, True), (NEXT_DAY, False)])
def test_a_new_stay_on_the_day_they_left_counts_too(admitted_at: Any, failed: bool) -> None:
    past = [submitted(), accepted, (NOON, left_by(DISCHARGED))]
    facts = CaseFacts(spell_person=ADA, manages_for=HUB, admitted_at=admitted_at)
    tracked = CaseTracked(spell_id=OTHER_SPELL, failed_discharge=failed)
    assert after(*past, then=track(OTHER_SPELL), facts=facts) == [tracked]
    assert card(*past, tracked).failed_discharges == int(failed)


def test_a_new_stay_of_somebody_who_had_not_left_is_no_failed_discharge() -> None:
    facts = CaseFacts(spell_person=ADA, admitted_at=EVENING)
    assert after(submitted(), then=track(OTHER_SPELL), facts=facts) == [CaseTracked(spell_id=OTHER_SPELL)]


def test_other_is_said_in_words() -> None:
    with pytest.raises(ReturnReasonInWords) as refused:
        after(submitted(), left_by(DISCHARGED), then=return_for(ReturnReason.OTHER))
    assert refused.value.details == {"fields": "words"}
    told = return_for(ReturnReason.OTHER, "The lift was broken.")
    assert after(submitted(), left_by(DISCHARGED), then=told) == [back_for(ReturnReason.OTHER, "The lift was broken.")]
