"""PROMISE 16: 300 screens are cut off at once, and how long until the last of them is up to date again."""

import asyncio
import json
import os
import signal
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from itertools import count
from random import Random

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from bench.figures import Figure, median
from bench.first_view import board_of
from bench.installation import Run, Town
from bench.screens import SCREENS, open_socket
from bench.wire import Client, NotNow

ROUNDS = 3
FIRST_PAUSE_SECONDS = 0.5  # the pages wait between half of it and all of it, and twice as long each time
RECOVERED_SECONDS = 5.0
GIVEN_UP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Screen:
    """What a screen holds, and since when."""

    socket: ClientConnection
    epoch: str
    position: int
    hash: str
    at: float


async def measure(run: Run) -> list[Figure]:
    """Cut by the network; then by the death of every worker, of which nothing is promised: they must start first."""
    cut = [await _storm(run, run.towns[-1], killed=False) for _ in range(ROUNDS)]
    killed = [await _storm(run, run.towns[-1], killed=True) for _ in range(ROUNDS)]
    recovered, name = median(cut), f"{SCREENS} screens {{}}, all follow again"
    promise, kept = f"≤ {RECOVERED_SECONDS:g} s", recovered <= RECOVERED_SECONDS
    cut_off, killed_off = name.format("cut by the network"), name.format("whose workers are killed")
    return [
        Figure(name=cut_off, unit="s", value=recovered, floor=None, promise=promise, kept=kept),
        Figure(name=killed_off, unit="s", value=median(killed), floor=None, promise="–", kept=True),
    ]


async def _storm(run: Run, town: Town, *, killed: bool) -> float:
    """Something is recorded while nobody follows, and every screen has it in the end."""
    chance = Random(7)
    async with AsyncExitStack() as stack:
        screens = [await _opened(stack, run, town) for _ in range(SCREENS)]
        began = time.perf_counter()
        if killed:
            for pid in run.workers():
                os.kill(pid, signal.SIGKILL)
        for screen in screens:
            screen.socket.transport.abort()
        await town.installation.admit(bed="A1-99")
        async with asyncio.timeout(GIVEN_UP_SECONDS):
            again = await asyncio.gather(*(_again(stack, run, town, each, chance) for each in screens))
    assert all(after.position > before.position for before, after in zip(screens, again, strict=True))
    return max(screen.at for screen in again) - began


async def _again(stack: AsyncExitStack, run: Run, town: Town, held: _Screen, chance: Random) -> _Screen:
    """As the pages do it."""
    for tries in count():
        await asyncio.sleep(FIRST_PAUSE_SECONDS * 2**tries * chance.uniform(0.5, 1))
        with suppress(NotNow, OSError, EOFError, WebSocketException):
            return await _opened(stack, run, town, held)
    raise AssertionError("tries go on")


async def _opened(stack: AsyncExitStack, run: Run, town: Town, held: _Screen | None = None) -> _Screen:
    async with Client(run.host, run.port, town.cookie) as client:
        socket, ticket = await open_socket(stack, run, client, compression="deflate")
    hello = {"ticket": ticket, "watch": board_of(str(town.installation.hub))}
    since = {"epoch": held.epoch, "position": held.position, "hash": held.hash} if held else {}
    await socket.send(json.dumps(hello | since))
    told = json.loads(await socket.recv())
    return _Screen(socket, told["epoch"], told["position"], told["hash"], time.perf_counter())
