"""What the page is made of, and its days and times as they are said to somebody at their bedside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain.local_time import LOCAL, local_date


class Line(NamedTuple):
    """A few short sentences, and the same for somebody who asked for easy words."""

    plain: str
    easy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Whom to ring."""

    who: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One heading, in both ways of saying it. `steps` are done in this order; `to_write` are filled in by hand."""

    key: str
    heading: Line
    lines: tuple[Line, ...] = ()
    steps: tuple[Line, ...] = ()
    numbers: tuple[Number, ...] = ()
    to_write: tuple[str, ...] = ()


def line(plain: str, easy: str | None = None) -> Line:
    """What is easy enough as it is needs no other words."""
    return Line(plain, plain if easy is None else easy)


def some(*lines: Line | None) -> tuple[Line, ...]:
    """Those that there is something to say of."""
    return tuple(each for each in lines if each)


def clock(at: datetime) -> str:
    """Such as "10am", "2:30pm" or "midday", on the clocks of England."""
    local = at.astimezone(LOCAL)
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f":{local:%M}" if local.minute else ""
    return f"{(local.hour - 1) % 12 + 1}{minutes}{'am' if local.hour < 12 else 'pm'}"


def day(on: date | datetime) -> str:
    """Such as "Friday 27 November"; of an instant, the date in England."""
    of = local_date(on) if isinstance(on, datetime) else on
    return f"{of:%A} {of.day} {of:%B}"


def moment(at: datetime) -> str:
    """Such as "Friday 27 November at 10am"."""
    return f"{day(at)} at {clock(at)}"


def window(start: datetime, end: datetime | None) -> str:
    """Such as "on Monday 9 November, between 8am and midday"."""
    if end is None or end == start:
        return f"on {moment(start)}"
    if local_date(start) == local_date(end):
        return f"on {day(start)}, between {clock(start)} and {clock(end)}"
    return f"between {moment(start)} and {moment(end)}"


def in_a_row(words: Iterable[str]) -> str:
    """Such as "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
