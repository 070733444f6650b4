"""When things happened to a case, as far as a cause counts from them and the case itself keeps no time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.case.leaving import CameBack, LeavingPlanned
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralResubmitted, ReferralReturned, ReferralSubmitted
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.sending import RequestSent
from app.domain.case.requests.state import EndedBecause
from app.domain.case.tasks.doing import TaskFinished
from app.domain.case.tasks.planning import TasksRaised
from app.domain.case.tasks.raising import TaskRaised
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import HubStep, LeftAfterAll, StepUndone
from app.domain.decider import Recorded
from app.domain.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """An offer that was not answered in time, and when that was."""

    at: datetime
    offer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoments:
    """`referred_at` is when the referral last came to the hub, whole; `raised` and `done` are of tasks.

    `leave_at` is the slot that stands, `missed` how many before it passed with the person still here; `back_at` is
    when they came back, until they are to leave again. `offers_ended` are when each came to nothing. `seek_since` is
    when a service came to be sought: by the decision, another package than services were `asked_for`, or since the one
    that was booked is used up.
    """

    referred_at: datetime | None = None
    returned_at: datetime | None = None
    seek_since: datetime | None = None
    asked_for: Package | None = None
    leave_at: datetime | None = None
    missed: int = 0
    back_at: datetime | None = None
    silences: tuple[Silence, ...] = ()
    offers_ended: Mapping[UUID, datetime] = field(default_factory=dict)
    raised: Mapping[UUID, datetime] = field(default_factory=dict)
    done: Mapping[UUID, datetime] = field(default_factory=dict)


def timed(moments: CaseMoments, recorded: Recorded[Any]) -> CaseMoments:
    """The moments once this is known."""
    event, at = recorded.event, recorded.at
    match event:
        case ReferralSubmitted() | ReferralResubmitted():
            return replace(moments, referred_at=at)
        case ReferralReturned():
            return replace(moments, returned_at=at)
        case PathwayDecided():
            return replace(moments, seek_since=at, asked_for=None)
        case RequestSent(package=package):
            return replace(moments, asked_for=package)
        case PackageDescribed(package=package) if moments.asked_for and not moments.asked_for.asks_same(package):
            return replace(moments, seek_since=at, asked_for=None)
        case LeavingPlanned():
            return replace(moments, leave_at=event.leave_at, missed=_missed(moments, recorded), back_at=None)
        case StepUndone(what=HubStep.LEAVING):
            return replace(moments, leave_at=None, missed=_missed(moments, recorded))
        case CameBack() | CaseTracked():
            return replace(moments, leave_at=None, missed=0, back_at=at)
        case LeftAfterAll():
            return replace(moments, back_at=None)
        case OfferEnded():
            silence = (Silence(at=at, offer_id=event.offer_id),) if event.why is EndedBecause.NO_ANSWER else ()
            ended = {**moments.offers_ended, event.offer_id: at}
            known = replace(moments, silences=(*moments.silences, *silence), offers_ended=ended)
            anew = event.why is EndedBecause.DISCHARGED  # the service that was sought is used: another is from now on
            return replace(known, seek_since=at, asked_for=None) if anew else known
        case TasksRaised(tasks=tasks):
            return replace(moments, raised={**moments.raised, **{each.task_id: at for each in tasks}})
        case TaskRaised(task_id=key):
            return replace(moments, raised={**moments.raised, key: at})
        case TaskFinished(task_id=key):
            return replace(moments, done={**moments.done, key: at})
        case _:
            return moments


def _missed(moments: CaseMoments, recorded: Recorded[Any]) -> int:
    """A slot was missed if it had passed when it was put off."""
    passed = moments.leave_at is not None and moments.leave_at <= recorded.at
    return moments.missed + passed
