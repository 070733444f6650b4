"""One package matched against a thousand services: the query, the services from their rows, and the answer in words.

In turns with the bare floor: the same query alone, and its numbers read as JSON and added up.
"""

import json
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from app.api.matches import matched
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.package import Call, Package
from app.domain.practice import ServiceLines
from app.events.practice import practice_in
from app.views.offering import offerings
from bench.figures import Figure, median, percentile
from bench.installation import Run as BenchRun
from bench.services import furnish
from tests.facts import Installation

SERVICES = 1_000
ROUNDS = 5
PACKAGES = 20
PROMISED_MS = 50.0


async def measure(run: BenchRun) -> list[Figure]:
    """Each package is another, so that nothing of an answer is kept for the next."""
    made = run.towns[0].installation
    await furnish(made, SERVICES)
    rounds = [await _round(run, made) for _ in range(ROUNDS)]
    floor, p50 = (median([percentile(times[side], 0.5) for times in rounds]) for side in (0, 1))
    return [
        Figure(
            name=f"A package matched against {SERVICES:,} services, p50",
            unit="ms",
            value=p50,
            floor=floor,
            promise=f"≤ {PROMISED_MS:.0f} ms",
            kept=p50 <= PROMISED_MS,
        )
    ]


async def _round(run: BenchRun, made: Installation) -> tuple[list[float], list[float]]:
    async with run.database.reads.acquire() as connection:

        async def ours(package: Package) -> None:
            now = datetime.now(UTC)
            found = await offerings(connection, made.system, package.line)
            rule = (await practice_in(connection, made.system, ServiceLines)).of(package.line)
            assert len(matched(package, found, now, rule)) == SERVICES

        async def bare(package: Package) -> None:
            rows = await connection.fetch(_BARE, made.system, package.line)
            assert sum(bool(sum(unit["usable"] for unit in json.loads(row["units"]))) for row in rows) == SERVICES

        packages = [_package(n) for n in range(PACKAGES)]
        return await _timed(bare, packages), await _timed(ours, packages)


async def _timed(match: Callable[[Package], Awaitable[None]], packages: list[Package]) -> list[float]:
    times = []
    for package in packages:
        asked = time.perf_counter()
        await match(package)
        times.append((time.perf_counter() - asked) * 1000)
    return times


def _package(n: int) -> Package:
    calls = tuple(Call(window=window, carers=1 + n % 2, minutes=30) for window in list(Window)[: 1 + n % 4])
    return Package(
        line=ServiceLine.HOME_CARE,
        start_on=datetime.now(UTC).date() + timedelta(days=n % 7),
        sector=f"ZZ97 {n % 9 + 1}",
        calls=calls,
    )


_BARE = """
    SELECT id, name, units::text AS units, places::text AS places FROM service_1
    WHERE system_id = $1 AND line = $2 AND NOT gone ORDER BY name"""
