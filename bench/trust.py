"""A hospital of 24 wards in a system of its own, with 600 people in it, all told by its feed."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from uuid import UUID, uuid4

from app.domain.system import AddWard
from app.domain.values import Actor, ActorKind, Role, WardId
from app.events.hints import Hints
from bench.hospital import Hospital, Told
from bench.installation import Run, cookie_of
from bench.line import Line
from tests.facts import Installation, a_system

WARDS = 24
BEDS = 30
PEOPLE = 600


@dataclass(frozen=True, slots=True)
class Trust:
    """The system, what happens in its hospital, its wards, a clinician's cookie and the stays that last all day."""

    installation: Installation
    hospital: Hospital
    wards: tuple[WardId, ...]
    cookie: str
    settled: tuple[UUID, ...]


async def opened(run: Run) -> Trust:
    """Its wards added, and its people admitted by messages."""
    made = await a_system(run.database, Hints(run.database))
    wards = {f"W{n:02d}": WardId(uuid4()) for n in range(1, WARDS + 1)}
    for code, ward in wards.items():
        await made.do(_adding(made, code, ward))
    hospital = Hospital(made.system.hex[:6].upper(), list(wards), BEDS, Random(3))
    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(Line(run.host, run.mllp_port)) for _ in range(2)]
        told = list(hospital.admit(PEOPLE))
        await asyncio.gather(*(_tell_all(line, told[n :: len(lines)]) for n, line in enumerate(lines)))
    cookie = await cookie_of(run.database, made, Role.WARD_CLINICIAN)
    return Trust(made, hospital, tuple(wards.values()), cookie, await _spells(run, made, hospital.settled))


async def check_taken(run: Run, trust: Trust) -> None:
    """Raise RuntimeError where messages wait or were refused: that would be no fast run, but another one."""
    async with run.database.reads.acquire() as connection:
        left = await connection.fetch(_LEFT, trust.installation.system)
    if left:
        raise RuntimeError(f"Not applied: {[tuple(row) for row in left]}")


async def _tell_all(line: Line, told: list[Told]) -> None:
    for each in told:
        await line.tell(each.raw)


async def _spells(run: Run, made: Installation, numbers: list[str]) -> tuple[UUID, ...]:
    async with run.database.reads.acquire() as connection:
        rows = await connection.fetch(_SPELLS, made.system, numbers)
    return tuple(row["spell_id"] for row in rows)


def _adding(made: Installation, code: str, ward: WardId) -> AddWard:
    return AddWard(
        system_id=made.system,
        ward_id=ward,
        code=code,
        name=f"Ward {code}",
        site_id=made.site,
        beds=tuple(f"{code}-{n:02d}" for n in range(1, BEDS + 1)),
        by=Actor(kind=ActorKind.SYSTEM, id="bench"),
        at=datetime.now(UTC),
    )


_SPELLS = "SELECT spell_id FROM visit WHERE system_id = $1 AND number = ANY($2) ORDER BY number"

_LEFT = """
    SELECT state, trigger, code, count(*) FROM feed_message
    WHERE system_id = $1 AND state NOT IN ('applied', 'recorded') GROUP BY 1, 2, 3"""
