"""A draft: what somebody has filled in and not sent, so that any of the ward's or hub's computers goes on with it.

A later save takes the place of the one whose version it names; without that, two people would undo each other's words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import randbelow
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.rejections import NotKnown
from app.domain.values import SystemId
from app.events.overwriting import IfMatch, MatchFailed, MatchRequired

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

FIRST_VERSIONS = 10**8

NO_DRAFT = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKind:
    """A table of drafts. `of` is its column for what a draft is of, a spell or a case, `what` the word for that.

    `whose` reads the person by system and key, and holds their key until the draft is kept; `forget_ended` throws away
    what is of no more use in a system.
    """

    table: str
    of: str
    what: str
    whose: str
    forget_ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it is kept."""

    body: Mapping[str, Any]
    version: int
    saved_by: UUID
    saved_at: datetime


async def read_draft(
    connection: "Connection[asyncpg.Record]", kind: DraftKind, system: SystemId, key: UUID
) -> Draft | None:
    """The draft of this spell or case, if there is one."""
    row = await connection.fetchrow(_READ.format(kind=kind), system, key)
    return _draft(row) if row else None


async def keep_draft(
    connection: "Connection[asyncpg.Record]",
    kind: DraftKind,
    system: SystemId,
    key: UUID,
    body: Mapping[str, Any],
    *,
    by: UUID,
    at: datetime,
    if_match: IfMatch,
) -> Draft:
    """Keep what is filled in by now; the same again changes nothing. Runs in a transaction of its caller.

    Raises NotKnown for what is over or whose person was erased, MatchRequired and MatchFailed where another's words
    would be lost.
    """
    person = await connection.fetchval(kind.whose, system, key)
    if person is None:
        raise NotKnown(what=kind.what)
    kept = await read_draft(connection, kind, system, key)
    if kept and kept.body == body:
        return kept
    _check(kept, if_match)
    await connection.execute(kind.forget_ended, system)
    # Not from 1: the version of a draft that is gone must never fit the one that comes after it.
    first, seen = randbelow(FIRST_VERSIONS) + 1, kept.version if kept else NO_DRAFT
    row = await connection.fetchrow(
        _KEEP.format(kind=kind),
        system,
        key,
        person,
        json.dumps(body),
        first,
        by,
        at,
        seen,
    )
    if row is None:  # somebody else's came between
        raise MatchRequired
    return _draft(row)


async def discard_draft(
    connection: "Connection[asyncpg.Record]", kind: DraftKind, system: SystemId, key: UUID, if_match: IfMatch
) -> None:
    """Throw the draft away, as it was seen; without one, nothing happens. Raises MatchRequired and MatchFailed."""
    kept = await read_draft(connection, kind, system, key)
    if kept is None:
        return
    _check(kept, if_match)
    await connection.execute(f"{_FORGET} AND version = $3".format(kind=kind), system, key, kept.version)


async def forget_draft(connection: "Connection[asyncpg.Record]", kind: DraftKind, system: SystemId, key: UUID) -> None:
    """What was drafted is sent, so its draft is of no more use."""
    await connection.execute(_FORGET.format(kind=kind), system, key)


def _check(kept: Draft | None, if_match: IfMatch) -> None:
    current = kept.version if kept else NO_DRAFT
    if (if_match or NO_DRAFT) == current:
        return
    if if_match is None:
        raise MatchRequired
    raise MatchFailed(current)


def _draft(row: "asyncpg.Record") -> Draft:
    return Draft(
        body=json.loads(row["body"]), version=row["version"], saved_by=row["saved_by"], saved_at=row["saved_at"]
    )


_READ = "SELECT body, version, saved_by, saved_at FROM {kind.table} WHERE system_id = $1 AND {kind.of} = $2"

_KEEP = """
    INSERT INTO {kind.table} AS draft (system_id, {kind.of}, person_id, body, version, saved_by, saved_at)
    VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)
    ON CONFLICT (system_id, {kind.of}) DO UPDATE SET person_id = excluded.person_id, body = excluded.body,
        version = draft.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        WHERE draft.version = $8
    RETURNING body, version, saved_by, saved_at"""

_FORGET = "DELETE FROM {kind.table} WHERE system_id = $1 AND {kind.of} = $2"
