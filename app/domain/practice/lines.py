"""Service lines as this system uses them: what each counts, how it answers, what it needs, when it is reviewed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice.document import Document
from app.domain.practice.faults import Fault
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.table import column


class LinePathway(StrEnum):
    """The pathway that a line belongs to; `any` with every one of them."""

    ANY = "any"
    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class Unit(StrEnum):
    """What its capacity is counted in."""

    CALL_SLOTS = "call_slots"
    STARTS = "starts"
    VISITS = "visits"
    CARERS = "carers"
    NIGHTS = "nights"
    PLACES = "places"
    BEDS = "beds"
    ITEMS = "items"
    JOBS = "jobs"


class Profile(StrEnum):
    """What an assessment must tell a service of this line before it can say yes."""

    HOME = "home"
    BED = "bed"
    CARE_HOME = "care_home"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """One line. Its two delay reasons: waiting for an answer of it, and nobody has a place."""

    code: ServiceLine = column("Line")
    words: str = column("Words")
    pathway: LinePathway = column("Pathway")
    unit: Unit = column("Unit")
    waiting_reason: DelayReason | None = column("While waiting", "Delay reason, such as IP1", default=None)
    capacity_reason: DelayReason | None = column("No capacity", "Delay reason, such as CA1", default=None)
    review_days: tuple[int, ...] = column("Review on days", "Counted from first contact", default=())
    response_hours: int = column("Answer in hours", "Open hours of the service", default=4)
    count_hours: int = column("Count is good for", "Open hours; then unconfirmed (ring)", default=24)
    needs_to_accept: Profile | None = column("Needs to accept", "Profile of the assessment", default=None)
    previous_provider_first: bool = column("Previous provider first", default=False)
    seven_days: bool = column("Admits all seven days", default=False)
    latest_arrival: time | None = column("Latest arrival", default=None)


@dataclass(frozen=True, slots=True)
class ServiceLines(Document[LineRule]):
    """Every line that a service may run here."""

    kind: ClassVar[PracticeKind] = PracticeKind.SERVICE_LINES
    line: ClassVar[type[LineRule]] = LineRule

    @classmethod
    def faults_of(cls, lines: Sequence[LineRule]) -> Iterator[Fault]:
        """Hours and days are counted forwards."""
        for n, line in enumerate(lines):
            for name in ("response_hours", "count_hours"):
                if getattr(line, name) < 1:
                    yield Fault(n, name, "Give at least one hour.")
            if any(day < 1 for day in line.review_days):
                yield Fault(n, "review_days", "Count review days from 1.")

    def rule_of(self, code: ServiceLine) -> LineRule | None:
        """How this line is used here; None when the list leaves it out."""
        return next((line for line in self.lines if line.code is code), None)
