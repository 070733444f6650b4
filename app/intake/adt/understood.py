"""What comes of reading a message: it is understood, or refused with a reason."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.intake.adt.doubts import Doubt
from app.intake.adt.event_time import EventTime
from app.intake.adt.header import Header
from app.intake.adt.patient import Patient
from app.intake.adt.timestamps import Timestamp
from app.intake.adt.visit import Visit

AckCode = Literal["AA", "AE", "AR"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """All the hub needs now of one ADT message about one person (the first, where it tells of several).

    `sent_at` is MSH-7; `warnings` are (code, words) without anything the message said; `raw` is the message as it came.
    """

    header: Header
    received_at: datetime
    sent_at: Timestamp | None
    event_time: EventTime
    patient: Patient
    visit: Visit | None
    warnings: tuple[Doubt, ...]
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Nothing can be done with this message: a stable code, the words for its sender, and the answer it gets.

    `header` is what could be read of it, None where nothing could.
    """

    code: str
    words: str
    ack: Literal["AE", "AR"]
    received_at: datetime
    header: Header | None = None
    raw: bytes = field(repr=False, default=b"")

    @property
    def control_id(self) -> str | None:
        """The message's own id, where it has one."""
        return (self.header and self.header.control_id) or None
