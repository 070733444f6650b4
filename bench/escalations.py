"""The sweep for escalations over 1,000 live cases, of which twenty are due, beside the bare reading of streams."""

import time
from datetime import UTC, datetime, timedelta

from app.database import Database
from app.domain.values import Stream, SystemId, stream
from app.events.escalation.sweep import sweep_system
from app.events.hints import Hints
from app.events.stream import read_streams
from bench.figures import Figure, percentile
from bench.installation import Run
from bench.tasks import begin
from tests.facts import Installation, a_system

CASES = 1_000
DUE = 20
SWEEPS = 20
SWEEP_MS = 200.0

_COME_DUE = """
    UPDATE escalation_due SET next_at = $2 WHERE system_id = $1 AND spell_id IN (
        SELECT spell_id FROM escalation_due WHERE system_id = $1 ORDER BY spell_id OFFSET $3 LIMIT $4)
    RETURNING spell_id"""


async def measure(run: Run) -> list[Figure]:
    """Each sweep finds other people due; what it finds wrong of them was raised before, so it ends as it began."""
    made = await a_system(run.database, Hints(run.database))
    for n in range(CASES):
        await begin(made, n)
    now = datetime.now(UTC) + timedelta(hours=1)
    await sweep_system(made.database, made.hints, made.system, now)
    ours, bare = [], []
    for n in range(SWEEPS):
        due = await _come_due(made, n, now)
        bare.append(await _bare(run.database, made.system, due))
        ours.append(await _sweep(made, now))
    floor, value = percentile(bare, 0.95), percentile(ours, 0.95)
    name = f"escalation sweep, {CASES:,} live cases, {DUE} of them due, p95"
    promise = f"≤ {SWEEP_MS:.0f} ms"
    return [Figure(name=name, unit="ms", value=value, floor=floor, promise=promise, kept=value <= SWEEP_MS)]


async def _come_due(made: Installation, n: int, now: datetime) -> list[Stream]:
    async with made.database.turns.acquire() as connection:
        rows = await connection.fetch(_COME_DUE, made.system, now, n * DUE, DUE)
    return [stream("spell", row["spell_id"]) for row in rows]


async def _bare(database: Database, system: SystemId, streams: list[Stream]) -> float:
    started = time.perf_counter()
    async with database.reads.acquire() as connection:
        await read_streams(connection, system, streams)
    return (time.perf_counter() - started) * 1000


async def _sweep(made: Installation, now: datetime) -> float:
    started = time.perf_counter()
    await sweep_system(made.database, made.hints, made.system, now)
    return (time.perf_counter() - started) * 1000
