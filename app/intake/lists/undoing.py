"""A list taken back: what it did and nothing else, last row first. What has moved on meanwhile is left, and said."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from app.access.me import Me
from app.database import Database
from app.domain.case import CloseCase
from app.domain.case.outcome import Outcome as CaseOutcome
from app.domain.decider import Command
from app.domain.rejections import Rejection
from app.domain.spell import ReverseAdmission, ReverseMove
from app.domain.values import CaseId, SpellId, WardId, Words
from app.events.case_of import case_of_spell
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.log import Turn
from app.intake.lists.bringing import bringer_of
from app.intake.lists.kept import Upload, mark_undone, read_list
from app.intake.lists.outcomes import LEFT, TAKEN_BACK, Outcome, is_undone, outcomes_of, write_undone
from app.intake.lists.plan import What
from app.intake.lists.reasons import NotYourWard

_UNDONE = Words("It came with a list that was taken back.")


class MovedOnSince(Rejection):
    """Something else was recorded on this stay or case since, so it is left as it is. Look at it and decide."""


class ReferredSince(Rejection):
    """This person was referred to the hub since, so the stay is left as it is. Look at it and decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """A list on its way back, since when, and who takes it back."""

    me: Me
    upload: Upload
    at: datetime
    words: Words | None


async def take_back(
    database: Database, hints: Hints, me: Me, list_id: UUID, *, words: Words | None, at: datetime
) -> None:
    """Take back what the list did. Again does only what is missing. Raises NotKnown."""
    async with taken(database, hints, me.system) as turn:
        await mark_undone(turn.connection, me.system, list_id, at)
        upload = await read_list(turn.connection, me.system, list_id)
        done = await outcomes_of(turn.connection, me.system, list_id)
    undoing = Undoing(me=me, upload=upload, at=upload.undone_at or at, words=words)
    for outcome in reversed(done):
        if outcome.undone is None and outcome.version is not None:
            await _take_back_row(database, hints, undoing, outcome)


async def _take_back_row(database: Database, hints: Hints, undoing: Undoing, outcome: Outcome) -> None:
    system, list_id = undoing.me.system, undoing.upload.list_id
    try:
        async with taken(database, hints, system) as turn:
            if await is_undone(turn.connection, system, list_id, outcome.row):
                return  # somebody else takes the list back at the same time
            await _undo(turn, undoing, outcome)
            await write_undone(turn.connection, system, list_id, outcome.row, TAKEN_BACK, None)
    except Rejection as refused:
        async with taken(database, hints, system) as turn:
            await write_undone(turn.connection, system, list_id, outcome.row, LEFT, refused.words())


async def _undo(turn: Turn, undoing: Undoing, outcome: Outcome) -> None:
    command = _command(undoing, outcome)
    own = bringer_of(undoing.me, undoing.upload).wards
    if own is not None and outcome.ward_id not in own:
        raise NotYourWard
    if len((await turn.read(command.stream)).events) != outcome.version:
        raise MovedOnSince
    if outcome.what is What.ADMIT and outcome.spell_id:
        case = await case_of_spell(turn, SpellId(outcome.spell_id))
        if case and not case.again:  # a case that had followed the person there goes back by itself
            raise ReferredSince
    await decide_in(turn, command)


def _command(undoing: Undoing, outcome: Outcome) -> Command:
    by, at = undoing.me.actor, undoing.at
    if outcome.what is What.REFER:
        assert outcome.case_id
        return CloseCase(
            case_id=CaseId(outcome.case_id),
            outcome=CaseOutcome.NO_LONGER_NEEDED,
            words=undoing.words or _UNDONE,
            closure_id=uuid5(undoing.upload.list_id, f"closure:{outcome.row}"),
            by=by,
            at=at,
        )
    assert outcome.spell_id
    spell = SpellId(outcome.spell_id)
    if outcome.what is What.ADMIT:
        return ReverseAdmission(spell_id=spell, by=by, at=at)
    assert outcome.from_ward_id
    assert outcome.ward_id
    return ReverseMove(
        spell_id=spell,
        ward_id=WardId(outcome.from_ward_id),
        bed=outcome.from_bed or "",
        from_ward_id=WardId(outcome.ward_id),
        from_bed=outcome.bed,
        by=by,
        at=at,
    )
