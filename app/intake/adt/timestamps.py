"""HL7 times as they are really written, to UTC, with the precision they were given in.

A time without a zone is on the feed's own clock. Of the hour that comes twice in autumn the first is meant; a time in
the hour that is left out in spring is an hour later.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from zoneinfo import ZoneInfo

from app.intake.adt.doubts import Doubts


class Precision(Enum):
    """The smallest part of a time that was written."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    FRACTION = "fraction"

    @property
    def is_finer_than_a_day(self) -> bool:
        """Whether a time of day was written."""
        return self not in (Precision.YEAR, Precision.MONTH, Precision.DAY)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """An instant in UTC; what lies below the precision is zero in the zone it was written in."""

    at: datetime
    precision: Precision


def read_time(text: str, where: str, zone: ZoneInfo, doubts: Doubts) -> Timestamp | None:
    """The time written in a field (`where` names it, like "PV1-44"); None, and a doubt, for what is no time.

    `zone` is the clock meant where the time names none.
    """
    if not text:
        return None
    found = _COMPACT.match(text) or _SPACED.match(text)
    try:
        if found:
            return _timestamp(found.groups(), zone, doubts)
    except (ValueError, OverflowError):
        pass
    doubts.note("bad-time", f"{where} is not a date and time; it was left out.")
    return None


def read_date(text: str, where: str, doubts: Doubts) -> date | None:
    """The day written in a field, whatever stands after it: a time there is often another zone's midnight."""
    if not text:
        return None
    found = _DAY.match(text)
    try:
        if found:
            return _sane(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        pass
    doubts.note("bad-date", f"{where} is not a date; it was left out.")
    return None


_COMPACT = re.compile(
    r"([0-9]{4})(?:([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:\.?([0-9]{1,9}))?)?)?)?)?)?"
    r"(Z|[+-][0-9]{4})?\Z"
)
_SPACED = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?\Z"
)
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_PRECISIONS = tuple(Precision)
_DEFAULTS = ("", "01", "01", "00", "00", "00", "0")


def _timestamp(parts: tuple[str | None, ...], zone: ZoneInfo, doubts: Doubts) -> Timestamp:
    *digits, offset = parts
    given = sum(part is not None for part in digits)
    year, month, day, hour, minute, second, fraction = (
        part or default for part, default in zip(digits, _DEFAULTS, strict=True)
    )
    microsecond = int(fraction[:6].ljust(6, "0"))
    written = datetime(
        int(year), int(month), int(day), int(hour), int(minute), int(second), microsecond,
        tzinfo=_offset(offset) if offset else zone,
    )  # fmt: skip
    _sane(written.date())
    if not offset:
        _doubt_clock_change(written, zone, doubts)
    return Timestamp(written.astimezone(UTC), _PRECISIONS[given - 1])


def _sane(day: date) -> date:
    """Years outside living memory and planning, such as 0001 and 9999, mean that nothing is known."""
    if not 1850 <= day.year <= 2199:
        raise ValueError
    return day


def _offset(said: str) -> timezone:
    if said == "Z":
        return UTC
    sign = -1 if said[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(said[1:3]), minutes=int(said[-2:])))


def _doubt_clock_change(written: datetime, zone: ZoneInfo, doubts: Doubts) -> None:
    if written.utcoffset() == written.replace(fold=1).utcoffset():
        return
    if written.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == written.replace(tzinfo=None):
        doubts.note("ambiguous-hour", "A time is in the hour that came twice on the clock; the first was taken.")
    else:
        doubts.note("missing-hour", "A time is in the hour left out in spring; it was taken as an hour later.")
