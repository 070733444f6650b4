"""PROMISE 16: a command in a system whose log is long beside the same in one whose log is short.

Each has an installation of its own, as tables and indexes grow with all that is in them.
`BENCH_EVENTS` is how long the long one is; the figures say which it was.
"""

import os
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from uuid import uuid4

from app.domain.values import Role
from app.events.verify import verify
from bench.figures import Figure, percentile
from bench.history import fill
from bench.installation import Run, cookie_of, installation
from bench.streams import lived_through
from bench.wire import Client

SHORT = 10_000
LONG = int(os.environ.get("BENCH_EVENTS", "1_000_000"))
CASES, EVENTS_OF_A_CASE = 20, 20
WARMING_UP, ROUNDS = 40, 300
TIMES_MORE = 1.2

Ask = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class _System:
    """One of the two: how its commands are given, and how many milliseconds each took."""

    review: Ask
    note: Ask
    reviews: list[float] = field(default_factory=list)
    notes: list[float] = field(default_factory=list)


async def measure(_: Run) -> list[Figure]:
    """A review of a stay and a note on a case, over HTTP, each in turns with the same in the other system."""
    async with AsyncExitStack() as stack:
        short, long = [await _grown(stack, events) for events in (SHORT, LONG)]
        for _round in range(WARMING_UP + ROUNDS):
            for each in (short, long):
                each.reviews.append(await _timed(each.review))
                each.notes.append(await _timed(each.note))
    return [
        _figure("a review of a stay", short.reviews, long.reviews),
        _figure("a note on a case", short.notes, long.notes),
    ]


def _figure(what: str, short: list[float], long: list[float]) -> Figure:
    floor, value = (percentile(times[WARMING_UP:], 0.5) for times in (short, long))
    return Figure(
        name=f"{what} in a log of {LONG:,} events, p50; the floor: of {SHORT:,}",
        unit="ms",
        value=value,
        floor=floor,
        promise=f"≤ {TIMES_MORE} × that of {SHORT:,}",
        kept=value <= TIMES_MORE * floor,
    )


async def _grown(stack: AsyncExitStack, events: int) -> _System:
    run = await stack.enter_async_context(installation(systems=1, spells=60))
    (town,) = run.towns
    made = town.installation
    await fill(run, made, events)
    if events == SHORT:  # both logs are made in one way; of the long one it would take minutes
        async with run.database.reads.acquire() as connection:
            assert (await verify(connection, made.system)).broken_at is None
    cases = cycle([(await lived_through(made, EVENTS_OF_A_CASE)).case for _ in range(CASES)])
    spells = cycle(town.spells)
    ward = await stack.enter_async_context(Client(run.host, run.port, town.cookie))
    lead = await cookie_of(run.database, made, Role.HUB_LEAD)
    hub = await stack.enter_async_context(Client(run.host, run.port, lead))

    async def review() -> None:
        body = {"outcome": "no_longer_meets", "criteria": []}
        await ward.ask("PUT", f"/api/v1/spells/{next(spells)}/reviews/{uuid4()}", body)

    async def note() -> None:
        body = {"audience": "everyone", "words": "Rang family, no answer.", "pinned": False}
        await hub.ask("PUT", f"/api/v1/cases/{next(cases)}/notes/{uuid4()}", body)

    return _System(review, note)


async def _timed(ask: Ask) -> float:
    asked = time.perf_counter()
    await ask()
    return (time.perf_counter() - asked) * 1000
