"""What moves a case moves its tasks: they are brought into step with it in the same turn."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.case.arriving.evolving import ARRIVING_EVENTS
from app.domain.case.closing import CaseReopened
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralAmended
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.sending import RequestSent
from app.domain.case.stay.events import STAY_EVENTS
from app.domain.case.tasks.planning import PlanTasks
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import ReferralAccepted
from app.domain.case.undoing import LeftAfterAll, StepUndone, TrackingUndone
from app.domain.decider import Recorded
from app.domain.values import Actor, ActorKind, CaseId, key_of

PLANS = Actor(kind=ActorKind.SYSTEM, id="tasks")
"""Who brings the tasks into step: the system."""

MOVES_TASKS = (
    *(ReferralAccepted, ReferralAmended, PathwayDecided, LeavingPlanned, LeftHospital, CameBack),
    *(RequestSent, OfferConfirmed, StartChanged, OfferEnded, OffersGivenBack),
    *ARRIVING_EVENTS,
    *STAY_EVENTS,
    *(StepUndone, LeftAfterAll, CaseTracked, TrackingUndone, CaseReopened),
)


def plans(recorded: Sequence[Recorded[Any]]) -> Iterator[PlanTasks]:
    """One bringing into step for all that one command recorded."""
    last = next((each for each in reversed(recorded) if isinstance(each.event, MOVES_TASKS)), None)
    if last:
        yield PlanTasks(case_id=CaseId(key_of(last.stream)), by=PLANS, at=last.at)
