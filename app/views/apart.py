"""Notes are rows of their own: no other row of a case is moved by one, and they are the most of its events."""

from collections.abc import Sequence
from typing import Any, get_args

from app.domain.case import CaseEvent, NoteEvent
from app.domain.decider import Recorded

NOTES: tuple[type[Any], ...] = get_args(NoteEvent)


def without_notes(events: Sequence[Recorded[CaseEvent]]) -> list[Recorded[CaseEvent]]:
    """The events of a case that move other rows than its notes'."""
    return [each for each in events if not isinstance(each.event, NOTES)]
