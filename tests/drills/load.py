"""A load of commands during a drill, and what of it a database does not have."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple
from uuid import UUID

import asyncpg

from tests.promises.load import Load


class Lost(NamedTuple):
    """A command that was acknowledged and is in the log no longer; `at` is when, by `time.monotonic`."""

    position: int
    at: float


@asynccontextmanager
async def under(load: Load, nurses: Sequence[dict[str, str]]) -> AsyncIterator[None]:
    """One client for each of these, who is signed in already; when the block ends, each ends what it began."""
    async with asyncio.TaskGroup() as clients:
        running = [clients.create_task(load.client(headers)) for headers in nurses]
        yield
        load.ending = True
        await asyncio.wait(running, timeout=ENDING_SECONDS)
        for each in running:
            each.cancel()  # of a service that is gone for good


async def lost(load: Load, owner_url: str) -> list[Lost]:
    """What was acknowledged and does not stand in this database's log, oldest first."""
    connection = await asyncpg.connect(owner_url)
    asked = "SELECT stream, version, position FROM event WHERE system_id = $1"
    recorded = {
        (UUID(row["stream"].partition(":")[2]), row["version"], row["position"])
        for row in await connection.fetch(asked, load.place.system)
    }
    await connection.close()
    return [
        Lost(each["position"], at)
        for each, at in zip(load.acknowledged, load.acknowledged_at, strict=True)
        if (UUID(each["id"]), each["version"], each["position"]) not in recorded
    ]


ENDING_SECONDS = 10.0
