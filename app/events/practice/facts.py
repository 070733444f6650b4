"""Calendars and lists as they stand now. A list is read once a version and kept in the process."""

import json
from collections.abc import Collection
from typing import Any, TypeVar
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy
from pydantic import TypeAdapter

from app.domain.calendar import NO_CALENDAR, Calendar
from app.domain.practice import Document, PracticeKind, practice_id
from app.domain.values import SystemId
from app.events.log import Turn
from app.events.practice.shipped import shipped

D = TypeVar("D", bound=Document[Any])

_CALENDAR = TypeAdapter(Calendar)
_CALENDARS = """
    SELECT id, jsonb_build_object('week', week, 'bank_holidays', bank_holidays, 'order_by', order_by,
        'latest_arrival', latest_arrival) AS calendar
    FROM calendar_1 WHERE system_id = $1 AND id = ANY($2) AND NOT gone"""

_kept: dict[tuple[SystemId, PracticeKind], tuple[int, Document[Any]]] = {}
"""The newest list of each kind that this process has read, and its position."""


async def calendar_of(turn: Turn, owners: Collection[UUID]) -> dict[UUID, Calendar]:
    """The calendar of each organisation or service; the wall clock where none is set."""
    rows = await turn.connection.fetch(_CALENDARS, turn.system, list(owners))
    held = {row["id"]: _CALENDAR.validate_json(row["calendar"]) for row in rows}
    return {owner: held.get(owner, NO_CALENDAR) for owner in owners}


async def practice(turn: Turn, document: type[D]) -> D:
    """The list of this kind as it stands in the turn's system: `await practice(turn, TaskTemplates)`."""
    # What this turn wrote itself may still be undone, and its position given to another event.
    return await practice_in(turn.connection, turn.system, document, keep=not turn.has_recorded)


async def practice_in(
    connection: "PoolConnectionProxy[Any]", system: SystemId, document: type[D], *, keep: bool = True
) -> D:
    """The list of this kind as it stands; the shipped one where the system has set none."""
    where = "FROM practice_1 WHERE system_id = $1 AND id = $2"
    key = practice_id(document.kind)
    position = await connection.fetchval(f"SELECT position {where}", system, key)
    if position is None:
        return shipped(document)
    kept = _kept.get((system, document.kind))
    if keep and kept and kept[0] == position and isinstance(kept[1], document):
        return kept[1]
    row = await connection.fetchrow(f"SELECT position, lines {where}", system, key)
    assert row, "a row is never deleted"
    read = document.kept(json.loads(row["lines"]))
    if keep:
        _kept[system, document.kind] = row["position"], read
    return read


async def version_of(connection: "PoolConnectionProxy[Any]", system: SystemId, kind: PracticeKind) -> int:
    """How often this list was set; 0 while the shipped one counts."""
    held = "SELECT version FROM practice_1 WHERE system_id = $1 AND id = $2"
    return await connection.fetchval(held, system, practice_id(kind)) or 0
