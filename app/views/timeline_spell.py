"""What happened in a stay, in words."""

from typing import Any, TypeAlias, assert_never

from app.domain.codes import (
    alert_reasons,
    criteria,
    discharge_reasons,
    hub_needs,
    patient_classes,
    return_reasons,
    ways_out,
)
from app.domain.spell import (
    AdmissionCorrected,
    AdmissionExpected,
    AdmissionReasonTold,
    AdmissionReversed,
    CameBackToWard,
    ClassChanged,
    CriteriaReviewed,
    DelayEvent,
    DischargePlanned,
    DischargePlanWithdrawn,
    EarlyAlertProposed,
    EndReversed,
    ExpectedAdmissionCancelled,
    ExpectedDischargeChanged,
    HubNeedSaid,
    LeaveEnded,
    LeaveStarted,
    MoveReversed,
    PersonMoved,
    PlaceCorrected,
    ReadinessProposed,
    SpellEnded,
    SpellEvent,
    SpellGiven,
    SpellOpened,
    SpellReopened,
    TransferPlanned,
    TransferPlanWithdrawn,
    WayOut,
    WentToLounge,
)
from app.domain.spell.criteria import ReviewOutcome
from app.domain.spell.expected_discharge import ExpectedDischargeEvent
from app.domain.spell.leave import LeaveEvent
from app.domain.spell.transfer import TransferEvent
from app.views.phrases import Names, moment, quoted, weekday, where
from app.views.timeline_delay import say_delay

PlanEvent: TypeAlias = (
    ClassChanged
    | TransferEvent
    | ExpectedDischargeEvent
    | LeaveEvent
    | ReadinessProposed
    | HubNeedSaid
    | EarlyAlertProposed
    | AdmissionReasonTold
)


def say_spell(event: SpellEvent, names: Names) -> str:
    """One event of a stay as a sentence."""
    if isinstance(event, DelayEvent):
        return say_delay(event, names)
    match event:
        case SpellOpened():
            return f"Admitted to {_place(event, names)}."
        case SpellReopened():
            return f"The cancelled admission took place after all: {_place(event, names)}."
        case PersonMoved():
            return f"Moved to {_place(event, names)}."
        case PlaceCorrected():
            return f"Place corrected: {_place(event, names)}."
        case MoveReversed():
            return f"A move was cancelled; now in {_place(event, names)}.{quoted(event.words)}"
        case SpellEnded(how=WayOut.VIRTUAL_WARD):
            return "Left the ward: home on the virtual ward, still under the hospital’s care."
        case SpellEnded():
            return f"Stay ended: {ways_out.WORDS[event.how].lower()}."
        case EndReversed():
            now_in = f"; now in {_place(event, names)}" if event.ward_id else ""
            why = f" {return_reasons.WORDS[event.reason]}." if event.reason else ""
            return f"The leaving was cancelled{now_in}.{why}{quoted(event.words)}"
        case AdmissionReversed():
            return f"The admission was cancelled.{quoted(event.words)}"
        case WentToLounge():
            return "Waits in the discharge lounge."
        case CameBackToWard():
            return f"Back on the ward{f': {_place(event, names)}' if event.ward_id else ''}."
        case CriteriaReviewed():
            return _review(event)
        case AdmissionCorrected():
            return f"The admission was told again: {_place(event, names)}."
        case AdmissionExpected():
            return (
                f"Expected to be admitted to {_place(event, names)}." if event.ward_id else "Expected to be admitted."
            )
        case ExpectedAdmissionCancelled():
            return "The expected admission was cancelled."
        case SpellGiven():
            return "This stay now belongs to another record of the person, or to another person."
        case _:
            return _say_plan(event, names)


def _say_plan(event: PlanEvent, names: Names) -> str:
    match event:
        case ClassChanged(patient_class=patient_class):
            return f"The hospital's system now has the person as: {patient_classes.WORDS[patient_class].lower()}."
        case TransferPlanned():
            return f"To move to {_place(event, names)}."
        case TransferPlanWithdrawn():
            return "The planned move was withdrawn."
        case ExpectedDischargeChanged():
            return _expected_date(event)
        case DischargePlanned():
            return "The discharge is planned."
        case DischargePlanWithdrawn():
            return "The planned discharge was withdrawn."
        case LeaveStarted(until=until):
            back = f", back {moment(until)}" if until else ""
            return f"Went on leave{back}."
        case LeaveEnded():
            return f"No longer on leave.{quoted(event.words)}"
        case ReadinessProposed(since=day):
            if day is None:
                return "No longer said to be medically fit."
            return f"Said to be medically fit since {day.day} {day:%b}. A clinician confirms it."
        case HubNeedSaid(need=need):
            return f"Needs the hub? {hub_needs.WORDS[need]}."
        case EarlyAlertProposed(reason=reason, taken_back=taken_back):
            said = "No longer proposed" if taken_back else "Proposed"
            return f"{said} to tell the hub early: {alert_reasons.WORDS[reason]}."
        case AdmissionReasonTold(words=words):
            return f"Reason for admission, as the hospital’s system has it:{quoted(words)}"
        case _:
            assert_never(event)


def _expected_date(event: ExpectedDischargeChanged) -> str:
    """Such as "EDD moved from Tue 3 Nov to Fri 6 Nov: waiting for tests."."""
    now, before = event.expected_on, event.instead_of
    reason = f": {discharge_reasons.WORDS[event.reason].lower()}" if event.reason else ""
    if now and before and now != before:
        said = f"EDD moved from {weekday(before)} to {weekday(now)}"
    elif now:
        said = f"EDD is {'still ' if before else ''}{weekday(now)}"
    else:
        said = f"EDD {weekday(before)} taken back" if before else "EDD taken back"
    return f"{said}{reason}.{quoted(event.words)}"


def _review(event: CriteriaReviewed) -> str:
    if event.outcome is ReviewOutcome.NO_LONGER_MEETS:
        return f"Reviewed: no longer meets the criteria to reside.{quoted(event.words)}"
    met = ", ".join(sorted(criteria.SHORT[each] for each in event.criteria))
    return f"Reviewed: meets the criteria to reside ({met}).{quoted(event.words)}"


def _place(event: Any, names: Names) -> str:
    ward = where(names, event.ward_id)
    return f"{ward}, bed {event.bed}" if event.bed else ward
