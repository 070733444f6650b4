"""A whole story of somebody's weeks in a service, told in order: found, left, not met, met, reviewed and discharged."""

from datetime import timedelta
from typing import Any

from app.domain.case import RecordDeparture, ReopenCase
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.death import ReportDeath
from app.domain.case.arriving.no_contact import ReportNoContact
from app.domain.case.arriving.state import NoContact, ToldBy
from app.domain.case.arriving.taking_back import Said, TakeArrivingBack
from app.domain.case.requests.answering import Assessed
from app.domain.case.requests.confirming import ConfirmOffer
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.state import PersonSaid, Round, offer_id_of
from app.domain.case.stay.ending import EndStay
from app.domain.case.stay.following_up import FollowUpStay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.decider import Command
from app.domain.values import CaseId, Words
from tests.promises.searches import SERVICES, a_service, asking
from tests.promises.teller import Teller

WORDS = Words("As the crew said.")
HOME = Destination.HOME_LONG_TERM


def weeks_in_a_service(teller: Teller, case: CaseId) -> list[Command]:
    """The first contact was said of somebody else; the second is theirs, and with the discharge the case ends."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    wrong, met = teller.new_id(), teller.new_id()
    return [
        *_found(teller, case, what),
        RecordDeparture(**what),
        ReportNoContact(report_id=teller.new_id(), why=NoContact.NO_ACCESS, words=WORDS, **what),
        ConfirmArrival(arrival_id=teller.new_id(), told_by=ToldBy.CREW, **what),
        ConfirmFirstContact(contact_id=wrong, seen_by=Words("Rosa"), **what),
        TakeArrivingBack(what=Said.FIRST_CONTACT, words=WORDS, undo_id=teller.new_id(), **what),
        ConfirmFirstContact(contact_id=met, seen_by=Words("Rosa"), **what),
        *_weeks(teller, what | {"stay_id": met}),
    ]


def _found(teller: Teller, case: CaseId, what: dict[str, Any]) -> list[Command]:
    request, start = teller.new_id(), teller.now + timedelta(hours=1)
    on: dict[str, Any] = {"offer_id": offer_id_of(request, SERVICES[2]), **what}
    yes: dict[str, Any] = {"said": PersonSaid.AGREES, "said_by": SaidBy.PERSON, "interim_explained": True}
    place: dict[str, Any] = {"units": ("am",), "over_count": True, "how": Assessed.REMOTE}
    arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    return [
        *a_service(teller, SERVICES[2]),
        *asking(teller, case, request, Round.RANKED, SERVICES[2:]),
        RecordPersonAnswer(answer_id=teller.new_id(), words=None, **yes, **on),
        ConfirmOffer(answer_id=teller.new_id(), **place, **arrives, **on),
    ]


def _weeks(teller: Teller, on: dict[str, Any]) -> list[Command]:
    planned, today = teller.new_id(), teller.now.date()
    charged, longer = today + timedelta(days=42), today + timedelta(days=60)
    later = {"at": teller.now + timedelta(days=8)}
    of_case: dict[str, Any] = {key: on[key] for key in ("case_id", "by", "at")}
    end: dict[str, Any] = {"tool": None, "score_in": None, "score_out": None, "words": WORDS}
    return [
        ReviewStay(step_id=teller.new_id(), remains=None, words=WORDS, **on),
        ExtendStay(step_id=teller.new_id(), until=longer, reason=ExtensionReason.GOALS_IN_REACH, words=WORDS, **on),
        TellCharging(step_id=teller.new_id(), charged_from=charged, words=None, **on),
        PlanExit(step_id=planned, leave_on=today + timedelta(days=9), destination=HOME, words=WORDS, **on),
        TakeStepBack(step_id=planned, undo_id=teller.new_id(), words=WORDS, **on),
        ReportDeath(report_id=teller.new_id(), words=WORDS, **of_case),
        ReopenCase(words=WORDS, **of_case),
        EndStay(step_id=teller.new_id(), outcome=StayOutcome.LOWER, destination=HOME, **end, **on),
        FollowUpStay(step_id=teller.new_id(), day=7, found=Found.AT_HOME, words=None, **on | later),
        ReportDeath(report_id=teller.new_id(), words=WORDS, **of_case | later),
        TakeArrivingBack(what=Said.DEATH, words=WORDS, undo_id=teller.new_id(), **of_case | later),
    ]
