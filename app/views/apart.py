"""Events that are rows of their own and move no other row of their stream: notes, frozen nights, weekly snapshots.

A note is shown to whom it is for alone; a night is frozen each midnight, a snapshot taken each week, and neither a bed
nor a card shows them.
"""

from collections.abc import Sequence
from typing import Any, get_args

from app.domain.case import CASE, Case, CaseEvent, NoteEvent
from app.domain.decider import Recorded
from app.domain.lived import states
from app.domain.spell import NightFrozen, SnapshotTaken, SpellEvent

NOTES: tuple[type[Any], ...] = get_args(NoteEvent)
NIGHTS: tuple[type[Any], ...] = (NightFrozen, SnapshotTaken)


def without_notes(events: Sequence[Recorded[CaseEvent]]) -> list[Recorded[CaseEvent]]:
    """The events of a case that move other rows than its notes'."""
    return [each for each in events if not isinstance(each.event, NOTES)]


def without_nights(events: Sequence[Recorded[SpellEvent]]) -> list[Recorded[SpellEvent]]:
    """The events of a stay that move other rows than its nights'; what people say of a night does."""
    return [each for each in events if not isinstance(each.event, NIGHTS)]


def lived_through(events: Sequence[Recorded[CaseEvent]]) -> list[tuple[Recorded[CaseEvent], Case]]:
    """Each of those events with the case after it."""
    lived = zip(events, states(events, CASE), strict=True)
    return [(each, case) for each, case in lived if not isinstance(each.event, NOTES)]
