"""Counting by a calendar. Instants are aware; hours are England's local time, right over a change of the clock.

`days_off` are the bank holidays. A time that the clock shows twice is meant the first time; one that it skips is the
moment of the change.
"""

from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, time, timedelta

from app.domain.calendar.calendar import MIDNIGHT, Calendar
from app.domain.local_time import LOCAL, local_date

DAY = timedelta(days=1)
NOTHING = timedelta(0)


def is_open(calendar: Calendar, at: datetime, days_off: Container[date]) -> bool:
    """Whether the owner works at this instant."""
    return any(opens <= at < closes for opens, closes in _openings(calendar, local_date(at), days_off))


def is_working_day(calendar: Calendar, day: date, days_off: Container[date]) -> bool:
    """Whether the owner works at all on this date."""
    return bool(calendar.hours_on(day, days_off))


def next_open(calendar: Calendar, at: datetime, days_off: Container[date]) -> datetime:
    """This instant when the owner works, else when they next open."""
    opens, _ = next(_openings_from(calendar, at, days_off))
    return max(at, opens)


def after_open(calendar: Calendar, start: datetime, hours: timedelta, days_off: Container[date]) -> datetime:
    """The first instant by which the owner has been open for `hours` since `start`; zero is `start` itself.

    Negative hours count back: the last instant from which the owner is open that long until `start`.
    """
    if hours < NOTHING:
        return _before_open(calendar, start, -hours, days_off)
    if hours == NOTHING:
        return start
    left = hours
    for opens, closes in _openings_from(calendar, start, days_off):
        opens = max(opens, start)
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    raise AssertionError("a calendar has hours in every week")


def working_day(calendar: Calendar, day: date, n: int, days_off: Container[date]) -> date:
    """The nth working day after `day`, before it when n is negative; 0 is `day`, or the next working day after it."""
    step = DAY if n >= 0 else -DAY
    left = abs(n)
    if n == 0 and not is_working_day(calendar, day, days_off):
        left = 1
    while left:
        day += step
        left -= is_working_day(calendar, day, days_off)
    return day


def _before_open(calendar: Calendar, start: datetime, hours: timedelta, days_off: Container[date]) -> datetime:
    left, day = hours, local_date(start)
    while True:
        for opens, closes in reversed(_openings(calendar, day, days_off)):
            closes = min(closes, start)
            if closes - opens >= left:
                return closes - left
            left -= max(closes - opens, NOTHING)
        day -= DAY


def _openings_from(calendar: Calendar, at: datetime, days_off: Container[date]) -> Iterator[tuple[datetime, datetime]]:
    """Every opening that has not closed at this instant, without end."""
    day = local_date(at)
    while True:
        yield from (opening for opening in _openings(calendar, day, days_off) if opening[1] > at)
        day += DAY


def _openings(calendar: Calendar, day: date, days_off: Container[date]) -> list[tuple[datetime, datetime]]:
    """From when until when the owner works on this date; hours that the clock skips whole are none."""
    spans = [
        (_instant(day, hours.opens), _instant(day + DAY if hours.closes == MIDNIGHT else day, hours.closes))
        for hours in calendar.hours_on(day, days_off)
    ]
    return [(opens, closes) for opens, closes in spans if opens < closes]


def _instant(day: date, shown: time) -> datetime:
    """When the clock first shows this time on this date."""
    at = datetime.combine(day, shown, LOCAL).astimezone(UTC)
    if at.astimezone(LOCAL).time() != shown:
        return datetime.combine(day, time(1), UTC)  # skipped: England's clocks change at 01:00 GMT
    return at
