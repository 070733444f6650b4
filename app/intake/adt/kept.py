"""Every message is kept as it was received, once, with what came of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import PersonId, SpellId, SystemId
from app.events.log import Turn
from app.events.together import Part
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
    return Outcome(
        state=row["state"],
        answer=row["answer"],
        code=row["code"],
        words=row["words"],
        spell=SpellId(row["spell_id"]) if row["spell_id"] else None,
        others=tuple(SpellId(other) for other in row["other_spell_ids"] or ()),
    )


async def keep(
    turn: Turn,
    sender: Sender,
    reading: Understood | Refused,
    outcome: Outcome,
    person: PersonId | None,
    keys: Sequence[str],
) -> list[int]:
    """Keep the message, in one statement with what came of it; by the person it is about it can be erased.

    Once it was applied, those are answered that are to be placed again: what waits for one of the keys, and what was
    told after it about a stay that it touched.
    """
    arguments = (
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
        *told_by(reading, outcome),
        *((list(keys), MOST_AT_ONCE) if outcome.is_news else ()),
    )
    turn.also(Part(_KEEP, arguments, _DUE_AFTER_KEPT if outcome.is_news else ""))
    rows = await turn.flush()
    return [row["message_id"] for row in rows] if outcome.is_news else []


async def due_after(
    connection: "Connection",
    sender: Sender,
    told_at: datetime,
    spell: SpellId | None,
    keys: Sequence[str],
    *,
    others: Sequence[SpellId] = (),
) -> list[int]:
    """Which messages are to be placed again, as `keep` answers it, after one that was kept before was applied."""
    rows = await connection.fetch(
        _TELL_DUE, sender.system, sender.feed_id, told_at, spell, list(keys), MOST_AT_ONCE, others or None
    )
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


def told_by(reading: Understood | Refused, outcome: Outcome) -> tuple[object, ...]:
    """What is kept of both beside the reason: the values from `told_at` to `other_spell_ids`."""
    if isinstance(reading, Refused):
        return None, None, None, None, None, "[]", None, None
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
        outcome.others or None,
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
    RETURNING answer, state, code, words, spell_id, other_spell_ids"""

# The head as it stands before what this message records, which may be why it is to be tried again.
TRIED = "CASE WHEN {state} = 'waiting' THEN (SELECT head FROM system WHERE id = $1) END"

_KEEP = f"""kept AS (
    INSERT INTO feed_message (system_id, application, facility, control_id, body_hash, feed_id, trigger, received_at,
        person_id, raw, answer, state, code, words, told_at, happened_at, visit_number, spell_id, waits_for, warnings,
        or_waits_for, other_spell_ids, tried_as_of)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        {TRIED.format(state="$12")}))"""

# OFFSET 0, and one key at a time: each by its own index, also before the planner knows how many messages there are.
_DUE = """
    SELECT message_id, told_at FROM unnest({keys}::text[]) AS wanted(key) CROSS JOIN LATERAL (
        SELECT * FROM feed_message WHERE system_id = $1 AND feed_id = {feed} AND waits_for = wanted.key
        UNION ALL
        SELECT * FROM feed_message WHERE system_id = $1 AND feed_id = {feed} AND or_waits_for = wanted.key OFFSET 0
    ) waiting
    WHERE state IN ('waiting', 'recorded')
    UNION
    SELECT message_id, told_at FROM feed_message
    WHERE system_id = $1 AND spell_id = ANY({spell}::uuid || {others}::uuid[]) AND told_at > {told}
        AND state <> 'ignored'
    UNION
    SELECT message_id, told_at FROM (
        SELECT * FROM feed_message WHERE other_spell_ids && ({spell}::uuid || {others}::uuid[]) OFFSET 0
    ) beside
    WHERE system_id = $1 AND told_at > {told} AND state <> 'ignored'
    ORDER BY told_at, message_id LIMIT {most}"""

_TELL_DUE = _DUE.format(feed="$2", told="$3", spell="$4", keys="$5", most="$6", others="$7")

_DUE_AFTER_KEPT = _DUE.format(feed="$6", told="$15", spell="$18", others="$22", keys="$23", most="$24")

_KEPT = """
    SELECT message_id, feed_id, raw, received_at, state, code, words, waits_for, person_id, spell_id, decision,
        settled_by, settled_at
    FROM feed_message
    WHERE system_id = $1 AND message_id = ANY($2) AND raw <> ''
    ORDER BY told_at, happened_at, message_id"""
