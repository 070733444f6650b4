"""Rows as they stood at one position of the log, folded stream by stream into the table beside.

Positions are gapless and in commit order, so *as at a position* is a state that the system truly was in: unique indexes
hold in it, and what is missing after it is told by the next positions, however long the folding took.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import asyncpg

from app.domain.values import Stream, SystemId
from app.events.rebuild.beside import Connection, beside
from app.events.stream import read_streams
from app.views.kind import Kind, Row
from app.views.write import as_json, insert

STREAMS = 100  # are read and written at once
SLICE = 500  # positions are caught up with at once


@dataclass(slots=True)
class Folded:
    """What was folded so far."""

    streams: int = 0
    events: int = 0


async def streams_of(connection: "Connection[asyncpg.Record]", kind: Kind) -> int:
    """How many streams the kind is folded from, in all systems."""
    return int(await connection.fetchval(_COUNT, f"{kind.stream}:"))


async def fill(
    connection: "Connection[asyncpg.Record]", kind: Kind, system: SystemId, to: int
) -> AsyncIterator[Folded]:
    """Write the rows of every stream of a system, as at position `to`; tells after each batch what it was."""
    after = ""
    while found := await connection.fetch(_FIRST, system, f"{kind.stream}:", to, after, STREAMS):
        streams = [Stream(row["stream"]) for row in found]
        rows, folded = await _fold(connection, kind, system, streams, to)
        await connection.execute(insert(kind, beside(kind), "$1"), as_json(system, rows))
        after = streams[-1]
        yield folded


async def catch_up(
    connection: "Connection[asyncpg.Record]", kind: Kind, system: SystemId, since: int, to: int
) -> AsyncIterator[Folded]:
    """Bring the rows from `since` to `to`, a slice of positions in a transaction; tells after each what it was."""
    for start in range(since, to, SLICE):
        end = min(start + SLICE, to)
        found = await connection.fetch(_MOVED, system, f"{kind.stream}:", start, end)
        if await erased(connection, system, start, end):
            found += await connection.fetch(_WITHOUT_KEY, system, f"{kind.stream}:", end)
        streams = [*dict.fromkeys(Stream(row["stream"]) for row in found)]
        rows, folded = await _fold(connection, kind, system, streams, end)
        async with connection.transaction():
            # All go before any comes: what one stream gave up, as a live case, another may have taken.
            for statement in (_DELETE.format(beside=beside(kind)), insert(kind, beside(kind), "$1")):
                await connection.execute(statement, as_json(system, rows))
        yield folded


async def erased(connection: "Connection[asyncpg.Record]", system: SystemId, since: int, to: int) -> bool:
    """Whether somebody was erased between these positions: then words that were read before must not come back."""
    found: bool = await connection.fetchval(_ERASED, system, since, to)
    return found


async def _fold(
    connection: "Connection[asyncpg.Record]", kind: Kind, system: SystemId, streams: Sequence[Stream], to: int
) -> tuple[list[Row], Folded]:
    rows, folded = list[Row](), Folded(streams=len(streams))
    for read in await read_streams(connection, system, streams):
        events = [each for each in read.past.events if each.position <= to]
        rows += kind.rows(events)
        folded.events += len(events)
    return rows, folded


_COUNT = "SELECT count(*) FROM event WHERE version = 1 AND starts_with(stream, $1)"

_FIRST = """
    SELECT stream FROM event
    WHERE system_id = $1 AND version = 1 AND starts_with(stream, $2) AND position <= $3 AND stream > $4
    ORDER BY stream LIMIT $5"""

_MOVED = """
    SELECT DISTINCT stream FROM event
    WHERE system_id = $1 AND starts_with(stream, $2) AND position > $3 AND position <= $4"""

# An erasure records that every detail changed, and takes the key.
_ERASED = """
    SELECT EXISTS (SELECT 1 FROM event WHERE system_id = $1 AND position > $2 AND position <= $3
        AND type = 'person.details_changed.1' AND NOT EXISTS (SELECT 1 FROM person_key
            WHERE system_id = $1 AND person_id = split_part(event.stream, ':', 2)::uuid))"""

_WITHOUT_KEY = """
    SELECT stream FROM event
    WHERE system_id = $1 AND version = 1 AND starts_with(stream, $2) AND position <= $3 AND data ? 'person_id'
        AND NOT EXISTS (SELECT 1 FROM person_key
            WHERE system_id = $1 AND person_id = (event.data ->> 'person_id')::uuid)"""

_DELETE = """
    DELETE FROM {beside} old USING jsonb_populate_recordset(NULL::{beside}, $1::jsonb) new
    WHERE (old.system_id, old.scope, old.id) = (new.system_id, new.scope, new.id)"""
