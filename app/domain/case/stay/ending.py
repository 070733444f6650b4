"""Discharge from service: what became of the person, and where they went. With the last stay the case ends."""

from dataclasses import dataclass

from app.domain.case.closing import CaseClosed
from app.domain.case.outcome import Outcome
from app.domain.case.state import Away, Case
from app.domain.case.stay.command import StayCommand, going_on
from app.domain.case.stay.events import StayEnded, StayReviewed
from app.domain.case.stay.state import begun
from app.domain.codes.functional_scores import RANGE, Tool
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStay(StayCommand):
    """Discharge the person from the service."""

    outcome: StayOutcome
    destination: Destination
    tool: Tool | None = None
    score_in: int | None = None
    score_out: int | None = None
    words: Words | None = None


def end_stay(command: EndStay, case: Case) -> list[StayEnded | CaseClosed]:
    """A score says by which tool. Who goes on to another service or is in hospital keeps the case; a death ends it."""
    if command.step_id in case.answered:
        return []
    stay = going_on(command, case)
    review = stay.latest(StayReviewed)
    if review and command.at < review.at:
        raise EndedBeforeAReview(fields="at")
    _require_score(command)
    ended = StayEnded(
        step_id=command.step_id,
        stay_id=stay.stay_id,
        offer_id=stay.offer_id,
        service_id=stay.service_id,
        outcome=command.outcome,
        destination=command.destination,
        tool=command.tool,
        score_in=command.score_in,
        score_out=command.score_out,
        words=command.words,
    )
    died = command.outcome is StayOutcome.DIED
    if not (died and isinstance(case.stage, Away)) and not _is_last(case):
        return [ended]
    outcome = Outcome.DIED if died else Outcome.SETTLED
    return [ended, CaseClosed(outcome=outcome, words=None, closure_id=command.step_id)]


def _is_last(case: Case) -> bool:
    booking, sought = case.requests.booking, case.requests.open
    goes_on = bool(sought) or (booking is not None and not begun(case.stays, booking))
    return isinstance(case.stage, Away) and not goes_on


def _require_score(command: EndStay) -> None:
    scores = [score for score in (command.score_in, command.score_out) if score is not None]
    if command.tool is None and scores:
        raise ScoreWithoutTool(fields="tool")
    if command.tool and any(score not in RANGE[command.tool] for score in scores):
        raise ScoreOutOfRange(fields="score_in" if command.score_in in scores else "score_out")


class EndedBeforeAReview(Rejection):
    """The stay was reviewed after that time. Correct the time, or take the review back first."""


class ScoreWithoutTool(Rejection):
    """A score means nothing without the tool it was taken with. Choose the tool."""


class ScoreOutOfRange(Rejection):
    """The tool that you chose has no such score. Check both scores, or choose the other tool."""
