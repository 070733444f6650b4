"""Rebuild a kind of row while everybody works: fill a table beside, catch up with what was recorded meanwhile, swap."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

import asyncpg

from app.events.rebuild.beside import Connection, drop, index, make
from app.events.rebuild.folding import helpers
from app.events.rebuild.refused import AlreadyRebuilding, TooBusy
from app.events.rebuild.replay import Replay
from app.events.rebuild.swapping import check_tables, swapped
from app.pooling import refuse_pooler
from app.views.kind import Kind

CONNECT_SECONDS = 5.0
TRIES = 60
MANY = 1_000  # streams: to fold fewer takes no longer than helpers save
PAUSE_SECONDS = 1.0  # others must get on meanwhile: a try may have made them wait

Tell = Callable[[int, int], None]
"""Hears how many streams were folded, of how many there were at the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What was folded, in how many seconds, and for how many of them no turn could be taken.

    `left_over` says that the table of a rebuild that was broken off was found and dropped.
    """

    streams: int
    events: int
    seconds: float
    held_seconds: float
    left_over: bool


async def rebuild(owner_url: str, kind: Kind, tell: Tell) -> Rebuilt:
    """Make every system's rows of this kind anew, as the tables' owner. Raises CannotRebuild or ThroughPooler.

    Nothing of it is seen before its end: killed or refused, it leaves the live rows as they were. Refused, cancelled
    or failed it leaves nothing beside them either.
    """
    began = time.monotonic()
    await refuse_pooler(owner_url)
    async with _alone(owner_url, kind) as connection:
        await check_tables(connection)
        replay = Replay(connection, kind)
        try:
            left_over = await make(connection, kind)
            await _fill(replay, owner_url, tell)
            held_seconds = await _swap(replay)
        except (Exception, asyncio.CancelledError):
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):  # then the next migration does it
                await drop(connection, kind)
            raise
    return Rebuilt(
        streams=replay.streams,
        events=replay.events,
        seconds=time.monotonic() - began,
        held_seconds=held_seconds,
        left_over=left_over,
    )


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


async def _fill(replay: Replay, owner_url: str, tell: Tell) -> None:
    of = await replay.all_streams()
    tell(0, of)
    async with AsyncExitStack() as stack:
        if of > MANY:
            replay.helpers = await stack.enter_async_context(helpers(owner_url, replay.kind))
        await replay.bring_up(await replay.heads(), lambda: tell(replay.streams, of))
        replay.helpers = ()
    await index(replay.connection, replay.kind)


async def _swap(replay: Replay) -> float:
    for _ in range(TRIES):
        await replay.bring_up(await replay.heads())
        held_seconds = await swapped(replay)
        if held_seconds is not None:
            return held_seconds
        await asyncio.sleep(PAUSE_SECONDS)
    raise TooBusy
