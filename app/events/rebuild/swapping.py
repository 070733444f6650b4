"""The swap, the only moment of a rebuild that anybody could feel: no turn is taken while the last is caught up with.

It waits for no lock longer than `LOCK_WAIT` and leaves itself no more than `LAST` positions; when either is not to be
had it gives way, and is tried again.
"""

import time

import asyncpg

from app.events.hints import CHANNEL
from app.events.rebuild.beside import Connection, live, replace
from app.events.rebuild.refused import OtherTables
from app.events.rebuild.replay import Replay
from app.migrating import newest_revision

LAST = 50
LOCK_WAIT = "300ms"


async def swapped(replay: Replay) -> float | None:
    """Put the table beside in the live one's place, in a new epoch; for how many seconds no turn was to be had.

    None when it is not the moment. Raises OtherTables.
    """
    known = dict(replay.known)
    try:
        async with replay.connection.transaction():
            await replay.connection.execute(_LEAVE_IT_ALONE.format(live=live(replay.kind)))
            await check_tables(replay.connection)
            await replay.connection.execute(_TAKE)
            taken = time.monotonic()
            heads = await replay.heads()
            if replay.behind(heads) > LAST or await replay.somebody_was_erased(heads):
                raise _NotNow
            await replay.bring_up(heads)
            await replace(replay.connection, replay.kind)
            await replay.connection.execute(_TELL)
    except (_NotNow, asyncpg.LockNotAvailableError, asyncpg.QueryCanceledError):
        replay.known = known  # what was caught up with since went with the transaction
        return None
    return time.monotonic() - taken


async def check_tables(connection: "Connection[asyncpg.Record]") -> None:
    """Raise OtherTables when they are not of this version: a column that came meanwhile would be lost with the swap."""
    if await connection.fetchval("SELECT version_num FROM alembic_version") != newest_revision():
        raise OtherTables


class _NotNow(Exception):
    """Too much is left to do while nobody can take a turn."""


# In the way of a migration, and of a vacuum of the table, which leaves it within a second; of nobody else.
_LEAVE_IT_ALONE = "SET LOCAL lock_timeout = '3s'; LOCK TABLE {live} IN SHARE UPDATE EXCLUSIVE MODE"

# Waits for the turns that are taken, and lets none begin; rows are read meanwhile. A process that stops here is sent
# away before anybody who waits for their turn gives up.
_TAKE = f"""
    SET LOCAL lock_timeout = '{LOCK_WAIT}';
    SET LOCAL statement_timeout = '2s';
    SET LOCAL idle_in_transaction_session_timeout = '2s';
    LOCK TABLE system IN EXCLUSIVE MODE"""

# Positions held before mean nothing now; the hint lets every process look at once.
_TELL = f"UPDATE system SET epoch = epoch + 1; SELECT pg_notify('{CHANNEL}', id::text) FROM system"
