"""A night over whose reason two organisations differ, before the weekly snapshot reports it as it stands."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.delay.recorded import FrozenNight
from app.domain.escalation.cause import Cause, Situation
from app.domain.local_time import midnight_after


def contested_night(now: Situation) -> Iterator[Cause]:
    """Of a stay in hospital, case or not."""
    return _contested(now.spell.delays.nights)


def contested_bed_night(now: Situation) -> Iterator[Cause]:
    """Of a community bed, about the case: nobody lies in two at once."""
    return _contested({night: of for stay in now.case.stays.values() for night, of in stay.delays.nights.items()})


def _contested(nights: Mapping[date, FrozenNight]) -> Iterator[Cause]:
    """The snapshot until which it can be settled, the next one of several.

    One that was taken settles nothing more: the latest frozen night tells how late it is, as far as the log knows.
    """
    known_at = max((midnight_after(night) for night in nights), default=None)
    unsettled = (night.contest_until for night in nights.values() if night.contested and not night.settled)
    since = min((until for until in unsettled if known_at and until > known_at), default=None)
    if since:
        yield Cause(trigger="contested_night", since=since)
