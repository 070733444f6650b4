"""The queue of what feeds sent: the messages in one state, a page at a time, and how many there are of each kind.

Who a message is about is not in it: only the ids of the person and the stay, where they are known.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import asyncpg
from pydantic import BaseModel

from app.domain.values import SystemId
from app.intake.adt.outcome import State
from app.intake.adt.trigger_words import trigger_words

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection

PAGE = 50
Order = Literal["newest", "oldest"]


class Warning(BaseModel, frozen=True):
    """What was doubtful in a message."""

    code: str
    words: str


class Queued(BaseModel, frozen=True):
    """One message; `words` say why it is where it is, `waits_for` what must become known first."""

    message_id: int
    feed_id: UUID
    feed: str
    trigger: str
    received_at: datetime
    told_at: datetime | None
    happened_at: datetime | None
    state: State
    code: str | None
    words: str | None
    waits_for: str | None
    warnings: list[Warning]
    repeats: int
    person_id: UUID | None
    spell_id: UUID | None
    erased: bool
    decided_at: datetime | None


class Count(BaseModel, frozen=True):
    """How many messages are in a state for a reason."""

    state: State
    code: str | None
    messages: int


async def page_of(
    connection: "Connection",
    system: SystemId,
    state: State,
    *,
    feed: UUID | None = None,
    code: str | None = None,
    order: Order = "oldest",
    past: int | None = None,
) -> list[Queued]:
    """At most one more than a page of the messages in this state; `past` is the last message of the page before."""
    query = _PAGE.format(than="<" if order == "newest" else ">", order="DESC" if order == "newest" else "ASC")
    rows = await connection.fetch(query, system, state, feed, code, past, PAGE + 1)
    return [_queued(row) for row in rows]


async def counts_of(connection: "Connection", system: SystemId, feed: UUID | None, since: datetime) -> list[Count]:
    """Of what waits or was refused all; of the other states what was received `since`."""
    return [Count(**row) for row in await connection.fetch(_COUNTS, system, feed, since)]


async def queued(connection: "Connection", system: SystemId, message_ids: Sequence[int]) -> list[Queued]:
    """These messages as they stand now."""
    return [_queued(row) for row in await connection.fetch(_THESE, system, list(message_ids))]


def _queued(row: asyncpg.Record) -> Queued:
    values: dict[str, Any] = dict(row)
    values |= {
        "trigger": trigger_words(row["trigger"]),
        "waits_for": waits_for_words(row["waits_for"]) if row["code"] in _WAITS_FOR_NEWS else None,
        "warnings": json.loads(row["warnings"]),
    }
    return Queued(**values)


_WAITS_FOR_NEWS = {"unknown-ward", "unknown-visit", "unknown-person"}
"""What waits for another reason waits for somebody to look, though news may help it too."""


def waits_for_words(waits_for: str | None) -> str | None:
    """Such as "the ward ELM"."""
    what, _, name = (waits_for or "").partition(":")
    words = {"ward": "the ward", "visit": "news of visit", "person": "somebody of hospital number"}
    return f"{words[what]} {name}" if what in words else None


_COLUMNS = """
    SELECT message.message_id, message.feed_id, coalesce(said.name, feed.name, 'A feed that is gone') AS feed,
        message.trigger, message.received_at, message.told_at, message.happened_at, message.state, message.code,
        message.words, message.waits_for, message.warnings, message.repeats, message.person_id, message.spell_id,
        message.raw = '' AS erased, message.settled_at AS decided_at
    FROM feed_message message
    LEFT JOIN feed ON feed.system_id = message.system_id AND feed.feed_id = message.feed_id
    LEFT JOIN feed_1 said ON said.system_id = message.system_id AND said.scope = '*' AND said.id = message.feed_id
    WHERE message.system_id = $1"""

_PAGE = (
    _COLUMNS
    + """
    AND message.state = $2 AND ($3::uuid IS NULL OR message.feed_id = $3) AND ($4::text IS NULL OR message.code = $4)
    AND ($5::bigint IS NULL OR message.message_id {than} $5) ORDER BY message.message_id {order} LIMIT $6"""
)

_THESE = _COLUMNS + " AND message.message_id = ANY($2::bigint[]) ORDER BY message.message_id"

_COUNTS = """
    SELECT state, code, count(*) AS messages FROM feed_message
    WHERE system_id = $1 AND ($2::uuid IS NULL OR feed_id = $2) AND state IN ('waiting', 'refused') GROUP BY 1, 2
    UNION ALL
    SELECT state, code, count(*) FROM feed_message
    WHERE system_id = $1 AND ($2::uuid IS NULL OR feed_id = $2) AND received_at > $3
        AND feed_id IN (SELECT feed_id FROM feed WHERE system_id = $1)
        AND state IN ('recorded', 'ignored', 'applied') GROUP BY 1, 2
    ORDER BY 3 DESC, 1, 2"""
