"""Medicines: whether they are ready. What changed is not recorded here, so the page leaves room to write it down."""

from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, TaskState
from app.domain.practice.tasks import Tick
from app.views.for_the_person.known import Known
from app.views.for_the_person.words import Line, Part, line, some

_WRITTEN_IN = ("New medicines", "Changed medicines", "Stopped medicines")


def medicines(known: Known) -> Part:
    """What is known of the medicines to take home, and what to ask."""
    return Part(
        key="medicines",
        heading=line("Your medicines"),
        lines=some(None if known.away else _ready(known), *_changed(known)),
        to_write=_WRITTEN_IN,
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


def _changed(known: Known) -> tuple[Line, ...]:
    if known.away:
        return (line("Are you not sure what to take? Ask your pharmacist, or ring one of the numbers above."),)
    return (
        line("This page does not know which medicines changed.", "We do not know here what has changed."),
        line(
            "Before you leave, ask the nurse: what is new, what is changed, what has stopped? Write it here.",
            "Ask the nurse: What is new? What has stopped? Write it here.",
        ),
    )
