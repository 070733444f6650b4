"""MLLP frames out of a stream of bytes, however the bytes arrive: VT, message, FS, CR.

Lenient where real senders stray: LF for CR, nothing after FS, no VT, line ends between frames. `readblock()` of
python-hl7 was no base for that: it waits for ever on FS LF and throws a good message away with the noise before it.
"""

import re
from dataclasses import dataclass
from typing import Literal

_VT = b"\x0b"
_FS = b"\x1c"


def frame(message: bytes) -> bytes:
    """The message as it goes over the wire."""
    return _VT + message + _FS + b"\r"


@dataclass(frozen=True, slots=True)
class Block:
    """What stood between the start and the end of a frame."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """A frame that gave no message: why, and its first bytes (all there are of an unfinished one)."""

    reason: Literal["too-large", "unfinished"]
    head: bytes


class Framer:
    """Takes bytes, gives frames. `limit` is the largest message in bytes.

    `skipped` counts the bytes met outside frames (line ends apart), `swallowed` those of a frame that is too large.
    """

    def __init__(self, limit: int) -> None:
        self.skipped = 0
        self.swallowed = 0
        self._limit = limit
        self._buffer = bytearray()
        self._inside = False
        self._looked = 0
        self._head: bytes | None = None

    def feed(self, data: bytes) -> None:
        """Take in what arrived."""
        self._buffer += data

    def take(self) -> Block | Lost | None:
        """The next frame; None until more bytes have come. A frame without content is a keep-alive, and passed over."""
        while self._inside or self._begin():
            end = _END.search(self._buffer, self._looked)
            if end is None:
                self._wait()
                return None
            # A new start block without an end block before it: the frame was left unfinished and the next has begun.
            begun_anew = end[0] == _VT
            content = bytes(self._buffer[: end.start()])
            del self._buffer[: end.end()]
            found = self._finish(content, finished=not begun_anew)
            self._inside = begun_anew
            if found:
                return found
        return None

    @property
    def unfinished(self) -> bool:
        """Whether a frame has begun and not ended."""
        return self._inside

    @property
    def perhaps_ended(self) -> bool:
        """Whether the last byte is FS: if nothing follows, the frame has ended."""
        return self._inside and self._buffer.endswith(_FS)

    def give_up(self) -> Block | Lost | None:
        """What the unfinished frame amounts to when nothing more is to be waited for; None if none has begun."""
        if not self._inside:
            return None
        finished = self.perhaps_ended
        content = bytes(self._buffer).removesuffix(_FS)
        self._buffer.clear()
        return self._finish(content, finished=finished)

    def _begin(self) -> bool:
        start = _START.search(self._buffer)
        partial = None if start else _PARTIAL_START.search(self._buffer)
        dropped = start.start() if start else partial.start() if partial else len(self._buffer)
        self.skipped += len(bytes(self._buffer[:dropped]).strip())
        del self._buffer[: start.end() if start else dropped]
        self._inside = start is not None
        self._looked = 0
        return self._inside

    def _wait(self) -> None:
        if self._head is None and len(self._buffer) > self._limit:
            self._head = bytes(self._buffer[:_HEAD])
        if self._head is not None:
            self.swallowed += len(self._buffer) - _LOOKAHEAD
            del self._buffer[:-_LOOKAHEAD]
        self._looked = max(0, len(self._buffer) - _LOOKAHEAD)

    def _finish(self, content: bytes, *, finished: bool) -> Block | Lost | None:
        head = self._head
        self._inside, self._looked, self._head, self.swallowed = False, 0, None, 0
        if head is not None or len(content) > self._limit:
            return Lost("too-large", head or content[:_HEAD])
        if not content.strip():
            return None
        return Block(content) if finished else Lost("unfinished", content)


_HEAD = 4096  # bytes: enough for any message header
_LOOKAHEAD = 3  # bytes that may turn out to be the beginning of an end
_START = re.compile(rb"\x0b|(?:\A|[\r\n])(?=MSH[^A-Za-z0-9\s])")
_PARTIAL_START = re.compile(rb"(?:\A|[\r\n])(?:M|MS|MSH)?\Z")
# VT is also a soft line break that people paste into notes: it begins a frame only before a header.
_END = re.compile(rb"\x1c(?:[\r\n]|(?=\x0b))|\x0b(?=MSH|FHS|BHS)")
