"""A listening hub without its database, and senders that write whatever they like."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.listener import MllpListener
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused
from tests.intake.adt.messages import MSH, adt

MEGABYTE = 1024 * 1024
PATIENCE_SECONDS = 60.0
"""Far more than anything here takes: a machine that is busy fails no test."""


def message(control_id: str) -> bytes:
    return adt(msh=MSH.replace("MSG0001", control_id))


class Hub:
    """Receives as the hub does, without its database; `faults` are raised first, `gate` holds it up."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.faults: list[Exception] = []
        self.tries = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def receive(self, raw: bytes, received_at: datetime) -> bytes:
        self.tries += 1
        assert received_at.tzinfo is UTC
        await self.gate.wait()
        if self.faults:
            raise self.faults.pop(0)
        self.received.append(raw)
        reading = understand(raw, received_at)
        if isinstance(reading, Refused):
            return acknowledge(reading, reading.ack, reading.words)
        return acknowledge(reading, "AA")


class Peer:
    """A sender that writes what it likes and reads whole answers."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def say(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self) -> str:
        """MSA and ERR-5 of the next answer."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            text = (await self.reader.readuntil(b"\x1c\r")).decode("cp1252")
        assert text.startswith("\x0bMSH|")
        _, msa, *err = text.rstrip("\x1c\r").split("\r")
        return "|".join(msa.split("|")[1:3]) + "".join("|" + segment.split("|")[5] for segment in err)

    async def left_alone(self) -> bool:
        async with asyncio.timeout(10):
            return await self.reader.read() == b""


@asynccontextmanager
async def listening(
    hub: Hub,
    *,
    limit: int = 4 * MEGABYTE,
    idle_timeout: float = 60,
    read_timeout: float = 10,
    first_pause: float = 0.01,
    stop_timeout: float = 10,
    max_connections: int = 64,
) -> AsyncIterator[MllpListener]:
    listener = MllpListener(
        "127.0.0.1",
        0,
        hub.receive,
        limit=limit,
        idle_timeout=idle_timeout,
        read_timeout=read_timeout,
        first_pause=first_pause,
        stop_timeout=stop_timeout,
        max_connections=max_connections,
    )
    async with listener:
        yield listener


@asynccontextmanager
async def calling(listener: MllpListener) -> AsyncIterator[Peer]:
    reader, writer = await asyncio.open_connection(listener.host, listener.port)
    try:
        yield Peer(reader, writer)
    finally:
        writer.close()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not true():
            await asyncio.sleep(0.005)
