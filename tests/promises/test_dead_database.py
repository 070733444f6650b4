"""PROMISE 6: connections are cut and the database is away: nothing is half done, and service resumes by itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx
import pytest

from app.api.state import BEAT_SECONDS
from app.database import open_database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.events.live import LOOK_SECONDS, SIGHT_SECONDS, Live
from app.events.screen import Screen
from app.events.unavailable import Unavailable
from app.events.verify import verify
from app.migrating import migrate
from tests.facts import Installation, a_system
from tests.promises.commands import an_organisation
from tests.promises.screens import Desk
from tests.promises.screens import Screen as OpenScreen
from tests.promises.serving import one_worker

WRITERS, COMMANDS_EACH, CUTS = 6, 60, 10
SLACK_SECONDS = 3.0

_CUT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'homeward_app'"


async def write(place: Installation, commands: int) -> int:
    """Give each command until it succeeds; anything but *not now* fails the test. How often it was *not now*."""
    not_now = 0
    for _ in range(commands):
        command = an_organisation(place)
        while True:
            try:
                await place.do(command)
                break
            except Unavailable:
                not_now += 1
                await asyncio.sleep(0.01)
    return not_now


@asynccontextmanager
async def following(place: Installation) -> AsyncIterator[Screen]:
    """A screen of every place, followed as a worker does."""
    live = Live(place.database)
    hints = Hints(place.database, live.heard)
    tasks = [asyncio.create_task(each) for each in (hints.send(), hints.receive())]
    screen = Screen(place.system, {"place": frozenset({"*"})}, lambda _: True)
    async with live.watching(screen):
        yield screen
        assert live.sees(place.system)
    assert not any(task.done() for task in tasks)
    for task in tasks:
        task.cancel()
    await live.close()


async def test_every_connection_may_be_cut_again_and_again(place: Installation, postgres: EmbeddedPostgres) -> None:
    owner = await asyncpg.connect(postgres.url(role="owner"))
    async with following(place) as screen:
        writing = [asyncio.create_task(write(place, COMMANDS_EACH)) for _ in range(WRITERS)]
        cut = 0
        for _ in range(CUTS):
            await asyncio.sleep(0.05)
            cut += await owner.fetchval(_CUT)
        not_now = sum(await asyncio.gather(*writing))
        head = await owner.fetchval("SELECT head FROM system WHERE id = $1", place.system)
        async with asyncio.timeout(LOOK_SECONDS + SLACK_SECONDS):
            while screen.position < head:
                await asyncio.sleep(0.01)
    assert cut > CUTS
    assert not_now > 0
    assert (await verify(owner, place.system)).broken_at is None
    added = await owner.fetchval("SELECT count(*) FROM place_1 WHERE system_id = $1 AND code ~ '^.{32}$'", place.system)
    assert added == WRITERS * COMMANDS_EACH
    await owner.close()


async def test_over_http_a_cut_connection_is_a_503_with_retry_after_and_nothing_worse(
    place: Installation, postgres: EmbeddedPostgres, client: httpx.AsyncClient
) -> None:
    headers = await place.sign_in(client, Role.MANAGER)
    owner = await asyncpg.connect(postgres.url(role="owner"))
    statuses = set()
    for n in range(60):
        if n % 3 == 0:
            await owner.fetchval(_CUT)
        body = {"code": f"P{n}", "name": "A provider", "kind": "provider"}
        answer = await client.put(f"/api/v1/organisations/{uuid4()}", json=body, headers=headers)
        statuses.add(answer.status_code)
        assert (answer.status_code == 503) == ("Retry-After" in answer.headers), answer.text
    await owner.close()
    assert statuses <= {200, 503}
    assert 200 in statuses


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[EmbeddedPostgres]:
    """A server of its own, since it will be stopped."""
    server = EmbeddedPostgres(tmp_path, durable=False)
    server.start()
    await asyncio.to_thread(migrate, server.url(role="owner"))
    yield server
    server.stop()


async def last_beats(screen: OpenScreen) -> None:
    """Hear what may still be said for as long as the last look is fresh."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SIGHT_SECONDS):
            while True:
                await screen.connection.recv()


async def test_a_dead_database_is_said_and_a_live_one_is_found_again(alone: EmbeddedPostgres) -> None:
    database = await open_database(alone.url(role="app"))
    place = await a_system(database, Hints(database))
    async with (
        one_worker(alone.url(role="app")) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client,
        Desk(client, await place.sign_in(client, Role.MANAGER)).screen(kinds=("place",)) as screen,
    ):
        headers = await place.sign_in(client, Role.MANAGER)
        path, body = f"/api/v1/organisations/{uuid4()}", {"code": "P1", "name": "A provider", "kind": "provider"}
        assert (await screen.message())["snapshot"]
        assert (await client.get("/readyz")).status_code == 200

        await asyncio.to_thread(alone.stop)
        ready, command = await client.get("/readyz"), await client.put(path, json=body, headers=headers)
        assert (ready.status_code, ready.json()["code"]) == (503, "database-away")
        assert (command.status_code, command.json()["code"], command.headers["Retry-After"]) == (
            503,
            "unavailable",
            "2",
        )
        assert (await client.get("/healthz")).status_code == 200
        await last_beats(screen)
        with pytest.raises(TimeoutError):  # no beat says that the screen is up to date
            await asyncio.wait_for(screen.connection.recv(), BEAT_SECONDS + 0.5)

        await asyncio.to_thread(alone.start)
        async with asyncio.timeout(LOOK_SECONDS + SLACK_SECONDS):
            while (answer := await client.put(path, json=body, headers=headers)).status_code == 503:
                await asyncio.sleep(0.05)
            assert answer.status_code == 200
            await screen.until(answer.json()["position"])
        assert (await client.get("/readyz")).status_code == 200
    await database.close()
