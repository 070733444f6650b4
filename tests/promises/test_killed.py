"""PROMISE 7: kill -9 at any moment loses no acknowledged command and leaves no half-projected event.

In CI: 10 kills of web workers and the background process and 2 of PostgreSQL itself, under a load of commands; 100 and
20 when run by hand.
"""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from app.database import open_database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.migrating import migrate
from tests.facts import a_system
from tests.promises.load import CLIENTS, Load, goes_on, nothing_is_lost
from tests.serving import Served, on, served

KILLS, SERVER_KILLS = 10, 2
SOAK_KILLS, SOAK_SERVER_KILLS = 100, 20
CHILDREN = ("web-1", "web-2", "background")


@pytest.fixture
async def durable(tmp_path: Path) -> AsyncIterator[EmbeddedPostgres]:
    """A server of its own that writes to disk as in real use, since it will be killed."""
    server = EmbeddedPostgres(tmp_path / "durable")
    server.start()
    await asyncio.to_thread(migrate, server.url(role="owner"))
    yield server
    server.stop()


async def kill_server(postgres: EmbeddedPostgres, folder: Path) -> None:
    """Kill PostgreSQL's first process, and start it again as an operator would."""
    os.kill(int((folder / "durable/postgres/postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    while postgres.is_running:
        await asyncio.sleep(0.01)
    await asyncio.to_thread(postgres.start)


async def survive(postgres: EmbeddedPostgres, folder: Path, kills: int, server_kills: int) -> None:
    database = await open_database(postgres.url(role="app"))
    place = await a_system(database, Hints(database))
    with served(folder / "data", **on(postgres)) as homeward:
        load = Load(place, homeward.url)
        async with httpx.AsyncClient(base_url=homeward.url, trust_env=False) as http:
            nurses = [await place.sign_in(http, Role.WARD_NURSE) for _ in range(CLIENTS)]
        async with asyncio.TaskGroup() as clients:
            for headers in nurses:
                clients.create_task(load.client(headers))
            await kill_at_random(homeward, postgres, folder, kills, server_kills, load)
            await goes_on(load, 4 * CLIENTS)
            load.ending = True
    assert load.tried > len(load.acknowledged)  # the kills were felt
    await nothing_is_lost(database, postgres.url(role="owner"), load)
    await database.close()


async def kill_at_random(
    homeward: Served, postgres: EmbeddedPostgres, folder: Path, kills: int, server_kills: int, load: Load
) -> None:
    """Each kill hits a service at work: something was acknowledged since the one before."""
    chance = random.Random(7)
    whom = ["postgres"] * server_kills + [CHILDREN[n % len(CHILDREN)] for n in range(kills)]
    chance.shuffle(whom)
    for each in whom:
        await goes_on(load, 1)
        await asyncio.sleep(chance.random() * 0.4)
        if each == "postgres":
            await kill_server(postgres, folder)
            continue
        while not homeward.signal(each, signal.SIGKILL):
            await asyncio.sleep(0.05)


async def test_no_kill_loses_an_acknowledged_command(durable: EmbeddedPostgres, tmp_path: Path) -> None:
    await survive(durable, tmp_path, KILLS, SERVER_KILLS)


@pytest.mark.soak
async def test_a_hundred_kills_lose_no_acknowledged_command(durable: EmbeddedPostgres, tmp_path: Path) -> None:
    await survive(durable, tmp_path, SOAK_KILLS, SOAK_SERVER_KILLS)
