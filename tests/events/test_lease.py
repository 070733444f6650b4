"""Exactly one holder at a time, by the database's clock; what a dead one held runs out."""

from uuid import uuid4

import pytest
from sqlalchemy import func, update

from app.database import Database
from app.events.lease import LIFE, hold, lease, release


@pytest.fixture
def work() -> str:
    """A piece of work that nobody else does."""
    return f"work {uuid4()}"


async def test_a_second_holder_waits_and_the_first_may_hold_on(database: Database, work: str) -> None:
    async with database.engine.begin() as connection:
        assert await hold(connection, work, "first")
        assert not await hold(connection, work, "second")
        assert await hold(connection, work, "first")


async def test_what_is_released_is_free_at_once_and_only_its_holder_can_release_it(
    database: Database, work: str
) -> None:
    async with database.engine.begin() as connection:
        assert await hold(connection, work, "first")
        await release(connection, work, "second")
        assert not await hold(connection, work, "second")
        await release(connection, work, "first")
        assert await hold(connection, work, "second")


async def test_a_lease_that_was_not_renewed_passes_on(database: Database, work: str) -> None:
    async with database.engine.begin() as connection:
        assert await hold(connection, work, "dead")
        aged = lease.c.until - LIFE - func.make_interval(0, 0, 0, 0, 0, 0, 1)
        await connection.execute(update(lease).where(lease.c.name == work).values(until=aged))
        assert await hold(connection, work, "next")
        assert not await hold(connection, work, "dead")
