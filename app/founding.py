"""The first system of an installation: the example, or an empty one with one manager who adds everything else."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from asyncpg import InterfaceError, PostgresError

from app import new_system
from app.database import Database, open_database
from app.events.systems import any_system
from app.events.unavailable import Unavailable
from app.example.founding import found_example
from app.pooling import connect
from app.settings import Settings

NAME = "Homeward"
MANAGER = "manager"


class AlreadyFounding(Unavailable):
    """Another Homeward makes the first system of this database just now. Wait until it has."""


@asynccontextmanager
async def begun(settings: Settings, url: str) -> AsyncIterator[str | None]:
    """Make the first system unless there is one. The manager's password, a new one until `finish` is called.

    Where there is one to be shown, nobody else begins until the block ends: theirs would take its place. Raises
    AlreadyFounding.
    """
    async with AsyncExitStack() as alone:
        await alone.enter_async_context(_alone(url))
        password = await _begin(settings, url)
        if password is None:
            await alone.aclose()
        yield password


async def _begin(settings: Settings, url: str) -> str | None:
    async with opened(settings, url) as database:
        if settings.example:
            await found_example(database)
            return None
        async with database.engine.begin() as connection:
            manager = await new_system.unfinished(connection, NAME)
            if manager is None and await any_system(connection):
                return None
            manager = manager or new_system.new_manager(MANAGER)
            password = await new_system.begin(connection, NAME, manager)
        await new_system.furnish(database, manager)
        return password


async def finish(settings: Settings, url: str) -> None:
    """The manager's password was shown: record that they joined, after which no other is made."""
    async with opened(settings, url) as database:
        async with database.engine.connect() as connection:
            manager = await new_system.unfinished(connection, NAME)
        if manager:
            await new_system.hand_over(database, manager)


@asynccontextmanager
async def opened(settings: Settings, url: str) -> AsyncIterator[Database]:
    """The pools at this address, for as long as the block lasts."""
    database = await open_database(url, pooler=settings.database_pooler == "transaction")
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _alone(url: str) -> AsyncIterator[None]:
    """By a transaction's lock: a session's would be kept by a pooler. It goes with the connection, in any case."""
    connection = await connect(url)
    try:
        await connection.execute("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0")
        if not await connection.fetchval("SELECT pg_try_advisory_xact_lock(hashtext('homeward founding'))"):
            raise AlreadyFounding
        yield
        with suppress(PostgresError, InterfaceError, OSError):  # lost meanwhile: then it went with the connection
            await connection.execute("ROLLBACK")  # at once; a connection that is gone is noticed some time later
    finally:
        connection.terminate()
