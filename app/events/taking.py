"""Taking a system's turn: wait for it, lock, and at the end commit or roll back.

One turn at a time in a system, so positions are gapless and in commit order. The lock is taken in one statement and
the reading done in the next: one statement for both would read a snapshot older than the lock.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from time import perf_counter

import asyncpg

from app import tracing
from app.database import CONNECT_SECONDS, IDLE_IN_TURN_TIMEOUT, LOCK_TIMEOUT, Database, longest_turn
from app.domain.values import SystemId
from app.events.log import Turn
from app.events.queue import queued
from app.events.unavailable import Unavailable, is_unavailable, not_now
from app.measuring import TURN_WAIT

TAKE_SECONDS = 6.0  # beyond the lock's time-out: a connection that says nothing by then is lost
ROLL_BACK_SECONDS = 2.0

_TAKE = "BEGIN; {settings} SELECT 1 FROM system WHERE id = '{system}' FOR UPDATE"


@asynccontextmanager
async def turn(database: Database, system: SystemId, *, even_archived: bool = False) -> AsyncIterator[Turn]:
    """Take the system's turn. Writers wait in this process, per system, before they take a connection.

    Commits at the end of the block; any exception rolls back. Raises Busy when the turn is not had in time, Full when
    the database has no room, and Unavailable when it is away or goes away meanwhile.
    """
    asked = perf_counter()
    try:
        async with queued(system), database.turns.acquire(timeout=CONNECT_SECONDS) as connection:
            try:
                settings = _behind_a_pooler(connection) if database.pooler else ""
                await connection.execute(_TAKE.format(system=system, settings=settings), timeout=TAKE_SECONDS)
                TURN_WAIT.observe(perf_counter() - asked)
                tracing.past("wait", asked)
                taken = Turn(system=system, connection=connection, even_archived=even_archived)
                yield taken
                with tracing.span("write"):
                    await taken.flush()
                    await connection.execute("COMMIT")
            except BaseException:
                await _roll_back(connection)
                raise
    except Exception as error:
        if isinstance(error, Unavailable) or not is_unavailable(error):
            raise
        raise not_now(error) from error


def _behind_a_pooler(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> str:
    """Every connection of ours has these from its start; behind a pooler it is not ours."""
    idle = f"idle_in_transaction_session_timeout = '{IDLE_IN_TURN_TIMEOUT}'"
    settings = (f"lock_timeout = '{LOCK_TIMEOUT}'", idle, longest_turn(connection))
    return "".join(f"SET LOCAL {each}; " for each in settings if each)


async def _roll_back(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> None:
    """Undo, or drop a connection that does not answer: its server undoes then. The first error stays the one raised."""
    try:
        if connection.is_closed():
            return
        # The driver's own time-out would begin only when the server has said that it cancelled what came before.
        async with asyncio.timeout(ROLL_BACK_SECONDS):
            await connection.execute("ROLLBACK")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError):
        with suppress(asyncpg.InterfaceError):  # the driver gave it up and took it back meanwhile
            connection.terminate()
