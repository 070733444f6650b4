"""From the bytes of one message to what the hub needs of it.

Refused is only what is unreadable, not ADT, about a crowd, or without control id or any patient's identifier: all else
is doubts.
"""

from datetime import datetime
from typing import Literal, NamedTuple

from app.intake.adt.charsets import decode
from app.intake.adt.doubts import Doubts
from app.intake.adt.event_time import doubt_future, read_times
from app.intake.adt.header import Header, read_header
from app.intake.adt.message import Message
from app.intake.adt.reading import read
from app.intake.adt.subjects import Subject, read_subject
from app.intake.adt.understood import Refused, Understood
from app.intake.settings import DEFAULT, FeedSettings

MOST_PEOPLE = 100


def understand(raw: bytes, received_at: datetime, settings: FeedSettings = DEFAULT) -> Understood | Refused:
    """Read one message as it came, without its frame; `received_at` has a zone. Never raises, whatever the bytes."""
    doubts = Doubts()
    text, codec = decode(raw, doubts)
    message = read(text, doubts)
    if message is None:
        return _refused(NOT_HL7 if text.strip() else EMPTY, None, raw, received_at)
    header = read_header(message, codec, doubts)
    people = message.people()
    if fault := _fault(message, header, len(people)):
        return _refused(fault, header, raw, received_at)
    times = read_times(message, received_at, settings.zone, doubts)
    admitted_by = times.event_time.at if header.trigger in _ADMITTING else None
    subjects = tuple(read_subject(group, admitted_by, settings, doubts) for group in people)
    if not all(subject.patient.identifiers.every for subject in subjects):
        if not any(subject.patient.identifiers.every for subject in subjects):
            return _refused(NO_IDENTIFIER, header, raw, received_at)
        doubts.note("subject-without-identifier", "One of the people told of has no identifier in PID-3.")
    for subject in subjects:
        _doubt_future(subject, received_at, doubts)
    return Understood(
        header=header,
        received_at=received_at,
        sent_at=times.sent_at,
        event_time=times.event_time,
        told_at=times.told_at,
        subjects=subjects,
        warnings=tuple(doubts),
        raw=raw,
    )


_ADMITTING = {"A01", "A04"}


def _doubt_future(subject: Subject, received_at: datetime, doubts: Doubts) -> None:
    doubt_future(subject.patient.died_at, "PID-29", received_at, doubts)
    if subject.visit:
        doubt_future(subject.visit.discharged_at, "PV1-45", received_at, doubts)


class Fault(NamedTuple):
    """A reason to refuse: stable code, words, answer. AR: never send this here; AE: mend it and send it again."""

    code: str
    words: str
    ack: Literal["AE", "AR"]


EMPTY = Fault("empty-message", "The message is empty.", "AR")
NOT_HL7 = Fault("not-hl7", "This is not an HL7 version 2 message: no line begins with MSH.", "AR")
SEVERAL = Fault("several-messages", "Several messages came as one; send each by itself.", "AR")
NOT_ADT = Fault("not-adt", "Only ADT messages are taken here; MSH-9 names another kind.", "AR")
NO_CONTROL_ID = Fault("no-control-id", "MSH-10, the message control id, is empty.", "AE")
CROWD = Fault("too-many-people", f"One message may tell of {MOST_PEOPLE} people at most.", "AR")
NO_IDENTIFIER = Fault("no-patient-identifier", "The message names no patient: PID-3 has no identifier.", "AE")

TOO_LARGE = Fault("message-too-large", "The message is larger than is taken here; it was not read.", "AR")
UNFINISHED = Fault("message-unfinished", "The message never ended: no end block (FS CR) came. Send it again.", "AE")
ARCHIVED = Fault("system-archived", "The system of this sender is archived. Keep this until it is restored.", "AE")
UNKNOWN_SENDER = Fault("unknown-sender", "No feed is set up here for this sender (MSH-3 and MSH-4).", "AE")


def refuse_unread(head: bytes, fault: Fault, received_at: datetime) -> Refused:
    """The refusal of a message of which only the first bytes are at hand."""
    text, codec = decode(head, Doubts())
    message = read(text, Doubts())
    header = read_header(message, codec, Doubts()) if message else None
    return _refused(fault, header, head, received_at)


def refuse(fault: Fault, understood: Understood) -> Refused:
    """The refusal of a message that was understood and still cannot be taken."""
    return _refused(fault, understood.header, understood.raw, understood.received_at)


def _fault(message: Message, header: Header, people: int) -> Fault | None:
    if sum(1 for _ in message.named("MSH")) > 1:
        return SEVERAL
    if header.message_type != "ADT":
        return NOT_ADT
    if not header.control_id:
        return NO_CONTROL_ID
    merged = sum(1 for _ in message.named("MRG"))
    return CROWD if max(people, merged) > MOST_PEOPLE else None


def _refused(fault: Fault, header: Header | None, raw: bytes, received_at: datetime) -> Refused:
    return Refused(code=fault.code, words=fault.words, ack=fault.ack, received_at=received_at, header=header, raw=raw)
