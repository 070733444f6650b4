"""Service lines as this system uses them: what each counts, how it answers, what it needs, when it is reviewed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.weekdays import EVERY_DAY, WORKING_DAYS, Weekday
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


UNITS = {
    UnitKind.BEDS: (Unit.BEDS,),
    UnitKind.CALLS: (Unit.CALL_SLOTS, Unit.STARTS),
    UnitKind.PLACES: tuple(unit for unit in Unit if unit not in (Unit.BEDS, Unit.CALL_SLOTS)),
}
"""What a line may be said to be counted in, by what its code is counted in."""


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
    review_daily: bool = column("Review every day", "Of beds: requirements to remain", default=False)
    extend_weeks: int = column("Extend by weeks", "At most, at once, beyond the six weeks", default=6)
    response_hours: int = column("Answer in hours", "Open hours of the service", default=4)
    count_hours: int = column(
        "Count is good for", "Hours of days on which it admits; then unconfirmed (ring)", default=24
    )
    needs_to_accept: Profile | None = column("Needs to accept", "Profile of the assessment", default=None)
    previous_provider_first: bool = column("Previous provider first", default=False)
    seven_days: bool = column(
        "Admits all seven days", "Unless a service says otherwise; else Monday to Friday", default=False
    )
    latest_arrival: time | None = column("Latest arrival", "Unless a service says otherwise", default=None)
    also_on: tuple[LinePathway, ...] = column("Also on", "Pathways beside its own", default=())

    @property
    def admits_on(self) -> frozenset[Weekday]:
        """The days on which a service of this line admits that says nothing of its own."""
        return EVERY_DAY if self.seven_days else WORKING_DAYS

    def serves(self, pathway: Pathway) -> bool:
        """Whether somebody on this pathway may be given it."""
        return not {LinePathway.ANY, LinePathway(pathway)}.isdisjoint({self.pathway, *self.also_on})


@dataclass(frozen=True, slots=True)
class ServiceLines(Document[LineRule]):
    """Every line that a service may run here."""

    kind: ClassVar[PracticeKind] = PracticeKind.SERVICE_LINES
    line: ClassVar[type[LineRule]] = LineRule

    @classmethod
    def faults_of(cls, lines: Sequence[LineRule]) -> Iterator[Fault]:
        """Hours and days are counted forwards; what a line is counted in stays, since counts and packages are so."""
        for n, line in enumerate(lines):
            if line.unit not in UNITS[counted_in(line.code)]:
                yield Fault(n, "unit", f"This line is counted in {_either(UNITS[counted_in(line.code)])}. Choose that.")
            for name in ("response_hours", "count_hours"):
                if getattr(line, name) < 1:
                    yield Fault(n, name, "Give at least one hour.")
            if line.extend_weeks < 1:
                yield Fault(n, "extend_weeks", "Give at least one week.")
            if line.review_daily and counted_in(line.code) is not UnitKind.BEDS:
                yield Fault(n, "review_daily", "Requirements to remain are of beds. Give the days of review instead.")
            if any(day < 1 for day in line.review_days):
                yield Fault(n, "review_days", "Count review days from 1.")

    def rule_of(self, code: ServiceLine) -> LineRule | None:
        """How this line is used here; None when the list leaves it out."""
        return next((line for line in self.lines if line.code is code), None)

    def of(self, code: ServiceLine) -> LineRule:
        """How services of this line are dealt with; those of a line left out as one is whose line says no more."""
        return self.rule_of(code) or LineRule(
            code=code, words=code.replace("_", " ").capitalize(), pathway=LinePathway.ANY, unit=Unit.PLACES
        )


def _either(units: Sequence[Unit]) -> str:
    return " or ".join(unit.replace("_", " ") for unit in units)
