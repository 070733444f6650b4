"""What holders are asked and said, after one more event of the case. Nothing is refused here.

A question is over with its answer, and also when what is held is settled otherwise: given up, agreed anew, gone.
"""

from collections.abc import Collection, Mapping
from typing import Any, TypeAlias, TypeVar, get_args
from uuid import UUID

from app.domain.case.arriving.death import DiedSince
from app.domain.case.closing import CaseClosed
from app.domain.case.holding.answering import HolderAnswered, KeepOrRelease
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.state import Holding, Question
from app.domain.case.leaving import LeftHospital
from app.domain.case.requests.answering import HeldInPrinciple
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.stay.events import StayEnded
from app.domain.case.tasks.doing import TaskFinished, TaskNotNeeded, TaskReopened
from app.domain.case.tasks.planning import TasksLetGo
from app.domain.case.undoing import LeftAfterAll, TrackingUndone
from app.domain.decider import Recorded
from app.domain.replacing import replace

HoldingEvent: TypeAlias = HoldersAsked | HolderAnswered
HOLDING_EVENTS: tuple[type[HoldingEvent], ...] = get_args(HoldingEvent)

_SETTLE = frozenset(
    {
        *HOLDING_EVENTS,
        *(LeftHospital, LeftAfterAll, CaseClosed, DiedSince, TrackingUndone),
        *(OfferEnded, OfferConfirmed, StartChanged, HeldInPrinciple),
        *(StayEnded, TaskFinished, TaskReopened, TaskNotNeeded, TasksLetGo),
    }
)
"""Most events settle nothing, and are known by their class alone: a long case is folded often."""

T = TypeVar("T")


def held(holding: Holding, recorded: Recorded[Any]) -> Holding:
    """The questions once this is known; events of other abilities settle them too."""
    if type(recorded.event) not in _SETTLE:
        return holding
    match recorded.event:
        case HoldersAsked() as event:
            return _asked(holding, event, recorded)
        case HolderAnswered() as event:
            return _answered(holding, event)
        case LeftHospital() | LeftAfterAll() | CaseClosed() | DiedSince():
            return _over(holding, {*holding.asked, *holding.kept_until})
        case TrackingUndone(left_at=left_at) if left_at:
            over = _over(holding, {*holding.asked, *holding.kept_until})
            # Admitted after all, they are back anew, though it be at the very time that was told first.
            return replace(over, heard=frozenset(each for each in over.heard if each[0] is not Cause.CAME_BACK))
        case (
            OfferEnded(offer_id=key) | StayEnded(offer_id=key) | TaskReopened(task_id=key) | TaskNotNeeded(task_id=key)
        ):
            return _over(holding, [key])
        case TasksLetGo(task_ids=keys):
            return _over(holding, keys)
        case OfferConfirmed(offer_id=key) | StartChanged(offer_id=key) | HeldInPrinciple(offer_id=key):
            return _settled(holding, key)
        case TaskFinished(task_id=key):
            return _settled(holding, key)
        case _:
            return holding


def _asked(holding: Holding, event: HoldersAsked, recorded: Recorded[Any]) -> Holding:
    def question(key: UUID) -> Question:
        before = holding.asked.get(key)
        return Question(cause=event.cause, asked_at=before.asked_at if before else recorded.recorded_at)

    asked = {each.holder_id: question(each.holder_id) for each in event.holders}
    return replace(
        holding,
        asked={**holding.asked, **asked},
        kept_until=_without(holding.kept_until, asked),
        kept_for=_without(holding.kept_for, asked),
        heard=holding.heard | {(event.cause, recorded.at)},
    )


def _answered(holding: Holding, event: HolderAnswered) -> Holding:
    key = event.holder_id
    question, kept_for = holding.asked.get(key), holding.kept_for.get(key)
    cause = question.cause if question else kept_for
    holding = replace(_over(holding, [key]), answered=holding.answered | {event.answer_id})
    if event.answer is KeepOrRelease.RELEASE or event.until is None or cause is None:
        return holding
    return replace(
        holding,
        kept_until={**holding.kept_until, key: event.until},
        kept_for={**holding.kept_for, key: cause},
    )


def _settled(holding: Holding, key: UUID) -> Holding:
    """What its holder says anew of it, it says knowing what happened."""
    return replace(holding, asked=_without(holding.asked, [key])) if key in holding.asked else holding


def _over(holding: Holding, keys: Collection[UUID]) -> Holding:
    if not any(key in holding.asked or key in holding.kept_until for key in keys):
        return holding
    return replace(
        holding,
        asked=_without(holding.asked, keys),
        kept_until=_without(holding.kept_until, keys),
        kept_for=_without(holding.kept_for, keys),
    )


def _without(held_by: Mapping[UUID, T], keys: Collection[UUID]) -> Mapping[UUID, T]:
    return {key: value for key, value in held_by.items() if key not in keys}
