"""How much of a service is free at an instant, by what it declared and what is kept since.

Counts are functions of events and now: a hold that ran out keeps nothing, without anybody saying so.
"""

from datetime import datetime, timedelta

from app.domain.service.state import Place, Service
from app.domain.service.units import Unit

CONFIRM_WITHIN = timedelta(hours=24)
"""Counts older than this are unconfirmed where neither the service nor its line says otherwise. Local default."""


def keeps(place: Place, at: datetime) -> bool:
    """Whether a place is still kept: it is taken, or its hold has not run out."""
    return place.starts_at is not None or (place.until is not None and place.until > at)


def kept(service: Service, key: str, at: datetime) -> int:
    """How many of a unit are held or taken beyond what the service declared as occupied."""
    return sum(place.units.count(key) for place in service.places.values() if keeps(place, at))


def free(service: Service, unit: Unit, at: datetime, *, contingency: bool = False) -> int:
    """How many of a unit somebody could have; what is kept back for a surge only where `contingency` says so."""
    back = 0 if contingency else unit.contingency
    return max(0, unit.usable - back - unit.occupied - kept(service, unit.key, at))


def is_confirmed(service: Service, at: datetime, line_limit: timedelta = CONFIRM_WITHIN) -> bool:
    """Whether the counts are young enough to be believed; if not, ring the service."""
    own = service.described.confirm_within_hours if service.described else None
    limit = line_limit if own is None else timedelta(hours=own)
    return service.confirmed_at is not None and at - service.confirmed_at <= limit
