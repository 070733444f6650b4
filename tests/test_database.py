"""The pools: every connection has its time-outs, a dead one is not handed out, and a full pool says *not now*."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlalchemy import text

from app import database as module
from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.events.unavailable import is_unavailable

LIMITS = {"lock_timeout": "3s", "idle_in_transaction_session_timeout": "5s", "statement_timeout": "20s"}


@pytest.fixture
async def small(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """Pools of one connection each."""
    opened = await open_database(postgres.url(role="app"), turns=1, reads=1)
    yield opened
    await opened.close()


async def cut(postgres: EmbeddedPostgres, pid: int) -> None:
    owner = await asyncpg.connect(postgres.url(role="owner"))
    await owner.fetchval("SELECT pg_terminate_backend($1, 5000)", pid)
    await owner.close()


@pytest.mark.parametrize(("setting", "limit"), LIMITS.items())
async def test_every_connection_has_its_time_outs(database: Database, setting: str, limit: str) -> None:
    for pool in (database.turns, database.reads):
        async with pool.acquire() as connection:
            assert await connection.fetchval(f"SHOW {setting}") == limit
    async with database.engine.connect() as connection:
        assert await connection.scalar(text(f"SHOW {setting}")) == limit


async def test_a_process_starts_beside_a_dead_database(postgres: EmbeddedPostgres) -> None:
    nowhere = await open_database("postgresql://homeward_app:x@/homeward?host=/nowhere")
    with pytest.raises(FileNotFoundError) as missed:
        await nowhere.turns.fetchval("SELECT 1")
    assert is_unavailable(missed.value)
    await nowhere.close()


async def test_a_connection_that_died_in_the_pool_is_not_handed_out(
    small: Database, postgres: EmbeddedPostgres
) -> None:
    for _ in range(3):
        pids = [await pool.fetchval("SELECT pg_backend_pid()") for pool in (small.turns, small.reads)]
        async with small.engine.connect() as connection:
            pids.append(await connection.scalar(text("SELECT pg_backend_pid()")))
            behind = (await connection.get_raw_connection()).driver_connection
            assert behind
        for pid in pids:
            await cut(postgres, pid)
        async with asyncio.timeout(60):  # the driver hears that its sockets were closed
            while small.turns.get_idle_size() or small.reads.get_idle_size() or not behind.is_closed():
                await asyncio.sleep(0.005)
        for pool in (small.turns, small.reads):
            assert await pool.fetchval("SELECT 1") == 1
        async with small.engine.connect() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1


async def test_a_full_pool_says_not_now(small: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECT_SECONDS", 0.2)
    hurried = await open_database(small.url, turns=1, reads=1)
    async with hurried.engine.connect(), hurried.turns.acquire():
        with pytest.raises(Exception, match="QueuePool limit") as full:
            await hurried.engine.connect().start()
        assert is_unavailable(full.value)
        with pytest.raises(TimeoutError) as full:
            await hurried.turns.acquire(timeout=0.2)
        assert is_unavailable(full.value)
    await hurried.close()


async def test_a_statement_that_takes_too_long_is_ended_and_says_not_now(small: Database) -> None:
    async with small.turns.acquire() as connection:
        with pytest.raises(asyncpg.QueryCanceledError) as ended:
            await connection.execute("SET statement_timeout = '50ms'; SELECT pg_sleep(5)")
        assert is_unavailable(ended.value)


async def test_a_transaction_left_open_is_rolled_back_before_the_connection_is_used_again(small: Database) -> None:
    loop, complaints = asyncio.get_running_loop(), list[str]()
    loop.set_exception_handler(lambda _, said: complaints.append(said["message"]))
    try:
        async with small.turns.acquire() as connection:
            await connection.execute("BEGIN; CREATE TEMPORARY TABLE left_open (n int)")
        async with small.turns.acquire() as connection:
            assert await connection.fetchval("SELECT to_regclass('left_open')") is None
    finally:
        loop.set_exception_handler(None)
    assert any("active transaction" in said for said in complaints)


async def test_a_mistake_of_ours_is_no_not_now(small: Database) -> None:
    with pytest.raises(asyncpg.UndefinedTableError) as mistake:
        await small.reads.fetchval("SELECT 1 FROM nowhere")
    assert not is_unavailable(mistake.value)
    async with small.engine.connect() as connection:
        with pytest.raises(Exception, match="nowhere") as wrapped:
            await connection.execute(text("SELECT 1 FROM nowhere"))
    assert not is_unavailable(wrapped.value)
