"""What holds of a service after a drill: its log checks out, its rows are what the log says, its screens show them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from app.database import open_database
from app.events.hints import Hints
from app.events.verify import verify
from tests.facts import Installation, a_system
from tests.promises.replay import unlike_the_log
from tests.servers.cluster import Cluster


@asynccontextmanager
async def founded(cluster: Cluster) -> AsyncIterator[Installation]:
    """A system on this server; the pools through which it was made are closed when the block ends."""
    database = await open_database(cluster.url("app"))
    yield await a_system(database, Hints(database))
    await database.close()


async def is_sound(cluster: Cluster, place: Installation) -> None:
    """The log's chain of hashes is whole, and every row is what the log says."""
    connection = await asyncpg.connect(cluster.url("app"))
    assert (await verify(connection, place.system)).broken_at is None
    await connection.close()
    database = await open_database(cluster.url("app"))
    assert await unlike_the_log(database, place.system) == []
    await database.close()
