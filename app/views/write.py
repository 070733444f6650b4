"""The rows that a turn changed, as part of the turn's one statement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic_core import to_json

from app.domain.decider import Recorded
from app.domain.values import Stream, SystemId, kind_of
from app.views.kind import Kind, Row
from app.views.kinds import KINDS, kinds_of


def write_rows(
    system: SystemId, streams: Iterable[tuple[Stream, Sequence[Recorded[Any]]]], old_head: int
) -> list[tuple[str, str]]:
    """Upsert the rows of these streams that changed above the old head. A row is a pure function of its stream.

    Each kind is an entry of a WITH list, with the argument that is its `$2`.
    """
    changed: dict[str, list[Row]] = {}
    for stream, events in streams:
        added = [each.event for each in events if each.position > old_head]
        for kind in kinds_of(kind_of(stream)):
            if all(isinstance(event, kind.unmoved_by) for event in added):
                continue  # a stream that was only read, or news that is no news for these rows: nothing to fold
            newer = [row for row in kind.rows(events) if row.position > old_head]
            if newer:
                changed.setdefault(kind.name, []).extend(newer)
    return [(f"{name}_rows AS ({upsert(KINDS[name])})", as_json(system, rows)) for name, rows in changed.items()]


@cache
def upsert(kind: Kind) -> str:
    """Insert or replace the rows given as one JSON array, `$2`."""
    table = kind.table
    keys = {column.name for column in table.primary_key}
    values = ", ".join(f"{c.name} = excluded.{c.name}" for c in table.columns if c.name not in keys)
    return f"{insert(kind, table.name, '$2')} ON CONFLICT (system_id, scope, id) DO UPDATE SET {values}"


def insert(kind: Kind, table: str, argument: str) -> str:
    """Insert the rows given as one JSON array. A column that a newer version added keeps its default."""
    names = ", ".join(column.name for column in kind.table.columns)
    return f"""
        INSERT INTO {table} ({names})
        SELECT {names} FROM jsonb_populate_recordset(NULL::{kind.table.name}, {argument}::jsonb)"""


def as_json(system: SystemId, rows: Iterable[Row]) -> str:
    """Rows as PostgreSQL reads them: one JSON array, each with its system."""
    return to_json([_shallow(row) | {"system_id": system} for row in rows]).decode()


def _shallow(row: Row) -> dict[str, Any]:
    # `asdict` copies deep, which took a tenth of a command.
    class_: Any = type(row)
    names, values = _columns(class_)
    return dict(zip(names, values(row), strict=True))


@cache
def _columns(class_: Any) -> tuple[list[str], Callable[[Row], tuple[Any, ...]]]:
    names = [field.name for field in fields(class_)]
    return names, attrgetter(*names)
