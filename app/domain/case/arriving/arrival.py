"""The person arrived: at the bed that was booked, or at home."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.arriving.command import ArrivingCommand, booked, require_away
from app.domain.case.arriving.state import ToldBy
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.rejections import Rejection
from app.domain.values import ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalConfirmed:
    """They are where they were to go. `service_id` is the service booked for them, None where there is none."""

    arrival_id: UUID
    service_id: ServiceId | None
    told_by: ToldBy


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
    away, offer = require_away(command, case, facts), booked(case)
    service = offer.service_id if offer else None
    if command.service_id not in (None, service):
        raise ArrivedElsewhere(fields="service_id")
    known = away.arriving.arrived_at
    if known == command.at:
        return []
    if known:
        raise ArrivedAlready
    return [ArrivalConfirmed(arrival_id=command.arrival_id, service_id=service, told_by=command.told_by)]


class ArrivedElsewhere(Rejection):
    """This service is not the one that is booked for the person. Check whom you have, and ring the hub: it books you,
    or finds out where they should be.
    """


class ArrivedAlready(Rejection):
    """Their arrival is confirmed already, at another time. If that time is wrong, take it back first."""
