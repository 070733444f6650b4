"""PROMISE 14: from a command to 300 screens at 20 events a second, in turns with a bare websocket broadcast."""

import asyncio
import json
import time
from contextlib import AsyncExitStack
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from bench.broadcast import Broadcaster, broadcasting
from bench.figures import Figure, median, percentile
from bench.installation import Run, Town
from bench.wire import Client

SCREENS = 300
EVENTS_PER_SECOND = 20
ROUND_SECONDS = 4.0
ROUNDS = 3
ARRIVAL_SECONDS = 10.0


class Arrivals:
    """When each change was asked for, and when each screen had it; a screen may have it before the answer is back."""

    def __init__(self) -> None:
        self.asked: dict[str, float] = {}
        self._seen: list[tuple[str, float]] = []

    def arrived(self, mark: str) -> None:
        """A screen holds this change now."""
        self._seen.append((mark, time.perf_counter()))

    async def all_of(self, expected: int) -> list[float]:
        """Milliseconds of every change to every screen; one that is missing is an error, not a fast run."""
        async with asyncio.timeout(ARRIVAL_SECONDS):
            while len(times := self._times()) < expected:
                await asyncio.sleep(0.1)
        return times

    def _times(self) -> list[float]:
        return [(at - self.asked[mark]) * 1000 for mark, at in self._seen if mark in self.asked]


async def measure(run: Run) -> list[Figure]:
    """Rounds of ours and of the floor in turns, the same number of screens and of changes in each."""
    rounds: list[tuple[list[float], list[float]]] = []
    town = run.towns[0]
    async with broadcasting() as broadcaster:
        for _ in range(ROUNDS):
            rounds.append((await _floor(broadcaster), await _ours(run, town)))

    def of(share: float) -> tuple[float, float]:
        bare = median([percentile(times, share) for times, _ in rounds])
        return bare, median([percentile(times, share) for _, times in rounds])

    (floor_50, p50), (floor_99, p99) = of(0.5), of(0.99)
    name = f"command → {SCREENS} screens at {EVENTS_PER_SECOND}/s"
    return [
        Figure(name=f"{name}, p50", unit="ms", value=p50, floor=floor_50, promise="≤ 50 ms", kept=p50 <= 50),
        Figure(
            name=f"{name}, p99",
            unit="ms",
            value=p99,
            floor=floor_99,
            promise="≤ 250 ms and ≤ 3 × the floor",
            kept=p99 <= 250 and p99 <= 3 * floor_99,
        ),
    ]


async def _ours(run: Run, town: Town) -> list[float]:
    arrivals = Arrivals()
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(Client(run.host, run.port, town.cookie))
        watch = [{"kind": "spell", "scope": str(town.installation.ward)}]
        screens = [await open_screen(stack, run, client, watch) for _ in range(SCREENS)]
        readers = [asyncio.create_task(_read(screen, arrivals)) for screen in screens]
        changes = int(EVENTS_PER_SECOND * ROUND_SECONDS)
        start = time.perf_counter()
        for n in range(changes):
            await _until(start + n / EVENTS_PER_SECOND)
            await _change(client, town, n, arrivals)
        times = await arrivals.all_of(changes * SCREENS)
        await _end(readers)
    return times


async def open_screen(
    stack: AsyncExitStack, run: Run, client: Client, watch: list[dict[str, str]], compression: str | None = None
) -> ClientConnection:
    """A screen that watches this and has had its first view."""
    screen, ticket = await open_socket(stack, run, client, compression)
    await screen.send(json.dumps({"ticket": ticket, "watch": watch}))
    await screen.recv()
    return screen


async def open_socket(
    stack: AsyncExitStack, run: Run, client: Client, compression: str | None = None
) -> tuple[ClientConnection, str]:
    """A socket on which nothing is said yet, and the ticket to begin with. A browser's `compression` is "deflate"."""
    ticket = (await client.ask("POST", "/api/v1/live/tickets"))["ticket"]
    url = f"ws://{run.host}:{run.port}/api/v1/live"
    return await stack.enter_async_context(connect(url, compression=compression, max_size=None)), ticket


async def _change(client: Client, town: Town, n: int, arrivals: Arrivals) -> None:
    spell = town.spells[n % len(town.spells)]
    path = f"/api/v1/spells/{spell}/reviews/{uuid4()}"
    asked = time.perf_counter()
    receipt = await client.ask("PUT", path, {"outcome": "no_longer_meets", "criteria": []})
    arrivals.asked[str(receipt["position"])] = asked


async def _read(screen: ClientConnection, arrivals: Arrivals) -> None:
    async for message in screen:
        parsed = json.loads(message)
        if parsed["type"] == "rows":
            for row in parsed["rows"]:
                arrivals.arrived(str(row["position"]))


async def _floor(broadcaster: Broadcaster) -> list[float]:
    arrivals = Arrivals()
    async with AsyncExitStack() as stack:
        screens = [await stack.enter_async_context(connect(broadcaster.url, compression=None)) for _ in range(SCREENS)]
        readers = [asyncio.create_task(_read_mark(screen, arrivals)) for screen in screens]
        changes = int(EVENTS_PER_SECOND * ROUND_SECONDS)
        start = time.perf_counter()
        for n in range(changes):
            await _until(start + n / EVENTS_PER_SECOND)
            arrivals.asked[str(n)] = time.perf_counter()
            await broadcaster.say(str(n))
        times = await arrivals.all_of(changes * SCREENS)
        await _end(readers)
    return times


async def _read_mark(screen: ClientConnection, arrivals: Arrivals) -> None:
    async for message in screen:
        arrivals.arrived(json.loads(message)["mark"])


async def _until(due: float) -> None:
    await asyncio.sleep(max(0.0, due - time.perf_counter()))


async def _end(readers: list[asyncio.Task[None]]) -> None:
    for reader in readers:
        reader.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
