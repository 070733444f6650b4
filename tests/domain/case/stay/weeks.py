"""Ada's weeks in the care of East: met on Monday 9 November 2026, and what is said of her stay since."""

from datetime import date, datetime, timedelta
from typing import Any

from app.domain.case.stay.ending import EndStay
from app.domain.case.stay.events import (
    ChargingTold,
    ExitPlanned,
    FollowedUp,
    Remains,
    StayEnded,
    StayExtended,
    StayReviewed,
    StepTakenBack,
)
from app.domain.case.stay.following_up import FollowUpStay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.case.stay.state import Stay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.values import Words
from tests.domain.case.arriving.leaving import AWAY, AWAY_TO_BED, MET_AT, arrived, met
from tests.domain.case.requests.asking import AT_EAST, EAST, MONDAY
from tests.domain.case.way import CASE_ID, case_after
from tests.domain.given import NURSE, uid

STAY = uid(202)
IN_STAY = (*AWAY, (MET_AT, met()))
IN_BED = (*AWAY_TO_BED, (MONDAY, arrived()), (MET_AT, met(ServiceLine.IC_UNIT)))
SAID = Words("Walks to the gate.")
SIX_WEEKS_ON = date(2026, 12, 21)


def days(n: float) -> datetime:
    """So many days after first contact."""
    return MET_AT + timedelta(days=n)


def _said(n: int, at: datetime, **more: Any) -> dict[str, Any]:
    return {"case_id": CASE_ID, "by": NURSE, "at": at, "stay_id": STAY, "step_id": uid(n)} | more


def review(n: int = 211, at: datetime | None = None, **more: Any) -> ReviewStay:
    return ReviewStay(**_said(n, at or days(7), remains=None, words=SAID) | more)


def extend(n: int = 212, at: datetime | None = None, **more: Any) -> ExtendStay:
    why: dict[str, Any] = {"until": date(2027, 1, 4), "reason": ExtensionReason.GOALS_IN_REACH, "words": None}
    return ExtendStay(**_said(n, at or days(30), **why) | more)


def tell(n: int = 213, at: datetime | None = None, **more: Any) -> TellCharging:
    return TellCharging(**_said(n, at or days(28), charged_from=SIX_WEEKS_ON, words=None) | more)


def plan_exit(n: int = 214, at: datetime | None = None, **more: Any) -> PlanExit:
    to: dict[str, Any] = {"leave_on": date(2026, 12, 18), "destination": Destination.HOME_LONG_TERM, "words": SAID}
    return PlanExit(**_said(n, at or days(30), **to) | more)


def end(n: int = 215, at: datetime | None = None, **more: Any) -> EndStay:
    how: dict[str, Any] = {"outcome": StayOutcome.LOWER, "destination": Destination.HOME_LONG_TERM}
    score: dict[str, Any] = {"tool": Tool.BARTHEL, "score_in": 9, "score_out": 16, "words": None}
    return EndStay(**_said(n, at or days(39), **how, **score) | more)


def follow_up(day: int = 7, n: int = 216, at: datetime | None = None, **more: Any) -> FollowUpStay:
    return FollowUpStay(**_said(n, at or days(39 + day), day=day, found=Found.AT_HOME, words=None) | more)


def take_back(step: int, n: int = 217, at: datetime | None = None) -> TakeStepBack:
    return TakeStepBack(**_said(step, at or days(40)), undo_id=uid(n), words=SAID)


def reviewed(n: int = 211, remains: Remains | None = None) -> StayReviewed:
    return StayReviewed(step_id=uid(n), stay_id=STAY, remains=remains, words=SAID)


def extended(until: date = date(2027, 1, 4)) -> StayExtended:
    return StayExtended(step_id=uid(212), stay_id=STAY, until=until, reason=ExtensionReason.GOALS_IN_REACH, words=None)


def told() -> ChargingTold:
    return ChargingTold(step_id=uid(213), stay_id=STAY, charged_from=SIX_WEEKS_ON, words=None)


def exit_planned() -> ExitPlanned:
    return ExitPlanned(
        step_id=uid(214),
        stay_id=STAY,
        leave_on=date(2026, 12, 18),
        destination=Destination.HOME_LONG_TERM,
        words=SAID,
    )


def ended(outcome: StayOutcome = StayOutcome.LOWER, n: int = 215) -> StayEnded:
    return StayEnded(
        step_id=uid(n),
        stay_id=STAY,
        offer_id=AT_EAST,
        service_id=EAST,
        outcome=outcome,
        destination=Destination.HOME_LONG_TERM,
        tool=Tool.BARTHEL,
        score_in=9,
        score_out=16,
        words=None,
    )


def followed_up(day: int = 7, n: int = 216, found: Found = Found.AT_HOME) -> FollowedUp:
    return FollowedUp(step_id=uid(n), stay_id=STAY, day=day, found=found, words=None)


def step_back(step: int, n: int = 217) -> StepTakenBack:
    return StepTakenBack(step_id=uid(step), stay_id=STAY, words=SAID, undo_id=uid(n))


def stay_after(*past: object) -> Stay:
    """The stay after these events."""
    return case_after(*past).stays[STAY]
