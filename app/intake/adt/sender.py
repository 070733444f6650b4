"""The other end of the line: sends messages in order, each when the one before is answered, over one connection.

Used by `homeward adt send` and by the example hospital.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Iterable
from dataclasses import dataclass, field

from app.intake.adt.charsets import decode
from app.intake.adt.doubts import Doubts
from app.intake.adt.pauses import pauses
from app.intake.adt.reading import read
from app.intake.adt.wire import Block, Framer, frame


@dataclass(frozen=True, slots=True)
class Sent:
    """A message and its answer: MSA-1 ("AA", "AE", "AR"; "" when the answer cannot be read), MSA-2 and MSA-3."""

    message: bytes = field(repr=False)
    answer: bytes = field(repr=False)
    code: str
    control_id: str
    words: str


async def send(
    messages: AsyncIterable[bytes] | Iterable[bytes],
    host: str,
    port: int,
    *,
    answer_timeout: float = 60.0,
    give_up_after: float | None = 30.0,
) -> AsyncGenerator[Sent, None]:
    """Send each message until it is answered, connecting again as often as need be.

    Times are in seconds. Raises OSError when a message cannot be brought across within `give_up_after`; None: never.
    Leaving the loop early leaves the connection open until the iterator is closed (`contextlib.aclosing`).
    """
    line = _Line(host, port, answer_timeout)
    try:
        async for message in _each(messages):
            yield await _deliver(line, message, give_up_after)
    finally:
        line.close()


async def _each(messages: AsyncIterable[bytes] | Iterable[bytes]) -> AsyncGenerator[bytes, None]:
    if isinstance(messages, AsyncIterable):
        async for message in messages:
            yield message
    else:
        for message in messages:
            yield message


async def _deliver(line: "_Line", message: bytes, give_up_after: float | None) -> Sent:
    loop = asyncio.get_running_loop()
    began = loop.time()
    for pause in pauses(0.1, 10.0):
        try:
            return _sent(message, await line.ask(message))
        except OSError:  # time-outs included
            line.close()
            if give_up_after is not None and loop.time() - began + pause > give_up_after:
                raise
        await asyncio.sleep(pause)
    raise AssertionError("pauses never end")


def _sent(message: bytes, answer: bytes) -> Sent:
    doubts = Doubts()
    text, _ = decode(answer, doubts)
    read_answer = read(text, doubts)
    if read_answer is None:
        return Sent(message, answer, "", "", "")
    msa, err = read_answer.segment("MSA"), read_answer.segment("ERR")
    return Sent(message, answer, msa.text(1), msa.text(2), msa.text(3) or err.text(8))


class _Line:
    """A connection that is made when it is needed."""

    def __init__(self, host: str, port: int, answer_timeout: float) -> None:
        self._host = host
        self._port = port
        self._answer_timeout = answer_timeout
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._framer = Framer(limit=1024 * 1024)

    async def ask(self, message: bytes) -> bytes:
        """Send one message and read one whole answer. Raises OSError, TimeoutError included."""
        async with asyncio.timeout(self._answer_timeout):
            if self._streams is None:
                self._framer = Framer(limit=1024 * 1024)
                self._streams = await asyncio.open_connection(self._host, self._port)
            reader, writer = self._streams
            writer.write(frame(message))
            await writer.drain()
            while not isinstance(found := self._framer.take(), Block):
                data = await reader.read(65536)
                if not data:
                    raise ConnectionResetError("The line was closed before the answer came.")
                self._framer.feed(data)
        return found.content

    def close(self) -> None:
        """Hang up; the next question connects again."""
        if self._streams:
            self._streams[1].close()
        self._streams = None
