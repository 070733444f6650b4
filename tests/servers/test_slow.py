"""A slow disk, or a slow way to the database: who cannot have their turn in time is told so, and nobody else waits.

PROMISES 2 and 6: nothing piles up, reads and other systems go on as fast as the database answers.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from uuid import uuid4

import httpx
import pytest

from app.database import open_database
from app.domain.values import Role
from app.events import queue
from app.events.hints import Hints
from app.events.verify import verify
from app.migrating import migrate
from tests.facts import Installation, a_system
from tests.faults.proxy import by_way_of, proxying, target_of
from tests.promises.serving import one_worker
from tests.servers.cluster import Cluster

AT_ONCE = 60
LONGEST_WAIT_SECONDS = 1.5
SLACK_SECONDS = 6.0
"""For a machine that is busy with other tests."""

COMMIT_MICROSECONDS, WAY_SECONDS = 100_000, 0.05


@dataclass(frozen=True, slots=True)
class Ground:
    """Two systems on one slow database, and the worker that serves both."""

    http: httpx.AsyncClient
    busy: Installation
    other: Installation
    owner_url: str


@pytest.fixture(params=["disk", "way"])
async def slow(
    request: pytest.FixtureRequest, debians: Cluster, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Ground]:
    """Each commit takes a tenth of a second; or each thing that is said to the database, and each answer, half that."""
    monkeypatch.setattr(queue, "LONGEST_WAIT_SECONDS", LONGEST_WAIT_SECONDS)
    await asyncio.to_thread(migrate, debians.url("owner"))
    database = await open_database(debians.url("app"))
    busy, other = await a_system(database, Hints(database)), await a_system(database, Hints(database))
    async with AsyncExitStack() as stack:
        url = debians.url("app")
        if request.param == "disk":
            _commits_take(debians, COMMIT_MICROSECONDS)
            stack.callback(_commits_take, debians, 0)
        else:
            proxy = await stack.enter_async_context(proxying(target_of(url)))
            proxy.latency(WAY_SECONDS)
            url = by_way_of(proxy, url)
        address = await stack.enter_async_context(one_worker(url))
        client = httpx.AsyncClient(
            base_url=f"http://{address}/api/v1", trust_env=False, timeout=60, limits=httpx.Limits(max_connections=None)
        )
        yield Ground(await stack.enter_async_context(client), busy, other, debians.url("owner"))
    await database.close()


def _commits_take(cluster: Cluster, microseconds: int) -> None:
    settings = {"commit_delay": microseconds, "commit_siblings": 0}
    cluster.psql(*(f"ALTER SYSTEM SET {name} = {value}" for name, value in settings.items()), "SELECT pg_reload_conf()")


async def command(http: httpx.AsyncClient, headers: dict[str, str]) -> tuple[httpx.Response, float]:
    """Give a command; the answer, and after how many seconds it came."""
    body, began = {"code": uuid4().hex, "name": "A provider", "kind": "provider"}, time.monotonic()
    answer = await http.put(f"/organisations/{uuid4()}", json=body, headers=headers)
    return answer, time.monotonic() - began


async def test_who_cannot_have_their_turn_is_told_in_time_and_nobody_else_waits(slow: Ground) -> None:
    headers, others = [
        {"Cookie": f"homeward_session={await place.session(Role.MANAGER)}"} for place in (slow.busy, slow.other)
    ]
    _, alone = await command(slow.http, others)
    crowd = [asyncio.create_task(command(slow.http, headers)) for _ in range(AT_ONCE)]
    elsewhere = [await command(slow.http, others) for _ in range(3)]
    began = time.monotonic()
    assert (await slow.http.get("/me", headers=headers)).status_code == 200
    read = time.monotonic() - began
    came = await asyncio.gather(*crowd)

    statuses = Counter(answer.status_code for answer, _ in came)
    assert set(statuses) == {200, 503}
    for answer, seconds in came:
        assert seconds < LONGEST_WAIT_SECONDS + SLACK_SECONDS
        if answer.status_code == 503:
            assert (answer.json()["code"], answer.headers["Retry-After"]) == ("busy", "2")
    assert {answer.status_code for answer, _ in elsewhere} == {200}
    assert max(read, *(seconds for _, seconds in elsewhere)) < alone + LONGEST_WAIT_SECONDS + SLACK_SECONDS
    again, _ = await command(slow.http, headers)
    assert again.status_code == 200  # nothing is left that waits

    async with slow.busy.database.reads.acquire() as connection:
        added = await connection.fetchval(
            "SELECT count(*) FROM place_1 WHERE system_id = $1 AND code ~ '^[0-9a-fA-F]{32}$'", slow.busy.system
        )
        assert (await verify(connection, slow.busy.system)).broken_at is None
    assert added == statuses[200] + 1
