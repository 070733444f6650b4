"""The waiting room is looked through now and then: what a message waits for may have changed without a message.

A ward was named, a stay was put right by hand, or a process died too early. Nothing is tried twice with the same known.
"""

import structlog

from app.database import Database
from app.domain.system import SystemIsArchived
from app.domain.values import SystemId
from app.events.archiving import WORKED_IN
from app.events.hints import Hints
from app.events.rounds import go_rounds
from app.events.unavailable import Busy, is_away
from app.intake.adt.again import place_again
from app.intake.adt.kept_again import note_tried

LOOK_SECONDS = 20.0
AT_ONCE = 100
"""How many of each system are tried before it is the turn of the next."""

log = structlog.get_logger()


async def look_through(database: Database, hints: Hints) -> int:
    """Place again what waits for something that changed since it was tried last; how many were tried."""
    tried: set[int] = set()
    busy: set[SystemId] = set()
    while due := [each for each in await _due(database) if each[1] not in tried and each[0] not in busy]:
        for system, message in due:
            if system not in busy:
                tried.add(message)
                try:
                    await _try(database, hints, system, message)
                except Busy:
                    busy.add(system)  # its messages are left for the next look
    return len(tried)


async def keep_looking(database: Database, hints: Hints) -> None:
    """Look through it for as long as this process works."""
    await go_rounds("waiting_room", LOOK_SECONDS, lambda: look_through(database, hints))


async def _due(database: Database) -> list[tuple[SystemId, int]]:
    async with database.reads.acquire() as connection:
        rows = await connection.fetch(_DUE, AT_ONCE)
    return [(SystemId(row["system_id"]), row["message_id"]) for row in rows]


async def _try(database: Database, hints: Hints, system: SystemId, message: int) -> None:
    try:
        await place_again(database, hints, system, [message])
    except SystemIsArchived:
        return  # just now: it waits as it did until the system is restored
    except Exception as error:
        # A message that trips a fault of ours must not hold up the others, now or at the next look.
        if is_away(error):
            raise
        log.exception("waiting message could not be placed", message_id=message)
        async with database.turns.acquire() as connection:
            await note_tried(connection, system, message)


_DUE = f"""
    WITH waits AS (
        SELECT message.system_id, feed_id, message_id, told_at, coalesce(tried_as_of, 0) AS tried, key
        FROM feed_message message JOIN system ON system.id = message.system_id
        CROSS JOIN LATERAL (VALUES (waits_for), (or_waits_for)) either (key)
        WHERE {WORKED_IN} AND state = 'waiting' AND key IS NOT NULL AND system.head > coalesce(tried_as_of, 0)
    ), due AS (
        SELECT waits.system_id, message_id, told_at FROM waits
        JOIN visit ON visit.system_id = waits.system_id AND visit.authority = feed_id::text
            AND visit.number = substr(key, 7)
        JOIN spell_1 spell ON spell.system_id = visit.system_id AND spell.id = visit.spell_id
        WHERE key LIKE 'visit:%' AND spell.position > tried
        UNION
        SELECT waits.system_id, message_id, told_at FROM waits
        WHERE key LIKE 'ward:%' AND (
            EXISTS (SELECT 1 FROM place_1 place WHERE place.system_id = waits.system_id
                AND place.place IN ('ward', 'site') AND place.position > tried)
            OR EXISTS (SELECT 1 FROM feed_1 said WHERE said.system_id = waits.system_id AND said.scope = '*'
                AND said.id = feed_id AND said.position > tried))
    )
    SELECT system_id, message_id FROM (
        SELECT *, row_number() OVER (PARTITION BY system_id ORDER BY told_at, message_id) AS nth FROM due) in_order
    WHERE nth <= $1 ORDER BY system_id, told_at, message_id"""
