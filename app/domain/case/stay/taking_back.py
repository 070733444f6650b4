"""A step of a stay was said by mistake and is taken back; with a discharge that closed the case, it opens again.

A discharge is the last that is said of a stay: what followed it is taken back first, a death where it was told.
"""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.closing import CaseReopened
from app.domain.case.facts import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.case.referral import AlreadyHasLiveCase
from app.domain.case.state import Away, Case, Ended, Stage
from app.domain.case.stay.command import StayCommand, stay_of
from app.domain.case.stay.events import FollowedUp, StayEnded, StayStep, StepTakenBack
from app.domain.case.stay.state import Stay, Stays, begun, open_stay
from app.domain.case.undoing import NothingToUndo
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStepBack(StayCommand):
    """Take the step `step_id` back, and say why; `undo_id` is made by who asks."""

    undo_id: UUID
    words: Words


def take_step_back(command: TakeStepBack, case: Case, facts: CaseFacts) -> list[StepTakenBack | CaseReopened]:
    """Only what stands. The place that a discharge gave up is free: the service counts itself anew."""
    if command.undo_id in case.answered:
        return []
    stay = stay_of(command, case)
    told = next((each for each in stay.steps if each.step.step_id == command.step_id), None)
    if told is None:
        raise NothingToUndo
    back = StepTakenBack(step_id=command.step_id, stay_id=stay.stay_id, words=command.words, undo_id=command.undo_id)
    if isinstance(told.step, StayEnded):
        _require_last_said(stay, told.step, case)
    if not _closed_it(told.step, case.stage):
        return [back]
    if facts.live_case:
        raise AlreadyHasLiveCase(case_id=str(facts.live_case))
    return [back, CaseReopened(words=command.words, reopening_id=command.undo_id)]


def _closed_it(step: StayStep, stage: Stage) -> bool:
    """Whether the case ended with this: a discharge, or that they were found to have died."""
    return isinstance(stage, Ended) and stage.closed_by == step.step_id


def _require_last_said(stay: Stay, discharge: StayEnded, case: Case) -> None:
    """What was said after a discharge is taken back before it; a death only where it was told."""
    if stay.latest(FollowedUp):
        raise FollowedUpSince
    if not _closed_it(discharge, case.stage) and isinstance(case.stage, Ended):
        raise DeathStands if case.stage.outcome is Outcome.DIED else CaseClosedSince
    if case.died_since:
        raise DeathStands
    later = [each for each in case.stays.values() if each.started_at > stay.started_at]
    if later or open_stay(case.stays):
        raise AnotherStaySince
    if isinstance(case.stage, Away) and any(_is_there(key, case.stage, case.stays) for key in case.stage.known if key):
        raise ArrivedSince


def _is_there(booking: UUID, away: Away, stays: Stays) -> bool:
    """Whether they arrived at a service that has not met them yet."""
    return away.of(booking).is_there and not begun(stays, booking)


class FollowedUpSince(Rejection):
    """They were asked since how they are. Take these answers back first; then the discharge."""


class DeathStands(Rejection):
    """This person has died, so no stay of theirs goes on. If that is wrong, have the death taken back where it was
    told: by the ward, on their record, or by the hub, which opens the case again. Then take the discharge back.
    """


class CaseClosedSince(Rejection):
    """This discharge did not close the case; it was closed otherwise. Ask the hub to open it again, and say why; then
    take the discharge back.
    """


class ArrivedSince(Rejection):
    """They have arrived at the next service since. Take the arrival there back first; then the discharge."""


class AnotherStaySince(Rejection):
    """They are in another service since. Take the first contact there back first; then the discharge."""
