"""What every saying about somebody who left has, and when it may be said."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import Offer
from app.domain.case.state import Away, Case, Ended, last_return
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingCommand(CaseCommand):
    """Something is said of somebody who left; `at` is when it happened.

    `organisation_id` is whose staff say it, which must be the booked service's; None where ward or hub says it.
    """

    organisation_id: OrganisationId | None = None


def booked(case: Case) -> Offer | None:
    """The service that has confirmed for them, if any."""
    requests = case.requests
    return requests.offers[requests.booking] if requests.booking else None


def require_away(command: ArrivingCommand, case: Case, facts: CaseFacts) -> Away:
    """The leaving that this is about. Raises what is wrong with saying it."""
    require_own(command, case)
    match case.stage:
        case Ended(outcome=Outcome.DIED):
            raise PersonHasDied
        case Ended():
            raise CaseIsClosed
        case Away() as away:
            if command.at < away.left_at:
                raise BeforeLeaving(fields="at")
            if facts.died_at and facts.died_at <= command.at:
                raise PersonHasDied
            return away
        case _:
            return _was_away(command, case)


def _was_away(command: ArrivingCommand, case: Case) -> Away:
    """News that comes late, of somebody who is in hospital again, is of the time in which they were away."""
    back = last_return(case)
    if back is None or not back.away.left_at <= command.at <= back.at:
        raise NotLeftYet
    return back.away


def require_own(command: ArrivingCommand, case: Case) -> None:
    """Raise NotKnown where a service speaks of somebody who is not booked with it."""
    offer = booked(case)
    if command.organisation_id not in (None, offer.organisation_id if offer else None):
        raise NotKnown(what="case")


def require_own_stay(command: ArrivingCommand, case: Case) -> None:
    """Raise NotKnown where a service speaks of somebody who was in none of its stays."""
    if command.organisation_id not in (None, *(stay.organisation_id for stay in case.stays.values())):
        raise NotKnown(what="case")


class NotLeftYet(Rejection):
    """At that time this person was in hospital, so nobody can have met them elsewhere. Correct it, or the leaving."""


class BeforeLeaving(Rejection):
    """This time lies before the person left hospital. Correct the time, or the time of leaving."""


class PersonHasDied(Rejection):
    """This person has died, so nothing more is confirmed for them. If that is wrong, correct the death first."""
