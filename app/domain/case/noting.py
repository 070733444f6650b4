"""The notes of a case after one more event about them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never
from uuid import UUID

from app.domain.case.notes import Note, NoteAmended, NoteEvent, NotePinned, NoteUnpinned, NoteWritten
from app.domain.values import Actor

Notes = Mapping[UUID, Note]


def noted(notes: Notes, event: NoteEvent, by: Actor) -> Notes:
    """The notes once this is known. Of a note that nobody wrote there is nothing to amend or pin."""
    match event:
        case NoteWritten(note_id=key):
            return {**notes, key: Note(audience=event.audience, words=event.words, author=by, pinned=event.pinned)}
        case NoteAmended(note_id=key, amends=earlier):
            return {**notes, **_amended(notes[earlier], event, by)} if earlier in notes else notes
        case NotePinned(note_id=key) | NoteUnpinned(note_id=key):
            pinned = isinstance(event, NotePinned)
            return {**notes, key: replace(notes[key], pinned=pinned)} if key in notes else notes
        case _:
            assert_never(event)


def _amended(earlier: Note, event: NoteAmended, by: Actor) -> Notes:
    amendment = replace(earlier, words=event.words, author=by, amends=event.amends)
    return {event.amends: replace(earlier, pinned=False, amended_by=event.note_id), event.note_id: amendment}
