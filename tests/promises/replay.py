"""Rows rebuilt in memory from the log alone, and the rows that stand in the tables."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python

from app.database import Database
from app.domain.decider import Recorded
from app.domain.values import Stream, SystemId, kind_of
from app.events.codec import decode, decode_actor
from app.views.kind import Kind
from app.views.kinds import KINDS

INSTANTS = ("_at", "_since", "_until", "answer_by", "start_from", "start_to", "arrive_from", "arrive_to")
"""How the columns that hold an instant end."""

Rows = dict[tuple[str, str], dict[str, Any]]
Log = defaultdict[str, defaultdict[Stream, list[Recorded[Any]]]]


async def unlike_the_log(database: Database, system: SystemId, kinds: Iterable[Kind] = ()) -> list[str]:
    """The names of those of these kinds, or of all, whose rows are not what the log says; it is read once for all."""
    log = await logged(database, system)
    return [kind.name for kind in kinds or KINDS.values() if _folded(log, kind) != await stored(database, system, kind)]


async def replayed(database: Database, system: SystemId, kind: Kind) -> Rows:
    """Every row of this kind, gone ones included, by scope and id: folded from the log."""
    return _folded(await logged(database, system), kind)


def _folded(log: Log, kind: Kind) -> Rows:
    rows: Rows = {}
    for events in log[kind.stream].values():
        for row in kind.rows(events):
            rows[row.scope, str(row.id)] = _comparable(to_jsonable_python(asdict(row)))
    return rows


async def stored(database: Database, system: SystemId, kind: Kind) -> Rows:
    """Every row of this kind, gone ones included, by scope and id: as the turns wrote them."""
    async with database.reads.acquire() as connection:
        found = await connection.fetch(
            f"SELECT (to_jsonb(r) - 'system_id')::text AS row FROM {kind.table.name} r WHERE system_id = $1", system
        )
    rows = [_comparable(json.loads(record["row"])) for record in found]
    return {(row["scope"], row["id"]): row for row in rows}


async def logged(database: Database, system: SystemId) -> Log:
    """All streams by their kind, decoded with the key of whom each is about: rows of notes hold their words."""
    found: Log = defaultdict(lambda: defaultdict(list))
    async with database.reads.acquire() as connection:
        keys = {each["stream"]: each["key"] for each in await connection.fetch(_KEYS, system)}
        records = await connection.fetch("SELECT * FROM event WHERE system_id = $1 ORDER BY position", system)
    for record in records:
        stream = Stream(record["stream"])
        found[kind_of(stream)][stream].append(_recorded(stream, dict(record), keys.get(stream)))
    return found


def _recorded(stream: Stream, stored: dict[str, Any], key: bytes | None) -> Recorded[Any]:
    return Recorded(
        stream=stream,
        position=stored["position"],
        version=stored["version"],
        at=stored["at"],
        recorded_at=stored["recorded_at"],
        by=decode_actor(json.loads(stored["actor"])),
        event=decode(stored["type"], json.loads(stored["data"]), key, stream),
        told_at=stored["told_at"],
    )


_KEYS = """
    SELECT event.stream, person_key.key FROM event
    JOIN person_key ON person_key.system_id = event.system_id
        AND person_key.person_id = (event.data ->> 'person_id')::uuid
    WHERE event.system_id = $1 AND event.version = 1"""


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    """Python and PostgreSQL write the same instant in two ways."""
    return {name: _instant(value) if name.endswith(INSTANTS) and value else value for name, value in row.items()}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
