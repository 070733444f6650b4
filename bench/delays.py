"""Why everybody in a hospital of 600 beds and 24 wards is still here, and its midnight, beside the bare rows."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.domain.codes.hub_needs import HubNeed
from app.domain.spell import ReviewCriteria, ReviewOutcome, SayHubNeed
from app.domain.system import AddWard
from app.domain.values import Actor, ActorKind, Role, SpellId, WardId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.midnight import freeze_nights
from app.events.practice import reporting_in
from app.views.delay import still_here
from bench.figures import Figure, percentile
from bench.installation import Run
from bench.midnight import boards_at_midnight
from tests.facts import Installation, a_system

BEDS, WARDS = 600, 24
READY_DAYS = 14
READINGS = 20
LIST_MS, MIDNIGHT_S = 200.0, 5.0

_BARE = "SELECT * FROM spell_1 WHERE system_id = $1 AND NOT gone AND ready_at IS NOT NULL"


async def measure(run: Run) -> list[Figure]:
    """Everybody ready, a third with a referral: far more than a hospital has."""
    made = await a_system(run.database, Hints(run.database))
    wards = [await _ward(made, n) for n in range(WARDS)]
    lying = [(await _lie(replace(made, ward=wards[n % WARDS]), n), str(wards[n % WARDS])) for n in range(BEDS)]
    now = datetime.now(UTC)
    bare, ours = [], []
    async with run.database.reads.acquire() as connection:
        rule = await reporting_in(connection, made.system)
        for _ in range(READINGS):
            started = time.perf_counter()
            await connection.fetch(_BARE, made.system)
            between = time.perf_counter()
            found = await still_here(connection, made.system, rule, now)
            assert len(found) == BEDS, "everybody is ready"
            bare.append((between - started) * 1000)
            ours.append((time.perf_counter() - between) * 1000)
    floor, value = percentile(bare, 0.5), percentile(ours, 0.5)
    name = f"reasons and nights of {BEDS} beds, p50"
    listed = Figure(
        name=name, unit="ms", value=value, floor=floor, promise=f"≤ {LIST_MS:.0f} ms", kept=value <= LIST_MS
    )
    tonight = now + timedelta(days=1)
    return [listed, await _midnight(made, tonight), await boards_at_midnight(run, made, lying, tonight)]


async def _midnight(made: Installation, now: datetime) -> Figure:
    """A night of everybody that is still to come: those before may be frozen already, as the service is at work."""
    earlier = now - timedelta(days=1)
    await freeze_nights(made.database, made.hints, earlier)
    started = time.perf_counter()
    due = await freeze_nights(made.database, made.hints, now)
    value = time.perf_counter() - started
    assert due > BEDS / 2, "most were ready last night"
    return Figure(
        name=f"midnight of {BEDS} beds, all ready",
        unit="s",
        value=value,
        floor=None,
        promise=f"≤ {MIDNIGHT_S:.0f} s",
        kept=value <= MIDNIGHT_S,
    )


async def _ward(made: Installation, n: int) -> WardId:
    ward, by = WardId(uuid4()), Actor(kind=ActorKind.SYSTEM, id="bench")
    said: dict[str, Any] = {"system_id": made.system, "by": by, "at": datetime.now(UTC)}
    await made.do(AddWard(ward_id=ward, code=f"W{n:02d}", name=f"Ward {n + 1}", site_id=made.site, beds=(), **said))
    return ward


async def _lie(made: Installation, n: int) -> SpellId:
    at = datetime.now(UTC) - timedelta(days=n % READY_DAYS, hours=2)
    _, spell = await made.admit(bed=f"A1-{n:04d}", at=at - timedelta(days=1))
    said: dict[str, Any] = {"spell_id": spell, "at": at}
    told: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    async with taken(made.database, made.hints, made.system) as turn:
        await decide_in(turn, SayHubNeed(need=HubNeed.YES, by=made.by(Role.WARD_NURSE), **said))
        await decide_in(turn, ReviewCriteria(review_id=uuid4(), by=made.by(Role.WARD_CLINICIAN), **told, **said))
        if n % 3 == 0:
            await decide_in(turn, made.referral(spell))
    return spell
