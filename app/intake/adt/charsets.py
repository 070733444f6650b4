"""Bytes to text by what MSH-18 claims, which is often nothing and sometimes wrong. Never fails."""

import re

from app.intake.adt.doubts import Doubts

UTF8_ELSE_WINDOWS = ("utf-8", "cp1252")
_CODECS: dict[str, tuple[str, ...]] = {
    "": UTF8_ELSE_WINDOWS,
    "ASCII": UTF8_ELSE_WINDOWS,
    "UNICODE": UTF8_ELSE_WINDOWS,  # what really is UTF-16 has been seen by its zero bytes
    "UNICODE UTF-8": ("utf-8",),
    "UTF-8": ("utf-8",),
    "UTF8": ("utf-8",),
    "8859/1": ("cp1252",),  # Windows writes its quotes and dashes where Latin 1 has control characters
    "8859/15": ("iso8859-15",),
}
_ZERO_BYTES = re.compile(rb"\A(?:\xff\xfe|\xfe\xff|M\x00S\x00H\x00|\x00M\x00S\x00H)")


def decode(raw: bytes, doubts: Doubts) -> tuple[str, str]:
    """The text without byte order mark and NUL, and the codec it was read (and is to be answered) in."""
    text, codec = _decode(raw, doubts)
    if "\0" in text:
        doubts.note("control-characters", "The message held NUL characters; they were left out.")
        text = text.replace("\0", "")
    return text.removeprefix("\ufeff"), codec


def _decode(raw: bytes, doubts: Doubts) -> tuple[str, str]:
    codecs = (_utf_16(raw),) if _ZERO_BYTES.match(raw) else _claimed(raw, doubts)
    for codec in codecs:
        try:
            return raw.decode(codec), codec
        except UnicodeDecodeError:
            continue
    doubts.note("undecodable-bytes", "Some characters are not in the character set named in MSH-18; they show as �.")
    return raw.decode(codecs[-1], "replace"), codecs[-1]


def _utf_16(raw: bytes) -> str:
    return "utf-16-be" if raw[:1] in (b"\xfe", b"\x00") else "utf-16-le"


def _claimed(raw: bytes, doubts: Doubts) -> tuple[str, ...]:
    claim = _msh_18(raw)
    codecs = _CODECS.get(claim)
    if codecs is None:
        doubts.note("unknown-charset", "MSH-18 names a character set unknown here; UTF-8 or Windows was tried.")
        return UTF8_ELSE_WINDOWS
    return codecs


def _msh_18(raw: bytes) -> str:
    start = raw.find(b"MSH")
    header = re.split(rb"[\r\n]", raw[max(start, 0) : start + 4096], maxsplit=1)[0]
    fields = header.split(header[3:4] or b"|")
    claim = fields[17] if len(fields) > 17 else b""
    return re.split(rb"[~^]", claim, maxsplit=1)[0].strip().upper().decode("ascii", "replace")
