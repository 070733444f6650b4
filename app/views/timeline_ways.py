"""The ways out of hospital and back, in words: the agreed slot, the leaving, the return, and what was taken back."""

from typing import assert_never

from app.domain.case import CameBack, LeavingPlanned, LeftAfterAll, LeftHospital, StepUndone, TrackingUndone
from app.domain.case.undoing import HubStep
from app.domain.codes import return_reasons, slot_reasons, ways_out
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.views.phrases import moment, quoted

_UNDONE = {
    HubStep.REFERRAL_RETURN: "The return to the ward was a mistake: the referral lies with the hub again.",
    HubStep.ACCEPTANCE: "Accepted by mistake: the referral waits for the hub again.",
    HubStep.PATHWAY: "The pathway decision was withdrawn.",
    HubStep.LEAVING: "The planned leaving was withdrawn.",
    HubStep.BEST_INTERESTS: "The best-interests decision was taken back: it stands no longer.",
}


def say_slot(event: LeavingPlanned) -> str:
    """The slot, and why it changed."""
    slot = f"{moment(event.leave_at)} from the {event.leave_from}"
    said = f"{slot}.{quoted(event.going_to)}{quoted(event.received_by, 'Received by')}"
    if event.reason is None:
        return f"Leaving planned: {said}"
    return f"Planned leaving changed: {said} Why: {first_low(slot_reasons.WORDS[event.reason])}.{quoted(event.why)}"


def say_way(event: LeftHospital | CameBack | LeftAfterAll | StepUndone | TrackingUndone) -> str:
    """One way out, or back."""
    match event:
        case LeftHospital():
            return _left(event.how)
        case CameBack():
            return f"{_back(event.reason)}{quoted(event.words)}"
        case LeftAfterAll():
            return f"Not back after all: they left {moment(event.left_at)}.{quoted(event.words)}"
        case TrackingUndone():
            return f"The case follows the earlier stay again.{quoted(event.words)}"
        case StepUndone():
            return f"{_UNDONE[event.what]}{quoted(event.words)}"
        case _:
            assert_never(event)


def _left(how: WayOut | None) -> str:
    if how is None or how is WayOut.DISCHARGED:
        return "Left hospital."
    return f"Left hospital: {first_low(ways_out.WORDS[how])}."


def _back(reason: ReturnReason | None) -> str:
    if reason is None:
        return "Back in hospital: the leaving was cancelled or failed."
    if reason is ReturnReason.RECORDED_BY_MISTAKE:
        return "In hospital still: the leaving was recorded by mistake."
    return f"Back in hospital, the discharge failed: {first_low(return_reasons.WORDS[reason])}."


def first_low(words: str) -> str:
    """Words that begin a line, as they stand in the middle of one; a code or an abbreviation stays as it is."""
    return words if words[1:2].isupper() or words[1:2].isdigit() else words[:1].lower() + words[1:]
