"""What happened, in words: a function of the stream, with no table of its own."""

from typing import assert_never

from app.domain.case import (
    AssessmentReaffirmed,
    AssessmentSigned,
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseEvent,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CaseTracked,
    EarlyAlertRaised,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
    LeavingPlanned,
    LeftAfterAll,
    LeftHospital,
    MedicinesTold,
    NoteAmended,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PathwayDecided,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    StepUndone,
    TrackingUndone,
)
from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.holding.evolving import HoldingEvent
from app.domain.case.outcome import WORDS as OUTCOMES
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.stay.events import StayEvent
from app.domain.case.tasks.evolving import TaskEvent
from app.domain.routing import HomeRoute
from app.views.phrases import Names, listed, name, plain, quoted, where
from app.views.timeline_arriving import say_arriving
from app.views.timeline_assessment import say_assessment
from app.views.timeline_delay import say_delay
from app.views.timeline_form import say_form
from app.views.timeline_holding import say_holding
from app.views.timeline_medicines import say_medicines
from app.views.timeline_note import say_note
from app.views.timeline_pathway import say_best_interests, say_pathway
from app.views.timeline_requests import say_request
from app.views.timeline_spell import say_spell
from app.views.timeline_stay import say_stay
from app.views.timeline_tasks import say_task
from app.views.timeline_ways import first_low, say_slot, say_way

__all__ = ["Names", "say_case", "say_spell"]


def say_case(event: CaseEvent, names: Names) -> str:
    """One event of a case as a sentence."""
    if isinstance(event, RequestEvent):
        return say_request(event, names)
    if isinstance(event, TaskEvent):
        return say_task(event, names)
    if isinstance(event, HoldingEvent):
        return say_holding(event, names)
    if isinstance(event, ArrivingEvent):
        return say_arriving(event, names)
    if isinstance(event, StayEvent):
        return say_stay(event, names)
    if isinstance(event, RemainingEvent):
        return say_delay(event, names)
    match event:
        case EarlyAlertRaised():
            told = f"{where(names, event.hub_id)} told early. Likely needs: {listed(event.likely)}."
            return f"{told}{quoted(event.words)}{_home(event.route)}"
        case ReferralSubmitted():
            return f"Referred to {where(names, event.hub_id)}.{say_form(event.form)}{_home(event.route)}"
        case ReferralReturned():
            return f"Returned to the ward for more on: {listed(event.fields)}.{quoted(event.words)}"
        case ReferralResubmitted():
            return f"Referral sent again.{say_form(event.form)}"
        case ReferralAmended():
            return f"Referral added to.{say_form(event.form)}"
        case ReferralAccepted():
            return f"Accepted. Case manager: {name(names, event.case_manager)}."
        case CaseManagerNamed():
            return f"Case manager is now {name(names, event.case_manager)}."
        case BestInterestsDecided():
            return say_best_interests(event)
        case PathwayDecided():
            return say_pathway(event, names)
        case LeavingPlanned():
            return say_slot(event)
        case MedicinesTold():
            return say_medicines(event)
        case LeftHospital() | CameBack() | LeftAfterAll() | StepUndone() | TrackingUndone():
            return say_way(event)
        case CaseClosed():
            return f"Closed: {first_low(OUTCOMES[event.outcome])}.{quoted(event.words)}"
        case CaseReopened():
            return f"Reopened.{quoted(event.words)}"
        case CaseTracked():
            again = " on the day they left: the discharge failed" if event.failed_discharge else ""
            return f"In hospital again{again}. The case follows the new stay."
        case NoteWritten() | NoteAmended() | NotePinned() | NoteUnpinned():
            return say_note(event)
        case AssessmentSigned() | AssessmentReaffirmed() | FoundDifferent():
            return say_assessment(event, names)
        case ItemAccepted() | ItemQueried() | ItemRejected() | ItemAnswered():
            return say_assessment(event, names)
        case CaseGiven():
            return "This case now belongs to another record of the person, or to another person."
        case _:
            assert_never(event)


def _home(route: HomeRoute | None) -> str:
    """Where the home belonged when the hub was told; nothing where nobody knew."""
    if route is None:
        return ""
    parts = {"council": route.council, "ICB": route.icb, "practice": route.practice, "locality": route.locality}
    said = [f"{name} {value}" for name, value in parts.items() if value]
    said += [plain(route.circumstance)] if route.circumstance else []
    said += ["out of area"] if route.out_of_area else []
    return f" Home: {', '.join(said)}." if said else ""
