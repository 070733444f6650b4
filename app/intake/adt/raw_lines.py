"""A message as it came, line by line for a reader, in the characters in which it was read."""

import re

from app.intake.adt.charsets import decode
from app.intake.adt.doubts import Doubts

_LINE_END = re.compile(r"\r\n|\r|\n")


def raw_lines(raw: bytes) -> list[str]:
    """The lines that hold anything; none of a message that was erased."""
    text, _ = decode(raw, Doubts())
    return [line for line in _LINE_END.split(text) if line]
