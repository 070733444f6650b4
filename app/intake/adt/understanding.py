"""From the bytes of one message to what the hub needs of it.

Refused is only what is unreadable, not ADT, or has no control id or no patient identifier: the rest is doubts.
"""

from datetime import datetime
from typing import Literal, NamedTuple

from app.intake.adt.charsets import decode
from app.intake.adt.doubts import Doubts
from app.intake.adt.event_time import doubt_future, read_event_time
from app.intake.adt.header import Header, read_header
from app.intake.adt.identifiers import Identifiers
from app.intake.adt.message import Group, Message
from app.intake.adt.patient import read_patient
from app.intake.adt.reading import read
from app.intake.adt.timestamps import read_time
from app.intake.adt.understood import Refused, Understood
from app.intake.adt.visit import read_visit


def understand(raw: bytes, received_at: datetime) -> Understood | Refused:
    """Read one message as it came, without its frame; `received_at` has a zone. Never raises, whatever the bytes."""
    doubts = Doubts()
    text, codec = decode(raw, doubts)
    message = read(text, doubts)
    if message is None:
        return _refused(NOT_HL7 if text.strip() else EMPTY, None, raw, received_at)
    header = read_header(message, codec, doubts)
    person = _person(message, doubts)
    patient = read_patient(person.segment("PID"), doubts)
    if fault := _fault(message, header, patient.identifiers):
        return _refused(fault, header, raw, received_at)
    sent_at = read_time(message.segment("MSH").text(7), "MSH-7", doubts)
    event_time = read_event_time(message, sent_at, received_at, doubts)
    visit = read_visit(person, doubts)
    doubt_future(patient.died_at, "PID-29", received_at, doubts)
    if visit:
        doubt_future(visit.discharged_at, "PV1-45", received_at, doubts)
    return Understood(
        header=header,
        received_at=received_at,
        sent_at=sent_at,
        event_time=event_time,
        patient=patient,
        visit=visit,
        warnings=tuple(doubts),
        raw=raw,
    )


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
NO_IDENTIFIER = Fault("no-patient-identifier", "The message names no patient: PID-3 has no identifier.", "AE")

TOO_LARGE = Fault("message-too-large", "The message is larger than is taken here; it was not read.", "AR")
UNFINISHED = Fault("message-unfinished", "The message never ended: no end block (FS CR) came. Send it again.", "AE")
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


def _fault(message: Message, header: Header, identifiers: Identifiers) -> Fault | None:
    if sum(1 for _ in message.named("MSH")) > 1:
        return SEVERAL
    if header.message_type != "ADT":
        return NOT_ADT
    if not header.control_id:
        return NO_CONTROL_ID
    return None if identifiers.every else NO_IDENTIFIER


def _refused(fault: Fault, header: Header | None, raw: bytes, received_at: datetime) -> Refused:
    return Refused(code=fault.code, words=fault.words, ack=fault.ack, received_at=received_at, header=header, raw=raw)


def _person(message: Message, doubts: Doubts) -> Group:
    people = message.people()
    if len(people) < 2:
        return message
    doubts.note("several-people", "The message tells of several people; only the first was read.")
    return people[0]
