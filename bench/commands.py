"""PROMISE 15: the rate and the latency of commands over HTTP, in turns with the bare SQL floor."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from itertools import cycle
from uuid import uuid4

import asyncpg

from bench.figures import Figure, median, percentile
from bench.floor import floor_command
from bench.installation import Run, Town
from bench.wire import Client

ROUNDS = 5
ROUND_SECONDS = 2.0
CONNECTIONS_PER_SYSTEM = 2
PACED_PER_SECOND = 100
PACED_SECONDS = 4.0
OPENING_SECONDS = 0.05

Do = Callable[[], Awaitable[None]]


async def measure(run: Run) -> list[Figure]:
    """Full speed with every system at once, then a hundred a second; ours and the floor in turns."""
    async with AsyncExitStack() as stack:
        ours = await under_load([partial(_ours, stack, run, town) for town in run.towns * CONNECTIONS_PER_SYSTEM])
        bare = [await _bare(stack, run, town) for town in run.towns for _ in range(CONNECTIONS_PER_SYSTEM)]
        rates: list[tuple[float, float]] = []
        latencies: list[tuple[list[float], list[float]]] = []
        for _ in range(ROUNDS):
            rates.append((await rate(bare), await rate(ours)))
            latencies.append((await paced(bare), await paced(ours)))
    return [_rate_figure(rates), *_latency_figures(latencies)]


def _rate_figure(rates: list[tuple[float, float]]) -> Figure:
    # The middle pair of neighbours: what else the machine did in that round, it did to both.
    floor, value = sorted(rates, key=lambda pair: pair[1] / pair[0])[len(rates) // 2]
    return Figure(
        name="commands over HTTP, 8 systems, 2 workers",
        unit="/s",
        value=value,
        floor=floor,
        promise="≥ 0.4 of the floor",
        kept=value >= 0.4 * floor,
    )


def _latency_figures(latencies: list[tuple[list[float], list[float]]]) -> list[Figure]:
    def of(share: float) -> tuple[float, float]:
        bare = median([percentile(times, share) for times, _ in latencies])
        return bare, median([percentile(times, share) for _, times in latencies])

    floor_50, p50 = of(0.5)
    floor_99, p99 = of(0.99)
    name = f"command at {PACED_PER_SECOND}/s"
    return [
        Figure(name=f"{name}, p50", unit="ms", value=p50, floor=floor_50, promise="–", kept=True),
        Figure(
            name=f"{name}, p99",
            unit="ms",
            value=p99,
            floor=floor_99,
            promise="≤ 3 × the floor",
            kept=p99 <= 3 * floor_99,
        ),
    ]


async def rate(doers: list[Do]) -> float:
    """How many are done a second when each begins as soon as the one before is done."""
    done, end = 0, time.perf_counter() + ROUND_SECONDS

    async def go_on(do: Do) -> None:
        nonlocal done
        while time.perf_counter() < end:
            await do()
            done += 1

    started = time.perf_counter()
    await asyncio.gather(*map(go_on, doers))
    return done / (time.perf_counter() - started)


async def paced(doers: list[Do]) -> list[float]:
    """Milliseconds of each, started on a fixed beat whether or not the ones before are done."""
    times: list[float] = []
    free = asyncio.Queue[Do]()
    for each in doers:
        free.put_nowait(each)

    async def once(due: float) -> None:
        do = await free.get()
        await do()
        times.append((time.perf_counter() - due) * 1000)
        free.put_nowait(do)

    start = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for n in range(int(PACED_PER_SECOND * PACED_SECONDS)):
            due = start + n / PACED_PER_SECOND
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            tasks.create_task(once(due))
    return times


async def under_load(openings: Sequence[Callable[[], Awaitable[Do]]]) -> list[Do]:
    """Connections opened while others work, as in life: of idle workers one accepts nearly all of them."""
    opened: list[Do] = []
    all_open = asyncio.Event()

    async def work(do: Do) -> None:
        while not all_open.is_set():
            await do()

    async with asyncio.TaskGroup() as tasks:
        for opening in openings:
            opened.append(await opening())
            tasks.create_task(work(opened[-1]))
            await asyncio.sleep(OPENING_SECONDS)
        all_open.set()
    return opened


async def _ours(stack: AsyncExitStack, run: Run, town: Town) -> Do:
    client = await stack.enter_async_context(Client(run.host, run.port, town.cookie))
    spells = cycle(town.spells)

    async def do() -> None:
        body = {"outcome": "no_longer_meets", "criteria": []}
        await client.ask("PUT", f"/api/v1/spells/{next(spells)}/reviews/{uuid4()}", body)

    return do


async def _bare(stack: AsyncExitStack, run: Run, town: Town) -> Do:
    connection = await asyncpg.connect(run.database.url)
    stack.push_async_callback(connection.close)
    spells = cycle(town.spells)

    async def do() -> None:
        await floor_command(connection, town.installation.system, next(spells))

    return do
