"""What each saying of a stay records."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.closing import ClosingEvent
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.case.stay.ending import EndStay, end_stay
from app.domain.case.stay.events import StayEvent
from app.domain.case.stay.following_up import FollowUpStay, follow_up_stay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging, extend_stay, plan_exit, tell_charging
from app.domain.case.stay.reviewing import ReviewStay, review_stay
from app.domain.case.stay.taking_back import TakeStepBack, take_step_back

AnyStayCommand: TypeAlias = ReviewStay | ExtendStay | TellCharging | PlanExit | EndStay | FollowUpStay | TakeStepBack


def decide_stay(command: AnyStayCommand, case: Case, facts: CaseFacts) -> Sequence[StayEvent | ClosingEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case ReviewStay():
            return review_stay(command, case)
        case ExtendStay():
            return extend_stay(command, case, facts)
        case TellCharging():
            return tell_charging(command, case)
        case PlanExit():
            return plan_exit(command, case)
        case EndStay():
            return end_stay(command, case)
        case FollowUpStay():
            return follow_up_stay(command, case)
        case TakeStepBack():
            return take_step_back(command, case, facts)
        case _:
            assert_never(command)
