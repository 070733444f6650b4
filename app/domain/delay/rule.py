"""The system's written order by which one of several open reasons is reported, and until when it may be contested.

It is the hub's own data, in its lists of practice; the reasons of a line of service are in the list of lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.pathways import Pathway
from app.domain.codes.weekdays import Weekday
from app.domain.delay.schedule import Weekly
from app.domain.local_time import midnight_after


class LineReasons(NamedTuple):
    """Of a line of service: while it is being arranged, and while it has no place; None: nobody waits for it here.

    `serves` are the pathways on which it may be given.
    """

    arranging: DelayReason | None
    no_place: DelayReason | None
    serves: frozenset[Pathway] = frozenset(Pathway)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingRule:
    """`stops` before the stage, then `waits`; each in its order. `lines` by their code. `cost_per_day` in pounds.

    The weekly snapshot is taken on `snapshot_day` at `snapshot_at`, local time; until then a night may be contested.
    """

    stops: tuple[DelayReason, ...]
    waits: tuple[DelayReason, ...]
    lines: Mapping[str, LineReasons]
    cost_per_day: int
    snapshot_day: Weekday
    snapshot_at: time

    def contest_until(self, night: date) -> datetime:
        """The first snapshot that leaves a whole day after the night to look at it."""
        return next(Weekly(self.snapshot_day, self.snapshot_at).instants(midnight_after(night + timedelta(days=1))))
