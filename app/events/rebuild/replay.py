"""Rows as they stood at one position of the log, folded stream by stream into the table beside.

Positions are gapless and in commit order, so *as at a position* is a state that the system truly was in: unique indexes
hold in it, and what is missing after it is told by the next positions, however long the folding took.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import asyncpg

from app.domain.person import PersonDetailsChanged
from app.domain.values import Stream, SystemId
from app.events.names import NAME_OF
from app.events.rebuild.beside import Connection, beside
from app.events.rebuild.folding import Helper, folded
from app.views.kind import Kind, Row
from app.views.write import as_json, insert

STREAMS = 100  # are read and written at once
SLICE = 500  # positions are caught up with at once

Told = Callable[[], None]


@dataclass(slots=True)
class Replay:
    """How far the table beside has come: up to which position in each system, and what was folded for it."""

    connection: "Connection[asyncpg.Record]"
    kind: Kind
    helpers: Sequence[Helper] = ()
    known: dict[SystemId, int] = field(default_factory=dict)
    streams: int = 0
    events: int = 0

    async def all_streams(self) -> int:
        """How many streams there are to fold now, in all systems."""
        return int(await self.connection.fetchval(_COUNT, self._prefix))

    async def heads(self) -> dict[SystemId, int]:
        """The head of every system, as it is now."""
        rows = await self.connection.fetch("SELECT id, head FROM system ORDER BY id")
        return {SystemId(row["id"]): row["head"] for row in rows}

    async def bring_up(self, heads: Mapping[SystemId, int], told: Told = lambda: None) -> None:
        """Bring the rows of every system to its head; tells after each batch."""
        for system, head in heads.items():
            known = self.known.get(system)
            async for _ in self._fill(system, head) if known is None else self._catch_up(system, known, head):
                told()
            self.known[system] = head

    def behind(self, heads: Mapping[SystemId, int]) -> int:
        """How many positions are missing."""
        return sum(head - self.known.get(system, 0) for system, head in heads.items())

    async def somebody_was_erased(self, heads: Mapping[SystemId, int]) -> bool:
        """Whether somebody was erased in what is missing: that takes longer to catch up with."""
        return any([await self._erased(system, self.known.get(system, 0), head) for system, head in heads.items()])

    async def _fill(self, system: SystemId, to: int) -> AsyncIterator[None]:
        if self.helpers:
            async for _ in self._fill_with_help(system, to):
                yield
            return
        async for streams in self._all_of(system, to):
            await self._insert(as_json(system, await self._rows(system, streams, to)))
            yield

    async def _fill_with_help(self, system: SystemId, to: int) -> AsyncIterator[None]:
        """Every helper folds while what one of them has folded is written."""
        free, folding = deque(self.helpers), deque[_Folding]()
        try:
            async for streams in self._all_of(system, to):
                done = None if free else folding.popleft()
                helper = await done.ended() if done else free.popleft()
                task = asyncio.create_task(helper.fold(system, streams, to))
                folding.append(_Folding(helper, task, len(streams)))
                if done:
                    await self._take_in(done)
                    yield
            while folding:
                await self._take_in(folding.popleft())
                yield
        finally:
            for each in folding:
                each.task.cancel()

    async def _take_in(self, done: "_Folding") -> None:
        rows, events = await done.task
        await self._insert(rows)
        self.streams += done.streams
        self.events += events

    async def _all_of(self, system: SystemId, to: int) -> AsyncIterator[list[Stream]]:
        """The streams that had begun by then, some at a time."""
        after = ""
        while found := await self.connection.fetch(_FIRST, system, self._prefix, to, after, STREAMS):
            streams = [Stream(row["stream"]) for row in found]
            yield streams
            after = streams[-1]

    async def _catch_up(self, system: SystemId, since: int, to: int) -> AsyncIterator[None]:
        for start in range(since, to, SLICE):
            end = min(start + SLICE, to)
            rows = await self._rows(system, await self._moved(system, start, end), end)
            async with self.connection.transaction():
                # All go before any comes: what one stream gave up, as a live case, another may have taken.
                await self.connection.execute(_DELETE.format(beside=beside(self.kind)), as_json(system, rows))
                await self._insert(as_json(system, rows))
            yield

    async def _moved(self, system: SystemId, since: int, to: int) -> list[Stream]:
        found = await self.connection.fetch(_MOVED, system, self._prefix, since, to)
        if await self._erased(system, since, to):
            # Words that could be read when these were folded must not come back.
            found += await self.connection.fetch(_WITHOUT_KEY, system, self._prefix, to)
        return [*dict.fromkeys(Stream(row["stream"]) for row in found)]

    async def _erased(self, system: SystemId, since: int, to: int) -> bool:
        return to > since and bool(await self.connection.fetchval(_ERASED, system, since, to))

    async def _rows(self, system: SystemId, streams: Sequence[Stream], to: int) -> list[Row]:
        rows, events = await folded(self.connection, self.kind, system, streams, to)
        self.events += events
        self.streams += len(streams)
        return rows

    async def _insert(self, rows: str) -> None:
        await self.connection.execute(insert(self.kind, beside(self.kind), "$1"), rows)

    @property
    def _prefix(self) -> str:
        return f"{self.kind.stream}:"


class _Folding(NamedTuple):
    """What a helper has in hand, and of how many streams."""

    helper: Helper
    task: "asyncio.Task[tuple[str, int]]"
    streams: int

    async def ended(self) -> Helper:
        """The helper, once it has nothing in hand."""
        await self.task
        return self.helper


_COUNT = "SELECT count(*) FROM event WHERE version = 1 AND starts_with(stream, $1)"

_FIRST = """
    SELECT stream FROM event
    WHERE system_id = $1 AND version = 1 AND starts_with(stream, $2) AND position <= $3 AND stream > $4
    ORDER BY stream LIMIT $5"""

_MOVED = """
    SELECT DISTINCT stream FROM event
    WHERE system_id = $1 AND starts_with(stream, $2) AND position > $3 AND position <= $4"""

# An erasure records that every detail changed, and takes the key.
_ERASED = f"""
    SELECT EXISTS (SELECT 1 FROM event WHERE system_id = $1 AND position > $2 AND position <= $3
        AND type = '{NAME_OF[PersonDetailsChanged]}' AND NOT EXISTS (SELECT 1 FROM person_key
            WHERE system_id = $1 AND person_id = split_part(event.stream, ':', 2)::uuid))"""

_WITHOUT_KEY = """
    SELECT stream FROM event
    WHERE system_id = $1 AND version = 1 AND starts_with(stream, $2) AND position <= $3 AND data ? 'person_id'
        AND NOT EXISTS (SELECT 1 FROM person_key
            WHERE system_id = $1 AND person_id = (event.data ->> 'person_id')::uuid)"""

_DELETE = """
    DELETE FROM {beside} old USING jsonb_populate_recordset(NULL::{beside}, $1::jsonb) new
    WHERE (old.system_id, old.scope, old.id) = (new.system_id, new.scope, new.id)"""
