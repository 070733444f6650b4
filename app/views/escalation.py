"""Escalations as screens show them: one row each, in the scope of the organisation whose ladder it stands on.

What has climbed above every ladder, to the system's own, stays with whoever had it last: they must act still.

It names nobody, since a service sees those on its own ladder: whom it is about is told by the row of the stay. The
words of who raised it, and of what was done last, can be read here; they go when the person is erased.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, assert_never
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy
from sqlalchemy import Column, DateTime, Index, Text, Uuid, text

from app.domain.decider import Recorded
from app.domain.escalation import (
    EscalationAcknowledged,
    EscalationActed,
    EscalationClimbed,
    EscalationEnded,
    EscalationEvent,
    EscalationOpenedAgain,
    EscalationRaised,
    Terms,
)
from app.domain.values import SystemId, key_of
from app.views.kind import Kind, Row, row_table

OF_SYSTEM = "system"
"""The scope of what stood on no organisation's ladder ever: a feed's silence, say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRow(Row):
    """One escalation, at the level where it stands. `subject` is the case, the stay or the feed it is about.

    `owner_id` is the organisation that must act; `ladder` is `system` where somebody above it is asked, too.
    `answer_by` is by when somebody answers there; `acknowledged_at`, `acted_at` when they did, `answered_by` who.
    `done` is what was done last, also by its owner where it stands above them, which answers nothing there.
    `sealed_for` is the person whose key seals the words in the log. Once it has ended, `ended` says why.
    """

    subject: UUID
    case_id: UUID | None
    spell_id: UUID | None
    hub_id: UUID | None
    feed_id: UUID | None
    owner_id: UUID | None
    trigger: str
    level: str
    ladder: str
    title: str
    cause_at: datetime
    raised_at: datetime
    raised_by: str | None
    answer_by: datetime
    acknowledged_at: datetime | None = None
    acted_at: datetime | None = None
    answered_by: str | None = None
    words: str | None = None
    done: str | None = None
    ended: str | None = None
    ended_at: datetime | None = None
    sealed_for: UUID | None = None


def rows(events: Sequence[Recorded[EscalationEvent]]) -> list[EscalationRow]:
    """Every escalation about one thing; an organisation that it climbed away from keeps its row, `gone`."""
    sealed_for = next((each.event.person_id for each in events if isinstance(each.event, EscalationRaised)), None)
    now, left = dict[UUID, EscalationRow](), dict[tuple[str, UUID], EscalationRow]()
    for recorded in events:
        key = recorded.event.escalation_id
        before, after = now.get(key), _after(now.get(key), recorded, sealed_for)
        if before and before.scope != after.scope:
            left[before.scope, key] = replace(before, gone=True, position=recorded.position)
        left.pop((after.scope, key), None)
        now[key] = after
    return [*left.values(), *now.values()]


def _after(row: EscalationRow | None, recorded: Recorded[EscalationEvent], sealed_for: UUID | None) -> EscalationRow:
    event = recorded.event
    if isinstance(event, EscalationRaised):
        return _raised(event, recorded, sealed_for)
    assert row, "what is answered, climbs or ends was raised"
    row, at = replace(row, position=recorded.position), recorded.at
    match event:
        case EscalationAcknowledged():
            return replace(row, acknowledged_at=at, answered_by=recorded.by.id)
        case EscalationActed(words=words, answers=True):
            return replace(row, acted_at=at, answered_by=recorded.by.id, done=words)
        case EscalationActed(words=words):
            return replace(row, done=words)
        case EscalationClimbed(terms=terms):
            return replace(row, **_UNANSWERED, **_standing(terms, row.owner_id))
        case EscalationEnded():
            return replace(row, gone=True, ended=event.because, ended_at=at)
        case EscalationOpenedAgain(terms=terms):
            return replace(row, gone=False, ended=None, ended_at=None, **_UNANSWERED, **_standing(terms, None))
        case _:
            assert_never(event)


def _raised(event: EscalationRaised, recorded: Recorded[EscalationEvent], sealed_for: UUID | None) -> EscalationRow:
    return EscalationRow(
        id=event.escalation_id,
        position=recorded.position,
        gone=False,
        subject=key_of(recorded.stream),
        case_id=event.case_id,
        spell_id=event.spell_id,
        hub_id=event.hub_id,
        feed_id=event.feed_id,
        trigger=event.trigger,
        cause_at=event.cause_at,
        raised_at=recorded.at,
        raised_by=recorded.by.id if event.words else None,
        words=event.words,
        sealed_for=sealed_for,
        **_standing(event.terms, None),
    )


_UNANSWERED: dict[str, Any] = {"acknowledged_at": None, "acted_at": None, "answered_by": None}


def _standing(terms: Terms, before: UUID | None) -> dict[str, Any]:
    owner = terms.owner_id or before
    return {
        "scope": str(owner or OF_SYSTEM),
        "owner_id": owner,
        "level": terms.level,
        "ladder": terms.ladder,
        "title": terms.title,
        "answer_by": terms.respond_by,
    }


TABLE = row_table(
    "escalation_1",
    Column("subject", Uuid, nullable=False, comment="the case, the stay or the feed it is about"),
    Column("case_id", Uuid),
    Column("spell_id", Uuid),
    Column("hub_id", Uuid),
    Column("feed_id", Uuid),
    Column("owner_id", Uuid, comment="the organisation whose ladder it stands on; null: the system's own"),
    Column("trigger", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("ladder", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("cause_at", DateTime(timezone=True), nullable=False),
    Column("raised_at", DateTime(timezone=True), nullable=False),
    Column("raised_by", Text, comment="null: the clock"),
    Column("answer_by", DateTime(timezone=True), nullable=False),
    Column("acknowledged_at", DateTime(timezone=True)),
    Column("acted_at", DateTime(timezone=True)),
    Column("answered_by", Text),
    Column("words", Text),
    Column("done", Text, comment="what was done last, in words"),
    Column("ended", Text),
    Column("ended_at", DateTime(timezone=True)),
    Column("sealed_for", Uuid, comment="whose key seals the words in the log"),
    indexes=[
        Index("escalation_by_id", "system_id", "id"),
        Index("escalation_open_about", "system_id", "subject", postgresql_where=text("NOT gone")),
        Index("escalation_sealed_for", "system_id", "sealed_for"),
    ],
)

ESCALATION = Kind(
    name="escalation", stream="escalation", table=TABLE, rows=rows, for_audience=True, audience_in="scope"
)


async def subject_of(connection: "PoolConnectionProxy[Any]", system: SystemId, escalation: UUID) -> UUID | None:
    """The case, the stay or the feed that an escalation is about; None where there is no such escalation."""
    found: UUID | None = await connection.fetchval(_SUBJECT, system, escalation)
    return found


_SUBJECT = "SELECT subject FROM escalation_1 WHERE system_id = $1 AND id = $2 LIMIT 1"
