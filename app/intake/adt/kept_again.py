"""A message that was kept is placed once more: what it is by then, and what came of it this time."""

from typing import TYPE_CHECKING

from app.domain.values import PersonId, SystemId
from app.intake.adt.kept import TRIED, Kept, told_by
from app.intake.adt.outcome import Outcome, State
from app.intake.adt.understood import Refused, Understood

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection


async def settled_meanwhile(connection: "Connection", system: SystemId, message: Kept) -> State | None:
    """What it is, where that was settled since it was read: erased with its person, ignored at the desk, or applied."""
    state: State | None = await connection.fetchval(_STATE, system, message.message_id)
    if state is None:
        return message.state
    return state if state != message.state and state in ("ignored", "applied") else None


async def keep_again(
    connection: "Connection",
    system: SystemId,
    message_id: int,
    reading: Understood | Refused,
    outcome: Outcome,
    person: PersonId | None,
) -> None:
    """What came of a message when it was placed once more."""
    await connection.execute(
        _KEEP_AGAIN,
        system,
        message_id,
        person,
        outcome.state,
        outcome.code,
        outcome.words,
        *told_by(reading, outcome),
        outcome.answer,
    )


async def note_tried(connection: "Connection", system: SystemId, message_id: int) -> None:
    """It was tried with all that is known now, and came to nothing."""
    await connection.execute(_NOTE_TRIED, system, message_id)


_STATE = "SELECT state FROM feed_message WHERE system_id = $1 AND message_id = $2 AND raw <> '' FOR UPDATE"

_KEEP_AGAIN = f"""
    UPDATE feed_message SET person_id = coalesce($3, person_id), state = $4, code = $5, words = $6, told_at = $7,
        happened_at = $8, visit_number = $9, spell_id = coalesce($10, spell_id), waits_for = $11, warnings = $12,
        or_waits_for = $13, other_spell_ids = coalesce($14, other_spell_ids), answer = $15,
        tried_as_of = {TRIED.format(state="$4")}
    WHERE system_id = $1 AND message_id = $2"""

_NOTE_TRIED = """
    UPDATE feed_message SET tried_as_of = (SELECT head FROM system WHERE id = $1)
    WHERE system_id = $1 AND message_id = $2"""
