"""The search for a service in words: the package, who was asked, and what each said."""

from typing import assert_never

from app.domain.case.requests.answering import (
    DetailOpened,
    HeldInPrinciple,
    OfferAssessed,
    OfferCountered,
    OfferQueried,
)
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.hub_side import OfferAskedAgain
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.person import PersonAnswered
from app.domain.case.requests.reading import AssessmentOpened
from app.domain.case.requests.sending import NextAsked, RequestSent
from app.domain.case.requests.state import EndedBecause, PersonSaid
from app.domain.codes import skills, windows
from app.domain.local_time import LOCAL
from app.domain.package import Package
from app.domain.practice import PracticeKind
from app.views.phrases import Names, coded, moment, plain, quoted, where
from app.views.timeline_holding import say_given_back
from app.views.timeline_ways import first_low


def say_request(event: RequestEvent, names: Names) -> str:
    """One event of the search as a sentence. What a service said stands beside its name where it is named."""
    match event:
        case PackageDescribed():
            return f"Package needed: {_package(event.package, names)}.{quoted(event.words)}"
        case RequestSent():
            asked = ", ".join(where(names, each.service_id) for each in event.asked)
            others_first = quoted(event.words, "Not the previous provider first:")
            return f"Request to services ({plain(event.round)}): {asked}.{others_first}"
        case NextAsked():
            return f"The next service was asked, to answer by {moment(event.expires_at)}."
        case DetailOpened():
            return "A service that was asked read the detail."
        case AssessmentOpened():
            return f"{where(names, event.service_id)} read the assessment, version {event.number}."
        case HeldInPrinciple():
            over = ", beyond what it had counted" if event.over_count else ""
            until = f"{moment(event.until)}{over}"
            return f"{where(names, event.service_id)} would take them, and holds a place until {until}."
        case OfferAssessed():
            return f"The service assessed: {plain(event.how)}."
        case OfferCountered():
            from_day = f" from {event.start_on:%d %b}" if event.start_on else ""
            return f"A service could otherwise{from_day}.{quoted(event.words)}"
        case OfferQueried():
            about = f" about {', '.join(plain(item) for item in sorted(event.items))}" if event.items else ""
            return f"A service asks{about}.{quoted(event.words)}"
        case OfferAskedAgain():
            taken = "What the service proposes was taken" if event.counter_taken else "The service was answered"
            return f"{taken}; it may answer by {moment(event.expires_at)}.{quoted(event.words)}"
        case OfferConfirmed():
            spot = " A spot purchase." if event.spot else ""
            return f"Start agreed with {where(names, event.service_id)}: {_between(event)}.{spot}"
        case StartChanged():
            return f"Start with {where(names, event.service_id)} is now {_between(event)}.{quoted(event.words)}"
        case PersonAnswered():
            return f"{_PERSON[event.said]} ({plain(event.said_by)}).{quoted(event.words)}"
        case OfferEnded():
            return f"{where(names, event.service_id)}: {_ended(event, names)}.{quoted(event.words)}"
        case OffersGivenBack():
            return say_given_back(event, names)
        case _:
            assert_never(event)


_PERSON = {
    PersonSaid.AGREES: "Yes to the service found",
    PersonSaid.WANTS_OTHER: "Wants another service than the one found",
    PersonSaid.DECLINES: "No to the service found",
}

_ENDED = {
    EndedBecause.DECLINED: "cannot",
    EndedBecause.TAKEN_BACK: "took its yes back",
    EndedBecause.NO_ANSWER: "no answer in time",
    EndedBecause.HOLD_RAN_OUT: "its hold ran out",
    EndedBecause.ANOTHER_CONFIRMED: "another service confirmed",
    EndedBecause.WITHDRAWN: "is not asked any more",
    EndedBecause.PERSON_DECLINED: "the person said no",
    EndedBecause.LEFT: "the person left hospital without it",
    EndedBecause.CASE_ENDED: "the case ended",
    EndedBecause.CANCELLED: "the booking was cancelled",
    EndedBecause.FAILED_START: "the start failed",
    EndedBecause.RELEASED: "gave its place up",
    EndedBecause.DISCHARGED: "discharged them, so that the booking is used",
}


def _ended(event: OfferEnded, names: Names) -> str:
    declined = event.code if event.why is EndedBecause.DECLINED else None
    words = f", {first_low(coded(names, PracticeKind.DECLINE_CODES, declined))}" if declined else ""
    return f"{_ENDED[event.why]}{words}"


def _package(package: Package, names: Names) -> str:
    calls = [
        f"{windows.WORDS[call.window].lower()} {call.minutes} minutes{' by two' if call.carers > 1 else ''}"
        for call in package.calls
    ]
    able = [skills.WORDS[skill].lower() for skill in sorted(package.skills)]
    line = coded(names, PracticeKind.SERVICE_LINES, package.line)
    return "; ".join([line, f"from {package.start_on:%d %b}", *calls, *able])


def _between(event: OfferConfirmed | StartChanged) -> str:
    return f"{moment(event.arrive_from)} to {event.arrive_to.astimezone(LOCAL):%H:%M}"
