"""Dates and times as people write them in a list: day first, in England's time."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TypeAlias

from app.domain.local_time import LOCAL, local_date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

YearOf: TypeAlias = Callable[[str, date], int]
"""The year that was meant by two or four digits, as on a day."""

_ADULT, _OLDEST = 18, 115

_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})(?![0-9])")
_NAMED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?,?(?:[-/. ]*([0-9]{4}|[0-9]{2})(?![0-9:]))?", re.I
)
_TIME = re.compile(
    r"(?:T|at|,|\s)*([0-9]{1,2})[:.h]?([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(am|pm|hrs?)?\s*\Z", re.IGNORECASE
)


def birth_date(text: str, now: datetime) -> date | None:
    """The day written; of two digits for a year, the one that makes an adult. None for what is no day in the past."""
    found = _read(text, local_date(now), _year_of_birth)
    return found[0] if found and found[0] <= local_date(now) else None


def moment(text: str, clock: str, now: datetime) -> tuple[datetime, bool] | None:
    """The instant of a day and, in the same cell or in `clock`, a time; and whether a time was given.

    Without one it is the first instant of that day. None for what is no day, or no time.
    """
    if exact := _with_zone(text):
        return exact, True
    found = _read(text, local_date(now), _year_of_now)
    if found is None:
        return None
    day, rest = found
    written = rest.strip() or clock.strip()
    at = _time(written) if written else time()
    if at is None:
        return None
    return datetime.combine(day, at, LOCAL).astimezone(UTC), bool(written)


def within(at: datetime, first: datetime, last: datetime) -> datetime | None:
    """A moment of that same local day inside the two; None when the day lies outside them."""
    inside = min(max(at, first), last)
    return inside if local_date(inside) == local_date(at) else None


def _with_zone(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text.strip())
        _sane(at.date())
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _read(text: str, today: date, year_of: YearOf) -> tuple[date, str] | None:
    text = _WEEKDAY.sub("", text.strip(), count=1) if _WEEKDAY.match(text.strip()) else text.strip()
    try:
        if found := _ISO.match(text):
            return _sane(date(int(found[1]), int(found[2]), int(found[3]))), text[found.end() :]
        if found := _DAY_FIRST.match(text):
            day, month = int(found[1]), int(found[2])
            return _sane(date(year_of(found[3], today), month, day)), text[found.end() :]
        if found := _NAMED.match(text):
            return _sane(_with_month(found, today, year_of)), text[found.end() :]
    except ValueError:
        return None
    return None


def _with_month(found: re.Match[str], today: date, year_of: YearOf) -> date:
    month = MONTHS.index(found[2][:3].lower()) + 1  # ValueError: no month begins so
    if found[3]:
        return date(year_of(found[3], today), month, int(found[1]))
    this_year = date(today.year, month, int(found[1]))
    return this_year if this_year <= today else date(today.year - 1, month, int(found[1]))


def _time(text: str) -> time | None:
    found = _TIME.match(text)
    if not found:
        return None
    hour, said = int(found[1]), (found[3] or "").lower()
    if said in {"am", "pm"}:
        hour = hour % 12 + (12 if said == "pm" else 0)
    try:
        return time(hour, int(found[2]))
    except ValueError:
        return None


def _year_of_now(written: str, today: date) -> int:
    return int(written) if len(written) == 4 else today.year // 100 * 100 + int(written)


def _year_of_birth(written: str, today: date) -> int:
    if len(written) == 4:
        return int(written)
    this_century = today.year // 100 * 100 + int(written)
    if today.year - this_century >= _ADULT or today.year - this_century + 100 > _OLDEST:
        return this_century
    return this_century - 100


def _sane(day: date) -> date:
    if not 1900 <= day.year < 2200:
        raise ValueError
    return day
