"""The system's written order by which one of several open reasons is reported. Local data; this is the default."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.weekdays import Weekday
from app.domain.local_time import LOCAL, local_date, midnight_after

_R = DelayReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingRule:
    """`stops` before the stage, then `waits`; each in its order. `cost_per_day` in pounds.

    The weekly snapshot is taken on `snapshot_day` at `snapshot_at`, local time; until then a night may be contested.
    """

    stops: tuple[DelayReason, ...]
    waits: tuple[DelayReason, ...]
    cost_per_day: int
    snapshot_day: Weekday
    snapshot_at: time

    def contest_until(self, night: date) -> datetime:
        """The first snapshot that leaves a whole day after the night to look at it."""
        looked_at = midnight_after(night + timedelta(days=1))
        days = (local_date(looked_at) + timedelta(days=n) for n in range(9))
        snapshots = (
            datetime.combine(day, self.snapshot_at, LOCAL) for day in days if Weekday.of(day) is self.snapshot_day
        )
        return next(at for at in snapshots if at >= looked_at).astimezone(UTC)


DEFAULT_RULE = ReportingRule(
    stops=(_R.WB2, _R.WB3, _R.HP6, _R.IP9, _R.IP12, _R.WB1, _R.IP11, _R.WB4),
    waits=(_R.CA9, _R.CA10, _R.HP5, _R.HP4),
    cost_per_day=562,
    snapshot_day=Weekday.THU,
    snapshot_at=time(12),
)
"""Hub practice 12, rule R1; the cost is the figure of the national report, the snapshot a local default."""
