"""The weekly snapshot: why everybody was still here at one instant of the week is frozen, soon after it has come.

What is due is found by what the rows keep, as at midnight: what was missed while nobody worked is made up, by what was
on record at the instant, and each command may be repeated.
"""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy

from app.database import Database
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.spell import TakeSnapshot
from app.domain.values import Actor, ActorKind, CaseId, SpellId, SystemId
from app.events.archiving import systems_worked_in
from app.events.freezing import LEFT_WITHIN, Freezing, freeze
from app.events.hints import Hints
from app.events.practice.weekly import snapshots_due

SNAPSHOT = Actor(kind=ActorKind.SYSTEM, id="snapshot")

_COVERED = """
    CROSS JOIN unnest($2::timestamptz[]) AS taken(taken_at)
    WHERE {row}.system_id = $1 AND EXISTS (
        SELECT 1 FROM jsonb_array_elements({row}.delay -> 'periods') period
        WHERE (period ->> 0)::timestamptz < taken.taken_at
            AND taken.taken_at <= coalesce((period ->> 1)::timestamptz, 'infinity'))"""
"""The instants at which somebody was in the bed of a row, needing it no longer."""

_IN_HOSPITAL = f"""
    SELECT DISTINCT ON (taken.taken_at, spell.id) spell.id, spell.ward_id, taken.taken_at
    FROM spell_1 spell {_COVERED.format(row="spell")}
        AND (NOT spell.gone OR spell.ended_at >= $3)
        AND NOT EXISTS (SELECT 1 FROM snapshot_1 kept
            WHERE kept.system_id = $1 AND kept.spell_id = spell.id AND kept.taken_at = taken.taken_at)
    ORDER BY taken.taken_at, spell.id, spell.position DESC, spell.ended_at"""

_IN_COMMUNITY = f"""
    SELECT stay.id, stay.case_id, stay.service_id, taken.taken_at
    FROM stay_1 stay {_COVERED.format(row="stay")}
        AND (stay.ended_at IS NULL OR stay.ended_at >= $3)
        AND NOT EXISTS (SELECT 1 FROM stay_snapshot_1 kept
            WHERE kept.system_id = $1 AND kept.stay_id = stay.id AND kept.taken_at = taken.taken_at)
    ORDER BY taken.taken_at, stay.id"""


async def take_snapshots(database: Database, hints: Hints, now: datetime) -> int:
    """Take every snapshot whose time has come by `now`, in every system worked in; how many stays were due."""
    systems = await systems_worked_in(database)
    return sum([await take_snapshots_of(database, hints, system, now) for system in systems])


async def take_snapshots_of(database: Database, hints: Hints, system: SystemId, now: datetime) -> int:
    """As `take_snapshots`, in one system."""
    async with database.reads.acquire() as connection:
        places = await _due(connection, system, now)
    return await freeze(database, hints, system, places)


async def _due(connection: "PoolConnectionProxy[Any]", system: SystemId, now: datetime) -> dict[UUID, list[Freezing]]:
    """Who is in which snapshot and was not taken, by ward and by service; the earliest snapshot first."""
    since = now - LEFT_WITHIN
    asked = (system, await snapshots_due(connection, system, since, now), since)
    said: dict[str, Any] = {"by": SNAPSHOT, "at": now}
    places: dict[UUID, list[Freezing]] = defaultdict(list)
    for row in await connection.fetch(_IN_HOSPITAL, *asked):
        taking = TakeSnapshot(spell_id=SpellId(row["id"]), taken_at=row["taken_at"], **said)
        places[row["ward_id"]].append(taking)
    for row in await connection.fetch(_IN_COMMUNITY, *asked):
        case, stay = CaseId(row["case_id"]), row["id"]
        taken = TakeStaySnapshot(case_id=case, stay_id=stay, taken_at=row["taken_at"], **said)
        places[row["service_id"]].append(taken)
    return places
