"""The proxy does what it is told, and nothing while it is told nothing."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import asyncpg
import pytest

from app.embedded import EmbeddedPostgres
from tests.faults.proxy import Proxy, Way, by_way_of, proxying, target_of

LATE_SECONDS = 0.2


@asynccontextmanager
async def echo(heard: list[bytes]) -> AsyncIterator[Proxy]:
    """A proxy to a server that says each line again, and keeps what it heard."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            async for line in reader:
                heard.append(line)
                writer.write(line)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server, proxying(("127.0.0.1", server.sockets[0].getsockname()[1])) as proxy:
        yield proxy


class Caller:
    """One connection through the proxy."""

    def __init__(self, streams: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
        self.reader, self.writer = streams

    async def ask(self, line: bytes = b"hello\n", seconds: float = 5.0) -> bytes:
        """Say a line and hear it again; TimeoutError when nothing comes, OSError when the connection is gone."""
        self.writer.write(line)
        async with asyncio.timeout(seconds):
            heard = await self.reader.readline()
        if not heard:
            raise ConnectionResetError
        return heard


@pytest.fixture
async def heard() -> list[bytes]:
    return []


@pytest.fixture
async def proxy(heard: list[bytes]) -> AsyncIterator[Proxy]:
    async with echo(heard) as opened:
        yield opened


Callers = Callable[[], Awaitable[Caller]]


@pytest.fixture
async def caller(proxy: Proxy) -> AsyncIterator[Callers]:
    """Makes connections through the proxy; they end with the test."""
    made: list[Caller] = []

    async def connected() -> Caller:
        made.append(Caller(await asyncio.open_connection("127.0.0.1", proxy.port)))
        return made[-1]

    yield connected
    for each in made:
        each.writer.close()


async def took(call: Caller) -> float:
    began = time.monotonic()
    await call.ask()
    return time.monotonic() - began


async def test_what_is_said_comes_as_it_was_said(proxy: Proxy, caller: Callers) -> None:
    call, long = await caller(), b"x" * 60_000 + b"\n"
    assert [await call.ask(), await call.ask(long)] == [b"hello\n", long]


async def test_an_end_that_leaves_ends_the_other(proxy: Proxy, caller: Callers) -> None:
    call = await caller()
    await call.ask()
    call.writer.close()
    async with asyncio.timeout(5):
        while proxy.connections:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(("ways", "times"), [((), 2), ((Way.UP,), 1), ((Way.DOWN,), 1)])
async def test_latency_is_felt_on_each_way_that_has_it(
    proxy: Proxy, caller: Callers, ways: tuple[Way, ...], times: int
) -> None:
    call = await caller()
    proxy.latency(LATE_SECONDS, *ways)
    assert await took(call) >= times * LATE_SECONDS
    proxy.heal()
    assert await took(call) < LATE_SECONDS


async def test_a_cut_resets_who_is_connected_and_who_comes_until_it_is_healed(proxy: Proxy, caller: Callers) -> None:
    call = await caller()
    await call.ask()
    proxy.cut()
    with pytest.raises(ConnectionError):
        await call.ask()
    with pytest.raises(ConnectionError):
        await (await caller()).ask()
    proxy.heal()
    assert await (await caller()).ask() == b"hello\n"


async def test_a_reset_is_over_at_once(proxy: Proxy, caller: Callers) -> None:
    call = await caller()
    await call.ask()
    proxy.reset()
    with pytest.raises(ConnectionError):
        await call.ask()
    assert await (await caller()).ask() == b"hello\n"


async def test_in_a_black_hole_the_server_hears_nothing(proxy: Proxy, caller: Callers, heard: list[bytes]) -> None:
    proxy.black_hole()
    call = await caller()
    with pytest.raises(TimeoutError):
        await call.ask(seconds=0.2)
    assert heard == []


async def test_a_black_hole_on_the_way_back_hides_what_was_done(
    proxy: Proxy, caller: Callers, heard: list[bytes]
) -> None:
    call = await caller()
    proxy.black_hole(Way.DOWN)
    with pytest.raises(TimeoutError):
        await call.ask(seconds=0.2)
    assert heard == [b"hello\n"]


async def test_a_connection_that_lost_bytes_is_not_gone_on_with(proxy: Proxy, caller: Callers) -> None:
    holed, whole = await caller(), await caller()
    await whole.ask()
    proxy.black_hole(Way.UP)
    with pytest.raises(TimeoutError):
        await holed.ask(seconds=0.2)
    proxy.heal()
    with pytest.raises(ConnectionError):
        await holed.ask()
    assert await whole.ask() == b"hello\n"


async def test_a_connection_that_is_lost_stays_silent_and_others_are_welcome(proxy: Proxy, caller: Callers) -> None:
    lost = await caller()
    await lost.ask()
    proxy.lose()
    proxy.heal()
    with pytest.raises(TimeoutError):
        await lost.ask(seconds=0.2)
    assert await (await caller()).ask() == b"hello\n"


async def test_a_drip_comes_a_few_bytes_at_a_time(proxy: Proxy, caller: Callers) -> None:
    call = await caller()
    proxy.drip(20, Way.DOWN)
    assert await took(call) >= 0.2
    proxy.heal()
    assert await took(call) < 0.2


async def test_a_database_is_reached_through_it(postgres: EmbeddedPostgres) -> None:
    url = postgres.url(role="app")
    async with proxying(target_of(url)) as proxy:
        connection = await asyncpg.connect(by_way_of(proxy, url))
        assert await connection.fetchval("SELECT current_user") == "homeward_app"
        proxy.cut()
        with pytest.raises((OSError, asyncpg.PostgresConnectionError, asyncpg.ConnectionDoesNotExistError)):
            await connection.fetchval("SELECT 1")
