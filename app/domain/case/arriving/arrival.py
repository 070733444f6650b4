"""The person arrived: at the bed that was booked, or at home."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.apart import require_apart
from app.domain.case.arriving.command import ArrivingCommand, booking_meant, offer_of, own_bookings, require_away
from app.domain.case.arriving.state import ToldBy
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.rejections import Rejection
from app.domain.values import ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalConfirmed:
    """They are where they were to go. `service_id` is the service booked for them, None where there is none.

    `offer_id` is that booking; None too where it was not said of one yet, and then it is the last.
    """

    arrival_id: UUID
    service_id: ServiceId | None
    told_by: ToldBy
    offer_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmArrival(ArrivingCommand):
    """Say that they arrived at `at`; `service_id` where it is a service that received them, None to say nothing of it.

    `arrival_id` is made by who asks.
    """

    arrival_id: UUID
    told_by: ToldBy
    service_id: ServiceId | None = None


def confirm_arrival(command: ConfirmArrival, case: Case, facts: CaseFacts) -> list[ArrivalConfirmed]:
    """Once for a leaving, whoever says it first; another time is not taken over an earlier one's."""
    if command.arrival_id in case.answered:
        return []
    away, booking = require_away(command, case, facts), _booking(command, case)
    offer = offer_of(case, booking)
    known = away.of(booking).arrived_at
    if known == command.at:
        return []
    if known:
        raise ArrivedAlready
    require_apart(case.stays, booking, command.at)
    return [
        ArrivalConfirmed(
            arrival_id=command.arrival_id,
            service_id=offer.service_id if offer else None,
            told_by=command.told_by,
            offer_id=booking,
        )
    ]


def _booking(command: ConfirmArrival, case: Case) -> UUID | None:
    """The booking of the service that received them, where it is named."""
    meant = booking_meant(command, case)
    if command.service_id is None:
        return meant
    offers = case.requests.offers
    named = [key for key in own_bookings(command, case) if offers[key].service_id == command.service_id]
    if not named:
        raise ArrivedElsewhere(fields="service_id")
    return meant if meant in named else named[-1]


class ArrivedElsewhere(Rejection):
    """This service is not the one that is booked for the person. Check whom you have, and ring the hub: it books you,
    or finds out where they should be.
    """


class ArrivedAlready(Rejection):
    """Their arrival is confirmed already, at another time. If that time is wrong, take it back first."""
