"""A night over whose reason two organisations differ, before the weekly snapshot reports it as it stands.

It outlasts the stay: whoever has left meanwhile was ready in that bed all the same. It is of each side (hub practice 4:
an L2 pair): whose night it was put down to, who contests it, and the hub, where the policy leaves the ladder open.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter

from app.domain.delay.recorded import Delays, FrozenNight
from app.domain.escalation.cause import Cause, Situation
from app.domain.values import OrganisationId


def contested_night(now: Situation) -> Iterator[Cause]:
    """Of a stay in hospital, case or not."""
    return _contested([now.spell.delays], now.at)


def contested_bed_night(now: Situation) -> Iterator[Cause]:
    """Of a community bed, about the case: nobody lies in two at once."""
    return _contested((stay.delays for stay in now.case.stays.values()), now.at)


def in_hospital(now: Situation) -> set[datetime]:
    """The snapshots that will report a night over which two organisations differ still."""
    return _snapshots([now.spell.delays])


def in_community(now: Situation) -> set[datetime]:
    """The same, of every community bed."""
    return _snapshots(stay.delays for stay in now.case.stays.values())


def _snapshots(delays: Iterable[Delays]) -> set[datetime]:
    return {night.contest_until for night in _unsettled(delays)}


def _contested(delays: Iterable[Delays], at: datetime) -> Iterator[Cause]:
    """For each side the next snapshot of several, the hub first. One that was taken settles nothing more."""
    snapshots: dict[OrganisationId | None, datetime] = {}
    for night in sorted(_unsettled(delays), key=attrgetter("contest_until")):
        if night.contest_until > at:
            for side in (None, *night.owners, *sorted(night.contested)):
                snapshots.setdefault(side, night.contest_until)
    for side, since in snapshots.items():
        yield Cause(trigger="contested_night", since=since, owner_id=side, each_owner=True)


def _unsettled(delays: Iterable[Delays]) -> Iterator[FrozenNight]:
    nights = (night for each in delays for night in each.nights.values())
    return (night for night in nights if night.contested and not night.settled)
