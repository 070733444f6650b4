"""The notes of a case, and its events, as somebody may read them: what is not for them is nowhere in an answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.access.policy import audiences
from app.domain.case import CASE, NoteEvent
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.views.note import NoteRow
from app.views.note import rows as note_rows


class NotePart(BaseModel):
    """One note. `amends` and `amended_by` are the notes before and after it; `mine` says that who asks wrote it."""

    note_id: UUID
    position: int
    audience: str
    words: str
    by: str
    role: str | None
    mine: bool
    written_at: datetime
    pinned: bool
    amends: UUID | None
    amended_by: UUID | None


def readable(events: Sequence[Recorded[Any]], me: Me) -> list[Recorded[Any]]:
    """A case's events without those about notes for others."""
    case: Case = CASE.fold(events)
    mine = audiences(me)
    return [
        each
        for each in events
        if not isinstance(each.event, NoteEvent)
        or (each.event.note_id in case.notes and case.notes[each.event.note_id].audience in mine)
    ]


def note_parts(events: Sequence[Recorded[Any]], me: Me, names: Mapping[UUID, str]) -> list[NotePart]:
    """The notes of a case that are for who asks, the latest first."""
    mine = audiences(me)
    latest = sorted(note_rows(events), key=lambda note: (note.written_at, note.position), reverse=True)
    return [note_part(note, me, names) for note in latest if note.audience in mine]


def note_part(note: NoteRow, me: Me, names: Mapping[UUID, str]) -> NotePart:
    """One note as a page shows it."""
    return NotePart(
        note_id=note.id,
        position=note.position,
        audience=note.audience,
        words=note.words,
        by=author(note.author, names),
        role=note.author_role,
        mine=note.author == str(me.staff_id),
        written_at=note.written_at,
        pinned=note.pinned,
        amends=note.amends,
        amended_by=note.amended_by,
    )


def author(staff: str, names: Mapping[UUID, str]) -> str:
    """Who wrote it; only staff write notes."""
    return names.get(UUID(staff), "Somebody who left")
