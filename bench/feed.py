"""From a message sent to its answer on one connection, in turns with the bare SQL of what a message writes."""

import time
from contextlib import AsyncExitStack

import asyncpg

from bench.figures import Figure, median, percentile
from bench.floor import floor_message
from bench.hospital import Told
from bench.installation import Run
from bench.line import Line
from bench.trust import Trust, check_taken

ROUNDS = 5
MESSAGES = 300
PROMISED_PER_SECOND = 200

Round = tuple[list[float], list[float]]
"""Milliseconds of each message, of the floor and of ours."""


async def measure(run: Run, trust: Trust) -> list[Figure]:
    """Each message is sent when the one before is answered, as MLLP has it; a hospital's usual mix of them."""
    rounds: list[Round] = []
    async with AsyncExitStack() as stack:
        line = await stack.enter_async_context(Line(run.host, run.mllp_port))
        bare = await asyncpg.connect(run.database.url)
        stack.push_async_callback(bare.close)
        for _ in range(ROUNDS):
            told = [trust.hospital.next() for _ in range(MESSAGES)]
            ours = [await line.tell(each.raw) for each in told]
            rounds.append(([await _bare(bare, trust, each) for each in told], ours))
    await check_taken(run, trust)
    return _figures(rounds)


async def _bare(connection: "asyncpg.Connection[asyncpg.Record]", trust: Trust, told: Told) -> float:
    spell = trust.settled[told.number % len(trust.settled)]
    asked = time.perf_counter()
    await floor_message(connection, trust.installation.system, spell, told.raw, news=told.news)
    return (time.perf_counter() - asked) * 1000


def _figures(rounds: list[Round]) -> list[Figure]:
    def of(share: float) -> tuple[float, float]:
        return median([percentile(floor, share) for floor, _ in rounds]), median(
            [percentile(ours, share) for _, ours in rounds]
        )

    # The middle round: what else the machine did in it, it did to both.
    floor, ours = sorted(rounds, key=lambda one: sum(one[1]))[ROUNDS // 2]
    value = 1000 * len(ours) / sum(ours)
    (floor_50, p50), (floor_99, p99) = of(0.5), of(0.99)
    name = "ADT message → accepted, one line"
    return [
        Figure(
            name=name,
            unit="/s",
            value=value,
            floor=1000 * len(floor) / sum(floor),
            promise=f"≥ {PROMISED_PER_SECOND}/s",
            kept=value >= PROMISED_PER_SECOND,
        ),
        Figure(name=f"{name}, p50", unit="ms", value=p50, floor=floor_50, promise="–", kept=True),
        Figure(name=f"{name}, p99", unit="ms", value=p99, floor=floor_99, promise="–", kept=True),
    ]
