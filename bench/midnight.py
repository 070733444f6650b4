"""Boards while it is midnight: from a command to the boards of 24 wards, as a process beside them freezes their nights.

Beside it, as the floor, the same commands to the same boards when nothing is frozen.
"""

import asyncio
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import cycle, islice
from uuid import UUID, uuid4

from app.database import open_database
from app.domain.values import Role, SystemId
from app.events.hints import Hints
from app.events.midnight import freeze_nights_of
from bench.boards import Board, boards_of
from bench.figures import Figure, percentile
from bench.installation import Run, cookie_of
from bench.wire import Client
from tests.facts import Installation

BOARDS_A_WARD, HUB_BOARDS = 4, 12
EVENTS_PER_SECOND = 20
CALM_SECONDS = 4.0
MIDNIGHTS = 3
"""As many as give enough commands to say something of one in a hundred: each is over in a second or two."""
P99_MS = 250.0
ARRIVAL_SECONDS = 15.0

Lying = Sequence[tuple[UUID, str]]
"""Stays, each with the ward on which it is."""

Patients = Iterator[tuple[UUID, str]]
Given = dict[int, tuple[float, str]]
"""Commands that were given: the position of each, when it was asked for, and on which ward."""


async def boards_at_midnight(run: Run, made: Installation, lying: Lying, now: datetime) -> Figure:
    """Of nights that are still to come, so that nobody else has frozen them."""
    async with AsyncExitStack() as stack:
        cookie = await cookie_of(run.database, made, Role.WARD_CLINICIAN)
        client = await stack.enter_async_context(Client(run.host, run.port, cookie))
        wards = sorted({ward for _, ward in lying})
        boards = await boards_of(stack, run, client, [*wards * BOARDS_A_WARD, *["*"] * HUB_BOARDS])
        following = [asyncio.create_task(board.follow()) for board in boards]
        patients, calm = cycle(lying), Given()
        await _give(client, islice(patients, int(CALM_SECONDS * EVENTS_PER_SECOND)), calm)
        during = await _while_midnight(run, made, client, patients, now)
        floor, times = await _seen(boards, calm), await _seen(boards, during)
        for each in following:
            each.cancel()
        await asyncio.gather(*following, return_exceptions=True)
    value = percentile(times, 0.99)
    return Figure(
        name=f"command → {len(boards)} boards while midnight freezes {len(lying)} beds, p99",
        unit="ms",
        value=value,
        floor=percentile(floor, 0.99),
        promise=f"≤ {P99_MS:.0f} ms",
        kept=value <= P99_MS,
    )


async def _while_midnight(run: Run, made: Installation, client: Client, patients: Patients, now: datetime) -> Given:
    """The commands that were asked for while nights were being frozen."""
    given = Given()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as beside:
        freezing = asyncio.get_running_loop().run_in_executor(beside, freeze, run.database.url, made.system, now)
        giving = asyncio.create_task(_give(client, patients, given))
        began, ended, frozen = await freezing
        giving.cancel()
        await asyncio.gather(giving, return_exceptions=True)
    assert frozen, "there were nights to freeze"
    during = {position: asked for position, asked in given.items() if began <= asked[0] <= ended}
    assert during, "somebody worked meanwhile"
    return during


async def _give(client: Client, patients: Patients, given: Given) -> None:
    """A review of one after the other, so many a second."""
    start = time.perf_counter()
    for n, (spell, ward) in enumerate(patients):
        await asyncio.sleep(max(0.0, start + n / EVENTS_PER_SECOND - time.perf_counter()))
        asked = time.time()
        path = f"/api/v1/spells/{spell}/reviews/{uuid4()}"
        receipt = await client.ask("PUT", path, {"outcome": "no_longer_meets", "criteria": []})
        given[receipt["position"]] = asked, ward


async def _seen(boards: list[Board], given: Given) -> list[float]:
    """Milliseconds of every command to every board that shows it; one that is missing is an error, not a fast run."""
    expected = sum(board.scope in (ward, "*") for _, ward in given.values() for board in boards)
    async with asyncio.timeout(ARRIVAL_SECONDS):
        while len(times := _times(boards, given)) < expected:
            await asyncio.sleep(0.1)
    return times


def _times(boards: list[Board], given: Given) -> list[float]:
    seen = ((position, at) for board in boards for position, at in board.arrived)
    return [(at - given[position][0]) * 1000 for position, at in seen if position in given]


def freeze(url: str, system: UUID, now: datetime) -> tuple[float, float, int]:
    """Freeze the coming nights in a process of its own, as the service does: from when until when, how many."""
    return asyncio.run(_freeze(url, SystemId(system), now))


async def _freeze(url: str, system: SystemId, now: datetime) -> tuple[float, float, int]:
    database = await open_database(url)
    hints = Hints(database)
    sending = asyncio.create_task(hints.send())
    began = time.time()
    later = [now + timedelta(days=n + 1) for n in range(MIDNIGHTS)]
    frozen = sum([await freeze_nights_of(database, hints, system, each) for each in later])
    ended = time.time()
    sending.cancel()
    await database.close()
    return began, ended, frozen
