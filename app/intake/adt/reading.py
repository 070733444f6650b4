"""Text to segments: whatever the line ends, and with the delimiters the message itself names."""

import re

from app.intake.adt.doubts import Doubts
from app.intake.adt.escapes import STANDARD, Delimiters
from app.intake.adt.message import Message, Segment

_HEADER = re.compile(r"(?:\A\s*|[\r\n][ \t]*)MSH(?=[^A-Za-z0-9\s])")
_LINE_END = re.compile(r"[\r\n]+")
_ENVELOPE = ("FHS", "BHS", "BTS", "FTS")


def read(text: str, doubts: Doubts) -> Message | None:
    """The message in a text; None where no line is a message header."""
    header = _HEADER.search(text)
    if not header:
        return None
    before = text[: header.start()].strip()
    if before and not before.startswith(_ENVELOPE):
        doubts.note("text-before-header", "There was text before the message header; it was left out.")
    text = text[header.end() - 3 :]
    delimiters = _delimiters(text, doubts)
    return Message(_segments(text, delimiters, doubts), delimiters)


def _delimiters(text: str, doubts: Doubts) -> Delimiters:
    field = text[3]
    line = _LINE_END.split(text[4:300], maxsplit=1)[0]
    # Some interfaces write the escape character twice, as a programming language would.
    characters = list(dict.fromkeys(line.split(field, 1)[0]))
    if len(characters) < 3 or any(character.isalnum() or character.isspace() for character in characters[:4]):
        doubts.note("odd-delimiters", "MSH-2 does not name usable delimiters; the standard ones were used.")
        characters = list(STANDARD[1:])
    return Delimiters(field, *characters[:4])


def _segments(text: str, delimiters: Delimiters, doubts: Doubts) -> list[Segment]:
    lines: list[list[str]] = []
    for line in _LINE_END.split(text):
        if _is_segment(line, delimiters.field):
            lines.append([line])
        elif line.strip():
            doubts.note("broken-line", "A line begins with no segment name; it was joined to the one before.")
            lines[-1].append(line)
    return [Segment(parts[0][:3], "\n".join(parts), delimiters) for parts in lines if parts[0][:3] not in _ENVELOPE]


def _is_segment(line: str, field: str) -> bool:
    name = line[:3]
    return len(name) == 3 and line[3:4] in ("", field) and name.isalnum() and name.isupper()
