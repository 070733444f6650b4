"""Rows made anew from all that this run recorded, beside the bare reading of the same events."""

import resource
import time

from app.events.rebuild.rebuilding import Rebuilt, rebuild
from app.views.kinds import KINDS
from bench.figures import Figure
from bench.installation import Run

KIND = KINDS["case"]
"""The dearest: of everything that is folded, most is told of a case."""

PROMISED_A_SECOND = 20_000

_BARE = "SELECT stream, position, version, type, data, actor, at FROM event WHERE starts_with(stream, $1)"


async def measure(run: Run) -> list[Figure]:
    """The service is up meanwhile, and its screens are told."""
    started = time.perf_counter()
    async with run.database.reads.acquire() as connection:
        events = len(await connection.fetch(_BARE, f"{KIND.stream}:"))
    floor = events / (time.perf_counter() - started)
    before = _cpu_seconds()
    rebuilt = await rebuild(run.owner_url, KIND, lambda _done, _of: None)
    assert rebuilt.events >= events, "nothing is left out"
    return [_speed(rebuilt, floor), _cpu(rebuilt, _cpu_seconds() - before), _held(rebuilt)]


def _speed(rebuilt: Rebuilt, floor: float) -> Figure:
    value = rebuilt.events / rebuilt.seconds
    return Figure(
        name="events folded by a rebuild of all cases",
        unit="/s",
        value=value,
        floor=floor,
        promise=f"≥ {PROMISED_A_SECOND:,}/s",
        kept=value >= PROMISED_A_SECOND,
    )


def _cpu(rebuilt: Rebuilt, seconds: float) -> Figure:
    value = seconds / rebuilt.events * 1_000_000
    return Figure(name="processor time for each of them", unit="µs", value=value, floor=None, promise="–", kept=True)


def _cpu_seconds() -> float:
    """Of this process and of the helpers that have ended; PostgreSQL's is not among it."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _held(rebuilt: Rebuilt) -> Figure:
    held = rebuilt.held_seconds * 1000
    return Figure(name="commands wait for its swap", unit="ms", value=held, floor=None, promise="–", kept=True)
