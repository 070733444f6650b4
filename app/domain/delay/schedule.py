"""When the weekly snapshot is taken: a weekday and a local time, which a system may set anew."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, pairwise, takewhile

from app.domain.codes.weekdays import Weekday
from app.domain.local_time import LOCAL, day_begins, local_date

ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Weekly:
    """Once a week, on this day at this local time."""

    day: Weekday
    at: time

    def instants(self, since: datetime) -> Iterator[datetime]:
        """Each such instant from `since` on, in UTC, without an end."""
        days = (local_date(since) + timedelta(days=n) for n in count())
        on = (datetime.combine(day, self.at, LOCAL) for day in days if Weekday.of(day) is self.day)
        return (instant.astimezone(UTC) for instant in on if instant >= since)


def instants_between(settings: Sequence[tuple[datetime, Weekly]], since: datetime, until: datetime) -> list[datetime]:
    """The instants from `since` to `until`, each by what was set when it came; one of a local date, its first.

    `settings` are in order, each with the time from which it counts, the first one always: a day that is set
    afterwards adds no snapshot to a week that had one, nor a later hour to a day that had one, also before `since`.
    """
    found: dict[date, datetime] = {}
    after, begin = until + timedelta.resolution, day_begins(local_date(since))
    for (start, weekly), (end, _) in pairwise([*settings, (after, settings[-1][1])]):
        for instant in _before(min(end, after), weekly.instants(max(start, begin))):
            found.setdefault(local_date(instant), instant)
    return [instant for instant in found.values() if instant >= since]


def _before(end: datetime, instants: Iterable[datetime]) -> Iterator[datetime]:
    return takewhile(lambda each: each < end, instants)
