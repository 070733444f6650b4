"""Calendars and lists as they stand now. A list is read once a version and kept in the process."""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from pydantic import TypeAdapter

from app.domain.calendar import NO_CALENDAR, Calendar
from app.domain.practice import Document, PracticeKind, practice_id
from app.domain.values import SystemId
from app.events.log import Turn
from app.events.practice.shipped import shipped

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    Connection = PoolConnectionProxy[Any]

D = TypeVar("D", bound=Document[Any])

_CALENDAR = TypeAdapter(Calendar)

CALENDAR = """jsonb_build_object('week', week, 'bank_holidays', bank_holidays, 'order_by', order_by,
        'latest_arrival', latest_arrival)"""
"""SQL: what `calendar_from` reads of a row of `calendar_1`."""

AS_OF = "SELECT position FROM practice_1 WHERE system_id = $1 AND id = {id}"
"""SQL: what `practice_as_of` asks for, by the id of the list; none where the system has set none."""

_CALENDARS = f"SELECT id, {CALENDAR} AS calendar FROM calendar_1 WHERE system_id = $1 AND id = ANY($2) AND NOT gone"

_POSITION = AS_OF.format(id="$2")
_LINES = "SELECT position, lines FROM practice_1 WHERE system_id = $1 AND id = $2"

_kept: dict[tuple[SystemId, PracticeKind], tuple[int, Document[Any]]] = {}
"""The newest list of each kind that this process has read, and its position."""


async def calendar_of(turn: Turn, owners: Collection[UUID]) -> dict[UUID, Calendar]:
    """The calendar of each organisation or service; the wall clock where none is set."""
    rows = await turn.connection.fetch(_CALENDARS, turn.system, list(owners))
    held = {row["id"]: row["calendar"] for row in rows}
    return {owner: calendar_from(held.get(owner)) for owner in owners}


def calendar_from(stored: str | None) -> Calendar:
    """The calendar in what `CALENDAR` answers; the wall clock for None."""
    return _CALENDAR.validate_json(stored) if stored else NO_CALENDAR


async def practice(turn: Turn, document: type[D]) -> D:
    """The list of this kind as it stands in the turn's system: `await practice(turn, TaskTemplates)`."""
    position = await turn.connection.fetchval(_POSITION, turn.system, practice_id(document.kind))
    return await practice_as_of(turn, document, position)


async def practice_as_of(turn: Turn, document: type[D], position: int | None) -> D:
    """The same, where `AS_OF` was asked in this turn together with something else."""
    # What this turn wrote itself may still be undone, and its position given to another event.
    return await _as_of(turn.connection, turn.system, document, position, keep=not turn.has_recorded)


async def practice_in(connection: "Connection", system: SystemId, document: type[D]) -> D:
    """The list of this kind as it stands; the shipped one where the system has set none."""
    position = await connection.fetchval(_POSITION, system, practice_id(document.kind))
    return await _as_of(connection, system, document, position, keep=True)


async def _as_of(
    connection: "Connection", system: SystemId, document: type[D], position: int | None, *, keep: bool
) -> D:
    if position is None:
        return shipped(document)
    kept = _kept.get((system, document.kind))
    if keep and kept and kept[0] == position and isinstance(kept[1], document):
        return kept[1]
    row = await connection.fetchrow(_LINES, system, practice_id(document.kind))
    assert row, "a row is never deleted"
    read = document.kept(json.loads(row["lines"]))
    if keep:
        _kept[system, document.kind] = row["position"], read
    return read


async def version_of(connection: "Connection", system: SystemId, kind: PracticeKind) -> int:
    """How often this list was set; 0 while the shipped one counts."""
    held = "SELECT version FROM practice_1 WHERE system_id = $1 AND id = $2"
    return await connection.fetchval(held, system, practice_id(kind)) or 0
