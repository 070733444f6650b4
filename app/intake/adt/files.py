"""The messages in a file, however it was saved: one or several, framed or not, in a batch or not."""

import re
from collections.abc import Iterator
from pathlib import Path

from app.intake.adt.wire import Block, Framer


def messages_in(path: Path) -> Iterator[bytes]:
    """Each message as it stands in the file, unfinished ones too, without frame, envelope and byte order mark.

    Raises OSError.
    """
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 was never written several to a file
        return iter([content])
    return _framed(content) if b"\x0b" in content and b"\x1c" in content else _split(content)


def _framed(content: bytes) -> Iterator[bytes]:
    framer = Framer(limit=len(content))
    framer.feed(content)
    while found := framer.take() or framer.give_up():
        yield found.content if isinstance(found, Block) else found.head


def _split(content: bytes) -> Iterator[bytes]:
    starts = [header.end() for header in _HEADER.finditer(content)]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=False):
        yield _ENVELOPE.split(content[start:end], maxsplit=1)[0].rstrip(b"\r\n")


_HEADER = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?\s*|[\r\n][ \t]*)(?=MSH[^A-Za-z0-9\s])")
_ENVELOPE = re.compile(rb"[\r\n](?:FHS|BHS|BTS|FTS)(?=[^A-Za-z0-9])")
