"""The sweep: whoever has changed since the last one, and whoever something is due for, is looked at.

A look may be repeated: it records only what is not recorded. So a process that died half way, or was down for a day,
goes on where it stood; what fell due meanwhile is recorded late, at the time at which it fell due.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from app.database import Database
from app.domain.practice import PracticeKind, practice_id
from app.domain.values import SpellId, SystemId
from app.events.archiving import WORKED_IN
from app.events.escalation.looking import look_at
from app.events.handler import taken
from app.events.hints import Hints
from app.events.unavailable import is_away

AT_ONCE = 10
"""So many are looked at in one turn: few enough that nobody waits long for theirs, whoever has a long history."""
AGAIN = timedelta(minutes=10)
"""When to look again at somebody at whom looking failed."""

log = structlog.get_logger()


async def sweep(database: Database, hints: Hints, now: datetime) -> int:
    """Look at everybody for whom anything may be due by `now`, in every system worked in; how many they were."""
    async with database.reads.acquire() as connection:
        systems = [SystemId(row["id"]) for row in await connection.fetch(_MOVED, now)]
    return sum([await sweep_system(database, hints, system, now) for system in systems])


async def sweep_system(database: Database, hints: Hints, system: SystemId, now: datetime) -> int:
    """As `sweep`, in one system."""
    async with database.turns.acquire() as connection:
        head = await connection.fetchval("SELECT head FROM system WHERE id = $1", system)
        await connection.execute(_BEGIN, system)
        found = await connection.fetch(_DUE, system, now, practice_id(PracticeKind.ESCALATION_POLICY))
    stays = {SpellId(row["spell_id"]): row["position"] or 0 for row in found}
    keys = [*stays]
    for n in range(0, len(keys), AT_ONCE):
        await _look(database, hints, system, {key: stays[key] for key in keys[n : n + AT_ONCE]}, now)
    async with database.turns.acquire() as connection:
        await connection.execute(_LOOKED, system, head)
    return len(stays)


async def _look(
    database: Database, hints: Hints, system: SystemId, stays: Mapping[SpellId, int], now: datetime
) -> None:
    try:
        async with taken(database, hints, system) as turn:
            await look_at(turn, stays, now)
    except Exception as error:
        if is_away(error):
            raise
        await _one_by_one(database, hints, system, stays, now, error)


async def _one_by_one(
    database: Database, hints: Hints, system: SystemId, stays: Mapping[SpellId, int], now: datetime, why: Exception
) -> None:
    """One that trips a fault of ours must not hold up the others."""
    if len(stays) > 1:
        for key, since in stays.items():
            await _look(database, hints, system, {key: since}, now)
        return
    log.error("escalations could not be looked at", spells=[str(key) for key in stays], exc_info=why)
    async with database.turns.acquire() as connection:
        await connection.executemany(_AGAIN, _later(system, stays, now))


def _later(system: SystemId, stays: Mapping[SpellId, int], now: datetime) -> Sequence[tuple[object, ...]]:
    return [(system, key, since, now + AGAIN) for key, since in stays.items()]


_MOVED = f"""
    SELECT system.id FROM system
    LEFT JOIN escalation_looked looked ON looked.system_id = system.id
    WHERE {WORKED_IN} AND (system.head > coalesce(looked.position, -1) OR EXISTS (
        SELECT 1 FROM escalation_due due WHERE due.system_id = system.id AND due.next_at <= $1))"""

# The first sweep of a system begins with how things stand: what was wrong long ago is past.
_BEGIN = """
    WITH begun AS (
        INSERT INTO escalation_looked (system_id, position) SELECT id, head FROM system WHERE id = $1
        ON CONFLICT DO NOTHING RETURNING position)
    INSERT INTO escalation_due (system_id, spell_id, position, next_at)
    SELECT DISTINCT $1, id, begun.position, '-infinity'::timestamptz FROM begun, (
        SELECT id FROM spell_1 WHERE system_id = $1 AND NOT gone
        UNION SELECT spell_id FROM case_1 WHERE system_id = $1 AND NOT gone) here
    ON CONFLICT DO NOTHING"""

# Who changed, who is due, of whom somebody raised something by hand (the clock knows when its own come due), and,
# where policy or calendars were set anew, everybody who is here.
_DUE = """
    WITH looked AS (SELECT position FROM escalation_looked WHERE system_id = $1),
    set_anew AS (
        SELECT 1 FROM practice_1 practice, looked
            WHERE practice.system_id = $1 AND practice.id = $3 AND practice.position > looked.position
        UNION SELECT 1 FROM calendar_1 calendar, looked
            WHERE calendar.system_id = $1 AND calendar.position > looked.position),
    found AS (
        SELECT id FROM spell_1 spell, looked WHERE spell.system_id = $1 AND spell.position > looked.position
        UNION SELECT spell_id FROM case_1, looked WHERE case_1.system_id = $1 AND case_1.position > looked.position
        UNION SELECT spell_id FROM escalation_1 told, looked
            WHERE told.system_id = $1 AND told.position > looked.position AND told.raised_by IS NOT NULL
        UNION SELECT spell_id FROM escalation_due WHERE system_id = $1 AND next_at <= $2
        UNION SELECT spell_id FROM case_1, set_anew WHERE case_1.system_id = $1 AND NOT case_1.gone
        UNION SELECT id FROM spell_1 spell, set_anew WHERE spell.system_id = $1 AND NOT spell.gone)
    SELECT found.id AS spell_id, due.position FROM found
    LEFT JOIN escalation_due due ON due.system_id = $1 AND due.spell_id = found.id"""

_LOOKED = "UPDATE escalation_looked SET position = greatest(position, $2) WHERE system_id = $1"

_AGAIN = """
    INSERT INTO escalation_due (system_id, spell_id, position, next_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (system_id, spell_id) DO UPDATE SET next_at = excluded.next_at"""
