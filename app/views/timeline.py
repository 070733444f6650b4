"""What happened, in words: a function of the stream, with no table of its own."""

from typing import assert_never

from app.domain.case import (
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseEvent,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CaseTracked,
    EarlyAlertRaised,
    LeavingPlanned,
    LeftHospital,
    PathwayDecided,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
)
from app.views.phrases import Names, listed, moment, name, plain, quoted, where
from app.views.timeline_form import say_form
from app.views.timeline_pathway import say_best_interests, say_pathway
from app.views.timeline_spell import say_spell

__all__ = ["Names", "say_case", "say_spell"]


def say_case(event: CaseEvent, names: Names) -> str:
    """One event of a case as a sentence."""
    match event:
        case EarlyAlertRaised():
            told = f"{where(names, event.hub_id)} told early. Likely needs: {listed(event.likely)}."
            return f"{told}{quoted(event.words)}"
        case ReferralSubmitted():
            return f"Referred to {where(names, event.hub_id)}.{say_form(event.form)}"
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
            return say_pathway(event)
        case LeavingPlanned():
            slot = f"{moment(event.leave_at)} from the {event.leave_from}"
            return f"Leaving planned: {slot}.{quoted(event.going_to)}{quoted(event.received_by, 'Received by')}"
        case LeftHospital():
            return "Left hospital."
        case CameBack():
            return "Back in hospital: the leaving was cancelled or failed."
        case CaseClosed():
            return f"Closed: {plain(event.outcome)}.{quoted(event.words)}"
        case CaseReopened():
            return f"Reopened.{quoted(event.words)}"
        case CaseTracked():
            return "In hospital again: the case follows the new stay."
        case CaseGiven():
            return "This case now belongs to another record of the person, or to another person."
        case _:
            assert_never(event)
