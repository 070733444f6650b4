"""The log of a system in hand: read under the lock, append, write the rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg

from app import clock, correlation
from app.domain.decider import Command, Recorded
from app.domain.system import SystemIsArchived
from app.domain.values import PersonId, Stream, SystemId, kind_of
from app.events.chain import Entry
from app.events.codec import actor_json, encode, has_words
from app.events.stream import Past, Read, read_from, read_stream, read_streams
from app.events.together import Part, together
from app.views.write import write_rows


@dataclass(slots=True)
class Turn:
    """A system's turn in hand: the transaction that holds the system's lock. Commits when its block ends well.

    `memo` is what was read ahead, by what was asked; whoever changes it takes it out. Whatever is read first raises
    SystemIsArchived where nobody works in the system, unless the turn is taken `even_archived`.
    """

    system: SystemId
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]"
    even_archived: bool = False
    head: int = 0
    head_hash: bytes = b""
    old_head: int = 0
    keys: dict[PersonId, bytes | None] = field(default_factory=dict)
    known_places: set[UUID] = field(default_factory=set)
    memo: dict[tuple[object, ...], Any] = field(default_factory=dict)
    _began: bool = False
    _written: int = 0
    _pasts: dict[Stream, Past] = field(default_factory=dict)
    _entries: list[Entry] = field(default_factory=list)
    _hashes: list[bytes] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)

    @property
    def has_recorded(self) -> bool:
        """Whether this turn added anything to the log."""
        return self.head > self.old_head

    async def read(self, stream: Stream) -> Past:
        """The stream so far, this turn's own events included."""
        if stream in self._pasts:
            return self._pasts[stream]
        return self._hold(await read_stream(self.connection, self.system, stream))

    async def read_ahead(self, streams: Sequence[Stream]) -> None:
        """Read several streams in one round trip; what was read already is left as it is."""
        wanted = [stream for stream in streams if stream not in self._pasts]
        for read in await read_streams(self.connection, self.system, wanted) if len(wanted) > 1 else ():
            self._hold(read)

    def hold(self, rows: Sequence[asyncpg.Record]) -> None:
        """Take what `READ` answered in a statement that asked for more than that."""
        self._begin_at(rows[0]["head"], rows[0]["head_hash"], rows[0]["archived_at"] is not None)
        for row in rows:
            if row["stream"]:
                self._hold(read_from(row))

    def begin(self, stream: Stream) -> None:
        """A stream whose key was made in this turn need not be read: nobody has written it."""
        if self._began:
            self._pasts[stream] = Past.of(stream, [])

    def held(self, kind: str) -> list[Past]:
        """Every stream of this kind that was read or begun in this turn, its own events included."""
        return [past for past in self._pasts.values() if kind_of(past.stream) == kind]

    def is_new(self, stream: Stream) -> bool:
        """Whether the stream is known to have been written by nobody before this turn."""
        past = self._pasts.get(stream)
        return past is not None and all(each.position > self.old_head for each in past.events[:1])

    def _hold(self, read: Read) -> Past:
        self._begin_at(read.head, read.head_hash, read.archived)
        past = read.past
        if past.person:
            self.keys[past.person] = read.key
        self._pasts[past.stream] = past
        return past

    async def key(self, person: PersonId) -> bytes | None:
        """The key that seals words about this person; None when it was erased."""
        if person not in self.keys:
            self.keys[person] = await self.connection.fetchval(
                "SELECT key FROM person_key WHERE system_id = $1 AND person_id = $2", self.system, person
            )
        return self.keys[person]

    async def append(self, past: Past, events: Sequence[object], command: Command) -> list[Recorded[Any]]:
        """Add the command's events to the stream. They are written, with the rows they change, when the turn ends."""
        now = clock.now()
        return [await self._append(past, event, command, now) for event in events]

    async def _append(self, past: Past, event: object, command: Command, now: datetime) -> Recorded[Any]:
        past.person = past.person or getattr(event, "person_id", None)
        key = await self.key(past.person) if past.person and has_words(event) else None
        name, data = encode(event, key, past.stream)
        self.head += 1
        entry = Entry(
            position=self.head,
            stream=past.stream,
            version=len(past.events) + 1,
            type=name,
            data=data,
            actor=json.loads(actor_json(command.by)),
            at=command.at,
            recorded_at=now,
            told_at=command.told_at,
        )
        self.head_hash = entry.hash(self.head_hash)
        self._entries.append(entry)
        self._hashes.append(self.head_hash)
        recorded = Recorded(
            stream=past.stream,
            position=entry.position,
            version=entry.version,
            at=command.at,
            recorded_at=now,
            by=command.by,
            event=event,
            told_at=command.told_at,
        )
        past.events.append(recorded)
        return recorded

    def _begin_at(self, head: int, head_hash: bytes, archived: bool) -> None:
        if archived and not self.even_archived:
            raise SystemIsArchived
        if not self._began:
            self.head, self.old_head, self.head_hash, self._began = head, head, head_hash, True

    def also(self, part: Part) -> None:
        """Write this with the events when the turn ends; until then nothing finds it in the database."""
        self._parts.append(part)

    async def flush(self) -> list[asyncpg.Record]:
        """Write the events, the new head, the changed rows and all else in one statement, and its answer.

        It is done when the turn ends; sooner where what follows in the turn must find these rows.
        """
        parts, self._parts = self._parts, []
        if self._entries:
            changed = [(past.stream, past.events) for past in self._pasts.values()]
            rows = write_rows(self.system, changed, max(self.old_head, self._written))
            parts += [Part(_APPEND, self._columns()), *(Part(sql, (argument,)) for sql, argument in rows)]
            self._entries, self._hashes, self._written = [], [], self.head
        return await self.connection.fetch(*together(self.system, parts)) if parts else []

    def _columns(self) -> tuple[Any, ...]:
        entries = self._entries
        return (
            [entry.position for entry in entries],
            [entry.stream for entry in entries],
            [entry.version for entry in entries],
            [entry.type for entry in entries],
            [json.dumps(entry.data) for entry in entries],
            [json.dumps(entry.actor) for entry in entries],
            [entry.at for entry in entries],
            [entry.recorded_at for entry in entries],
            [entry.told_at for entry in entries],
            self._hashes,
            self.head,
            self.head_hash,
            correlation.current(),
        )


_APPEND = """
    appended AS (
        INSERT INTO event (system_id, position, stream, version, type, data, actor, at, recorded_at, told_at,
            hash, correlation)
        SELECT $1, *, $14::uuid FROM unnest($2::bigint[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::jsonb[],
            $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::bytea[])
    ), moved AS (
        UPDATE system SET head = $12, head_hash = $13 WHERE id = $1
    )"""
