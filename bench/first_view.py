"""PROMISE 16: the hub's board of 1,000 live cases, from what it watches to its last row, beside the bare query."""

import json
import time
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

from app.domain.values import Role
from app.events.hints import Hints
from app.views.changed import shown_now
from bench.figures import Figure, percentile
from bench.installation import Run, cookie_of
from bench.screens import open_socket
from bench.tasks import begin
from bench.wire import Client
from tests.facts import Installation, a_system

CASES = 1_000
READINGS = 20
VIEW_MS = 100.0

OF_THE_HUB = ("case", "note", "board_round")
OF_ALL = ("spell", "staff", "place", "service", "escalation")


async def measure(run: Run) -> list[Figure]:
    """Each reading is of a screen that has just been opened; it takes in compressed messages, as a browser does."""
    made = await a_system(run.database, Hints(run.database))
    just_now = datetime.now(UTC) - timedelta(hours=1)  # of whom nothing is overdue, so that the board is of cases
    for n in range(CASES):
        await begin(made, n, just_now)
    bare, heard, whole = [], [], []
    async with Client(run.host, run.port, await cookie_of(run.database, made, Role.HUB_LEAD)) as client:
        for _ in range(READINGS):
            bare.append(await _bare(run, made))
            arrived, read = await _view(run, client, made)
            heard.append(arrived)
            whole.append(read)
    floor = percentile(bare, 0.5)
    name = f"first view of {CASES:,} live cases"
    return [
        _figure(f"{name}, on the wire, p50", percentile(heard, 0.5), floor),
        _figure(f"{name}, and read, p50", percentile(whole, 0.5), floor),
    ]


def _figure(name: str, value: float, floor: float) -> Figure:
    return Figure(name=name, unit="ms", value=value, floor=floor, promise=f"≤ {VIEW_MS:.0f} ms", kept=value <= VIEW_MS)


def board_of(hub: str) -> list[dict[str, str]]:
    """What the page of a hub's board watches."""
    of_the_hub = [{"kind": kind, "scope": hub} for kind in OF_THE_HUB]
    return [*of_the_hub, *({"kind": kind, "scope": "*"} for kind in OF_ALL)]


async def _view(run: Run, client: Client, made: Installation) -> tuple[float, float]:
    """Milliseconds until all of it had come, and until its rows were read."""
    async with AsyncExitStack() as stack:
        screen, ticket = await open_socket(stack, run, client, compression="deflate")
        asked = time.perf_counter()
        await screen.send(json.dumps({"ticket": ticket, "watch": board_of(str(made.hub))}))
        message = await screen.recv()
        came = time.perf_counter()
        rows = json.loads(message)["rows"]
        read = time.perf_counter()
    assert sum(row["kind"] == "case" for row in rows) == CASES
    return (came - asked) * 1000, (read - asked) * 1000


async def _bare(run: Run, made: Installation) -> float:
    watched = tuple(sorted([*((kind, True) for kind in OF_THE_HUB), *((kind, False) for kind in OF_ALL)]))
    async with run.database.reads.acquire() as connection:
        started = time.perf_counter()
        rows = await connection.fetch(shown_now(watched), made.system, [str(made.hub)])
        took = (time.perf_counter() - started) * 1000
    assert any(row["kind"] == "case" for row in rows)
    return took
