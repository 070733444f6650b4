"""A list as it is kept: its text until it is applied, how it is read, and how far it has come."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.rejections import NotKnown, Rejection
from app.domain.values import SystemId
from app.intake.lists.fields import ListKind
from app.intake.lists.mapping import Mapping

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

DRAFT_LASTS = timedelta(days=1)
"""A list that nobody applied is forgotten then: it is full of names."""


class ListBegun(Rejection):
    """This list is being brought in, or was, so it can no longer be changed. Take it back, or bring in a new one."""


class ListTakenBack(Rejection):
    """This list was taken back. Paste it again to bring it in anew."""


class ListForgotten(Rejection):
    """The text of this list is no longer kept. Paste it again; who is here already is recognised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewList:
    """A list as it comes. `rows`: how many stand below its headings."""

    list_id: UUID
    kind: ListKind
    staff_id: UUID
    mapping: Mapping
    rows: int
    text: str

    @property
    def digest(self) -> bytes:
        """By what the same list is known."""
        told = json.dumps([self.kind, self.text, self.mapping.model_dump(mode="json")], sort_keys=True)
        return sha256(told.encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A list that is kept. `text` is None once it is no longer needed; `brought_at` is when it was right."""

    list_id: UUID
    kind: ListKind
    staff_id: UUID
    brought_at: datetime
    mapping: Mapping
    rows: int
    text: str | None
    digest: bytes
    begun_at: datetime | None
    applied_at: datetime | None
    undone_at: datetime | None


async def keep_list(connection: "Connection[asyncpg.Record]", system: SystemId, new: NewList, at: datetime) -> None:
    """Keep a list, or the same one read otherwise, until it is begun. The same again changes nothing.

    Raises ListBegun and ListTakenBack. To be called inside a turn: nobody else then changes the list meanwhile.
    """
    await connection.execute(_FORGET, system, at - DRAFT_LASTS)
    past = await find_list(connection, system, new.list_id)
    if past and past.digest == new.digest:
        return
    if past and past.undone_at:
        raise ListTakenBack
    if past and past.begun_at:
        raise ListBegun
    values = (new.kind, new.staff_id, at, new.mapping.model_dump_json(), new.rows, new.text, new.digest)
    await connection.execute(_KEEP, system, new.list_id, *values)


async def find_list(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID) -> Upload | None:
    """A list of this system."""
    row = await connection.fetchrow(_READ, system, list_id)
    return None if row is None else _upload(row)


async def read_list(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID) -> Upload:
    """A list of this system. Raises NotKnown."""
    found = await find_list(connection, system, list_id)
    if found is None:
        raise NotKnown(what="list")
    return found


async def latest_lists(
    connection: "Connection[asyncpg.Record]", system: SystemId, kinds: list[ListKind], most: int = 20
) -> list[Upload]:
    """The lists that were begun, newest first."""
    return [_upload(row) for row in await connection.fetch(_LATEST, system, kinds, most)]


async def begin(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, at: datetime) -> None:
    """From now on the list stands as it is."""
    await connection.execute(_BEGIN, system, list_id, at)


async def settle(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, at: datetime) -> None:
    """Every row was applied: only ids are kept from now on."""
    await connection.execute(_SETTLE, system, list_id, at)


async def mark_undone(connection: "Connection[asyncpg.Record]", system: SystemId, list_id: UUID, at: datetime) -> None:
    """No further row of this list is applied."""
    await connection.execute(_UNDO, system, list_id, at)


def _upload(row: "asyncpg.Record") -> Upload:
    values: dict[str, Any] = dict(row)
    kind, mapping = ListKind(values.pop("kind")), Mapping.model_validate_json(values.pop("mapping"))
    return Upload(kind=kind, mapping=mapping, **values)


_COLUMNS = "list_id, kind, staff_id, brought_at, mapping, rows, text, digest, begun_at, applied_at, undone_at"

_READ = f"SELECT {_COLUMNS} FROM list_upload WHERE system_id = $1 AND list_id = $2"

_LATEST = f"""
    SELECT {_COLUMNS} FROM list_upload
    WHERE system_id = $1 AND kind = ANY($2) AND begun_at IS NOT NULL ORDER BY brought_at DESC LIMIT $3"""

_KEEP = """
    INSERT INTO list_upload (system_id, list_id, kind, staff_id, brought_at, mapping, rows, text, digest)
    VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)
    ON CONFLICT (system_id, list_id) DO UPDATE SET kind = excluded.kind, staff_id = excluded.staff_id,
        brought_at = excluded.brought_at, mapping = excluded.mapping, rows = excluded.rows, text = excluded.text,
        digest = excluded.digest"""

_BEGIN = "UPDATE list_upload SET begun_at = coalesce(begun_at, $3) WHERE system_id = $1 AND list_id = $2"

_SETTLE = """
    UPDATE list_upload SET applied_at = coalesce(applied_at, $3), text = NULL WHERE system_id = $1 AND list_id = $2"""

_UNDO = """
    UPDATE list_upload SET undone_at = coalesce(undone_at, $3), text = NULL, digest = ''
    WHERE system_id = $1 AND list_id = $2"""

# One that was begun keeps what came of its rows; one that was not leaves nothing.
_FORGET = """
    WITH stale AS (
        DELETE FROM list_upload WHERE system_id = $1 AND begun_at IS NULL AND brought_at < $2
    )
    UPDATE list_upload SET text = NULL
    WHERE system_id = $1 AND begun_at IS NOT NULL AND brought_at < $2 AND text IS NOT NULL"""
