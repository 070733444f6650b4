"""The notes of a case as screens show them. The words are readable here; they go when the person is erased.

A note follows the board of its case's hub; who may see it is its `audience`, which the policy filters by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, assert_never
from uuid import UUID

from sqlalchemy import Boolean, Column, DateTime, Index, Text, Uuid, text

from app.domain.case import (
    CaseEvent,
    CaseGiven,
    CaseTracked,
    EarlyAlertRaised,
    NoteAmended,
    NoteEvent,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    ReferralSubmitted,
    TrackingUndone,
)
from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.values import key_of
from app.views.kind import Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow(Row):
    """One note. `spell_id` is the stay in which it was written; `amends` and `amended_by` are notes.

    `sealed_for` is the person whose key seals the words in the log.
    """

    case_id: UUID
    spell_id: UUID
    person_id: UUID
    sealed_for: UUID
    audience: str
    words: str
    author: str
    author_role: str | None
    written_at: datetime
    pinned: bool
    amends: UUID | None = None
    amended_by: UUID | None = None


class _About(NamedTuple):
    scope: str
    spell_id: UUID
    person_id: UUID
    sealed_for: UUID


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[NoteRow]:
    """Every note of a case; none before the hub knows of it."""
    about: _About | None = None
    notes: dict[UUID, NoteRow] = {}
    for recorded in events:
        match recorded.event:
            case EarlyAlertRaised() | ReferralSubmitted() as began:
                about = about or _About(str(began.hub_id), began.spell_id, began.person_id, began.person_id)
            case CaseTracked(spell_id=spell) | TrackingUndone(spell_id=spell):
                about = about and about._replace(spell_id=spell)
            case CaseGiven(person_id=person):
                about = about and about._replace(person_id=person)
                now_of: dict[str, Any] = {"person_id": person, "position": recorded.position}
                notes = {key: replace(note, **now_of) for key, note in notes.items()}
            case NoteWritten() | NoteAmended() | NotePinned() | NoteUnpinned() as event if about:
                notes |= _changed(notes, event, recorded, about)
            case _:
                pass
    return [*notes.values()]


def _changed(
    notes: dict[UUID, NoteRow], event: NoteEvent, recorded: Recorded[CaseEvent], about: _About
) -> dict[UUID, NoteRow]:
    position = recorded.position
    match event:
        case NoteWritten():
            written = _written(event, recorded, about, audience=event.audience, pinned=event.pinned)
            return {event.note_id: written}
        case NoteAmended(amends=key) if key in notes:
            earlier = notes[key]
            amendment = _written(event, recorded, about, audience=earlier.audience, pinned=earlier.pinned)
            amended = replace(earlier, position=position, pinned=False, amended_by=event.note_id)
            return {key: amended, event.note_id: replace(amendment, amends=key)}
        case NotePinned(note_id=key) | NoteUnpinned(note_id=key) if key in notes:
            return {key: replace(notes[key], position=position, pinned=isinstance(event, NotePinned))}
        case NoteAmended() | NotePinned() | NoteUnpinned():
            return {}
        case _:
            assert_never(event)


def _written(
    event: NoteWritten | NoteAmended, recorded: Recorded[CaseEvent], about: _About, *, audience: str, pinned: bool
) -> NoteRow:
    return NoteRow(
        id=event.note_id,
        position=recorded.position,
        gone=False,
        case_id=key_of(recorded.stream),
        audience=audience,
        words=event.words,
        author=recorded.by.id,
        author_role=recorded.by.role,
        written_at=recorded.at,
        pinned=pinned,
        **about._asdict(),
    )


TABLE = row_table(
    "note_1",
    Column("case_id", Uuid, nullable=False),
    Column("spell_id", Uuid, nullable=False),
    Column("person_id", Uuid, nullable=False),
    Column("sealed_for", Uuid, nullable=False, comment="whose key seals the words in the log"),
    Column("audience", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("author_role", Text),
    Column("written_at", DateTime(timezone=True), nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("amends", Uuid),
    Column("amended_by", Uuid),
    indexes=[
        Index("note_by_id", "system_id", "id"),
        Index("note_of_case", "system_id", "case_id"),
        Index("note_of_person", "system_id", "person_id"),
        Index("note_by_words", text("to_tsvector('simple'::regconfig, words)"), postgresql_using="gin"),
    ],
)

NOTE = Kind(name="note", stream="case", table=TABLE, rows=rows, person_named=True, for_audience=True)
