"""A night over whose reason two organisations differ, before the weekly snapshot reports it as it stands.

It outlasts the stay: whoever has left meanwhile was ready in that bed all the same.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from app.domain.delay.recorded import Delays
from app.domain.escalation.cause import Cause, Situation


def contested_night(now: Situation) -> Iterator[Cause]:
    """Of a stay in hospital, case or not."""
    return _contested(in_hospital(now), now.at)


def contested_bed_night(now: Situation) -> Iterator[Cause]:
    """Of a community bed, about the case: nobody lies in two at once."""
    return _contested(in_community(now), now.at)


def in_hospital(now: Situation) -> set[datetime]:
    """The snapshots that will report a night over which two organisations differ still."""
    return _snapshots([now.spell.delays])


def in_community(now: Situation) -> set[datetime]:
    """The same, of every community bed."""
    return _snapshots(stay.delays for stay in now.case.stays.values())


def _snapshots(delays: Iterable[Delays]) -> set[datetime]:
    nights = (night for each in delays for night in each.nights.values())
    return {night.contest_until for night in nights if night.contested and not night.settled}


def _contested(snapshots: Collection[datetime], at: datetime) -> Iterator[Cause]:
    """The next snapshot of several. One that was taken settles nothing more."""
    since = min((until for until in snapshots if until > at), default=None)
    if since:
        yield Cause(trigger="contested_night", since=since)
