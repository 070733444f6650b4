"""PROMISE 6: a connection that is lost without a word, as by a firewall that forgot it, is given up and made anew."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from app import database as pools
from app.database import Database, open_database
from app.domain.values import SystemId
from app.embedded import EmbeddedPostgres
from app.events import hints as hinting
from app.events import taking
from app.events.hints import Hints
from app.events.unavailable import Unavailable, is_unavailable
from tests.facts import Installation, an_empty_system
from tests.faults.proxy import Proxy, Way, by_way_of, proxying, target_of
from tests.promises.commands import an_organisation

SOON_SECONDS = 30.0
"""Far more than anything here takes: a machine that is busy fails no test."""


@pytest.fixture
async def proxy(postgres: EmbeddedPostgres) -> AsyncIterator[Proxy]:
    async with proxying(target_of(postgres.url(role="app"))) as opened:
        yield opened


@pytest.fixture
async def beyond(postgres: EmbeddedPostgres, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """Pools through the proxy, of one connection each, that wait a fraction of a second instead of many."""
    monkeypatch.setattr(pools, "COMMAND_SECONDS", 0.5)
    monkeypatch.setattr(taking, "TAKE_SECONDS", 0.3)
    monkeypatch.setattr(taking, "ROLL_BACK_SECONDS", 0.3)
    opened = await open_database(by_way_of(proxy, postgres.url(role="app")), turns=1, reads=1)
    yield opened
    await opened.close()


async def test_a_turn_on_a_lost_connection_is_not_now_and_the_next_is_had(
    place: Installation, beyond: Database, proxy: Proxy
) -> None:
    here = replace(place, database=beyond)
    await here.do(an_organisation(here))
    for _ in range(2):
        proxy.lose()
        async with asyncio.timeout(SOON_SECONDS):
            with pytest.raises(Unavailable):
                await here.do(an_organisation(here))
            await here.do(an_organisation(here))


async def test_a_turn_that_is_lost_under_way_is_not_now_however_long_the_driver_waits(
    database: Database, place: Installation, beyond: Database, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "ROLL_BACK_SECONDS", 5.0)  # longer than the driver takes to give the connection up

    async def lost_under_way() -> None:
        async with taking.turn(beyond, place.system) as turn:
            proxy.lose()
            await turn.connection.fetchval("SELECT 1")

    with pytest.raises(Unavailable):
        await lost_under_way()
    elsewhere = await an_empty_system(database)  # here the server holds the lock until it notices
    async with asyncio.timeout(SOON_SECONDS), taking.turn(beyond, elsewhere) as turn:
        assert await turn.connection.fetchval("SELECT 1") == 1


async def test_a_turn_lost_between_the_halves_of_a_statement_holds_its_system_no_longer_than_a_turn_may_last(
    database: Database, place: Installation, beyond: Database, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "LONGEST_TURN", "1s")

    async def lost_when_it_is_prepared() -> None:
        async with taking.turn(beyond, place.system) as turn:
            proxy.black_hole(Way.DOWN)
            # By then the server has read the statement, and waits for its values.
            asyncio.get_running_loop().call_later(0.2, proxy.lose)
            await turn.connection.fetchval("SELECT $1::int", 1)

    with pytest.raises(Unavailable):
        await lost_when_it_is_prepared()
    proxy.heal()
    async with asyncio.timeout(SOON_SECONDS):
        while not await _had(database, place.system):
            pass


async def _had(database: Database, system: SystemId) -> bool:
    try:
        async with taking.turn(database, system):
            return True
    except Unavailable:
        return False


async def test_the_engine_gives_a_lost_connection_up(beyond: Database, proxy: Proxy) -> None:
    async with beyond.engine.connect() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1
    proxy.lose()
    async with asyncio.timeout(SOON_SECONDS):
        with pytest.raises(TimeoutError) as lost:
            async with beyond.engine.begin() as connection:
                await connection.scalar(text("SELECT 1"))
        assert is_unavailable(lost.value)
        async with beyond.engine.connect() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1


async def test_who_only_listens_finds_out_and_listens_again(
    database: Database, beyond: Database, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hinting, "PROVE_SECONDS", 0.2)
    monkeypatch.setattr(hinting, "RECONNECT_SECONDS", 0.05)
    heard = asyncio.Event()
    listening = asyncio.create_task(Hints(beyond, lambda _system: heard.set()).receive())
    telling = Hints(database)
    sending = asyncio.create_task(telling.send())

    async def hears() -> None:
        heard.clear()
        async with asyncio.timeout(SOON_SECONDS):
            while not heard.is_set():
                telling.tell(SystemId(uuid4()))
                await asyncio.sleep(0.05)

    await hears()
    proxy.lose()
    await hears()
    for task in (listening, sending):
        task.cancel()
    await asyncio.gather(listening, sending, return_exceptions=True)
