"""Walk the log of a system and check that nothing was changed, lost or slipped in."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import asyncpg

from app.domain.values import SystemId
from app.events.chain import GENESIS, Entry

BATCH = 5_000

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record] | asyncpg.pool.PoolConnectionProxy[asyncpg.Record]"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`events` were checked; `broken_at` is the first position that does not follow from the one before, if any."""

    system: SystemId
    events: int
    broken_at: int | None


async def verify(connection: Connection, system: SystemId) -> Verdict:
    """Recompute every hash of the system's log, in order, and compare with its head; from one snapshot."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        before, checked = GENESIS, 0
        async for entry, stored in _entries(connection, system):
            after = entry.hash(before)
            if entry.position != checked + 1 or after != stored:
                return Verdict(system, checked, checked + 1)
            before, checked = after, entry.position
        head = await connection.fetchrow("SELECT head, head_hash FROM system WHERE id = $1", system)
    if head is None or checked != head["head"]:
        sound = min(checked, head["head"] if head else 0)
        return Verdict(system, sound, sound + 1)
    if before != head["head_hash"]:
        # The chain is whole and still not the one that was written: its last event was replaced with its hash.
        return Verdict(system, max(checked - 1, 0), max(checked, 1))
    return Verdict(system, checked, None)


async def systems(connection: Connection) -> list[SystemId]:
    """Every system of this installation."""
    return [SystemId(row["id"]) for row in await connection.fetch("SELECT id FROM system ORDER BY created_at, id")]


async def _entries(connection: Connection, system: SystemId) -> AsyncIterator[tuple[Entry, bytes]]:
    last = 0
    while rows := await connection.fetch(_NEXT, system, last, BATCH):
        for row in rows:
            yield _entry(row), row["hash"]
        last = rows[-1]["position"]


def _entry(row: asyncpg.Record) -> Entry:
    stored: dict[str, Any] = dict(row)
    stored.pop("hash")
    return Entry(**stored | {"data": json.loads(stored["data"]), "actor": json.loads(stored["actor"])})


_NEXT = """
    SELECT position, stream, version, type, data, actor, at, recorded_at, told_at, hash FROM event
    WHERE system_id = $1 AND position > $2 ORDER BY position LIMIT $3"""
