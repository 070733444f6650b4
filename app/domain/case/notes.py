"""Who said what at 10:40: short notes on a case, each for an audience. A note is never changed, another amends it."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from app.domain.case.audience import READERS, Audience
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Actor, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten:
    """Somebody wrote a note; who and when stand on the event."""

    note_id: UUID
    audience: Audience
    words: Words
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAmended:
    """Its author says it otherwise: a new note for the same audience. The earlier one can still be read."""

    note_id: UUID
    amends: UUID
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePinned:
    """This note is shown on card and case; of several, the one written last."""

    note_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteUnpinned:
    """This note is no longer shown on the card."""

    note_id: UUID


NoteEvent: TypeAlias = NoteWritten | NoteAmended | NotePinned | NoteUnpinned


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as decisions need it. `amends` and `amended_by` are the notes before and after it."""

    audience: Audience
    words: Words
    author: Actor
    pinned: bool
    amends: UUID | None = None
    amended_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote(CaseCommand):
    """Write a note; `note_id` is made by who writes."""

    note_id: UUID
    audience: Audience
    words: Words
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendNote(CaseCommand):
    """Say an earlier note of one's own otherwise."""

    note_id: UUID
    amends: UUID
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PinNote(CaseCommand):
    """Pin a note to card and case, or take it down."""

    note_id: UUID
    pinned: bool


def write_note(command: WriteNote, case: Case, facts: CaseFacts) -> list[NoteEvent]:
    """At any stage, closed ones too: people ring after the end as well."""
    if _said_before(case, command.note_id, command.words, facts):
        return []
    if not may_read(command.by, command.audience):
        raise NoteForOthersOnly
    return [NoteWritten(note_id=command.note_id, audience=command.audience, words=command.words, pinned=command.pinned)]


def amend_note(command: AmendNote, case: Case, facts: CaseFacts) -> list[NoteEvent]:
    """Only the author, and only what they said last; the amendment keeps audience and pin."""
    if _said_before(case, command.note_id, command.words, facts):
        return []
    earlier = _readable(case, command.amends, command.by)
    if earlier.author.id != command.by.id:
        raise NotYourNote
    if earlier.amended_by:
        raise NoteAmendedAlready(note_id=str(earlier.amended_by))
    return [NoteAmended(note_id=command.note_id, amends=command.amends, words=command.words)]


def pin_note(command: PinNote, case: Case) -> list[NoteEvent]:
    """Whoever may read a note may pin it. One that was amended stays down: its amendment is pinned instead."""
    note = _readable(case, command.note_id, command.by)
    if note.pinned is command.pinned:
        return []
    if note.amended_by:
        raise NoteAmendedAlready(note_id=str(note.amended_by))
    return [NotePinned(note_id=command.note_id) if command.pinned else NoteUnpinned(note_id=command.note_id)]


def may_read(by: Actor, audience: Audience) -> bool:
    """Whether a note for this audience is for this person."""
    return by.role in READERS[audience]


def _readable(case: Case, note_id: UUID, by: Actor) -> Note:
    note = case.notes.get(note_id)
    if note is None or not may_read(by, note.audience):
        raise NotKnown(what="note")
    return note


def _said_before(case: Case, note_id: UUID, words: Words, facts: CaseFacts) -> bool:
    known = case.notes.get(note_id)
    if facts.note_elsewhere or (known and known.words != words):
        raise NoteSentBefore
    return known is not None


class NoteForOthersOnly(Rejection):
    """You could not read this note yourself. Write it for your own side, or for everyone on the case."""


class NotYourNote(Rejection):
    """Only who wrote a note may amend it. Write a note of your own instead; both stay."""


class NoteAmendedAlready(Rejection):
    """This note was amended already. Open the case again and use the latest one."""


class NoteSentBefore(Rejection):
    """A note with this id was recorded before, with other words or on another case. Send yours as a new note."""
