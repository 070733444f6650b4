"""What every saying about somebody who left has, and when it may be said."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.booking import awaited, bookings_held, waits
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.last_return import last_return
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import Offer
from app.domain.case.state import Away, Case, Ended
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingCommand(CaseCommand):
    """Something is said of somebody who left; `at` is when it happened.

    `organisation_id` is whose staff say it, which must be the booked service's; None where ward or hub says it.
    """

    organisation_id: OrganisationId | None = None


def booked(case: Case) -> Offer | None:
    """The service by which they are awaited, if any has confirmed for them."""
    return offer_of(case, awaited(case))


def offer_of(case: Case, booking: UUID | None) -> Offer | None:
    """What is booked, if anything."""
    return case.requests.offers[booking] if booking else None


def booking_meant(command: ArrivingCommand, case: Case) -> UUID | None:
    """Of which booking it is said: of the speaker's own the one that waits, else the one by which they are awaited."""
    if command.organisation_id is None:
        return awaited(case)
    own = own_bookings(command, case)
    if not own:
        raise NotKnown(what="case")
    return next((key for key in own if waits(case.stays, key)), own[-1])


def own_bookings(command: ArrivingCommand, case: Case) -> list[UUID]:
    """The bookings that whoever says it may speak of."""
    held, own = bookings_held(case.requests, case.stays), command.organisation_id
    return [key for key in held if own in (None, case.requests.offers[key].organisation_id)]


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
    if command.organisation_id and not own_bookings(command, case):
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
