"""The draft of a referral: what a ward has filled in and not sent, so that any of its computers goes on with it.

A later save takes the place of the one whose version it names; without that, two nurses would undo each other's words.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import randbelow
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.rejections import NotKnown
from app.domain.values import SpellId, SystemId
from app.events.overwriting import IfMatch, MatchFailed, MatchRequired

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection

Answers = Mapping[str, str | Sequence[str]]
"""What is filled in, by the part of the form, such as `told_and_agrees.why`: words, or the codes that are chosen."""

FIRST_VERSIONS = 10**8

NO_DRAFT = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it is kept."""

    answers: Answers
    version: int
    saved_by: UUID
    saved_at: datetime


async def read_draft(connection: "Connection[asyncpg.Record]", system: SystemId, spell: SpellId) -> Draft | None:
    """The draft of this stay's referral, if there is one."""
    row = await connection.fetchrow(_READ, system, spell)
    return _draft(row) if row else None


async def keep_draft(
    connection: "Connection[asyncpg.Record]",
    system: SystemId,
    spell: SpellId,
    answers: Answers,
    *,
    by: UUID,
    at: datetime,
    if_match: IfMatch,
) -> Draft:
    """Keep what is filled in by now; the same again changes nothing. Runs in a transaction of its caller.

    Raises NotKnown for a stay that is over or whose person was erased, MatchRequired and MatchFailed where another's
    words would be lost.
    """
    person = await connection.fetchval(_WHOSE, system, spell)
    if person is None:
        raise NotKnown(what="spell")
    kept = await read_draft(connection, system, spell)
    if kept and kept.answers == answers:
        return kept
    _check(kept, if_match)
    await connection.execute(_FORGET_OF_ENDED_STAYS, system)
    # Not from 1: the version of a draft that is gone must never fit the one that comes after it.
    first = randbelow(FIRST_VERSIONS) + 1
    row = await connection.fetchrow(
        _KEEP, system, spell, person, json.dumps(answers), first, by, at, kept.version if kept else NO_DRAFT
    )
    if row is None:  # somebody else's came between
        raise MatchRequired
    return _draft(row)


async def discard_draft(
    connection: "Connection[asyncpg.Record]", system: SystemId, spell: SpellId, if_match: IfMatch
) -> None:
    """Throw the draft away, as it was seen; without one, nothing happens. Raises MatchRequired and MatchFailed."""
    kept = await read_draft(connection, system, spell)
    if kept is None:
        return
    _check(kept, if_match)
    await connection.execute(f"{_FORGET} AND version = $3", system, spell, kept.version)


async def forget_draft(connection: "Connection[asyncpg.Record]", system: SystemId, spell: SpellId) -> None:
    """The referral was sent, so its draft is of no more use."""
    await connection.execute(_FORGET, system, spell)


def _check(kept: Draft | None, if_match: IfMatch) -> None:
    current = kept.version if kept else NO_DRAFT
    if (if_match or NO_DRAFT) == current:
        return
    if if_match is None:
        raise MatchRequired
    raise MatchFailed(current)


def _draft(row: "asyncpg.Record") -> Draft:
    return Draft(
        answers=json.loads(row["body"]),
        version=row["version"],
        saved_by=row["saved_by"],
        saved_at=row["saved_at"],
    )


_READ = "SELECT body, version, saved_by, saved_at FROM referral_draft WHERE system_id = $1 AND spell_id = $2"

# The key is held until the draft is kept, so that an erasure at the same time finds it.
_WHOSE = """
    SELECT person_key.person_id FROM spell_1 spell
    JOIN person_key ON person_key.system_id = spell.system_id AND person_key.person_id = spell.person_id
    WHERE spell.system_id = $1 AND spell.id = $2 AND NOT spell.gone
    FOR KEY SHARE OF person_key"""

_KEEP = """
    INSERT INTO referral_draft AS draft (system_id, spell_id, person_id, body, version, saved_by, saved_at)
    VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)
    ON CONFLICT (system_id, spell_id) DO UPDATE SET person_id = excluded.person_id, body = excluded.body,
        version = draft.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        WHERE draft.version = $8
    RETURNING body, version, saved_by, saved_at"""

_FORGET = "DELETE FROM referral_draft WHERE system_id = $1 AND spell_id = $2"

_FORGET_OF_ENDED_STAYS = """
    DELETE FROM referral_draft draft WHERE system_id = $1 AND saved_at < now() - interval '1 day' AND NOT EXISTS (
        SELECT 1 FROM spell_1 spell
        WHERE spell.system_id = draft.system_id AND spell.id = draft.spell_id AND NOT spell.gone)"""
