"""How long the counts of a service are believed: so many hours of the days on which it admits.

Both are what the hub's list says of its line, unless the service says otherwise of itself. A count made on Friday by a
service that admits from Monday to Friday is believed on Monday morning, or on Tuesday where that Monday is a bank
holiday on which it takes nobody in (DOMAIN rule 7).
"""

from datetime import datetime, timedelta

from app.domain.calendar.calendar import BankHolidays
from app.domain.codes.weekdays import EVERY_DAY, Weekday
from app.domain.local_time import LOCAL, midnight_after
from app.domain.practice.lines import LineRule
from app.domain.service.days_off import DaysOff
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
    return _after(service.confirmed_at, timedelta(hours=of.count_hours), of.admits_on, service.off)


def _after(start: datetime, left: timedelta, week: frozenset[Weekday], off: DaysOff) -> datetime:
    if week == EVERY_DAY and off.rule is not BankHolidays.CLOSED:
        return start + left
    while True:
        today = start.astimezone(LOCAL).date()
        midnight = midnight_after(today)
        if off.admits(today, week):
            if start + left <= midnight:
                return start + left
            left -= midnight - start
        start = midnight
