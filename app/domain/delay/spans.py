"""Every moment since somebody was ready, each with one reason: spans in which nothing about it changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.domain.delay.facts import ASKED, INSTANTS, Blocker, History, Override
from app.domain.delay.rule import ReportingRule
from app.domain.delay.why import Why, why_at

Period = tuple[datetime, datetime]
"""From when until when somebody was ready and still here."""


def covering(periods: Iterable[Period], at: datetime) -> Period | None:
    """The period in which this instant lies; whoever is ready only from then on was not ready at it."""
    return next((period for period in periods if period[0] < at <= period[1]), None)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` until `end` (not included) the reason and all that is open stay as they are."""

    start: datetime
    end: datetime
    why: Why


def spans(history: History, periods: Sequence[Period], rule: ReportingRule) -> list[Span]:
    """The spans of each period, without a gap: a period that lasts an instant only has none."""
    return [span for start, end in periods for span in _of_period(history, start, end, rule)]


def _of_period(history: History, start: datetime, end: datetime, rule: ReportingRule) -> Iterator[Span]:
    times = sorted({start, end, *(at for at in turns(history) if start < at < end)})
    current: Span | None = None
    for since, until in pairwise(times):
        said = why_at(history, since, rule)
        if current and current.why == said:
            current = Span(current.start, until, said)
            continue
        if current:
            yield current
        current = Span(since, until, said)
    if current:
        yield current


def turns(history: History) -> Iterator[datetime]:
    """Every instant at which something may change."""
    for fact in history.facts:
        yield fact.at
        if fact.field in INSTANTS and fact.value not in (None, ASKED):
            yield datetime.fromisoformat(str(fact.value))
    for start, end in (*_bounds(history.blockers), *_bounds(history.overrides)):
        yield start
        if end:
            yield end


def _bounds(intervals: Iterable[Blocker | Override]) -> Iterator[tuple[datetime, datetime | None]]:
    return ((each.start, each.end) for each in intervals)
