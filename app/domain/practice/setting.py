"""Setting a local list: all of its lines at once, a new version each time. What was decided by the old one stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.domain.decider import Command, Decider, Recorded
from app.domain.practice.documents import DOCUMENTS
from app.domain.practice.kinds import PracticeKind, practice_stream
from app.domain.values import Stream

Lines: TypeAlias = tuple[Mapping[str, Any], ...]
"""Lines as plain JSON; nobody's details are in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSet:
    """From now on this list is so."""

    practice: PracticeKind
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPractice(Command):
    """Say how a list is now."""

    practice: PracticeKind
    lines: Lines

    @property
    def stream(self) -> Stream:
        """The list's own stream."""
        return practice_stream(self.practice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The lines that stand; None before any were set, when the list that was shipped counts."""

    lines: Lines | None = None


def decide(command: SetPractice, practice: Practice, _facts: None) -> list[PracticeSet]:
    """The same lines again change nothing; lines that are wrong are refused, each by name."""
    lines = DOCUMENTS[command.practice].parse(command.lines).as_json()
    if practice.lines == lines:
        return []
    return [PracticeSet(practice=command.practice, lines=lines)]


def evolve(_practice: Practice, recorded: Recorded[PracticeSet]) -> Practice:
    """The list after one more event."""
    return Practice(lines=recorded.event.lines)


PRACTICE = Decider(initial=Practice(), decide=decide, evolve=evolve)
PRACTICE_EVENTS = (PracticeSet,)
