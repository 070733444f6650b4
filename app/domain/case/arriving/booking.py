"""By which booking somebody is awaited: a step-down has two, and what is said of the one is not said of the other."""

from uuid import UUID

from app.domain.case.requests.state import OfferState, Requests
from app.domain.case.state import Case
from app.domain.case.stay.state import Stay, Stays, is_over


def bookings_held(requests: Requests, stays: Stays) -> list[UUID]:
    """The bookings that hold, as they were confirmed: those that nobody was discharged from, and the last."""
    return [key for key in requests.confirmed if key == requests.booking or not is_over(stays, key)]


def awaited(case: Case) -> UUID | None:
    """The first booking whose service is still to meet them; where none is, the last."""
    waiting = (key for key in bookings_held(case.requests, case.stays) if waits(case.stays, key))
    return next(waiting, case.requests.booking)


def waits(stays: Stays, booking: UUID) -> bool:
    """Whether this service has not met them yet, or not since they were in hospital again."""
    stay = _stay(stays, booking)
    return stay is None or (stay.ended is None and stay.paused_at is not None)


def booking_left(requests: Requests, stays: Stays) -> UUID | None:
    """The one that counts once the last did not hold: the service that they are in, or that is still to meet them."""
    return next((key for key in reversed(requests.confirmed) if not is_over(stays, key)), None)


def has_lost_place(requests: Requests, stay: Stay) -> bool:
    """Whether a stay goes on though its service gave the place up: nobody there is to meet them again."""
    return stay.ended is None and requests.offers[stay.offer_id].state is OfferState.ENDED


def _stay(stays: Stays, booking: UUID) -> Stay | None:
    return next((stay for stay in stays.values() if stay.offer_id == booking), None)
