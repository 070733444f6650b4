"""PROMISE 16: what a screen costs a worker in memory: 300 boards of a ward that follow, as browsers do."""

from contextlib import AsyncExitStack
from pathlib import Path

from bench.figures import Figure
from bench.first_view import board_of
from bench.installation import Run
from bench.screens import SCREENS, open_screen
from bench.wire import Client

KIB_A_SCREEN = 100.0


async def measure(run: Run) -> list[Figure]:
    """Of all workers together, beside what they held with one screen on each: by then what all screens share is there.

    Compressed messages, since a browser asks for them: what compresses is held for each screen.
    """
    town = run.towns[-1]
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(Client(run.host, run.port, town.cookie))
        watch = board_of(str(town.installation.hub))
        for _ in range(len(run.workers())):
            await open_screen(stack, run, client, watch, compression="deflate")
        before = _kib(run)
        for _ in range(SCREENS):
            await open_screen(stack, run, client, watch, compression="deflate")
        value = (_kib(run) - before) / SCREENS
    return [
        Figure(
            name=f"memory of a worker for each of {SCREENS} screens",
            unit="KiB",
            value=value,
            floor=None,
            promise=f"≤ {KIB_A_SCREEN:.0f} KiB",
            kept=value <= KIB_A_SCREEN,
        )
    ]


def _kib(run: Run) -> float:
    """What is in memory of all workers, in KiB."""
    return sum(_resident(pid) for pid in run.workers())


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
