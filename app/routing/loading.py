"""Load a reference file: all of it or nothing, what would change said first, and the same file again changes nothing.

The file adds, corrects and ends entries; one that it leaves out stays. So a part of a table may be loaded, and nobody
is out of area because a file was cut short.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.local_time import local_date
from app.domain.values import SystemId
from app.routing.changes import Change, What, changes_of, in_words, left_out
from app.routing.checking import Known, overlaps, unknown_names, with_hubs
from app.routing.entries import MOST_TOLD, Entry, ReferenceFaulty
from app.routing.kinds import SHAPES, ReferenceKind, Shape
from app.routing.reading import read_entries

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file changes, or changed. `left_out`: entries that hold today and that the file does not name.

    `changes` tells the first 100 in words.
    """

    kind: ReferenceKind
    added: int
    changed: int
    ended: int
    unchanged: int
    left_out: int
    changes: list[str]


async def preview(connection: "Connection", system: SystemId, kind: ReferenceKind, text: str, at: datetime) -> Loaded:
    """What loading this file would change. Raises ReferenceFaulty."""
    loaded, _ = await _compared(connection, system, kind, text, local_date(at))
    return loaded


async def load(
    connection: "Connection", system: SystemId, kind: ReferenceKind, text: str, at: datetime, staff: UUID | None
) -> Loaded:
    """Load the file, and keep that it was loaded, by whom, unless it changes nothing. Raises ReferenceFaulty.

    To be called inside a transaction; another load of the same system waits for its end.
    """
    await connection.execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"reference {system}")
    loaded, changes = await _compared(connection, system, kind, text, local_date(at))
    if changes:
        shape = SHAPES[kind]
        await connection.executemany(_written(shape), [_values(shape, system, each.entry) for each in changes])
        await connection.execute(_KEPT, system, kind, at, staff, loaded.added, loaded.changed, loaded.ended)
    return loaded


async def _compared(
    connection: "Connection", system: SystemId, kind: ReferenceKind, text: str, today: date
) -> tuple[Loaded, list[Change]]:
    shape = SHAPES[kind]
    read, faults = read_entries(shape, text)
    known = await _known(connection, system)
    entries, hub_faults = with_hubs(shape, read, known)
    standing = await _standing(connection, system, shape)
    faults += hub_faults + unknown_names(shape, entries, known) + overlaps(entries, standing)
    if faults:
        raise ReferenceFaulty(faults)
    changes = changes_of(entries, standing)
    counted = Counter(change.what for change in changes)
    loaded = Loaded(
        kind=kind,
        added=counted[What.ADDED],
        changed=counted[What.CHANGED],
        ended=counted[What.ENDED],
        unchanged=len(entries) - len(changes),
        left_out=left_out(entries, standing, today),
        changes=[f"{each.what}: {in_words(shape, each, known.hub_names)}" for each in changes[:MOST_TOLD]],
    )
    return loaded, changes


async def _known(connection: "Connection", system: SystemId) -> Known:
    codes: dict[ReferenceKind, frozenset[str]] = {}
    for kind in (ReferenceKind.ICBS, ReferenceKind.COUNCILS, ReferenceKind.PRACTICES):
        rows = await connection.fetch(f"SELECT DISTINCT code FROM {SHAPES[kind].table} WHERE system_id = $1", system)
        codes[kind] = frozenset(row["code"] for row in rows)
    hubs: dict[str, list[UUID]] = defaultdict(list)
    rows = await connection.fetch(_HUBS, system)
    for row in rows:
        for called in {row["name"].casefold(), str(row["id"])}:
            hubs[called].append(row["id"])
    return Known(
        codes=codes,
        hubs={called: tuple(ids) for called, ids in hubs.items()},
        hub_names={str(row["id"]): row["name"] for row in rows},
    )


async def _standing(connection: "Connection", system: SystemId, shape: Shape) -> list[Entry]:
    rows = await connection.fetch(f"SELECT * FROM {shape.table} WHERE system_id = $1", system)
    return [_entry(shape, row) for row in rows]


def _entry(shape: Shape, row: "asyncpg.Record") -> Entry:
    cells = tuple(str(row[column] or "") for column in shape.stored)
    return Entry(
        line=0,
        key=cells[: shape.key],
        values=cells[shape.key :],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
    )


def _written(shape: Shape) -> str:
    key, values = shape.stored[: shape.key], (*shape.stored[shape.key :], "valid_to")
    columns = ("system_id", *key, "valid_from", *values)
    return f"""
        INSERT INTO {shape.table} ({", ".join(columns)}) VALUES ({", ".join(f"${n + 1}" for n in range(len(columns)))})
        ON CONFLICT ({", ".join(columns[: len(key) + 2])})
        DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in values)}"""


def _values(shape: Shape, system: SystemId, entry: Entry) -> Sequence[Any]:
    return (system, *entry.key, entry.valid_from, *(value or None for value in entry.values), entry.valid_to)


_HUBS = "SELECT id, name FROM place_1 WHERE system_id = $1 AND place = 'hub' AND NOT gone"

_KEPT = """
    INSERT INTO reference_load (system_id, kind, loaded_at, staff_id, added, changed, ended)
    VALUES ($1, $2, $3, $4, $5, $6, $7)"""
