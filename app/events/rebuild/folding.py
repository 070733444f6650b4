"""Streams read and folded to the rows of a kind, here or by processes of our own beside: folding takes all of one core.

Such a process hears on its input where the database is and which streams to fold, and ends when its input does.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from app.collector import spare_the_collector
from app.domain.values import Stream, SystemId
from app.events.rebuild.beside import Connection
from app.events.rebuild.refused import HelperEnded
from app.events.stream import read_streams
from app.views.kind import Kind, Row
from app.views.kinds import KINDS
from app.views.write import as_json

MOST_HELPERS = 8
LONGEST_LINE = 256 * 1024 * 1024  # bytes; of a hundred streams it is some hundred thousand
STOP_SECONDS = 5.0
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
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__, kind.name),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE,
        start_new_session=True,  # Ctrl-C is for whoever rebuilds, and their end is that of the helpers
    )
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(owner_url.encode() + b"\n")  # not among its words, which everybody can read
        yield Helper(process.stdin, process.stdout)
    finally:
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()


async def _fold_what_is_asked(kind: Kind) -> None:
    os.nice(POLITENESS)  # those at work go first
    spare_the_collector()
    connection = await asyncpg.connect(_heard(), server_settings={"application_name": f"homeward rebuild {kind.name}"})
    try:
        while line := _heard():
            key, streams, to = json.loads(line)
            system = SystemId(UUID(key))
            rows, events = await folded(connection, kind, system, streams, to)
            sys.stdout.write(f"{events} {as_json(system, rows)}\n")
            sys.stdout.flush()
    finally:
        await connection.close()


def _heard() -> str:
    """Waits for it: there is nothing else to do."""
    return sys.stdin.readline().strip()


if __name__ == "__main__":
    asyncio.run(_fold_what_is_asked(KINDS[sys.argv[1]]))
