"""Seven days (DOMAIN rule 14): what happens on weekdays, beside what happens on weekends and bank holidays.

There are more weekdays, so what is compared is how much there is on one day of a kind.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from app.domain.codes.delay_reasons import DelayReason
from app.domain.weekend.days import is_weekday


class KindOfDay(StrEnum):
    """A working day of the week, or a day off."""

    WEEKDAY = "weekday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leavings:
    """Who left on this local date: `left` in all, `ready` of them with a ready date, from which `days` passed in sum.

    `same_day` of them left on their ready date.
    """

    on: date
    left: int
    ready: int
    same_day: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NightsOf:
    """The nights that began on this local date and were reported with this reason; None: unexplained."""

    on: date
    reason: DelayReason | None
    nights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMeasured:
    """All days of one kind: `days_of_kind` of them. `by_reason` are the nights, the most first.

    `to_leave` is the mean of the days from ready to left, None where nobody left who was ready.
    """

    kind: KindOfDay
    days_of_kind: int
    left: int
    left_a_day: float
    same_day: int
    to_leave: float | None
    nights: int
    nights_a_day: float
    by_reason: Mapping[DelayReason | None, int] = field(default_factory=dict)


def seven_days(
    first: date, last: date, leavings: Iterable[Leavings], nights: Iterable[NightsOf], days_off: Container[date]
) -> list[KindMeasured]:
    """Weekdays, then weekends, of the dates from `first` to `last`, both included."""
    dates = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    kinds: dict[KindOfDay, set[date]] = {kind: set() for kind in KindOfDay}
    for day in dates:
        kinds[KindOfDay.WEEKDAY if is_weekday(day, days_off) else KindOfDay.WEEKEND].add(day)
    left, passed = [*leavings], [*nights]

    def measured(kind: KindOfDay) -> KindMeasured:
        days = kinds[kind]
        return _measured(kind, len(days), [x for x in left if x.on in days], [x for x in passed if x.on in days])

    return [measured(kind) for kind in KindOfDay]


def _measured(kind: KindOfDay, number: int, leavings: Sequence[Leavings], nights: Sequence[NightsOf]) -> KindMeasured:
    left, ready = sum(each.left for each in leavings), sum(each.ready for each in leavings)
    reasons = Counter[DelayReason | None]()
    for each in nights:
        reasons[each.reason] += each.nights
    return KindMeasured(
        kind=kind,
        days_of_kind=number,
        left=left,
        left_a_day=left / number if number else 0.0,
        same_day=sum(each.same_day for each in leavings),
        to_leave=sum(each.days for each in leavings) / ready if ready else None,
        nights=reasons.total(),
        nights_a_day=reasons.total() / number if number else 0.0,
        by_reason=dict(reasons.most_common()),
    )
