"""The discharge ready date, and the nights in a bed that was no longer needed (DOMAIN rule 1).

Reviews by time make periods of *no longer meets*. The ready date is the local date on which the last one began, if it
lasted to the end or lasts now. A night carries the date it began; dates are counted, not hours. It is one rule for
beds in hospital and in the community.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.decider import E_co, Recorded
from app.domain.local_time import local_date, nights_between
from app.domain.spell.criteria import Judged, timeline

BANDS = ((21, "21 days or more"), (14, "14-20 days"), (7, "7-13 days"), (4, "4-6 days"), (2, "2-3 days"), (1, "1 day"))
"""The published bands of days, each from its fewest days on."""

NO_DELAY = "no delay"
NOT_RECORDED = "ready date not recorded"
"""Nobody ever reviewed: no day is counted as lost, yet that is not the same as leaving on the ready date."""


@dataclass(frozen=True, slots=True)
class Night:
    """A local midnight in bed while no longer meeting the criteria; `date` is the day it began."""

    date: date
    counts_in_drd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """`days` from the ready date to leaving, or to now; None for someone here who is not ready.

    `periods` are all in which the person was ready, from when until when, the last one until now where it lasts.
    `became_unwell` is how often they met the criteria again, having been ready (DOMAIN rule 1: *became unwell while
    ready*); `earlier_nights` are those before: the published figure does not show them.
    """

    ready_date: date | None
    ready_at: datetime | None
    days: int | None
    band: str | None
    nights: tuple[Night, ...]
    periods: tuple[tuple[datetime, datetime], ...]
    became_unwell: int = 0

    @property
    def nights_in_all(self) -> int:
        """Every night no longer meeting, in this spell."""
        return len(self.nights)

    @property
    def earlier_nights(self) -> int:
        """The nights that days do not count."""
        return sum(not night.counts_in_drd for night in self.nights)


def ready(
    reviews: Sequence[Judged],
    opened_at: datetime,
    ended_at: datetime | None,
    now: datetime,
    breaks: Sequence[datetime] = (),
) -> Ready:
    """What the reviews say of a stay that ended, or of an open one (`ended_at` None) as it stands at `now`.

    `breaks` are when the person left the bed and came back to one: a period ends there, and a review begins the next.
    """
    until = ended_at or now
    known = timeline(reviews, opened_at, until)
    over, ready_at = _periods(known, breaks)
    relapses = {each.at for each in known if not each.no_longer_meets}
    periods = [*over, *([(ready_at, until)] if ready_at else [])]
    ready_date = local_date(ready_at) if ready_at else None
    nights = [night for start, end in periods for night in nights_between(start, end)]
    days = (local_date(until) - ready_date).days if ready_date else None
    if ended_at and days is None:
        days = 0
    return Ready(
        ready_date=ready_date,
        ready_at=ready_at,
        days=days,
        band=None if days is None else _band(days, recorded=bool(known)),
        nights=tuple(Night(night, ready_date is not None and night >= ready_date) for night in nights),
        periods=tuple(periods),
        became_unwell=sum(end in relapses for _, end in over),
    )


def known_by(events: Sequence[Recorded[E_co]], at: datetime) -> list[Recorded[E_co]]:
    """What had been recorded by then: folded, it answers as it was known that day."""
    return [event for event in events if event.recorded_at <= at]


def _periods(
    known: Sequence[Judged], breaks: Sequence[datetime]
) -> tuple[list[tuple[datetime, datetime]], datetime | None]:
    """The periods that are over, and since when the last one lasts."""
    periods: list[tuple[datetime, datetime]] = []
    start: datetime | None = None
    changes = [*((each.at, each.no_longer_meets) for each in known), *((at, False) for at in breaks)]
    for at, no_longer_meets in sorted(changes, key=lambda change: change[0]):
        if no_longer_meets:
            start = start or at
        elif start:
            periods.append((start, at))
            start = None
    return periods, start


def _band(days: int, *, recorded: bool) -> str:
    if not recorded:
        return NOT_RECORDED
    return next((words for fewest, words in BANDS if days >= fewest), NO_DELAY)
