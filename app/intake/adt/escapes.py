r"""HL7 escapes: \F\ \S\ \T\ \R\ \E\ stand for delimiters, \.br\ for a new line, \X0D\ for bytes.

Unescape after splitting, never before: an escaped delimiter is text.
"""

import re
from functools import lru_cache
from typing import NamedTuple


class Delimiters(NamedTuple):
    """The five characters a message says it is written with."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    subcomponent: str = "&"


STANDARD = Delimiters()


def unescape(text: str, delimiters: Delimiters) -> str:
    """The text its sender meant. What is no escape we know is left as it stands."""
    if delimiters.escape not in text:
        return text
    meanings = dict(zip(_LETTERS, delimiters, strict=True))
    return _escapes(delimiters.escape).sub(lambda found: meanings.get(found[1]) or _special(found[1]), text)


def escape(text: str) -> str:
    """The text as it may stand in a field; control characters, which could end a segment or a frame, become spaces."""
    return _CONTROL.sub(" ", text).translate(_ESCAPED)


_LETTERS = "FSRET"  # in the order of the delimiters
_ESCAPED = {ord(character): f"\\{letter}\\" for letter, character in zip(_LETTERS, STANDARD, strict=True)}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@lru_cache(maxsize=16)
def _escapes(character: str) -> re.Pattern[str]:
    mark = re.escape(character)
    return re.compile(rf"{mark}([FSRETHN]|X(?:[0-9A-Fa-f]{{2}})+|\.[a-z]{{2}}[0-9+ -]{{0,6}}){mark}")


def _special(said: str) -> str:
    if said.startswith((".br", ".sp")):
        return "\n"
    if said.startswith("X"):
        return _from_hex(said[1:])
    return ""  # highlighting and layout


def _from_hex(digits: str) -> str:
    found = bytes.fromhex(digits)
    try:
        return found.decode().replace("\0", "")
    except UnicodeDecodeError:
        return found.decode("cp1252", "replace").replace("\0", "")
