"""Medicines: whether they are ready, and which were changed and why; where nobody said, room to write it down."""

from app.domain.case.medicines import ChangedMedicine, medicines_of_stay
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, TaskState
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.practice.tasks import Tick
from app.views.for_the_person.known import Known
from app.views.for_the_person.words import Line, Part, line, some

_WRITTEN_IN = ("New medicines", "Changed medicines", "Stopped medicines")
_KINDS = {
    MedicineChange.STARTED: line("New", "New medicine"),
    MedicineChange.CHANGED: line("Changed", "Take this in a new way"),
    MedicineChange.STOPPED: line("Stopped, do not take it any more", "Stop. Do not take this any more"),
}
"""How each is headed, in the order in which they stand."""


def medicines(known: Known) -> Part:
    """What is known of the medicines to take home and of those that changed, and what to ask."""
    told = medicines_of_stay(known.case)
    return Part(
        key="medicines",
        heading=line("Your medicines"),
        lines=some(None if known.away else _ready(known), *(_changes(told.changes) if told else ()), *_ask(known)),
        to_write=() if told else _WRITTEN_IN,
    )


def _ready(known: Known) -> Line | None:
    facts = facts_of(known.case)
    ticks = [task for task in known.case.tasks.items.values() if task.line and task.line.tick is Tick.MEDICINES]
    stand = {standing(task, facts) for task in ticks} - {TaskState.NOT_NEEDED}
    if not stand:
        return None
    ready, not_yet = (
        line("Your medicines to take home are ready."),
        line("Your medicines to take home are not ready yet."),
    )
    return not_yet if stand & UNFULFILLED else ready


def _changes(changes: tuple[ChangedMedicine, ...]) -> tuple[Line, ...]:
    if not changes:
        return (
            line(
                "No medicine was changed in hospital. Take yours as you did before.",
                "Your medicines are the same as before.",
            ),
        )
    first = line("These medicines changed in hospital. Take all others as you did before.", "These medicines changed:")
    return (first, *(_one(each) for kind in _KINDS for each in changes if each.how is kind))


def _one(changed: ChangedMedicine) -> Line:
    kind, what, why = _KINDS[changed.how], _sentence(changed.medicine), _sentence(changed.why)
    return line(f"{kind.plain}: {what} Why: {why}", f"{kind.easy}: {what} Why? {why}")


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _ask(known: Known) -> tuple[Line, ...]:
    if known.away:
        return (line("Are you not sure what to take? Ask your pharmacist, or ring one of the numbers above."),)
    if medicines_of_stay(known.case):
        return (line("Are you not sure what to take? Ask the nurse before you leave."),)
    return (
        line("This page does not know which medicines changed.", "We do not know here what has changed."),
        line(
            "Before you leave, ask the nurse: what is new, what is changed, what has stopped? Write it here.",
            "Ask the nurse: What is new? What has stopped? Write it here.",
        ),
    )
