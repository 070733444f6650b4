"""In which order the events of a case tell of a delay: as they happened, whenever each was told (DOMAIN rule 16).

What is said of one offer, or of one task, counts in the order in which it was said, since each step answers the one
before. A death, or the end of an admission, that was taken back never was: what was recorded because of it, and has not
come back, counts from then. Nor was a leaving that was recorded by mistake.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital
from app.domain.case.outcome import Outcome
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralResubmitted, ReferralReturned, ReferralSubmitted
from app.domain.case.requests.evolving import REQUEST_EVENTS
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.sending import RequestSent
from app.domain.case.tasks.doing import TaskAssigned
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.planning import TasksLetGo, TasksRaised, TasksRescheduled
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import CaseManagerNamed, ReferralAccepted
from app.domain.case.undoing import LeftAfterAll, StepUndone, TrackingUndone
from app.domain.codes.return_reasons import ReturnReason
from app.domain.decider import Recorded

TELLS: frozenset[type[Any]] = frozenset(
    {
        *(EarlyAlertRaised, ReferralSubmitted, ReferralReturned, ReferralResubmitted, ReferralAccepted),
        *(CaseManagerNamed, PathwayDecided, LeavingPlanned, StepUndone, CaseClosed, CaseReopened),
        *(LeftHospital, CameBack, CaseTracked, LeftAfterAll, TrackingUndone),
        *(*REQUEST_EVENTS, *TASK_EVENTS),
    }
) - {TasksRescheduled, TaskAssigned}
"""The events that may change why somebody is still in hospital. Whose a task is, is not among them."""

NEVER_WAS = frozenset({Outcome.DIED, Outcome.ADMISSION_CANCELLED})
"""The ends that are reopened only because they were none; the others end the work until it is taken up again."""


def in_time(events: Iterable[Recorded[Any]]) -> list[Recorded[Any]]:
    """What of these tells of a delay, each `at` the time from which it counts; those of one time as they were told."""
    told = [each for each in events if type(each.event) in TELLS]
    lived = _without_what_never_was(_without_mistaken_leavings(told))
    return sorted(_after_what_they_answer(lived), key=attrgetter("at"))


def is_mistaken(event: Any) -> bool:
    """Whether this says that they had never left."""
    return isinstance(event, CameBack) and event.reason is ReturnReason.RECORDED_BY_MISTAKE


def _without_mistaken_leavings(told: Iterable[Recorded[Any]]) -> list[Recorded[Any]]:
    """All that was told of one leaving goes with it: its time put right, a return that was taken back."""
    lived: list[Recorded[Any]] = []
    leaving: list[Recorded[Any]] = []
    before_back: list[Recorded[Any]] = []
    for each in told:
        match each.event:
            case LeftHospital():
                leaving = [*leaving, each]
            case event if is_mistaken(event):
                lived = [known for known in lived if known not in leaving]
                leaving = []
                continue
            case CameBack() | CaseTracked():
                before_back, leaving = [*leaving, each], []
            case LeftAfterAll() | TrackingUndone():
                leaving = [*before_back, each]
            case _:
                pass
        lived.append(each)
    return lived


def _without_what_never_was(told: Sequence[Recorded[Any]]) -> list[Recorded[Any]]:
    lived: list[Recorded[Any]] = []
    ended: int | None = None
    for each in told:
        if isinstance(each.event, CaseReopened) and ended is not None:
            lived[ended:] = _since(lived[ended], lived[ended + 1 :], each.at)
            ended = None
            continue
        if isinstance(each.event, CaseClosed):
            ended = len(lived) if each.event.outcome in NEVER_WAS else None
        lived.append(each)
    return lived


def _since(end: Recorded[Any], recorded: Iterable[Recorded[Any]], at: datetime) -> Iterator[Recorded[Any]]:
    """What was recorded since this wrong end, as if it were because of its correction; news of before stays there."""
    return (each if each.at < end.at else replace(each, at=max(each.at, at)) for each in recorded)


def _after_what_they_answer(told: Iterable[Recorded[Any]]) -> Iterator[Recorded[Any]]:
    last: dict[UUID, datetime] = {}
    for each in told:
        about = _about(each.event)
        at = max((last[key] for key in about if key in last), default=each.at)
        placed = replace(each, at=at) if at > each.at else each
        last |= dict.fromkeys(about, placed.at)
        yield placed


def _about(event: Any) -> Sequence[UUID]:
    """The offers or tasks of which this is said."""
    match event:
        case RequestSent(asked=offers):
            return [each.offer_id for each in offers]
        case OffersGivenBack(given_back=back, lost=lost):
            return [*(each.offer_id for each in back), *(each.offer_id for each in lost)]
        case TasksRaised(tasks=tasks):
            return [each.task_id for each in tasks]
        case TasksLetGo(task_ids=tasks):
            return tasks
        case _:
            key = getattr(event, "offer_id", None) or getattr(event, "task_id", None)
            return [key] if key else []
