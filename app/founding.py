"""The first system of an installation: the example, or an empty one with one manager who adds everything else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app import new_system
from app.database import Database, open_database
from app.events.systems import any_system
from app.example.founding import found_example
from app.settings import Settings

NAME = "Homeward"
MANAGER = "manager"


async def begin(settings: Settings, url: str) -> str | None:
    """Make the first system unless there is one. The manager's password, a new one until `finish` is called."""
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
