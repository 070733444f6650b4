"""A night over whose reason two organisations differ, before the weekly snapshot reports it as it stands.

It outlasts the stay: whoever has left meanwhile was ready in that bed all the same.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain.escalation.cause import Cause, Situation
from app.domain.spell.state import Spell


def contested_night(now: Situation) -> Iterator[Cause]:
    """The snapshot until which it can be settled, the next one of several. One that was taken settles nothing more."""
    since = min((until for until in snapshots(now.spell) if until > now.at), default=None)
    if since:
        yield Cause(trigger="contested_night", since=since)


def snapshots(spell: Spell) -> set[datetime]:
    """Those that will report a night over which two organisations differ still."""
    return {each.contest_until for each in spell.delays.nights.values() if each.contested and not each.settled}
