"""What staff recorded as stopping the leaving, and since when it does."""

from collections.abc import Iterator
from datetime import datetime

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.escalation.cause import Situation

OF_LAW = frozenset({DelayReason.WB2, DelayReason.WB3, DelayReason.IP11})
"""Safeguarding, capacity and choice: what must be settled before anybody may leave."""


def stopping(now: Situation) -> Iterator[tuple[datetime, DelayReason, Owner]]:
    """Each blocker that stops leaving now: since when, what it is, and whose."""
    for blocker in now.spell.delays.blockers.values():
        for each in blocker.intervals():
            if each.stops and each.open_at(now.at):
                yield each.start, each.reason, blocker.owner
