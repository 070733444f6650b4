"""How long the counts of a service are believed: so many hours of the days on which it admits.

`usual_hours` is what the hub's list says of the service's line; a service may say otherwise of itself. A count made on
Friday by a service that admits from Monday to Friday is believed on Monday morning (DOMAIN rule 7).
"""

from datetime import datetime, timedelta

from app.domain.codes.weekdays import Weekday
from app.domain.local_time import LOCAL, midnight_after
from app.domain.service.state import Service

_EVERY_DAY = frozenset(Weekday)


def is_confirmed(service: Service, at: datetime, usual_hours: int) -> bool:
    """Whether the counts are young enough to be believed; if not, ring the service."""
    until = believed_until(service, usual_hours)
    return until is not None and at <= until


def believed_until(service: Service, usual_hours: int) -> datetime | None:
    """The instant from which the counts are unconfirmed; None where nothing was counted."""
    if service.confirmed_at is None:
        return None
    described, left = service.described, usual_hours
    if described and described.confirm_within_hours is not None:
        left = described.confirm_within_hours
    days = described.admits_on if described else _EVERY_DAY
    return _after(service.confirmed_at, timedelta(hours=left), days or _EVERY_DAY)


def _after(start: datetime, left: timedelta, days: frozenset[Weekday]) -> datetime:
    if days == _EVERY_DAY:
        return start + left
    while True:
        today = start.astimezone(LOCAL).date()
        midnight = midnight_after(today)
        if Weekday.of(today) in days:
            if start + left <= midnight:
                return start + left
            left -= midnight - start
        start = midnight
