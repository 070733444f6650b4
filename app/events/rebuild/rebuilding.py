"""Rebuild a kind of row while everybody works: fill a table beside, catch up, and swap while no turn is taken.

The swap is the only moment that anybody could feel. It waits for no lock longer than `LOCK_WAIT`, leaves itself no more
than `LAST` positions to catch up with, and is tried again when either is not to be had.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import asyncpg

from app.domain.values import SystemId
from app.events.hints import CHANNEL
from app.events.rebuild.beside import Connection, index, live, make, replace
from app.events.rebuild.refused import AlreadyRebuilding, TooBusy
from app.events.rebuild.replay import Folded, catch_up, erased, fill, streams_of
from app.views.kind import Kind

CONNECT_SECONDS = 5.0
LAST = 50
LOCK_WAIT = "300ms"
TRIES = 100
PAUSE_SECONDS = 0.1

Tell = Callable[[int, int], None]
"""Hears how many streams were folded, of how many there were at the start."""


@dataclass(slots=True, kw_only=True)
class Rebuilt:
    """What was folded, in how many seconds; for how many seconds no turn could be taken; how often that was tried.

    `left_over` says that the table of a rebuild that was broken off was found and dropped.
    """

    folded: Folded = field(default_factory=Folded)
    seconds: float = 0.0
    held_seconds: float = 0.0
    tries: int = 0
    left_over: bool = False


async def rebuild(owner_url: str, kind: Kind, tell: Tell) -> Rebuilt:
    """Make every system's rows of this kind anew. As the tables' owner. Raises AlreadyRebuilding or TooBusy.

    Nothing of it is seen before its end: killed or refused, it leaves the live rows as they were.
    """
    rebuilt, began = Rebuilt(), time.monotonic()
    async with _alone(owner_url, kind) as connection:
        rebuilt.left_over = await make(connection, kind)
        known, of = dict[SystemId, int](), await streams_of(connection, kind)
        await _bring_up(connection, kind, known, rebuilt, lambda: tell(rebuilt.folded.streams, of))
        await index(connection, kind)
        while not await _swapped(connection, kind, known, rebuilt):
            if rebuilt.tries == TRIES:
                raise TooBusy
            await asyncio.sleep(PAUSE_SECONDS)
            await _bring_up(connection, kind, known, rebuilt, lambda: None)
    rebuilt.seconds = time.monotonic() - began
    return rebuilt


@asynccontextmanager
async def _alone(owner_url: str, kind: Kind) -> "AsyncIterator[Connection[asyncpg.Record]]":
    """The one connection that does it all. Its lock goes with it: whoever lost the lock can write nothing more."""
    settings = {"application_name": f"homeward rebuild {kind.name}"}
    connection = await asyncpg.connect(owner_url, timeout=CONNECT_SECONDS, server_settings=settings)
    try:
        if not await connection.fetchval("SELECT pg_try_advisory_lock(hashtext('rebuild'), hashtext($1))", kind.name):
            raise AlreadyRebuilding
        yield connection
    finally:
        await connection.close(timeout=CONNECT_SECONDS)


async def _bring_up(
    connection: "Connection[asyncpg.Record]",
    kind: Kind,
    known: dict[SystemId, int],
    rebuilt: Rebuilt,
    told: Callable[[], None],
) -> None:
    """Bring the rows of every system to its head of now. `known` is where each stands, a system that is new nowhere."""
    for system, head in (await _heads(connection)).items():
        stands = known.get(system)
        place = (connection, kind, system)
        async for batch in fill(*place, head) if stands is None else catch_up(*place, stands, head):
            rebuilt.folded.streams += batch.streams
            rebuilt.folded.events += batch.events
            told()
        known[system] = head


async def _swapped(
    connection: "Connection[asyncpg.Record]", kind: Kind, known: dict[SystemId, int], rebuilt: Rebuilt
) -> bool:
    """Take every system's turn at once, catch up with the last of it, and swap; False when it is not the moment."""
    rebuilt.tries += 1
    try:
        async with connection.transaction():
            await connection.execute(_KEEP_VACUUM_AWAY.format(live=live(kind)))
            await connection.execute(_TAKE)
            taken = time.monotonic()
            await _last(connection, kind, known, rebuilt)
            await replace(connection, kind)
            await connection.execute(_TELL)
    except (_NotNow, asyncpg.LockNotAvailableError):
        return False
    rebuilt.held_seconds = time.monotonic() - taken
    return True


class _NotNow(Exception):
    """Too much is left to do while nobody can take a turn."""


async def _last(
    connection: "Connection[asyncpg.Record]", kind: Kind, known: dict[SystemId, int], rebuilt: Rebuilt
) -> None:
    moved = {system: head for system, head in (await _heads(connection)).items() if head > known.get(system, 0)}
    if sum(head - known.get(system, 0) for system, head in moved.items()) > LAST:
        raise _NotNow
    for system in moved:
        if await erased(connection, system, known.get(system, 0), moved[system]):
            raise _NotNow
    # A swap that fails after this takes back its rows, and these positions are caught up with again.
    await _bring_up(connection, kind, dict(known), rebuilt, lambda: None)


async def _heads(connection: "Connection[asyncpg.Record]") -> dict[SystemId, int]:
    return {SystemId(row["id"]): row["head"] for row in await connection.fetch("SELECT id, head FROM system")}


# In nobody's way but that of a vacuum of the table, which leaves it within a second.
_KEEP_VACUUM_AWAY = "SET LOCAL lock_timeout = '3s'; LOCK TABLE {live} IN SHARE UPDATE EXCLUSIVE MODE"

# Waits for the turns that are taken, and lets none begin; rows are read meanwhile. A process that stops here is sent
# away before anybody who waits for their turn gives up.
_TAKE = f"""
    SET LOCAL lock_timeout = '{LOCK_WAIT}';
    SET LOCAL statement_timeout = '2s';
    SET LOCAL idle_in_transaction_session_timeout = '2s';
    LOCK TABLE system IN EXCLUSIVE MODE"""

# Positions held before mean nothing now; the hint lets every process look at once.
_TELL = f"UPDATE system SET epoch = epoch + 1; SELECT pg_notify('{CHANNEL}', id::text) FROM system"
