"""Notes on a case: written, amended, pinned, and found by their words. Searching is a POST: the words are personal."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from app.access.policy import audiences, check_sight
from app.api.note_reading import author
from app.api.problems import problems
from app.api.shapes import Body, FilledText, ShortText
from app.api.state import Handle, HomewardState, Me, Now
from app.api.telling import names_of
from app.domain.case import AmendNote, PinNote, WriteNote
from app.domain.case.audience import Audience
from app.domain.values import CaseId, Words
from app.events.handler import Receipt
from app.people.lookup import names_of_people
from app.views.note_search import find_notes

router = APIRouter(tags=["notes"])


class NoteIn(Body):
    """A short note, and for whom it is: the ward, the hub, or everyone on the case."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"audience": "everyone", "words": "Rang family, no answer.", "pinned": False}}
    )
    audience: Audience
    words: FilledText
    pinned: bool = False


class NoteAmendmentIn(Body):
    """What the note says now. Its audience and pin stay."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "Daughter rang back: Thursday suits her."}})
    words: FilledText


class PinIn(Body):
    """Whether the note is pinned to card and case."""

    model_config = ConfigDict(json_schema_extra={"example": {"pinned": True}})
    pinned: bool


class NoteSearchIn(Body):
    """Words that a note holds, all of them; of one hub's cases, or of all."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "daughter thursday", "hub_id": None}})
    words: ShortText
    hub_id: UUID | None = None


class FoundNote(BaseModel):
    """A note found, and whose case it is on."""

    note_id: UUID
    case_id: UUID
    name: str
    audience: str
    words: str
    by: str
    written_at: datetime
    amended: bool


class NoteSearchOut(BaseModel):
    """At most 50 notes, the latest first."""

    notes: list[FoundNote]


@router.put("/cases/{case_id}/notes/{note_id}", responses=problems(404, 409))
async def write_note(case_id: UUID, note_id: UUID, note: NoteIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Write a note on a case, at any stage. Sending it again changes nothing."""
    return await handle(WriteNote(case_id=CaseId(case_id), note_id=note_id, by=me.actor, at=now, **note.values()))


@router.put("/cases/{case_id}/notes/{note_id}/amendments/{amendment_id}", responses=problems(404, 409))
async def amend_note(
    case_id: UUID, note_id: UUID, amendment_id: UUID, said: NoteAmendmentIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Its author says a note otherwise. The amendment is a note of its own; the earlier one stays readable."""
    words = Words(said.words)
    amending = AmendNote(
        case_id=CaseId(case_id), note_id=amendment_id, amends=note_id, words=words, by=me.actor, at=now
    )
    return await handle(amending)


@router.put("/cases/{case_id}/notes/{note_id}/pin", responses=problems(404, 409))
async def pin_note(case_id: UUID, note_id: UUID, pin: PinIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Pin a note to card and case, or take it down. Of several pinned, the one written last is shown."""
    return await handle(PinNote(case_id=CaseId(case_id), note_id=note_id, pinned=pin.pinned, by=me.actor, at=now))


@router.post("/notes/search", responses=problems())
async def search_notes(wanted: NoteSearchIn, homeward: HomewardState, me: Me) -> NoteSearchOut:
    """Find notes that are for who asks by the words in them."""
    check_sight(me, "note")
    async with homeward.database.engine.connect() as connection:
        notes = await find_notes(connection, me.system, wanted.words, audiences(me), wanted.hub_id)
        people = await names_of_people(connection, me.system, {each.person_id for each in notes})
        staff = await names_of(connection, me.system)
    return NoteSearchOut(
        notes=[
            FoundNote(
                note_id=each.id,
                case_id=each.case_id,
                name=people.get(each.person_id, ""),
                audience=each.audience,
                words=each.words,
                by=author(each.author, staff),
                written_at=each.written_at,
                amended=each.amended_by is not None,
            )
            for each in notes
        ]
    )
