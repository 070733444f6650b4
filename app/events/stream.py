"""One stream read from the log, in one statement with the head of its system and the key of whom it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg
from pydantic_core import from_json

from app.domain.decider import Recorded
from app.domain.lived import Lived
from app.domain.rejections import NotKnown
from app.domain.values import PersonId, Stream, SystemId
from app.events.codec import decode, decode_actor
from app.events.deciders import decider_of

Connection = asyncpg.pool.PoolConnectionProxy


@dataclass(slots=True)
class Past:
    """One stream as it stood when it was read, and whose words its events hold."""

    stream: Stream
    events: Lived
    person: PersonId | None = None

    @classmethod
    def of(cls, stream: Stream, events: Iterable[Recorded[Any]], person: PersonId | None = None) -> "Past":
        """These events of it, with the rules of its kind."""
        return cls(stream, Lived(events, decider_of(stream)), person)

    @property
    def state(self) -> Any:
        """What the rules of its kind make of it so far."""
        return self.events.state


@dataclass(frozen=True, slots=True)
class Read:
    """A stream, its system's head and hash, and the key of the person; None when there is none or it was erased.

    `archived`: nobody works in the system, so nothing is to be recorded.
    """

    past: Past
    head: int
    head_hash: bytes
    key: bytes | None
    archived: bool = False


async def read_stream(connection: "Connection[asyncpg.Record]", system: SystemId, stream: Stream) -> Read:
    """Every event of a stream in order; an empty list for one that nobody has written."""
    row = await connection.fetchrow(_READ, system, stream)
    if row is None:
        raise NotKnown(what="system")
    return read_from(row)


async def read_streams(
    connection: "Connection[asyncpg.Record] | asyncpg.Connection[asyncpg.Record]",
    system: SystemId,
    streams: Sequence[Stream],
) -> list[Read]:
    """Several streams, each as `read_stream` reads it, in one round trip; none for none."""
    rows = await connection.fetch(_READ_SEVERAL, system, streams)
    return [read_from(row) for row in rows if row["stream"] is not None]


def read_from(row: asyncpg.Record) -> Read:
    """The stream in a row that `READ` answers."""
    stream = row["stream"]
    events = [_recorded(stored, row["key"], stream) for stored in from_json(row["past"] or "[]")]
    past = Past.of(stream, events, row["person_id"])
    return Read(past, row["head"], row["head_hash"], row["key"], row["archived_at"] is not None)


def _recorded(stored: dict[str, Any], key: bytes | None, stream: Stream) -> Recorded[Any]:
    return Recorded(
        stream=stream,
        position=stored["position"],
        version=stored["version"],
        at=datetime.fromisoformat(stored["at"]),
        recorded_at=datetime.fromisoformat(stored["recorded_at"]),
        by=decode_actor(stored["actor"]),
        event=decode(stored["type"], stored["data"], key, stream),
        told_at=datetime.fromisoformat(stored["told_at"]) if stored["told_at"] else None,
    )


READ = """
    SELECT wanted.stream, system.head, system.head_hash, system.archived_at, past.events AS past, past.person_id,
        (SELECT key FROM person_key WHERE system_id = $1 AND person_id = past.person_id) AS key
    FROM system LEFT JOIN ({streams}) AS wanted(stream) ON true
    LEFT JOIN LATERAL (
        SELECT json_agg(told ORDER BY version) AS events,
            (min(data ->> 'person_id') FILTER (WHERE version = 1))::uuid AS person_id
        FROM (
            SELECT position, version, type, data, actor, at, recorded_at, told_at
            FROM event WHERE system_id = $1 AND stream = wanted.stream) told
    ) past ON true
    WHERE system.id = $1"""
"""SQL: one row a stream that `streams` names; where it names none, one row with the head alone."""

_READ = READ.format(streams="SELECT $2::text")

_READ_SEVERAL = READ.format(streams="SELECT unnest($2::text[])")
