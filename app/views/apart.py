"""Notes are rows of their own: no other row of a case is moved by one, and they are the most of its events."""

from collections.abc import Sequence
from typing import Any, get_args

from app.domain.case import CASE, Case, CaseEvent, NoteEvent
from app.domain.decider import Recorded
from app.domain.lived import states

NOTES: tuple[type[Any], ...] = get_args(NoteEvent)


def without_notes(events: Sequence[Recorded[CaseEvent]]) -> list[Recorded[CaseEvent]]:
    """The events of a case that move other rows than its notes'."""
    return [each for each in events if not isinstance(each.event, NOTES)]


def lived_through(events: Sequence[Recorded[CaseEvent]]) -> list[tuple[Recorded[CaseEvent], Case]]:
    """Each of those events with the case after it."""
    lived = zip(events, states(events, CASE), strict=True)
    return [(each, case) for each, case in lived if not isinstance(each.event, NOTES)]
