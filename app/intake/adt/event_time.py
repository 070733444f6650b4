"""When what a message tells of happened, and when its sender said so.

It happened at EVN-6, else EVN-2, else MSH-7, else when the message came. It was said at MSH-7, else EVN-2, the one that
names a time of day before one that names only the day; else when it happened.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from app.intake.adt.doubts import Doubts
from app.intake.adt.message import Message
from app.intake.adt.timestamps import Precision, Timestamp, read_time

Source = Literal["EVN-6", "EVN-2", "MSH-7", "received"]
FUTURE = timedelta(days=1)
"""Clocks differ; a time later than this after receipt is a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """An instant in UTC, how precisely it was given, and where it was found."""

    at: datetime
    precision: Precision
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """`sent_at` is MSH-7 as it stands; `told_at` is when the source said it, in UTC."""

    sent_at: Timestamp | None
    event_time: EventTime
    told_at: datetime


def read_times(message: Message, received_at: datetime, zone: ZoneInfo, doubts: Doubts) -> Times:
    """The times of a message. One far in the future is passed over: it would outrank all that really happens."""
    evn = message.segment("EVN")
    sent_at = read_time(message.segment("MSH").text(7), "MSH-7", zone, doubts)
    noted: tuple[tuple[Source, Timestamp | None], ...] = (
        ("EVN-6", read_time(evn.text(6), "EVN-6", zone, doubts)),
        ("EVN-2", read_time(evn.text(2), "EVN-2", zone, doubts)),
        ("MSH-7", sent_at),
    )
    usable = {source: time for source, time in noted if time and not doubt_future(time, source, received_at, doubts)}
    event_time = _event_time(usable, received_at, doubts)
    # Said by a clock that is ahead, it would outrank what is said here by hand until then.
    told_at = min(_told_at(usable) or event_time.at, received_at)
    return Times(sent_at=sent_at, event_time=event_time, told_at=told_at)


def _event_time(usable: dict[Source, Timestamp], received_at: datetime, doubts: Doubts) -> EventTime:
    for source, time in usable.items():
        return EventTime(at=time.at, precision=time.precision, source=source)
    doubts.note("no-event-time", "No usable time of the event was sent; the time of receipt was taken.")
    return EventTime(at=received_at, precision=Precision.FRACTION, source="received")


def _told_at(usable: dict[Source, Timestamp]) -> datetime | None:
    said = [usable[source] for source in _SAID if source in usable]
    said.sort(key=lambda time: not time.precision.is_finer_than_a_day)
    return said[0].at if said else None


_SAID: tuple[Source, ...] = ("MSH-7", "EVN-2")


def doubt_future(time: Timestamp | None, where: str, received_at: datetime, doubts: Doubts) -> bool:
    """Whether a time of something past lies in the future; if so it is doubted."""
    if time is None or time.at <= received_at + FUTURE:
        return False
    doubts.note("future-time", f"{where} lies more than a day in the future.")
    return True
