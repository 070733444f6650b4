"""Holding the lease: never beyond the time in which another may take it, and in words where there are no tables."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import asyncpg
import pytest

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.events.lease import LIFE
from app.processes.tenure import Tenure

STOP_SECONDS = LIFE.total_seconds() - 1.2


@pytest.fixture
def work() -> str:
    """A piece of work that nobody else does."""
    return f"work {uuid4()}"


@asynccontextmanager
async def stuck(database: Database, work: str) -> AsyncIterator[None]:
    """The database takes renewals and does not answer them."""
    connection = await asyncpg.connect(database.url)
    try:
        async with connection.transaction():
            await connection.execute("SELECT 1 FROM lease WHERE name = $1 FOR UPDATE", work)
            yield
    finally:
        await connection.close()


async def test_work_is_put_down_before_the_lease_can_run_out(database: Database, work: str) -> None:
    tenure, loop = Tenure(database, work, "me", STOP_SECONDS), asyncio.get_running_loop()
    began = loop.time()
    stop_at = await tenure.begin()
    async with stuck(database, work):
        await tenure.keep(stop_at)
        assert loop.time() - began < LIFE.total_seconds() - STOP_SECONDS + 1
    await tenure.end()


async def test_a_lease_that_is_renewed_is_kept_until_another_has_it(database: Database, work: str) -> None:
    tenure, loop = Tenure(database, work, "me", STOP_SECONDS), asyncio.get_running_loop()
    stop_at = await tenure.begin()
    keeping = asyncio.create_task(tenure.keep(stop_at))
    while loop.time() < stop_at + 0.5:
        await asyncio.sleep(0.1)
        assert not keeping.done()
    async with database.reads.acquire() as connection:
        await connection.execute("UPDATE lease SET holder = 'another' WHERE name = $1", work)
    async with asyncio.timeout(60):
        await keeping


async def test_without_tables_it_waits_in_words_and_begins_once_there_are_some(
    postgres: EmbeddedPostgres, work: str, capsys: pytest.CaptureFixture[str]
) -> None:
    postgres.create_database("tableless")
    database = await open_database(postgres.url(role="app", database="tableless"))
    owner = await asyncpg.connect(postgres.url(role="owner", database="tableless"))
    try:
        tenure = Tenure(database, work, "me", STOP_SECONDS)
        beginning = asyncio.create_task(tenure.begin())
        async with asyncio.timeout(60):
            while "waiting for a migrated database" not in (said := "".join(capsys.readouterr())):
                await asyncio.sleep(0.01)
        assert "Traceback" not in said
        await tenure.end()
        assert not beginning.done()
        await owner.execute(
            """CREATE TABLE lease (name text PRIMARY KEY, holder text NOT NULL, until timestamptz NOT NULL);
            GRANT ALL ON lease TO homeward_app"""
        )
        async with asyncio.timeout(60):
            await beginning
    finally:
        await owner.close()
        await database.close()
        postgres.drop_database("tableless")
