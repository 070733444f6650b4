"""Streams read and folded to the rows of a kind, here or by processes of our own beside: folding takes all of one core.

Such a process is forked from whoever rebuilds, who has loaded all that it needs: to load it again took as long as to
fold ten thousand events. It hears which streams to fold, and ends when nobody is there to ask.
"""

import asyncio
import gc
import json
import os
import signal
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from uuid import UUID

import asyncpg

from app.domain.values import Stream, SystemId
from app.events.rebuild.beside import Connection
from app.events.rebuild.refused import HelperEnded
from app.events.stream import read_streams
from app.views.kind import Kind, Row
from app.views.write import as_json

MOST_HELPERS = 8
LONGEST_LINE = 256 * 1024 * 1024  # bytes; of a hundred streams it is some hundred thousand
POLITENESS = 10


async def folded(
    connection: "Connection[asyncpg.Record]", kind: Kind, system: SystemId, streams: Sequence[Stream], to: int
) -> tuple[list[Row], int]:
    """The rows of these streams as they stood at a position, and of how many events."""
    rows, events = list[Row](), 0
    for read in await read_streams(connection, system, streams):
        past = [each for each in read.past.events if each.position <= to]
        rows += kind.rows(past)
        events += len(past)
    return rows, events


@dataclass(frozen=True, slots=True)
class Helper:
    """A process that folds; it is asked one thing at a time."""

    hears: asyncio.StreamWriter
    says: asyncio.StreamReader

    async def fold(self, system: SystemId, streams: Sequence[Stream], to: int) -> tuple[str, int]:
        """The rows as JSON, and of how many events. Raises HelperEnded."""
        try:
            self.hears.write(json.dumps([str(system), streams, to]).encode() + b"\n")
            events, _, rows = (await self.says.readuntil(b"\n")).partition(b" ")
        except (EOFError, ConnectionError) as error:
            raise HelperEnded from error
        return rows.decode(), int(events)


@asynccontextmanager
async def helpers(owner_url: str, kind: Kind) -> AsyncIterator[list[Helper]]:
    """One for each core, until the block ends."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(_helper(owner_url, kind)) for _ in range(_cores())]


def _cores() -> int:
    return min(os.cpu_count() or 1, MOST_HELPERS)


@asynccontextmanager
async def _helper(owner_url: str, kind: Kind) -> AsyncIterator[Helper]:
    ours, theirs = socket.socketpair()
    process = get_context("fork").Process(target=_help, args=(theirs, owner_url, kind), daemon=True)
    process.start()
    theirs.close()
    says, hears = await asyncio.open_unix_connection(sock=ours, limit=LONGEST_LINE)
    try:
        yield Helper(hears, says)
    finally:
        hears.close()
        process.kill()  # it only reads
        process.join()


def _help(asked: socket.socket, owner_url: str, kind: Kind) -> None:
    """In the process forked: what it was born with is its parent's, and is left alone."""
    _let_go_of_all_but(asked.fileno())
    os.setsid()  # Ctrl-C is for whoever rebuilds, and their end is that of the helpers
    os.nice(POLITENESS)  # those at work go first
    gc.freeze()
    asyncio.run(_fold_what_is_asked(asked, owner_url, kind))


def _let_go_of_all_but(kept: int) -> None:
    """Of the parent's connections none stays open for as long as this lives; nor those to the helpers before it."""
    signal.set_wakeup_fd(-1)
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


async def _fold_what_is_asked(asked: socket.socket, owner_url: str, kind: Kind) -> None:
    connection = await asyncpg.connect(owner_url, server_settings={"application_name": f"homeward rebuild {kind.name}"})
    with asked.makefile("rwb") as lines:
        while line := lines.readline():  # waits for it: there is nothing else to do
            key, streams, to = json.loads(line)
            system = SystemId(UUID(key))
            rows, events = await folded(connection, kind, system, streams, to)
            lines.write(f"{events} {as_json(system, rows)}\n".encode())
            lines.flush()
