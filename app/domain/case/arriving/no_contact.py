"""No contact: the service could not get in, the person refused, or nobody came."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.command import ArrivingCommand, booking_meant, offer_of, require_away
from app.domain.case.arriving.contact import NobodyIsBooked
from app.domain.case.arriving.state import NoContact
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.rejections import Rejection
from app.domain.values import ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactReported:
    """The first contact did not come about. The booking stands: hub and service say what happens to it.

    `offer_id` None: of the last booking.
    """

    report_id: UUID
    service_id: ServiceId
    why: NoContact
    words: Words
    offer_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNoContact(ArrivingCommand):
    """Say that nobody met the person, why, and in words what was done; `report_id` is made by who asks."""

    report_id: UUID
    why: NoContact
    words: Words


def report_no_contact(command: ReportNoContact, case: Case, facts: CaseFacts) -> list[NoContactReported]:
    """As often as it happens, until the person was met."""
    if command.report_id in case.answered:
        return []
    away, booking = require_away(command, case, facts), booking_meant(command, case)
    offer = offer_of(case, booking)
    if offer is None:
        raise NobodyIsBooked
    if away.of(booking).contact_at:
        raise ContactWasMade
    return [
        NoContactReported(
            report_id=command.report_id,
            service_id=offer.service_id,
            why=command.why,
            words=command.words,
            offer_id=booking,
        )
    ]


class ContactWasMade(Rejection):
    """The service has met this person. If that is wrong, take the first contact back; then say that nobody was met."""
