"""First contact: the service met the person. The stay in the service starts with it, not with the leaving."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.arriving.apart import require_apart
from app.domain.case.arriving.command import ArrivingCommand, booking_meant, offer_of, require_away
from app.domain.case.arriving.state import Arriving
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.state import Offer
from app.domain.case.state import Case
from app.domain.case.stay.state import is_over
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId, ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstContactMade:
    """`seen_by` of the service met the person. `review_days` are the days of its line's reviews, counted from here.

    `review_daily`: it is reviewed each day, whether they still have to be there.
    """

    contact_id: UUID
    offer_id: UUID
    service_id: ServiceId
    organisation_id: OrganisationId
    line: ServiceLine
    review_days: tuple[int, ...]
    seen_by: Words
    review_daily: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmFirstContact(ArrivingCommand):
    """Say that `seen_by` met the person at `at`; `contact_id` is made by who asks."""

    contact_id: UUID
    seen_by: Words


def confirm_first_contact(command: ConfirmFirstContact, case: Case, facts: CaseFacts) -> list[FirstContactMade]:
    """Of the service that is booked. One that comes to the person's home may meet them before anybody said *arrived*.

    Whoever goes to a bed has arrived there first.
    """
    if command.contact_id in case.answered:
        return []
    away, booking = require_away(command, case, facts), booking_meant(command, case)
    offer = offer_of(case, booking)
    if offer is None or booking is None:
        raise NobodyIsBooked
    arriving = away.of(booking)
    known = arriving.contact_at
    if known == command.at:
        return []
    if known:
        raise ContactMadeAlready
    line = line_of(case, offer)
    _require_arrived(arriving, line, command.at)
    if is_over(case.stays, booking):
        raise BookingIsUsed
    require_apart(case.stays, booking, command.at)
    return [
        FirstContactMade(
            contact_id=command.contact_id,
            offer_id=booking,
            service_id=offer.service_id,
            organisation_id=offer.organisation_id,
            line=line,
            review_days=facts.review_days,
            review_daily=facts.review_daily,
            seen_by=command.seen_by,
        )
    ]


def line_of(case: Case, offer: Offer) -> ServiceLine:
    """The line of service that the offer's request asked for."""
    return case.requests.sent[offer.request_id].line


def _require_arrived(known: Arriving, line: ServiceLine, at: datetime) -> None:
    if counted_in(line) is not UnitKind.BEDS:
        return
    if known.arrived_at is None:
        raise NotArrivedYet
    if at < known.arrived_at:
        raise ContactBeforeArrival(fields="at")


class BookingIsUsed(Rejection):
    """They were discharged from this service since. Ask the hub to book it again; then their next stay can start."""


class NobodyIsBooked(Rejection):
    """No service has confirmed for this person, so none can have met them. Book one, or close the case as settled."""


class ContactMadeAlready(Rejection):
    """First contact is confirmed already, at another time. If that time is wrong, take it back first."""


class NotArrivedYet(Rejection):
    """Nobody has said that they arrived. At a bed the stay starts once they are there: confirm the arrival first."""


class ContactBeforeArrival(Rejection):
    """This time lies before they arrived at the bed. Correct the time, or take the arrival back and confirm it anew."""
