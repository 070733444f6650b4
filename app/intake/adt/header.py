"""Who sent a message, what it is about, and what an answer to it needs (MSH, and EVN-1 where MSH-9 is silent)."""

import re
from dataclasses import dataclass

from app.intake.adt.charsets import decode
from app.intake.adt.doubts import Doubts
from app.intake.adt.escapes import STANDARD, escape, unescape
from app.intake.adt.message import Message, Segment
from app.intake.adt.reading import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Text is unescaped; the four names are whole fields in standard delimiters, to be compared and sent back.

    `trigger` is like "A01", None where the message names none. `codec` is the Python codec the message was read in.
    """

    sending_application: str = ""
    sending_facility: str = ""
    receiving_application: str = ""
    receiving_facility: str = ""
    message_type: str = ""
    trigger: str | None = None
    control_id: str = ""
    processing_id: str = ""
    version: str = ""
    charset: str = ""
    codec: str = "utf-8"


def read_header(message: Message, codec: str, doubts: Doubts) -> Header:
    """The header of a message."""
    msh = message.segment("MSH")
    return Header(
        sending_application=_whole(message, msh.raw(3)),
        sending_facility=_whole(message, msh.raw(4)),
        receiving_application=_whole(message, msh.raw(5)),
        receiving_facility=_whole(message, msh.raw(6)),
        message_type=msh.text(9).upper(),
        trigger=_trigger(msh, message.segment("EVN"), doubts),
        control_id=msh.text(10),
        processing_id=msh.text(11),
        version=msh.text(12),
        charset=msh.text(18),
        codec=codec,
    )


def sender_named(raw: bytes) -> Header:
    """The header by its first line alone, to find the feed by before the rest is read; empty where there is none.

    Never raises. The trigger may be missing: an event segment was not looked for.
    """
    line = _FIRST_LINE.match(raw)
    doubts = Doubts()
    text, codec = decode(line[0] if line else raw, doubts)
    message = read(text, doubts)
    return read_header(message, codec, doubts) if message else Header()


_FIRST_LINE = re.compile(rb"\s*MSH[^A-Za-z0-9\s\0][^\r\n\0]*(?=[\r\n])")  # no NUL: that may be UTF-16


def _trigger(msh: Segment, evn: Segment, doubts: Doubts) -> str | None:
    """MSH-9.2, else EVN-1. Never MSH-9.3: structure ADT_A01 is shared by A01, A04, A08 and A13."""
    said, also = msh.text(9, 2).upper(), evn.text(1).upper()
    if _TRIGGER.match(said):
        if also and also != said:
            doubts.note("trigger-differs", "EVN-1 names another trigger than MSH-9; MSH-9 was believed.")
        return said
    if _TRIGGER.match(also):
        doubts.note("trigger-from-event", "MSH-9 names no trigger; EVN-1 was believed.")
        return also
    doubts.note("no-trigger", "Neither MSH-9 nor EVN-1 says what happened; the message is only kept.")
    return None


_TRIGGER = re.compile(r"[A-Z][0-9A-Z]{2}\Z")


def _whole(message: Message, raw: str) -> str:
    """A field with standard delimiters, whatever it came with, so that equal senders are equal text."""
    theirs = message.delimiters
    if theirs == STANDARD and theirs.escape not in raw:
        return raw.strip()
    return STANDARD.component.join(
        STANDARD.subcomponent.join(escape(unescape(part, theirs)) for part in component.split(theirs.subcomponent))
        for component in raw.split(theirs.component)
    ).strip()
