"""A night over whose reason two organisations differ, before the weekly snapshot reports it as it stands."""

from collections.abc import Iterator

from app.domain.escalation.cause import Cause, Situation
from app.domain.local_time import midnight_after


def contested_night(now: Situation) -> Iterator[Cause]:
    """The snapshot until which it can be settled, the next one of several.

    One that was taken settles nothing more: the latest frozen night tells how late it is, as far as the log knows.
    """
    nights = now.spell.delays.nights
    known_at = max((midnight_after(night) for night in nights), default=None)
    unsettled = (night.contest_until for night in nights.values() if night.contested and not night.settled)
    since = min((until for until in unsettled if known_at and until > known_at), default=None)
    if since:
        yield Cause(trigger="contested_night", since=since)
