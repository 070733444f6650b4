"""The escalation policy: what is a problem, from when, at which level, whose ladder, and how soon it is answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.ladder import Level
from app.domain.practice.document import Document
from app.domain.practice.faults import Fault
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import column


class Ladders(StrEnum):
    """Whose ladder a problem climbs, beside the hub's."""

    OWNER = "owner"
    WARD = "ward"
    HUB = "hub"
    SERVICE = "service"
    COMMISSIONER = "commissioner"
    SYSTEM = "system"


WORDS = {
    Ladders.OWNER: "Whoever owns the problem",
    Ladders.WARD: "Ward and hospital",
    Ladders.HUB: "Hub",
    Ladders.SERVICE: "Service that is booked",
    Ladders.COMMISSIONER: "Commissioner",
    Ladders.SYSTEM: "The system’s own",
}
"""How each ladder is called on a form."""


class Answer(StrEnum):
    """By when somebody must answer where it is no count of minutes."""

    NEXT_BOARD_ROUND = "next_board_round"
    SAME_DAY = "same_day"
    WEEKLY_REVIEW = "weekly_review"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationLine:
    """One trigger at one level. It counts from the cause, before it if negative: in minutes, or in working days."""

    trigger: str = column("Trigger", "A code; the same at each level that it climbs to")
    level: Level = column("Level")
    words: str = column("Words")
    ladder: Ladders = column("Ladder", default=Ladders.OWNER)
    after_minutes: int = column("After minutes", "From the cause; before it if negative")
    after_working_days: int | None = column("Or after working days", "Of the owner", default=None)
    respond_minutes: int | None = column("Answer in minutes", default=None)
    respond_by: Answer | None = column("Or answer by", default=None)
    wall_clock: bool = column("Wall clock", "Day and night; else by the owner's calendar", default=False)


@dataclass(frozen=True, slots=True)
class EscalationPolicy(Document[EscalationLine]):
    """Every trigger, at each level that it climbs to."""

    kind: ClassVar[PracticeKind] = PracticeKind.ESCALATION_POLICY
    line: ClassVar[type[EscalationLine]] = EscalationLine
    named_by: ClassVar[tuple[str, ...]] = ("trigger", "level")

    @classmethod
    def faults_of(cls, lines: Sequence[EscalationLine]) -> Iterator[Fault]:
        """Each line says once from when it counts, and once by when it is answered."""
        for n, line in enumerate(lines):
            if line.after_working_days is not None and (line.after_minutes or line.wall_clock):
                words = "Working days are the owner's. Give 0 minutes beside them, and not the wall clock."
                yield Fault(n, "after_working_days", words)
            if (line.respond_minutes is None) is (line.respond_by is None):
                yield Fault(n, "respond_minutes", "Say by when it is answered: in minutes, or by a time of the day.")
            elif line.respond_minutes is not None and line.respond_minutes < 1:
                yield Fault(n, "respond_minutes", "Give at least one minute to answer.")
