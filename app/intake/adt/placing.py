"""From an understood message to commands, by what it is about; or to the waiting room, with the reason in words."""

from dataclasses import replace

from app.domain.rejections import Rejection
from app.domain.values import SpellId
from app.events.log import Turn
from app.intake.adt.decision import Decision, GiveStay
from app.intake.adt.outcome import GivenUp, Outcome, Waits, together
from app.intake.adt.place_deletion import place_deletion
from app.intake.adt.place_details import place_details
from app.intake.adt.place_expected import place_expected
from app.intake.adt.place_merge import place_merge
from app.intake.adt.place_stay import place_stay
from app.intake.adt.place_visit import place_moved_visit, place_visit_number
from app.intake.adt.placed import Task
from app.intake.adt.triggers import About, about
from app.intake.adt.understood import Understood
from app.intake.senders import Sender


async def place(
    turn: Turn,
    sender: Sender,
    message: Understood,
    decision: Decision | None = None,
    applied_to: SpellId | None = None,
) -> Outcome:
    """Apply the message inside the turn, or say why it waits. Raises GivenUp: then the turn must be given up.

    `applied_to` is the stay that it was applied to when it was placed before. Of several people each is placed by
    itself; the message waits while one of them does.
    """
    applied_to = applied_to if len(message.subjects) == 1 else None
    tasks = [Task(turn, sender, message, subject, decision, applied_to) for subject in message.subjects]
    return together([await _placed_next(task) for task in tasks])


async def _placed_next(task: Task) -> Outcome:
    """What was written of those before counts for it."""
    await task.turn.flush()
    return await _placed(task)


async def _placed(task: Task) -> Outcome:
    """What comes of it for one of its people; what waits for somebody to look may be helped by news of them, too."""
    try:
        return await _place(task)
    except Waits as waits:
        return replace(waits.outcome, waits_for=waits.outcome.waits_for or task.waits_for)
    except Rejection as refused:
        raise GivenUp(refused, task.waits_for) from refused


async def _place(task: Task) -> Outcome:
    match about(task.trigger):
        case About.STAY:
            return await place_stay(task)
        case About.EXPECTED:
            return await place_expected(task)
        case About.DETAILS:
            return await place_details(task)
        case About.MERGE:
            return await place_merge(task)
        case About.MOVED_VISIT:
            return await place_moved_visit(task, confirmed=isinstance(task.decision, GiveStay))
        case About.VISIT_NUMBER:
            return await place_visit_number(task)
        case About.DELETED:
            return await place_deletion(task)
        case About.NOTHING:
            return Outcome(state="recorded", code="nothing-to-do", words=_NOTHING)


_NOTHING = "The hub needs nothing of this kind of message."
