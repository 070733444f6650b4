"""Day one without a feed: a list is read, looked at, applied row by row, and taken back; or it is only compared."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from app.api.list_bodies import ApplicationIn, ComparisonIn, ListIn, ReadingIn, UndoingIn
from app.api.list_comparison import Comparison, comparison
from app.api.list_page import ListPage, ListState, list_page, state_of
from app.api.list_reading import Reading, read
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now, State
from app.domain.values import Words
from app.events.handler import taken
from app.intake.lists.applying import apply_list
from app.intake.lists.bringing import check_may_bring_in, may_bring_in
from app.intake.lists.cells import read_rows
from app.intake.lists.fields import ListKind
from app.intake.lists.kept import NewList, Upload, keep_list, latest_lists, read_list
from app.intake.lists.known import known
from app.intake.lists.named import staff_names
from app.intake.lists.undoing import take_back

router = APIRouter(prefix="/lists", tags=["lists"])


class ListLine(BaseModel):
    """One list that was brought in before."""

    list_id: UUID
    kind: ListKind
    state: ListState
    brought_at: datetime
    by: str
    rows: int


class Lists(BaseModel):
    """The latest lists, newest first."""

    lists: list[ListLine]


@router.get("", responses=problems())
async def list_lists(homeward: HomewardState, me: Me) -> Lists:
    """The lists that were brought in lately, of the kinds that this person may bring in."""
    kinds = may_bring_in(me)
    async with homeward.database.reads.acquire() as connection:
        uploads = await latest_lists(connection, me.system, kinds)
        names = await staff_names(connection, me.system)
    return Lists(lists=[_line(each, names) for each in uploads])


@router.post("/reading", responses=problems(409))
async def read_text(asked: ReadingIn, homeward: HomewardState, me: Me, now: Now) -> Reading:
    """Read a pasted list: which column holds what, and what its names mean here. Nothing is kept."""
    check_may_bring_in(me, asked.kind)
    return await read(homeward, me, asked, now)


@router.post("/comparison", responses=problems(409))
async def compare_lists(asked: ComparisonIn, homeward: HomewardState, me: Me, now: Now) -> Comparison:
    """Yours says, ours says: a list beside what stands here. Nothing about a person is kept."""
    check_may_bring_in(me, asked.kind)
    return await comparison(homeward, me, asked, now)


@router.put("/{list_id}", responses=problems(409))
async def put_list(list_id: UUID, asked: ListIn, homeward: HomewardState, me: Me, now: Now) -> ListPage:
    """Keep a list until it is applied, and say row by row what it would do. Nothing is done yet."""
    check_may_bring_in(me, asked.kind)
    rows = len(asked.mapping.body(read_rows(asked.text)))
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        mapping = (await known(turn.connection, me.system)).of_here(asked.mapping)
        new = NewList(
            list_id=list_id, kind=asked.kind, staff_id=me.staff_id, mapping=mapping, rows=rows, text=asked.text
        )
        await keep_list(turn.connection, me.system, new, now)
    return await _page(homeward, me, list_id)


@router.get("/{list_id}", responses=problems(404))
async def get_list(list_id: UUID, homeward: HomewardState, me: Me) -> ListPage:
    """One list: what each row would do if it were applied now, or what came of it."""
    return await _page(homeward, me, list_id)


@router.put("/{list_id}/application", responses=problems(404, 409))
async def apply(list_id: UUID, asked: ApplicationIn, homeward: HomewardState, me: Me, now: Now) -> ListPage:
    """Bring the list in, at most 200 rows at a time; ask again while some are left. Again does what is missing."""
    await _find(homeward, me, list_id)
    leave_out = frozenset(asked.leave_out)
    await apply_list(homeward.database, homeward.hints, me, list_id, leave_out=leave_out, at=now)
    return await _page(homeward, me, list_id)


@router.put("/{list_id}/undoing", responses=problems(404, 409))
async def undo(list_id: UUID, asked: UndoingIn, homeward: HomewardState, me: Me, now: Now) -> ListPage:
    """Take back what the list did and nothing else; what has moved on meanwhile is left, and said."""
    await _find(homeward, me, list_id)
    words = Words(asked.words) if asked.words else None
    await take_back(homeward.database, homeward.hints, me, list_id, words=words, at=now)
    return await _page(homeward, me, list_id)


async def _page(homeward: State, me: Me, list_id: UUID) -> ListPage:
    return await list_page(homeward, me, await _find(homeward, me, list_id))


async def _find(homeward: State, me: Me, list_id: UUID) -> Upload:
    may_bring_in(me)
    async with homeward.database.reads.acquire() as connection:
        upload = await read_list(connection, me.system, list_id)
    check_may_bring_in(me, upload.kind)
    return upload


def _line(upload: Upload, names: dict[UUID, str]) -> ListLine:
    return ListLine(
        list_id=upload.list_id,
        kind=upload.kind,
        state=state_of(upload),
        brought_at=upload.brought_at,
        by=names.get(upload.staff_id, "Somebody who left"),
        rows=upload.rows,
    )
