"""How much of a service is free at an instant, by what it declared and what is kept since.

Counts are functions of events and now: a hold that ran out keeps nothing, without anybody saying so.
"""

from dataclasses import dataclass
from datetime import datetime

from app.domain.service.state import Place, Service
from app.domain.service.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A unit at an instant: `held` runs out, `booked` is confirmed and still to come, `spot` is beside all others."""

    free: int
    held: int
    booked: int
    spot: int


def keeps(place: Place, at: datetime) -> bool:
    """Whether a place is still kept: it is taken, or its hold has not run out."""
    return place.starts_at is not None or (place.until is not None and place.until > at)


def kept(service: Service, key: str, at: datetime) -> int:
    """How many of a unit are held or taken beyond what the service declared as occupied, spot places apart."""
    return sum(place.units.count(key) for place in service.places.values() if keeps(place, at) and not place.spot)


def free_units(service: Service, at: datetime) -> dict[str, int]:
    """How many of each unit somebody could have, in one look at what is kept."""
    # A list to count in: of one service few are kept at a time, and making a Counter took longer than all the rest.
    kept_now = (place for place in service.places.values() if not place.spot and keeps(place, at))
    taken = [key for place in kept_now for key in place.units]
    free_of = {}
    for unit in service.units:
        left = unit.usable - unit.contingency - unit.occupied - taken.count(unit.key)
        free_of[unit.key] = left if left > 0 else 0
    return free_of


def free(service: Service, unit: Unit, at: datetime, *, contingency: bool = False) -> int:
    """How many of a unit somebody could have; what is kept back for a surge only where `contingency` says so."""
    back = 0 if contingency else unit.contingency
    return max(0, unit.usable - back - unit.occupied - kept(service, unit.key, at))


def count(service: Service, unit: Unit, at: datetime) -> Count:
    """What is free of a unit, and what is kept of it."""
    taken = [place for place in service.places.values() if place.starts_at is not None]
    booked = sum(place.units.count(unit.key) for place in taken if not place.spot)
    return Count(
        free=free(service, unit, at),
        held=kept(service, unit.key, at) - booked,
        booked=booked,
        spot=sum(place.units.count(unit.key) for place in taken if place.spot),
    )
