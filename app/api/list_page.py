"""One list as its page shows it: what each row will do, or did, in words."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.state import State
from app.domain.values import PersonId
from app.intake.lists.bringing import bringer_of
from app.intake.lists.cells import read_rows
from app.intake.lists.fields import ListKind
from app.intake.lists.kept import Upload
from app.intake.lists.known import known
from app.intake.lists.line import read_lines
from app.intake.lists.named import names_of
from app.intake.lists.outcomes import Outcome, outcomes_of
from app.intake.lists.plan import What
from app.intake.lists.preview import Foreseen, Seen, foreseen
from app.intake.lists.reasons import WORDS, Note

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


class ListState(StrEnum):
    """How far a list has come. *Forgotten*: it was begun, and the text of what is missing is no longer kept."""

    READ = "read"
    BEGUN = "begun"
    FORGOTTEN = "forgotten"
    APPLIED = "applied"
    TAKEN_BACK = "taken_back"


class RowOut(BaseModel):
    """One row: `what` it will do, or did once it is `done`; `words` say why it cannot, `notes` what is left out."""

    row: int
    done: bool
    what: What
    name: str
    ward: str
    bed: str
    words: str | None
    notes: list[str]
    spell_id: UUID | None
    case_id: UUID | None
    undone: str | None
    undone_words: str | None


class ListPage(BaseModel):
    """A list that is being brought in, or was. `left`: how many rows are still to be done."""

    list_id: UUID
    kind: ListKind
    state: ListState
    brought_at: datetime
    left: int
    counts: dict[What, int]
    rows: list[RowOut]


def state_of(upload: Upload) -> ListState:
    """How far the list has come."""
    if upload.undone_at:
        return ListState.TAKEN_BACK
    if upload.applied_at:
        return ListState.APPLIED
    if upload.text is None:
        return ListState.FORGOTTEN
    return ListState.BEGUN if upload.begun_at else ListState.READ


async def list_page(homeward: State, me: Me, upload: Upload) -> ListPage:
    """The rows that are done, as they were done; the others as they would go now."""
    async with homeward.database.reads.acquire() as connection:
        done = await outcomes_of(connection, me.system, upload.list_id)
        names = await names_of(connection, me.system, {each.person_id for each in done if each.person_id})
        here = await known(connection, me.system)
        wards: dict[UUID | None, str] = {ward.id: ward.name for ward in here.wards}
        rows = [_done(each, names, wards) for each in done]
        rows += [_to_come(each, wards) for each in await _foreseen(connection, me, upload, done)]
    rows.sort(key=lambda each: each.row)
    return ListPage(
        list_id=upload.list_id,
        kind=upload.kind,
        state=state_of(upload),
        brought_at=upload.brought_at,
        left=upload.rows - len(done),
        counts=Counter(row.what for row in rows),
        rows=rows,
    )


async def _foreseen(
    connection: "Connection[asyncpg.Record]", me: Me, upload: Upload, done: Sequence[Outcome]
) -> list[Foreseen]:
    if upload.text is None:
        return []
    numbers = {each.row for each in done}
    seen = Seen({PersonId(each.person_id) for each in done if each.person_id}, set())
    bringer = bringer_of(me, upload)
    lines = read_lines(read_rows(upload.text), upload.mapping, upload.brought_at)
    return [await foreseen(connection, me.system, line, bringer, seen) for line in lines if line.number not in numbers]


def _done(outcome: Outcome, names: dict[UUID, str], wards: dict[UUID | None, str]) -> RowOut:
    return RowOut(
        row=outcome.row,
        done=True,
        what=outcome.what,
        name=names.get(outcome.person_id, "") if outcome.person_id else "",
        ward=wards.get(outcome.ward_id, ""),
        bed=outcome.bed or "",
        words=outcome.words,
        notes=_notes(outcome.notes),
        spell_id=outcome.spell_id,
        case_id=outcome.case_id,
        undone=outcome.undone,
        undone_words=outcome.undone_words,
    )


def _to_come(each: Foreseen, wards: dict[UUID | None, str]) -> RowOut:
    line, step, stands = each.line, each.step, each.stands
    return RowOut(
        row=line.number,
        done=False,
        what=step.what,
        name=line.name,
        ward=wards.get(line.ward_id) or line.ward_said,
        bed=line.bed,
        words=step.refused.words() if step.refused else None,
        notes=_notes(sorted(step.notes)),
        spell_id=stands.stay.spell_id if stands.stay else None,
        case_id=stands.case.case_id if stands.case else None,
        undone=None,
        undone_words=None,
    )


def _notes(notes: Sequence[Note]) -> list[str]:
    return [WORDS[note] for note in notes]
