"""One sender's connection: a message is read, handed on and answered before the next is looked at.

A fault of our own is never the sender's: its message is held and tried again, unanswered and with nothing more read,
until it is received, the sender leaves or we stop. What was not answered stays the sender's and is sent again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from app import clock, correlation, tracing
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.pauses import pauses
from app.intake.adt.understanding import TOO_LARGE, UNFINISHED, refuse_unread
from app.intake.adt.wire import Block, Framer, Lost, frame

Receive = Callable[[bytes, datetime], Awaitable[bytes]]
"""Takes a message and when it came; gives the answer's bytes, once the message is safe."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one connection may take: bytes a message, seconds of silence, seconds for a message to arrive or an answer
    to be read, and the first pause in seconds after a fault of our own."""

    limit: int = 4 * 1024 * 1024
    idle_timeout: float = 3600.0
    read_timeout: float = 60.0
    first_pause: float = 0.25


DEFAULT = Bounds()


class Connection:
    """Serves one sender; `busy` while a message of its is in hand."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        receive: Receive,
        bounds: Bounds,
        stopping: asyncio.Event,
    ) -> None:
        self.busy = False
        self._reader = reader
        self._writer = writer
        self._receive = receive
        self._bounds = bounds
        self._stopping = stopping
        self._framer = Framer(bounds.limit)
        self._deadline: float | None = None
        self._over = False

    async def serve(self) -> None:
        """Read and answer until the sender leaves, falls silent, or we stop."""
        try:
            while not self._over and not self._stopping.is_set():
                found = await self._next()
                if found is None:
                    continue
                self.busy = True
                if not await self._answer(found):
                    return
                self.busy = False
        except (ConnectionError, TimeoutError) as gone:
            log.info("mllp connection lost", reason=type(gone).__name__)
        finally:
            if self._framer.skipped:
                log.warning("mllp bytes outside frames were skipped", bytes=self._framer.skipped)
            self._writer.close()

    async def _next(self) -> Block | Lost | None:
        """The next frame; None with `_over` when there is none to come."""
        while (found := self._framer.take()) is None:
            data = await self._read()
            if not data:
                self._over = self._reader.at_eof() or not self._framer.perhaps_ended
                found = self._framer.give_up()
                break
            self._framer.feed(data)
            if max(self._framer.swallowed, self._framer.skipped) > _PATIENCE * self._bounds.limit:
                self._over = True
                found = self._framer.give_up()
                break
        self._deadline = None
        return found

    async def _read(self) -> bytes:
        """What arrives within the time there is; nothing if nothing does."""
        try:
            async with asyncio.timeout_at(self._until()):
                return await self._reader.read(_CHUNK)
        except TimeoutError:
            return b""

    def _until(self) -> float:
        now = asyncio.get_running_loop().time()
        if not self._framer.unfinished:
            return now + self._bounds.idle_timeout
        if self._deadline is None:
            self._deadline = now + self._bounds.read_timeout
        return min(self._deadline, now + _LULL) if self._framer.perhaps_ended else self._deadline

    async def _answer(self, found: Block | Lost) -> bool:
        """Answer a frame; False when there was no answer to give."""
        received_at = clock.now()
        if isinstance(found, Block):
            # Not the message's own number, which may hold anything.
            with correlation.begun(), tracing.span("feed message"):
                answer = await self._received(found.content, received_at)
        else:
            answer = _refusal(found, received_at)
        if answer is None:
            return False
        if self._writer.is_closing():  # uvloop, which a child runs on, refuses with a RuntimeError what is written then
            raise ConnectionResetError
        self._writer.write(frame(answer))
        async with asyncio.timeout(self._bounds.read_timeout):
            await self._writer.drain()
        return True

    async def _received(self, message: bytes, received_at: datetime) -> bytes | None:
        for pause in pauses(self._bounds.first_pause, _LONGEST_PAUSE):
            try:
                return await self._receive(message, received_at)
            except Exception as fault:  # whatever it is, it is ours, and the sender must not be told no for it
                # The text of a database error may quote the message; its type does not.
                log.error("adt message held after a fault", fault=type(fault).__name__, next_try_in=pause)
            if await self._stopped_within(pause) or self._peer_has_left():
                return None
        return None

    async def _stopped_within(self, pause: float) -> bool:
        try:
            async with asyncio.timeout(pause):
                return await self._stopping.wait()
        except TimeoutError:
            return False

    def _peer_has_left(self) -> bool:
        return self._reader.at_eof() or self._reader.exception() is not None or self._writer.is_closing()


def _refusal(lost: Lost, received_at: datetime) -> bytes:
    log.warning("mllp message lost", reason=lost.reason)
    refused = refuse_unread(lost.head, TOO_LARGE if lost.reason == "too-large" else UNFINISHED, received_at)
    return acknowledge(refused, refused.ack, refused.words)


_CHUNK = 64 * 1024  # bytes
_PATIENCE = 16  # times the limit: what is swallowed of a message too large, or of noise, before the line is closed
_LULL = 1.0  # seconds after a bare FS until it is taken for the end
_LONGEST_PAUSE = 10.0  # seconds
