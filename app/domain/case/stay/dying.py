"""A death ends the stay that goes on, in the same turn as all else; where it was none, the stay goes on as it was.

`recorded` is what the same command records already: who says the discharge or its taking back needs none beside it.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.outcome import Outcome
from app.domain.case.state import Case, Ended
from app.domain.case.stay.due import died_of
from app.domain.case.stay.events import StayEnded, StepTakenBack
from app.domain.case.stay.state import open_stay
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.domain.values import Words


def died_in(event: object, recorded: Sequence[object], case: Case, at: datetime) -> list[StayEnded]:
    """With a case that a death closes: the end of the stay. `case` is as it stood before the event."""
    stay = open_stay(case.stays)
    said = any(isinstance(each, StayEnded) for each in recorded)
    if stay is None or said or not isinstance(event, CaseClosed) or event.outcome is not Outcome.DIED:
        return []
    return [
        StayEnded(
            step_id=_id(stay.stay_id, event.closure_id, at),
            stay_id=stay.stay_id,
            offer_id=stay.offer_id,
            service_id=stay.service_id,
            outcome=StayOutcome.DIED,
            destination=Destination.NONE,
            tool=None,
            score_in=None,
            score_out=None,
            words=None,
        )
    ]


def lives_on(event: object, recorded: Sequence[object], case: Case, at: datetime) -> list[StepTakenBack]:
    """With a case that a wrong death had closed, and opens again: the stay that it had ended. `case` as before."""
    said = any(isinstance(each, StepTakenBack) for each in recorded)
    if said or not isinstance(event, CaseReopened) or not _closed_by_death(case) or open_stay(case.stays):
        return []
    stay = max(case.stays.values(), key=lambda each: each.started_at, default=None)
    if stay is None or stay.ended is None or stay.ended.step.outcome is not StayOutcome.DIED:
        return []
    step = stay.ended.step.step_id
    words = event.words or Words("")
    back = _id(step, event.reopening_id, at)
    return [StepTakenBack(step_id=step, stay_id=stay.stay_id, words=words, undo_id=back)]


def has_died(case: Case) -> bool:
    """Whether a death is what is known of them last: nobody asks how they are."""
    return bool(case.died_since) or _closed_by_death(case) or any(died_of(stay) for stay in case.stays.values())


def _closed_by_death(case: Case) -> bool:
    return isinstance(case.stage, Ended) and case.stage.outcome is Outcome.DIED


def _id(of: UUID, said: UUID | None, at: datetime) -> UUID:
    """The same of the same news, whoever is told of it again."""
    return uuid5(of, f"died {said or at.isoformat()}")
