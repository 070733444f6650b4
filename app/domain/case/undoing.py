"""Ways back from a wrong move, each itself an event that says why; who undid it stands with the event.

A returned referral, an acceptance, a best-interests decision, a pathway and a slot are undone by the hub; that
somebody came back, or that the case follows another stay, by whoever may say so. What was recorded is kept.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from app.domain.case.closing import CaseReopened
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Alerted, AwaitingTriage, Case, Ended, InHospital, Planning, WithWard
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.ways_out import WayOut
from app.domain.rejections import Rejection
from app.domain.values import SpellId, Words


class HubStep(StrEnum):
    """A step of the hub that may have been wrong."""

    REFERRAL_RETURN = "referral_return"
    ACCEPTANCE = "acceptance"
    PATHWAY = "pathway"
    LEAVING = "leaving"
    BEST_INTERESTS = "best_interests"


class SharedStep(StrEnum):
    """A step that ward and hub may both take, and take back."""

    RETURN_TO_HOSPITAL = "return_to_hospital"
    TRACKING = "tracking"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepUndone:
    """The hub took a step back. Of a pathway, a slot or a best-interests decision none stands from now on."""

    what: HubStep
    words: Words
    undo_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAfterAll:
    """They had not come back: the case stands where it stood, as of `left_at`. `failed`: the return had counted."""

    left_at: datetime
    how: WayOut | None
    failed: bool
    words: Words
    undo_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingUndone:
    """The case follows the earlier stay again; `left_at` and `how` where the person had left that one.

    `let_go`: somebody said so, and the case does not take up the other one again by itself.
    """

    spell_id: SpellId
    left_at: datetime | None
    how: WayOut | None
    failed: bool
    words: Words
    undo_id: UUID
    let_go: bool = True


UndoingEvent = StepUndone | LeftAfterAll | TrackingUndone


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoHubStep(CaseCommand):
    """Take a step of the hub back; `undo_id` is made by who asks, so that asking late records nothing."""

    what: HubStep
    words: Words
    undo_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoSharedStep(CaseCommand):
    """Take back that somebody came back, or that the case follows another stay."""

    what: SharedStep
    words: Words
    undo_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeReferral(CaseCommand):
    """The ward takes its withdrawal back; `reopening_id` is made by who asks, as that of a reopening is."""

    words: Words
    reopening_id: UUID


def undo_hub_step(command: UndoHubStep, case: Case) -> list[StepUndone]:
    """Only what stands now. Before an acceptance is undone, what was decided after it is taken back one by one."""
    if command.undo_id in case.answered:
        return []
    if command.what in hub_steps(case):
        return [StepUndone(what=command.what, words=command.words, undo_id=command.undo_id)]
    if command.what is HubStep.BEST_INTERESTS and case.best_interests and _gives_bed(case):
        raise BedWasGiven
    if isinstance(case.stage, Planning):
        if _sought(case) and command.what in (HubStep.PATHWAY, HubStep.ACCEPTANCE):
            raise ServicesAreAsked
        if command.what is HubStep.ACCEPTANCE:
            raise WorkHasBegun
    raise NothingToUndo


def hub_steps(case: Case) -> set[HubStep]:
    """The steps of the hub that can be undone as the case stands."""
    decided = isinstance(case.stage, InHospital) and case.best_interests and not _gives_bed(case)
    return _steps_of_stage(case) | ({HubStep.BEST_INTERESTS} if decided else set())


def _steps_of_stage(case: Case) -> set[HubStep]:
    match case.stage:
        case WithWard():
            return {HubStep.REFERRAL_RETURN}
        case Planning():
            decided = {HubStep.PATHWAY: case.pathway, HubStep.LEAVING: case.leaving}
            made = {step for step, of in decided.items() if of} or {HubStep.ACCEPTANCE}
            return made - {HubStep.PATHWAY, HubStep.ACCEPTANCE} if _sought(case) else made
        case _:
            return set()


def undo_shared_step(command: UndoSharedStep, case: Case) -> list[UndoingEvent]:
    """Until the person leaves again, or the case is closed: then it is that which was wrong."""
    if command.undo_id in case.answered:
        return []
    if command.what not in shared_steps(case):
        raise NothingToUndo
    match command.what:
        case SharedStep.RETURN_TO_HOSPITAL:
            return [_left_after_all(command, case)]
        case SharedStep.TRACKING:
            return [_tracked_before(command, case)]
        case _:
            assert_never(command.what)


def shared_steps(case: Case) -> set[SharedStep]:
    """The steps of ward or hub that can be undone as the case stands."""
    made = {SharedStep.RETURN_TO_HOSPITAL: case.back, SharedStep.TRACKING: case.followed}
    return {step for step, of in made.items() if of} if isinstance(case.stage, InHospital) else set()


def resume_referral(command: ResumeReferral, case: Case, facts: CaseFacts) -> list[CaseReopened]:
    """A withdrawal by the ward, of an alert or a referral that the hub had not accepted; nothing else it may reopen."""
    if command.reopening_id in case.answered or not isinstance(case.stage, Ended):
        return []
    if not was_withdrawn(case):
        raise ClosedByHub
    if facts.live_case is not None:
        raise AlreadyHasLiveCase(case_id=str(facts.live_case))
    return [CaseReopened(words=command.words, reopening_id=command.reopening_id)]


def was_withdrawn(case: Case) -> bool:
    """Whether the ward took its early alert or referral back, and nothing more was done."""
    match case.stage:
        case Ended(outcome=outcome, before=Alerted() | AwaitingTriage() | WithWard()):
            return outcome in _WITHDRAWN
        case _:
            return False


class NothingToUndo(Rejection):
    """This does not stand any longer, so there is nothing to take back. Look at what happened meanwhile."""


class WorkHasBegun(Rejection):
    """A pathway is decided or a slot agreed on this case. Withdraw these first; then the acceptance can be undone."""


class BedWasGiven(Rejection):
    """A bed was given on the strength of this decision. Withdraw the pathway first; then it can be taken back."""


class ServicesAreAsked(Rejection):
    """Services are asked for this person, or one is booked. Withdraw the requests or cancel the booking first."""


class ClosedByHub(Rejection):
    """The ward did not withdraw this; the hub closed the case. Ask the hub to reopen it, and say why."""


def _gives_bed(case: Case) -> bool:
    return case.pathway is not None and not case.pathway.given.is_home


def _sought(case: Case) -> bool:
    return bool(case.requests.open or case.requests.booking)


_WITHDRAWN = frozenset(Outcome(each) for each in Withdrawal)


def _left_after_all(command: UndoSharedStep, case: Case) -> LeftAfterAll:
    assert case.back, "only a return that stands is undone"
    away = case.back.away
    return LeftAfterAll(
        left_at=away.left_at, how=away.how, failed=case.back.failed, words=command.words, undo_id=command.undo_id
    )


def _tracked_before(command: UndoSharedStep, case: Case) -> TrackingUndone:
    assert case.followed, "only a following that stands is undone"
    back = case.followed.back
    return TrackingUndone(
        spell_id=case.followed.spell_id,
        left_at=back.away.left_at if back else None,
        how=back.away.how if back else None,
        failed=bool(back and back.failed),
        words=command.words,
        undo_id=command.undo_id,
    )
