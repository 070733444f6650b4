"""How many messages a second are understood on one core, in turns with the bare split into segments and fields.

Seconds are of the core's own time: what else the machine does meanwhile takes none of them.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle, islice
from random import Random

from app.intake.adt.understanding import understand
from app.intake.adt.understood import Understood
from bench.adt import every_trigger
from bench.figures import Figure

MESSAGES = 600
ROUNDS = 7
ROUND_SECONDS = 0.8
AT_ONCE = 50
PROMISED_PER_SECOND = 2000


def measure() -> list[Figure]:
    """Messages of every trigger, read over and over; one that is refused is an error, not a fast run."""
    now = datetime.now(UTC)
    messages = list(every_trigger("BENCH", MESSAGES, now, Random(1)))

    def ours(raw: bytes) -> None:
        assert isinstance(understand(raw, now), Understood), raw

    rounds = [(_rate(messages, _split), _rate(messages, ours)) for _ in range(ROUNDS)]
    # The middle pair of neighbours: what else the machine did in that round, it did to both.
    floor, value = sorted(rounds, key=lambda pair: pair[1])[ROUNDS // 2]
    return [
        Figure(
            name="ADT messages understood on one core",
            unit="/s",
            value=value,
            floor=floor,
            promise=f"≥ {PROMISED_PER_SECOND:,}/s",
            kept=value >= PROMISED_PER_SECOND,
        )
    ]


def _split(raw: bytes) -> list[list[str]]:
    return [line.split("|") for line in raw.decode().split("\r")]


def _rate(messages: list[bytes], read: Callable[[bytes], object]) -> float:
    endless = cycle(messages)
    done, started = 0, time.process_time()
    while (taken := time.process_time() - started) < ROUND_SECONDS:
        for raw in islice(endless, AT_ONCE):
            read(raw)
        done += AT_ONCE
    return done / taken
