"""A 600-bed hospital's morning: 3,000 messages in bursts, 300 boards that follow, wards that work by hand meanwhile."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from typing import TypeAlias
from uuid import uuid4

from bench.boards import BOARDS, delays, open_boards, recorded_since
from bench.figures import Figure, percentile
from bench.installation import Run
from bench.line import Line
from bench.trust import Trust, check_taken
from bench.wire import Client

MESSAGES = 3000
BURSTS = 30
BURST_SECONDS = 2.0
LINES = 3
BY_HAND_PER_SECOND = 4
OLDEST_SECONDS = 5.0
BOARD_P99_MS = 250.0

Queue: TypeAlias = "asyncio.Queue[tuple[float, bytes] | None]"
"""Messages with the time since when they are there to be sent; None after the last."""


@dataclass(slots=True)
class Times:
    """Milliseconds: from a message's being there to be sent until it was accepted, and of each command by hand."""

    waited: list[float] = field(default_factory=list)
    by_hand: list[float] = field(default_factory=list)


async def measure(run: Run, trust: Trust) -> list[Figure]:
    """An hour or two in a minute: each burst is there at once, as when an interface engine lets go of what it held."""
    async with AsyncExitStack() as stack:
        boards = await open_boards(stack, run, trust)
        async with run.database.reads.acquire() as connection:
            head = await connection.fetchval("SELECT head FROM system WHERE id = $1", trust.installation.system)
        followers = [asyncio.create_task(board.follow()) for board in boards]
        times = await _live(stack, run, trust)
        recorded = await recorded_since(run, trust.installation.system, head)
        seen = await delays(boards, recorded)
        for follower in followers:
            follower.cancel()
        await asyncio.gather(*followers, return_exceptions=True)
    await check_taken(run, trust)
    return _figures(times, seen)


async def _live(stack: AsyncExitStack, run: Run, trust: Trust) -> Times:
    """The bursts on several lines, one person's messages always on the same; a ward's desk works until the last."""
    times, queues = Times(), [asyncio.Queue[tuple[float, bytes] | None]() for _ in range(LINES)]
    client = await stack.enter_async_context(Client(run.host, run.port, trust.cookie))
    lines = [await stack.enter_async_context(Line(run.host, run.mllp_port)) for _ in range(LINES)]
    async with asyncio.TaskGroup() as tasks:
        desk = tasks.create_task(_by_hand(client, trust, times))
        async with asyncio.TaskGroup() as senders:
            for line, queue in zip(lines, queues, strict=True):
                senders.create_task(_send(line, queue, times))
            await _bursts(trust, queues)
        desk.cancel()
    return times


async def _bursts(trust: Trust, queues: list[Queue]) -> None:
    start = time.perf_counter()
    for n, size in enumerate(burst_sizes(Random(5))):
        await asyncio.sleep(max(0.0, start + n * BURST_SECONDS - time.perf_counter()))
        for told in [trust.hospital.next() for _ in range(size)]:
            queues[told.number % LINES].put_nowait((time.perf_counter(), told.raw))
    for queue in queues:
        queue.put_nowait(None)


def burst_sizes(chance: Random) -> list[int]:
    """How many messages come in each: some bursts are several times as large as others."""
    weights = [chance.uniform(0.2, 1) ** 2 for _ in range(BURSTS)]
    sizes = [int(MESSAGES * weight / sum(weights)) for weight in weights]
    sizes[0] += MESSAGES - sum(sizes)
    return sizes


async def _send(line: Line, queue: Queue, times: Times) -> None:
    while given := await queue.get():
        there_at, raw = given
        await line.tell(raw)
        times.waited.append((time.perf_counter() - there_at) * 1000)


async def _by_hand(client: Client, trust: Trust, times: Times) -> None:
    for spell in cycle(trust.settled):
        asked = time.perf_counter()
        body = {"outcome": "no_longer_meets", "criteria": []}
        await client.ask("PUT", f"/api/v1/spells/{spell}/reviews/{uuid4()}", body)
        times.by_hand.append((time.perf_counter() - asked) * 1000)
        await asyncio.sleep(max(0.0, asked + 1 / BY_HAND_PER_SECOND - time.perf_counter()))


def _figures(times: Times, seen: dict[str, list[float]]) -> list[Figure]:
    oldest, every = max(times.waited) / 1000, [each for one in seen.values() for each in one]
    worst = max(percentile(one, 0.99) for one in seen.values())
    p99 = percentile(every, 0.99)
    boards = f"event → {BOARDS} boards"

    def shown(what: str, value: float, unit: str = "ms", promise: str = "–", *, kept: bool = True) -> Figure:
        return Figure(name=f"morning: {what}", unit=unit, value=value, floor=None, promise=promise, kept=kept)

    return [
        shown("oldest message waited", oldest, "s", f"≤ {OLDEST_SECONDS:g} s", kept=oldest <= OLDEST_SECONDS),
        shown("message waited, p50", percentile(times.waited, 0.5)),
        shown(f"{boards}, p50", percentile(every, 0.5)),
        shown(f"{boards}, p99", p99, promise=f"≤ {BOARD_P99_MS:g} ms", kept=p99 <= BOARD_P99_MS),
        shown("slowest ward's boards, p99", worst, promise=f"≤ {BOARD_P99_MS:g} ms", kept=worst <= BOARD_P99_MS),
        shown(f"command by hand at {BY_HAND_PER_SECOND}/s, p99", percentile(times.by_hand, 0.99)),
    ]
