"""Every message is kept as it was received, once, with what came of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import PersonId, SpellId, SystemId
from app.intake.adt.decision import Decision, decision_of
from app.intake.adt.outcome import Outcome, State
from app.intake.adt.understood import Refused, Understood
from app.intake.senders import Sender

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

LONGEST_NAME = 200
MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A message as it was kept, and what was decided about it."""

    message_id: int
    feed_id: UUID
    raw: bytes
    received_at: datetime
    state: State
    code: str | None
    words: str | None
    waits_for: str | None
    person: PersonId | None
    spell: SpellId | None
    decision: Decision | None
    decided_by: UUID | None
    decided_at: datetime | None


async def seen_again(connection: "Connection", sender: Sender, reading: Understood | Refused) -> Outcome:
    """What came of the very same message before; a repeat is counted and nothing else. Same id, other body: new."""
    row = await connection.fetchrow(_AGAIN, sender.system, *identity(reading))
    assert row is not None
    spell = SpellId(row["spell_id"]) if row["spell_id"] else None
    return Outcome(state=row["state"], answer=row["answer"], code=row["code"], words=row["words"], spell=spell)


async def keep(
    connection: "Connection",
    sender: Sender,
    reading: Understood | Refused,
    outcome: Outcome,
    person: PersonId | None,
    keys: Sequence[str],
) -> list[int]:
    """Keep the message, in the transaction of what came of it; by the person it is about it can be erased.

    Once it was applied, those are answered that are to be placed again: what waits for one of the keys, and what was
    told after it about the same stay.
    """
    rows = await connection.fetch(
        _KEEP_AND_TELL_DUE if outcome.state == "applied" else _KEEP,
        sender.system,
        *identity(reading),
        sender.feed_id,
        (reading.header and reading.header.trigger) or "",
        reading.received_at,
        person,
        reading.raw,
        outcome.answer,
        outcome.state,
        outcome.code,
        outcome.words,
        *_about(reading, outcome),
        *((list(keys), MOST_AT_ONCE) if outcome.state == "applied" else ()),
    )
    return [row["message_id"] for row in rows]


async def due_after(
    connection: "Connection", sender: Sender, told_at: datetime, spell: SpellId | None, keys: Sequence[str]
) -> list[int]:
    """Which messages are to be placed again, as `keep` answers it, after one that was kept before was applied."""
    rows = await connection.fetch(_TELL_DUE, sender.system, sender.feed_id, told_at, spell, list(keys), MOST_AT_ONCE)
    return [row["message_id"] for row in rows]


async def kept(connection: "Connection", system: SystemId, message_ids: Sequence[int]) -> list[Kept]:
    """The messages of these ids that are still kept in full, in the order in which they were told."""
    rows = await connection.fetch(_KEPT, system, list(message_ids))
    return [
        Kept(
            message_id=row["message_id"],
            feed_id=row["feed_id"],
            raw=row["raw"],
            received_at=row["received_at"],
            state=row["state"],
            code=row["code"],
            words=row["words"],
            waits_for=row["waits_for"],
            person=row["person_id"],
            spell=row["spell_id"],
            decision=decision_of(row["decision"]),
            decided_by=row["settled_by"],
            decided_at=row["settled_at"],
        )
        for row in rows
    ]


async def still_kept(connection: "Connection", system: SystemId, message: Kept) -> bool:
    """Whether it is as it was read: not erased with its person meanwhile, nor ignored by somebody at the desk."""
    state = await connection.fetchval(_STILL, system, message.message_id)
    return state is not None and (state != "ignored" or message.state == "ignored")


async def keep_again(
    connection: "Connection",
    system: SystemId,
    message_id: int,
    reading: Understood | Refused,
    outcome: Outcome,
    person: PersonId | None,
) -> None:
    """What came of a message when it was placed once more."""
    await connection.execute(
        _KEEP_AGAIN,
        system,
        message_id,
        person,
        outcome.state,
        outcome.code,
        outcome.words,
        *_about(reading, outcome),
    )


def _about(reading: Understood | Refused, outcome: Outcome) -> tuple[object, ...]:
    if isinstance(reading, Refused):
        return None, None, None, outcome.spell, outcome.waits_for, "[]", outcome.or_waits_for
    number = reading.visit.number if reading.visit else None
    warnings = [{"code": doubt.code, "words": doubt.words} for doubt in reading.warnings]
    return (
        reading.told_at,
        reading.event_time.at,
        storable(number)[:LONGEST_NAME] if number else None,
        outcome.spell,
        outcome.waits_for,
        json.dumps(warnings),
        outcome.or_waits_for,
    )


def identity(reading: Understood | Refused) -> tuple[str, str, str, bytes]:
    """By what the very same message is known: sender, control id and content."""
    header = reading.header
    names = (header.sending_application, header.sending_facility, header.control_id) if header else ("", "", "")
    application, facility, control_id = (storable(name)[:LONGEST_NAME] for name in names)
    return application, facility, control_id, sha256(reading.raw).digest()


def storable(text: str) -> str:
    """Text without NUL, which PostgreSQL cannot hold."""
    return text.replace("\x00", "")


_AGAIN = """
    UPDATE feed_message SET repeats = repeats + 1
    WHERE system_id = $1 AND application = $2 AND facility = $3 AND control_id = $4 AND body_hash = $5
    RETURNING answer, state, code, words, spell_id"""

_KEEP = """
    INSERT INTO feed_message (system_id, application, facility, control_id, body_hash, feed_id, trigger, received_at,
        person_id, raw, answer, state, code, words, told_at, happened_at, visit_number, spell_id, waits_for, warnings,
        or_waits_for)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"""

_DUE = """
    SELECT message_id, told_at FROM feed_message
    WHERE system_id = $1 AND feed_id = {feed} AND (waits_for = ANY({keys}) OR or_waits_for = ANY({keys}))
        AND state IN ('waiting', 'recorded')
    UNION
    SELECT message_id, told_at FROM feed_message
    WHERE system_id = $1 AND spell_id = {spell} AND told_at > {told} AND state <> 'ignored'
    ORDER BY told_at, message_id LIMIT {most}"""

_TELL_DUE = _DUE.format(feed="$2", told="$3", spell="$4", keys="$5", most="$6")

_KEEP_AND_TELL_DUE = f"WITH kept AS ({_KEEP})" + _DUE.format(feed="$6", told="$15", spell="$18", keys="$22", most="$23")

_KEPT = """
    SELECT message_id, feed_id, raw, received_at, state, code, words, waits_for, person_id, spell_id, decision,
        settled_by, settled_at
    FROM feed_message
    WHERE system_id = $1 AND message_id = ANY($2) AND raw <> ''
    ORDER BY told_at, happened_at, message_id"""

_STILL = "SELECT state FROM feed_message WHERE system_id = $1 AND message_id = $2 AND raw <> '' FOR UPDATE"

_KEEP_AGAIN = """
    UPDATE feed_message SET person_id = coalesce($3, person_id), state = $4, code = $5, words = $6, told_at = $7,
        happened_at = $8, visit_number = $9, spell_id = coalesce($10, spell_id), waits_for = $11, warnings = $12,
        or_waits_for = $13
    WHERE system_id = $1 AND message_id = $2"""
