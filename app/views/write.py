"""The rows that a turn changed, as part of the turn's one statement."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.decider import Recorded
from app.domain.values import Stream, SystemId, kind_of
from app.views.kind import Kind, Row
from app.views.kinds import KINDS, kinds_of


@dataclass(frozen=True, slots=True)
class WriteStatement:
    """Further parts of a WITH list, each beginning with a comma, and their arguments."""

    sql: str
    arguments: tuple[str, ...]


def write_statement(
    system: SystemId,
    streams: Iterable[tuple[Stream, Sequence[Recorded[Any]]]],
    old_head: int,
    *,
    first_parameter: int,
) -> WriteStatement:
    """Upsert the rows of these streams that changed above the old head. A row is a pure function of its stream."""
    changed: dict[str, list[Row]] = {}
    for stream, events in streams:
        for kind in kinds_of(kind_of(stream)):
            newer = [row for row in kind.rows(events) if row.position > old_head]
            if newer:
                changed.setdefault(kind.name, []).extend(newer)
    parts = [upsert(KINDS[name], first_parameter + n) for n, name in enumerate(changed)]
    return WriteStatement(
        sql="".join(f", {name}_rows AS ({part})" for name, part in zip(changed, parts, strict=True)),
        arguments=tuple(as_json(system, rows) for rows in changed.values()),
    )


@cache
def upsert(kind: Kind, parameter: int) -> str:
    """Insert or replace the rows given as one JSON array."""
    table = kind.table
    keys = {column.name for column in table.primary_key}
    values = ", ".join(f"{c.name} = excluded.{c.name}" for c in table.columns if c.name not in keys)
    return f"""
        INSERT INTO {table.name} SELECT * FROM jsonb_populate_recordset(NULL::{table.name}, ${parameter}::jsonb)
        ON CONFLICT (system_id, scope, id) DO UPDATE SET {values}"""


def as_json(system: SystemId, rows: Iterable[Row]) -> str:
    """Rows as PostgreSQL reads them: one JSON array, each with its system."""
    return json.dumps([_shallow(row) | {"system_id": system} for row in rows], default=to_jsonable_python)


def _shallow(row: Row) -> dict[str, Any]:
    # `asdict` copies deep, which took a tenth of a command.
    return {field.name: getattr(row, field.name) for field in fields(row)}
