"""How long the counts of a service are believed: so many hours of the days on which it admits.

Both are what the hub's list says of its line, unless the service says otherwise of itself. A count made on Friday by a
service that admits from Monday to Friday is believed on Monday morning, or on Tuesday where Monday is a bank holiday
on which it does not (DOMAIN rule 7).
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from app.domain.local_time import LOCAL, midnight_after
from app.domain.practice.lines import LineRule
from app.domain.service.state import Service
from app.domain.service.terms import terms


def is_confirmed(service: Service, at: datetime, rule: LineRule) -> bool:
    """Whether the counts are young enough to be believed; if not, ring the service."""
    until = believed_until(service, rule)
    return until is not None and at <= until


def believed_until(service: Service, rule: LineRule) -> datetime | None:
    """The instant from which the counts are unconfirmed; None where nothing was counted."""
    if service.confirmed_at is None:
        return None
    of = terms(service.described, rule)
    hours = timedelta(hours=of.count_hours)
    return _after(service.confirmed_at, hours, lambda day: service.off.admits(day, of.admits_on))


def _after(start: datetime, left: timedelta, admits: Callable[[date], bool]) -> datetime:
    while True:
        today = start.astimezone(LOCAL).date()
        midnight = midnight_after(today)
        if admits(today):
            if start + left <= midnight:
                return start + left
            left -= midnight - start
        start = midnight
