"""Midnight: the nights of everybody who lay in a bed they no longer needed are frozen, ward by ward, unit by unit.

A night that is due is found by what the rows keep, so a process that stood still makes up what it missed, and a night
of which a late correction told is frozen when that is known, however long ago. Each command may be repeated: what
is frozen is frozen.
"""

from collections import defaultdict
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy

from app import clock
from app.database import Database
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.local_time import LOCAL
from app.domain.spell import FreezeNight
from app.domain.values import Actor, ActorKind, CaseId, SpellId, SystemId
from app.events.archiving import systems_worked_in
from app.events.freezing import LEFT_WITHIN, Freezing, freeze
from app.events.hints import Hints
from app.events.rounds import go_rounds
from app.events.snapshots import take_snapshots

LOOK_SECONDS = 60.0
MIDNIGHT = Actor(kind=ActorKind.SYSTEM, id="midnight")

_PASSED = f"""
    CROSS JOIN LATERAL (
        SELECT passed::date AS began
        FROM jsonb_array_elements({{row}}.delay -> 'periods') period, generate_series(
            ((period ->> 0)::timestamptz AT TIME ZONE '{LOCAL}')::date::timestamp,
            (least((period ->> 1)::timestamptz, $2) AT TIME ZONE '{LOCAL}')::date - interval '1 day',
            interval '1 day') passed) night"""
"""The nights, by the local date on which they began, that somebody passed in the bed of a row, needing it no longer."""

_IN_HOSPITAL = f"""
    SELECT DISTINCT ON (night.began, spell.id) spell.id, spell.ward_id, night.began
    FROM spell_1 spell {_PASSED.format(row="spell")}
    WHERE spell.system_id = $1 AND (NOT spell.gone OR spell.ended_at >= $3)
        AND NOT EXISTS (SELECT 1 FROM night_1 frozen
            WHERE frozen.system_id = $1 AND frozen.spell_id = spell.id AND frozen.night = night.began)
    ORDER BY night.began, spell.id, spell.position DESC, spell.ended_at"""

# A stay that has no end and is gone ended with its case, which its row does not say: these are few.
_IN_COMMUNITY = f"""
    SELECT stay.id, stay.case_id, stay.service_id, night.began
    FROM stay_1 stay {_PASSED.format(row="stay")}
    WHERE stay.system_id = $1 AND (stay.ended_at IS NULL OR stay.ended_at >= $3)
        AND NOT EXISTS (SELECT 1 FROM stay_night_1 frozen
            WHERE frozen.system_id = $1 AND frozen.stay_id = stay.id AND frozen.night = night.began)
    ORDER BY night.began, stay.id"""


async def keep_midnight(database: Database, hints: Hints) -> None:
    """Freeze each night, and take each weekly snapshot, soon after its time, for as long as this process works."""
    nights = partial(freeze_nights, database, hints)
    snapshots = partial(take_snapshots, database, hints)
    await go_rounds("midnight", LOOK_SECONDS, lambda: nights(clock.now()), lambda: snapshots(clock.now()))


async def freeze_nights(database: Database, hints: Hints, now: datetime) -> int:
    """Freeze every night that is over by `now` and is not frozen, in every system worked in; how many were due."""
    systems = await systems_worked_in(database)
    return sum([await freeze_nights_of(database, hints, system, now) for system in systems])


async def freeze_nights_of(database: Database, hints: Hints, system: SystemId, now: datetime) -> int:
    """As `freeze_nights`, in one system."""
    async with database.reads.acquire() as connection:
        places = await _due(connection, system, now)
    return await freeze(database, hints, system, places)


async def _due(connection: "PoolConnectionProxy[Any]", system: UUID, now: datetime) -> dict[UUID, list[Freezing]]:
    """Whose night is due, by ward and by service; the earliest nights first."""
    asked = (system, now, now - LEFT_WITHIN)
    said: dict[str, Any] = {"by": MIDNIGHT, "at": now}
    places: dict[UUID, list[Freezing]] = defaultdict(list)
    for row in await connection.fetch(_IN_HOSPITAL, *asked):
        places[row["ward_id"]].append(FreezeNight(spell_id=SpellId(row["id"]), night=row["began"], **said))
    for row in await connection.fetch(_IN_COMMUNITY, *asked):
        case, stay = CaseId(row["case_id"]), row["id"]
        places[row["service_id"]].append(FreezeStayNight(case_id=case, stay_id=stay, night=row["began"], **said))
    return places
