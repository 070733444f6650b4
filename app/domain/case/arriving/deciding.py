"""What each saying about somebody who left records."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.arriving.arrival import ConfirmArrival, confirm_arrival
from app.domain.case.arriving.contact import ConfirmFirstContact, confirm_first_contact
from app.domain.case.arriving.death import (
    HearOfDeath,
    HearTheyLive,
    ReportDeath,
    hear_of_death,
    hear_they_live,
    report_death,
)
from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.arriving.no_contact import ReportNoContact, report_no_contact
from app.domain.case.arriving.taking_back import TakeArrivingBack, take_arriving_back
from app.domain.case.closing import CaseClosed
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case

AnyArrivingCommand: TypeAlias = (
    ConfirmArrival | ConfirmFirstContact | ReportNoContact | ReportDeath | HearOfDeath | HearTheyLive | TakeArrivingBack
)


def decide_arriving(command: AnyArrivingCommand, case: Case, facts: CaseFacts) -> Sequence[ArrivingEvent | CaseClosed]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case ConfirmArrival():
            return confirm_arrival(command, case, facts)
        case ConfirmFirstContact():
            return confirm_first_contact(command, case, facts)
        case ReportNoContact():
            return report_no_contact(command, case, facts)
        case ReportDeath():
            return report_death(command, case)
        case HearOfDeath():
            return hear_of_death(command, case)
        case HearTheyLive():
            return hear_they_live(command, case)
        case TakeArrivingBack():
            return take_arriving_back(command, case)
        case _:
            assert_never(command)
