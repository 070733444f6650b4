"""Every wrong move has a way back, which is itself an event with its reason."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case import CASE, CaseTracked
from app.domain.case.best_interests import BestInterestsMissing
from app.domain.case.facts import CaseFacts
from app.domain.case.form import Capacity, CapacityState, ReferralForm
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import AwaitingTriage
from app.domain.case.undoing import BedWasGiven, ClosedByHub, HubStep, NothingToUndo, SharedStep, WorkHasBegun
from app.domain.codes.pathways import Pathway
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.domain.values import Words
from app.views.case import CaseRow, rows
from tests.domain.case.commands import accept, decide_on, decide_on_bed
from tests.domain.case.events import (
    accepted,
    alerted,
    amended,
    bed_decided,
    best_interests,
    closed,
    decided_on,
    handed_over,
    left,
    planned,
    reopened,
    returned,
    submitted,
)
from tests.domain.case.way import OTHER_CASE, OTHER_SPELL, SPELL, STREAM, after, stage_after
from tests.domain.case.ways import (
    OTHER_UNDO,
    UNDO,
    WHY,
    back_for,
    left_after_all,
    left_by,
    resume,
    tracking_undone,
    undo,
    undo_shared,
    undone,
)
from tests.domain.given import NOON, given, uid

RETURN, ACCEPTANCE, PATHWAY, LEAVING, BEST_INTERESTS = HubStep
BACK, TRACKING = SharedStep
LACKS = amended(ReferralForm(capacity=Capacity(state=CapacityState.LACKS, decision=Words("Where to live"))))
tracked = CaseTracked(spell_id=OTHER_SPELL, failed_discharge=True)

BEFORE: dict[HubStep, list[object]] = {
    RETURN: [submitted()],
    ACCEPTANCE: [submitted()],
    PATHWAY: [submitted(), accepted],
    LEAVING: [submitted(), accepted],
    BEST_INTERESTS: [submitted(), accepted, LACKS],
}
WRONG: dict[HubStep, list[object]] = {
    RETURN: [returned()],
    ACCEPTANCE: [accepted, handed_over],
    PATHWAY: [decided_on(Pathway.P1)],
    LEAVING: [planned()],
    BEST_INTERESTS: [best_interests()],
}


def card(*past: object) -> CaseRow:
    [row] = rows(given(*past, stream=STREAM))
    return row


def test_an_acceptance_sent_late_does_not_accept_again_what_was_undone() -> None:
    asked, again = uid(83), uid(84)
    accepted_so = after(submitted(), then=accept(asked=asked))
    past = [submitted(), *accepted_so, undone(ACCEPTANCE)]
    assert after(*past, then=accept(asked=asked)) == []
    assert after(*past, then=accept(asked=again)) != []
    assert after(submitted(), *accepted_so, then=accept(asked=again)) == []


def state(*past: object) -> Any:
    """Without how repeats are known."""
    return replace(CASE.fold(given(*past, stream=STREAM)), answered=frozenset(), let_go=frozenset())


@pytest.mark.parametrize("step", HubStep)
def test_a_step_undone_leaves_the_case_as_it_was_before(step: HubStep) -> None:
    """But for what it was meanwhile: a night in between keeps the reason that it had."""
    wrong = [*BEFORE[step], *WRONG[step]]
    assert after(*wrong, then=undo(step)) == [undone(step)]
    assert state(*wrong, undone(step)) == state(*BEFORE[step])
    same: dict[str, Any] = {"position": 0, "leave_changes": 0, "delay": None}
    assert replace(card(*wrong, undone(step)), **same) == replace(card(*BEFORE[step]), **same)


@pytest.mark.parametrize("step", HubStep)
def test_undone_twice_is_undone_once_and_late_it_undoes_nothing_newer(step: HubStep) -> None:
    wrong = [*BEFORE[step], *WRONG[step]]
    assert after(*wrong, undone(step), then=undo(step)) == []
    assert after(*wrong, undone(step), *WRONG[step], then=undo(step)) == []
    assert after(*wrong, undone(step), *WRONG[step], then=undo(step, OTHER_UNDO)) == [undone(step, OTHER_UNDO)]


@pytest.mark.parametrize("step", HubStep)
def test_what_does_not_stand_is_not_undone(step: HubStep) -> None:
    for past in (BEFORE[step], [*BEFORE[step], *WRONG[step], left], [*BEFORE[step], closed(Outcome.PERSON_DECLINED)]):
        with pytest.raises(NothingToUndo):
            after(*past, then=undo(step))


@pytest.mark.parametrize("past", [[submitted(), LACKS], [submitted(), LACKS, returned()]])
def test_a_best_interests_decision_is_taken_back_before_the_hub_accepts_too(past: list[object]) -> None:
    assert after(*past, best_interests(), then=undo(BEST_INTERESTS)) == [undone(BEST_INTERESTS)]


def test_a_best_interests_decision_stands_while_a_bed_is_given_on_its_strength() -> None:
    given_bed = [*BEFORE[BEST_INTERESTS], best_interests(), bed_decided()]
    with pytest.raises(BedWasGiven):
        after(*given_bed, then=undo(BEST_INTERESTS))
    assert after(*given_bed, undone(PATHWAY), then=undo(BEST_INTERESTS, OTHER_UNDO)) != []
    with pytest.raises(BestInterestsMissing):
        after(*BEFORE[BEST_INTERESTS], best_interests(), undone(BEST_INTERESTS), then=decide_on_bed())


@pytest.mark.parametrize("work", [decided_on(Pathway.P1), planned()])
def test_an_acceptance_stands_while_work_that_follows_it_does(work: object) -> None:
    with pytest.raises(WorkHasBegun):
        after(submitted(), accepted, work, then=undo(ACCEPTANCE))


def test_after_undoing_the_hub_accepts_and_decides_anew() -> None:
    assert after(submitted(), accepted, undone(ACCEPTANCE), then=accept()) == [accepted]
    past = [submitted(), accepted, decided_on(Pathway.P1), undone(PATHWAY)]
    assert after(*past, then=decide_on(Pathway.P1)) == [decided_on(Pathway.P1)]


@pytest.mark.parametrize(("reason", "failed"), [(ReturnReason.UNWELL, True), (ReturnReason.RECORDED_BY_MISTAKE, False)])
def test_who_was_not_back_after_all_has_left_as_they_had(reason: ReturnReason, failed: bool) -> None:
    away = [submitted(), accepted, (NOON, left_by(WayOut.SELF_DISCHARGE))]
    came = [*away, back_for(reason)]
    gone = left_after_all(how=WayOut.SELF_DISCHARGE, failed=failed)
    assert after(*came, then=undo_shared(BACK)) == [gone]
    assert state(*came, gone) == state(*away)
    assert replace(card(*came, gone), position=0) == replace(card(*away), position=0)
    assert after(*came, gone, then=undo_shared(BACK)) == []


def test_what_the_hub_did_meanwhile_stands_when_the_return_is_undone() -> None:
    past = [submitted(), (NOON, left), back_for(None), accepted, left_after_all()]
    assert card(*past).stage == "left_hospital"
    assert stage_after(*past, back_for(None)) == stage_after(submitted(), accepted)


def test_only_a_return_that_stands_is_undone() -> None:
    for past in ([submitted()], [submitted(), left], [submitted(), left, back_for(None), left]):
        with pytest.raises(NothingToUndo):
            after(*past, then=undo_shared(BACK))


def test_a_case_that_followed_the_wrong_stay_follows_the_earlier_one_again() -> None:
    here = [submitted(), accepted]
    still = CaseTracked(spell_id=OTHER_SPELL)
    assert after(*here, still, then=undo_shared(TRACKING)) == [tracking_undone(at=None)]
    assert state(*here, still, tracking_undone(at=None)) == state(*here)

    away = [*here, (NOON, left)]
    assert card(*away, tracked).failed_discharges == 1
    again = tracking_undone(failed=True)
    assert after(*away, tracked, then=undo_shared(TRACKING)) == [again]
    assert state(*away, tracked, again) == state(*away)
    assert replace(card(*away, tracked, again), position=0) == replace(card(*away), position=0)
    assert card(*away, tracked, again).spell_id == SPELL


def test_tracking_is_undone_only_while_the_stay_is_the_one_that_was_taken_up() -> None:
    for past in ([submitted()], [submitted(), tracked, left], [submitted(), tracked, tracking_undone(at=None)]):
        with pytest.raises(NothingToUndo):
            after(*past, then=undo_shared(TRACKING, OTHER_UNDO))


@pytest.mark.parametrize("past", [[alerted()], [submitted()], [submitted(), returned()]])
@pytest.mark.parametrize("why", [Outcome.CANCELLED_BY_WARD, Outcome.NO_LONGER_NEEDED, Outcome.PERSON_DECLINED])
def test_the_ward_takes_its_withdrawal_back(past: list[object], why: Outcome) -> None:
    assert after(*past, closed(why), then=resume()) == [reopened(WHY, UNDO)]
    assert stage_after(*past, closed(why), reopened(WHY, UNDO)) == stage_after(*past)
    assert after(*past, closed(why), reopened(WHY, UNDO), closed(why), then=resume()) == []


def test_what_the_hub_closed_the_ward_does_not_reopen() -> None:
    for past in (
        [submitted(), closed(Outcome.OTHER_HOSPITAL)],
        [submitted(), accepted, closed(Outcome.PERSON_DECLINED)],
    ):
        with pytest.raises(ClosedByHub):
            after(*past, then=resume())


def test_a_withdrawal_is_not_taken_back_beside_another_live_case() -> None:
    with pytest.raises(AlreadyHasLiveCase):
        after(submitted(), closed(Outcome.PERSON_DECLINED), then=resume(), facts=CaseFacts(live_case=OTHER_CASE))


def test_a_case_that_is_open_is_not_resumed() -> None:
    assert after(submitted(), then=resume()) == []
    assert stage_after(submitted()) == AwaitingTriage()
