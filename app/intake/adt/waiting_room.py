"""The waiting room is looked through now and then: a ward may have been named since, or a process died too early."""

import asyncio
from itertools import groupby

import structlog

from app.database import Database
from app.domain.values import SystemId
from app.events.hints import Hints
from app.events.unavailable import is_unavailable
from app.intake.adt.again import place_again
from app.intake.adt.kept import MOST_AT_ONCE

LOOK_SECONDS = 20.0
log = structlog.get_logger()


async def look_through(database: Database, hints: Hints) -> int:
    """Place again what waits for a visit or a ward that is known by now; how many were tried."""
    async with database.reads.acquire() as connection:
        rows = await connection.fetch(_DUE, MOST_AT_ONCE)
    for system, due in groupby(rows, key=lambda row: row["system_id"]):
        await place_again(database, hints, SystemId(system), [row["message_id"] for row in due])
    return len(rows)


async def keep_looking(database: Database, hints: Hints) -> None:
    """Look through it for as long as this process works."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            await look_through(database, hints)
        except Exception as error:
            # One bad message or an absent database must not end the looking; both are tried again.
            if not is_unavailable(error):
                log.exception("waiting room could not be looked through")


_DUE = """
    SELECT system_id, message_id FROM feed_message message
    WHERE state = 'waiting' AND (
        (code = 'unknown-visit' AND EXISTS (
            SELECT 1 FROM visit WHERE visit.system_id = message.system_id
                AND visit.authority = message.feed_id::text AND 'visit:' || visit.number = message.waits_for))
        OR (code = 'unknown-ward' AND EXISTS (
            SELECT 1 FROM place_1 ward WHERE ward.system_id = message.system_id AND ward.place = 'ward'
                AND NOT ward.gone AND 'ward:' || ward.code = message.waits_for))
        OR (code = 'unknown-ward' AND EXISTS (
            SELECT 1 FROM feed_1 said WHERE said.system_id = message.system_id AND said.scope = '*'
                AND said.id = message.feed_id AND said.settings -> 'wards' ? substr(message.waits_for, 6))))
    ORDER BY system_id, told_at, message_id LIMIT $1"""
