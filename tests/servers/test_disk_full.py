"""A full disk: commands are refused in words, what is there is read, and it goes on by itself once there is room."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.database import open_database
from app.doctor.finding import Health
from app.doctor.machine import of_disk
from app.domain.values import Role
from app.embedded import EmbeddedPostgres, EmbeddedPostgresError
from app.events.hints import Hints
from app.events.unavailable import RETRY_SECONDS
from app.migrating import migrate
from app.settings import Settings
from tests.facts import Installation, a_system
from tests.promises.load import Load, nothing_is_lost
from tests.promises.screens import Desk
from tests.promises.serving import one_worker
from tests.servers.cluster import Cluster, running
from tests.servers.conftest import own_postgres
from tests.servers.small_disk import SmallDisk, small_disk

MEGABYTES = 200
MOST_COMMANDS = 2_000
"""Long before so many, no page of any table has room for another row."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A system on a cluster whose disk is small."""

    disk: SmallDisk
    cluster: Cluster
    place: Installation


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", MEGABYTES) as made:
        yield made


@pytest.fixture
async def ground(disk: SmallDisk) -> AsyncIterator[Ground]:
    with running(own_postgres(), disk.folder / "cluster", {"log_min_error_statement": "panic"}) as cluster:
        await asyncio.to_thread(migrate, cluster.url("owner"))
        database = await open_database(cluster.url("app"))
        yield Ground(disk, cluster, await a_system(database, Hints(database)))
        await database.close()


async def test_a_full_disk_is_said_reads_go_on_and_room_heals_it(ground: Ground) -> None:
    place = ground.place
    async with (
        one_worker(ground.cluster.url("app")) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=30) as http,
    ):
        load, nurse = Load(place, f"http://{address}"), await place.sign_in(http, Role.WARD_NURSE)
        manager = await place.sign_in(http, Role.MANAGER)
        async with Desk(http, nurse).screen() as screen:
            await screen.message()
            before = await commands(load, nurse, 3)
            ground.cluster.psql("SELECT pg_switch_wal()", "CHECKPOINT")
            await commands(load, nurse, 1)  # the next part of the write-ahead log has its place
            ground.disk.fill()

            refused, body, recorded = await until_refused(http, manager)
            assert (refused.status_code, refused.json()["code"]) == (503, "database-full")
            assert refused.headers["Retry-After"] == str(RETRY_SECONDS)
            assert "no room" in refused.json()["detail"]
            assert (await http.get("/readyz")).status_code == 200
            assert (await http.get("/api/v1/me", headers=nurse)).status_code == 200
            assert (await http.get(f"/api/v1/spells/{before[0]}", headers=nurse)).status_code == 200
            await screen.until(recorded)

            ground.disk.make_room()
            answer = await http.put(refused.request.url.path, json=body, headers=manager)
            assert answer.status_code == 200, answer.text
            await screen.until(answer.json()["position"])
        await nothing_is_lost(place.database, ground.cluster.url("owner"), load)


@pytest.mark.soak
async def test_without_room_for_its_write_ahead_log_the_server_stops_and_nothing_is_lost(ground: Ground) -> None:
    place, cluster = ground.place, ground.cluster
    async with (
        one_worker(cluster.url("app")) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=30) as http,
    ):
        load, nurse = Load(place, f"http://{address}"), await place.sign_in(http, Role.WARD_NURSE)
        await commands(load, nurse, 3)
        ground.disk.fill()
        with pytest.raises(EmbeddedPostgresError):
            write_ahead_until_refused(cluster)
        while (answer := await http.get("/readyz")).status_code == 200:
            await asyncio.sleep(0.05)
        assert answer.json()["code"] == "database-away"
        assert "No space left on device" in cluster.said()
        ground.disk.make_room()
        await asyncio.to_thread(cluster.restart, "immediate")
        await commands(load, nurse, 3)
        await nothing_is_lost(place.database, cluster.url("owner"), load)


def write_ahead_until_refused(cluster: Cluster) -> None:
    for _ in range(MEGABYTES):
        cluster.psql("SELECT pg_logical_emit_message(true, 'homeward', 'more')", "SELECT pg_switch_wal()")


async def commands(load: Load, headers: dict[str, str], how_many: int) -> list[str]:
    """So many people are admitted and referred; the ids of what was recorded."""
    load.ending, wanted = False, len(load.acknowledged) + 2 * how_many
    client = asyncio.create_task(load.client(headers))
    while len(load.acknowledged) < wanted:
        await asyncio.sleep(0.01)
    load.ending = True
    await client
    return [receipt["id"] for receipt in load.acknowledged]


async def until_refused(http: httpx.AsyncClient, headers: dict[str, str]) -> tuple[httpx.Response, Any, int]:
    """How the first command is answered that is not taken, what it was, and the position of the last that was."""
    recorded = 0
    for n in range(MOST_COMMANDS):
        body = {"code": f"F{n}", "name": "x" * 200, "kind": "provider"}
        answer = await http.put(f"/api/v1/organisations/{uuid4()}", json=body, headers=headers)
        if not answer.is_success:
            return answer, body, recorded
        recorded = answer.json()["position"]
    raise AssertionError("The disk is not full.")


def test_a_full_data_folder_is_said_before_and_by_the_embedded_server(disk: SmallDisk) -> None:
    (disk.folder / "home").mkdir()
    server = EmbeddedPostgres(disk.folder / "home", durable=False)
    disk.fill()
    found = of_disk(Settings(example=False, data_dir=disk.folder / "home"))
    assert (found.health, found.do[:14]) == (Health.WRONG, "Make room now:")
    with pytest.raises(EmbeddedPostgresError, match=r"cannot be used: No space left on device\.|does not do it"):
        server.start()
    disk.make_room()
    server.start()
    server.stop()
