"""When what a message tells of happened: EVN-6, else EVN-2, else MSH-7, else when it came; and which of them it was."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

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


def read_event_time(message: Message, sent_at: Timestamp | None, received_at: datetime, doubts: Doubts) -> EventTime:
    """The first usable time. One far in the future is passed over: it would outrank all that really happens."""
    evn = message.segment("EVN")
    candidates: tuple[tuple[Source, Timestamp | None], ...] = (
        ("EVN-6", read_time(evn.text(6), "EVN-6", doubts)),
        ("EVN-2", read_time(evn.text(2), "EVN-2", doubts)),
        ("MSH-7", sent_at),
    )
    for source, time in candidates:
        if time and not doubt_future(time, source, received_at, doubts):
            return EventTime(at=time.at, precision=time.precision, source=source)
    doubts.note("no-event-time", "No usable time of the event was sent; the time of receipt was taken.")
    return EventTime(at=received_at, precision=Precision.FRACTION, source="received")


def doubt_future(time: Timestamp | None, where: str, received_at: datetime, doubts: Doubts) -> bool:
    """Whether a time of something past lies in the future; if so it is doubted."""
    if time is None or time.at <= received_at + FUTURE:
        return False
    doubts.note("future-time", f"{where} lies more than a day in the future.")
    return True
