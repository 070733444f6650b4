"""How delays are reported here: the written order of reasons, what a day costs, when the weekly snapshot is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.weekdays import Weekday
from app.domain.delay.rule import LineReasons, ReportingRule
from app.domain.practice.document import Document
from app.domain.practice.faults import Fault
from app.domain.practice.kinds import PracticeKind
from app.domain.practice.lines import LineRule, ServiceLines
from app.domain.practice.table import column


class OrderPart(StrEnum):
    """Where a reason stands: before the stage, where somebody said that it stops leaving, or after it."""

    STOP = "stop"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One reason; those of one part count in the order of their lines."""

    code: DelayReason = column("Reason")
    part: OrderPart = column("Part", "stop: before the stage; wait: after it")


@dataclass(frozen=True, slots=True)
class DelayOrder(Document[OrderLine]):
    """The written order by which one of several open reasons is reported."""

    kind: ClassVar[PracticeKind] = PracticeKind.DELAY_ORDER
    line: ClassVar[type[OrderLine]] = OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingLine:
    """The one line of the list."""

    code: str = column("Code")
    cost_per_day: int = column("Cost of a day", "In pounds")
    snapshot_day: Weekday = column("Snapshot on", "The day of the weekly snapshot")
    snapshot_at: time = column("Snapshot at", "Local time; until then a night may be contested")


@dataclass(frozen=True, slots=True)
class DelayReporting(Document[ReportingLine]):
    """What a day costs, and when the weekly snapshot is taken."""

    kind: ClassVar[PracticeKind] = PracticeKind.DELAY_REPORTING
    line: ClassVar[type[ReportingLine]] = ReportingLine

    @classmethod
    def faults_of(cls, lines: Sequence[ReportingLine]) -> Iterator[Fault]:
        """One line, and a cost that is not below nothing."""
        if len(lines) != 1:
            yield Fault(min(len(lines), 1), "code", "This list has exactly one line.")
        for n, line in enumerate(lines):
            if line.cost_per_day < 0:
                yield Fault(n, "cost_per_day", "Give the cost of a day in pounds, 0 or more.")


def reporting_rule(order: DelayOrder, reporting: DelayReporting, lines: ServiceLines) -> ReportingRule:
    """The rule that these lists make together."""
    by_part = {part: tuple(line.code for line in order.lines if line.part is part) for part in OrderPart}
    said = reporting.lines[0]
    return ReportingRule(
        stops=by_part[OrderPart.STOP],
        waits=by_part[OrderPart.WAIT],
        lines={line.code: _reasons(line) for line in lines.lines},
        cost_per_day=said.cost_per_day,
        snapshot_day=said.snapshot_day,
        snapshot_at=said.snapshot_at,
    )


def _reasons(line: LineRule) -> LineReasons:
    serves = frozenset(pathway for pathway in Pathway if line.serves(pathway))
    return LineReasons(line.waiting_reason, line.capacity_reason, serves)
