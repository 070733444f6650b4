"""How a list with these headings was read the last time, so that the next paste of it needs no work."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from app.domain.values import SystemId
from app.intake.lists.cells import Row
from app.intake.lists.fields import ListKind, plain
from app.intake.lists.mapping import Mapping

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

LOOKED_AT = 10
"""The headings stand in one of the first rows."""


async def recall(
    connection: "Connection[asyncpg.Record]", system: SystemId, kind: ListKind, rows: list[Row], guess: Mapping
) -> Mapping | None:
    """The mapping of this system for lists with the headings of this one, wherever they stand in it."""
    heading_rows: dict[bytes, int | None] = {_hash(_plain(row.cells)): row.number for row in rows[:LOOKED_AT]}
    if guess.heading_row is None:
        heading_rows[_hash(_width(rows))] = None
    stored = await connection.fetchrow(_READ, system, kind, list(heading_rows))
    if stored is None:
        return None
    # Which ward a list without a ward column is of, it alone can say.
    of_this_list = {"heading_row": heading_rows[stored["headings"]], "ward_id": guess.ward_id}
    return Mapping.model_validate_json(stored["mapping"]).model_copy(update=of_this_list)


async def remember(
    connection: "Connection[asyncpg.Record]", system: SystemId, kind: ListKind, rows: list[Row], mapping: Mapping
) -> None:
    """Keep how the list is read; what was said before of the same headings is replaced."""
    await connection.execute(_WRITE, system, kind, _headings(rows, mapping), mapping.model_dump_json())


def _headings(rows: list[Row], mapping: Mapping) -> bytes:
    """Of a list without headings, only how wide it is: its first row is somebody's."""
    return _hash(_plain(mapping.headings(rows)) or _width(rows))


def _plain(cells: Sequence[str]) -> list[str]:
    return [plain(cell) for cell in cells]


def _width(rows: list[Row]) -> list[int]:
    return [len(rows[0].cells)]


def _hash(told: Sequence[str | int]) -> bytes:
    return sha256(json.dumps(told).encode()).digest()


_READ = """
    SELECT headings, mapping FROM list_mapping
    WHERE system_id = $1 AND kind = $2 AND headings = ANY($3::bytea[])
    ORDER BY array_position($3::bytea[], headings) LIMIT 1"""
_WRITE = """
    INSERT INTO list_mapping (system_id, kind, headings, mapping) VALUES ($1, $2, $3, $4::jsonb)
    ON CONFLICT (system_id, kind, headings) DO UPDATE SET mapping = excluded.mapping"""
