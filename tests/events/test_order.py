"""PROMISE 1: no event is ever skipped or seen out of order.

In CI: 0 missed in 8,000 events by 32 writers in 2 processes over 4 systems, with random rollbacks, cancelled turns
and followers that read all the time; 1,000,000 events over 8 systems when run by hand.
"""

import asyncio
from contextlib import AsyncExitStack

import asyncpg
import pytest

from app.database import Database
from app.domain.values import SystemId
from app.embedded import EmbeddedPostgres
from app.events.loading import everywhere, load
from app.events.verify import verify
from tests.facts import an_empty_system
from tests.promises.processes import started

EVENTS = 8_000
SOAK_EVENTS = 1_000_000
PROCESSES = 2
WRITERS = 16  # in each process
WRITE_SECONDS_AT_MOST = 3_600


class Follower:
    """Reads what changed since where it stands, over and over; every person is registered once, so is seen once."""

    def __init__(self, database: Database, system: SystemId) -> None:
        self._database, self._system = database, system
        self.position = 0
        self.seen: list[int] = []

    async def look(self) -> None:
        changed = await load(self._database, self._system, everywhere("person"), self.position)
        positions = sorted(row.position for row in changed.rows)
        assert all(self.position < position <= changed.position for position in positions)
        self.seen += positions
        self.position = changed.position

    async def follow(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(0.002)


async def written(url: str, systems: list[SystemId], events: int) -> int:
    """Let every process write its share; how many events they were told are recorded."""
    async with AsyncExitStack() as stack:
        writers = [await stack.enter_async_context(started("tests.promises.writer")) for _ in range(PROCESSES)]
        for seed, process in enumerate(writers):
            share = {"writers": WRITERS, "events": events // PROCESSES, "seed": seed}
            await process.tell({"url": url, "systems": [str(system) for system in systems], **share})
        async with asyncio.timeout(WRITE_SECONDS_AT_MOST):
            return sum(await asyncio.gather(*(process.hear() for process in writers)))


async def nothing_is_missed(database: Database, owner_url: str, events: int, systems_count: int) -> None:
    systems = [await an_empty_system(database) for _ in range(systems_count)]
    followers = [Follower(database, system) for system in systems]
    async with asyncio.TaskGroup() as tasks:
        following = [tasks.create_task(each.follow()) for each in followers]
        told = await written(database.url, systems, events)
        for task in following:
            task.cancel()
    for each in followers:
        await each.look()

    recorded = sum(each.position for each in followers)
    assert recorded >= told >= events  # a turn that was cancelled may have been recorded, untold
    connection = await asyncpg.connect(owner_url)
    for system, follower in zip(systems, followers, strict=True):
        assert follower.seen == list(range(1, follower.position + 1))
        assert (await verify(connection, system)).broken_at is None  # positions 1..head, each after the one before
        assert await connection.fetchval(_VERSIONS_WITH_GAPS, system) == 0
    await connection.close()


async def test_no_event_is_missed_by_who_follows_while_many_write(
    database: Database, postgres: EmbeddedPostgres
) -> None:
    await nothing_is_missed(database, postgres.url(role="owner"), EVENTS, 4)


@pytest.mark.soak
async def test_no_event_is_missed_in_a_million(database: Database, postgres: EmbeddedPostgres) -> None:
    await nothing_is_missed(database, postgres.url(role="owner"), SOAK_EVENTS, 8)


_VERSIONS_WITH_GAPS = """
    SELECT count(*) FROM (
        SELECT version, row_number() OVER (PARTITION BY stream ORDER BY position) AS nth FROM event WHERE system_id = $1
    ) numbered WHERE version <> nth"""
