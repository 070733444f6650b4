"""What comes of reading a message: it is understood, or refused with a reason."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.intake.adt.doubts import Doubt
from app.intake.adt.event_time import EventTime
from app.intake.adt.header import Header
from app.intake.adt.medically_fit import MedicallyFit
from app.intake.adt.merged import Merged
from app.intake.adt.patient import Patient
from app.intake.adt.subjects import Subject
from app.intake.adt.timestamps import Timestamp
from app.intake.adt.visit import Visit

AckCode = Literal["AA", "AE", "AR"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """All the hub needs of one ADT message.

    `sent_at` is MSH-7; `told_at` when its source said it; `subjects` is never empty; `warnings` are (code, words)
    without anything the message said; `raw` is the message as it came.
    """

    header: Header
    received_at: datetime
    sent_at: Timestamp | None
    event_time: EventTime
    told_at: datetime
    subjects: tuple[Subject, ...]
    warnings: tuple[Doubt, ...]
    raw: bytes = field(repr=False)

    @property
    def patient(self) -> Patient:
        """The person it tells of, the first where there are several; so are the next three."""
        return self.subjects[0].patient

    @property
    def visit(self) -> Visit | None:
        return self.subjects[0].visit

    @property
    def merged(self) -> tuple[Merged, ...]:
        return self.subjects[0].merged

    @property
    def medically_fit(self) -> MedicallyFit | None:
        return self.subjects[0].medically_fit


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
