"""A frozen night that was contested and is not settled, while it still can be (DOMAIN rule 6)."""

from collections.abc import Iterator

from app.domain.escalation.cause import Cause, Situation


def contested_night(now: Situation) -> Iterator[Cause]:
    """The policy counts back from the weekly snapshot, after which the night is reported as it stands."""
    nights = now.spell.delays.nights.values()
    open_ = [night.contest_until for night in nights if night.contested and not night.settled]
    if open_:
        yield Cause(trigger="contested_night", since=min(open_))
