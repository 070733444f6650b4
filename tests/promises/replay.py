"""Rows rebuilt in memory from the log alone, and the rows that stand in the tables."""

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python

from app.database import Database
from app.domain.decider import Recorded
from app.domain.values import Stream, SystemId, kind_of
from app.events.codec import decode, decode_actor
from app.views.kind import Kind

INSTANTS = ("_at", "_since", "_until")
"""How the columns that hold an instant end."""

Rows = dict[tuple[str, str], dict[str, Any]]


async def replayed(database: Database, system: SystemId, kind: Kind) -> Rows:
    """Every row of this kind, gone ones included, by scope and id: folded from the log."""
    rows: Rows = {}
    for events in (await streams(database, system, kind.stream)).values():
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


async def streams(database: Database, system: SystemId, stream_kind: str) -> dict[Stream, list[Recorded[Any]]]:
    """The streams of one kind, decoded without any person's key: rows hold no sealed words."""
    found: dict[Stream, list[Recorded[Any]]] = defaultdict(list)
    async with database.reads.acquire() as connection:
        records = await connection.fetch("SELECT * FROM event WHERE system_id = $1 ORDER BY position", system)
    for record in records:
        stream = Stream(record["stream"])
        if kind_of(stream) == stream_kind:
            found[stream].append(_recorded(stream, dict(record)))
    return found


def _recorded(stream: Stream, stored: dict[str, Any]) -> Recorded[Any]:
    return Recorded(
        stream=stream,
        position=stored["position"],
        version=stored["version"],
        at=stored["at"],
        recorded_at=stored["recorded_at"],
        by=decode_actor(json.loads(stored["actor"])),
        event=decode(stored["type"], json.loads(stored["data"]), None, stream),
        told_at=stored["told_at"],
    )


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    """Python and PostgreSQL write the same instant in two ways."""
    return {name: _instant(value) if name.endswith(INSTANTS) and value else value for name, value in row.items()}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
