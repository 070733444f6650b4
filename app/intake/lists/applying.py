"""A list applied row by row, each its own turn: a bad row stops no other, and again does only what is missing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.access.me import Me
from app.database import Database
from app.domain.rejections import Rejection
from app.events.handler import taken
from app.events.hints import Hints
from app.events.log import Turn
from app.intake.lists.bringing import bringer_of
from app.intake.lists.carrying_out import Row, carry_out
from app.intake.lists.cells import read_rows
from app.intake.lists.kept import ListForgotten, ListTakenBack, Upload, begin, read_list, settle
from app.intake.lists.line import Line, read_lines
from app.intake.lists.outcomes import Outcome, people_by_row, write_outcome
from app.intake.lists.plan import Step, What, cannot
from app.intake.lists.preview import Seen, foreseen
from app.intake.lists.remembered import remember

ROWS_A_GO = 200
"""What is done in one request; who asked asks again for the rest, and can show how far it has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A list on its way in, and who brings it."""

    database: Database
    hints: Hints
    me: Me
    upload: Upload
    at: datetime


async def apply_list(
    database: Database,
    hints: Hints,
    me: Me,
    list_id: UUID,
    *,
    leave_out: Collection[int],
    at: datetime,
    at_most: int = ROWS_A_GO,
) -> None:
    """Bring in the rows that are not done yet, `at_most` of them; the last of them settles the list.

    Raises NotKnown, ListTakenBack and ListForgotten.
    """
    async with taken(database, hints, me.system) as turn:
        upload = await read_list(turn.connection, me.system, list_id)
        if upload.undone_at:
            raise ListTakenBack
        if upload.applied_at:
            return
        if upload.text is None:
            raise ListForgotten
        await begin(turn.connection, me.system, list_id, at)
        done = await people_by_row(turn.connection, me.system, list_id)
        rows = read_rows(upload.text)
        await remember(turn.connection, me.system, upload.kind, rows, upload.mapping)
    application = Application(database=database, hints=hints, me=me, upload=upload, at=at)
    missing = [line for line in read_lines(rows, upload.mapping, upload.brought_at) if line.number not in done]
    for line in missing[:at_most]:
        await _apply_row(application, line, left_out=line.number in leave_out)
    if len(missing) <= at_most:
        async with taken(database, hints, me.system) as turn:
            await settle(turn.connection, me.system, list_id, at)


async def _apply_row(application: Application, line: Line, *, left_out: bool) -> None:
    try:
        await _in_a_turn(application, line, Step(what=What.LEFT_OUT) if left_out else None)
    except ListTakenBack:
        raise
    except Rejection as refused:
        await _in_a_turn(application, line, cannot(type(refused)))


async def _in_a_turn(application: Application, line: Line, instead: Step | None) -> None:
    """Do the row, or note what was found `instead`; unless it is done, or the list was taken back meanwhile."""
    me, upload = application.me, application.upload
    async with taken(application.database, application.hints, me.system) as turn:
        if (await read_list(turn.connection, me.system, upload.list_id)).undone_at:
            raise ListTakenBack
        done = await people_by_row(turn.connection, me.system, upload.list_id)
        if line.number in done:
            return
        seen = Seen({person for person in done.values() if person}, set())
        outcome = Outcome.of(line.number, instead) if instead else await _done(application, turn, line, seen)
        await write_outcome(turn.connection, me.system, upload.list_id, outcome)


async def _done(application: Application, turn: Turn, line: Line, seen: Seen) -> Outcome:
    bringer = bringer_of(application.me, application.upload)
    foreseen_now = await foreseen(turn.connection, turn.system, line, bringer, seen)
    row = Row(turn=turn, upload=application.upload, by=application.me.actor, bringer=bringer, foreseen=foreseen_now)
    return await carry_out(row)
