"""The nights in a bed are frozen at midnight: what was reported is kept, whatever becomes known later (rule 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.facts import History
from app.domain.delay.recorded import Delays
from app.domain.delay.rule import ReportingRule
from app.domain.delay.spans import Period
from app.domain.delay.why import How, why_at
from app.domain.local_time import midnight_after
from app.domain.rejections import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A night in a bed no longer needed, with all that was in the way at its midnight. `reason` None: unexplained."""

    night: date
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    contest_until: datetime


class AtMidnight(TypedDict):
    """What a `Frozen` says."""

    night: date
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    contest_until: datetime


def is_due(night: date, at: datetime, delays: Delays, periods: Sequence[Period]) -> bool:
    """Whether the person was ready in a bed at its midnight, and it is not frozen yet. Raises NightNotOver."""
    midnight = midnight_after(night)
    if at < midnight:
        raise NightNotOver
    return night not in delays.nights and any(start < midnight <= end for start, end in periods)


def at_midnight(night: date, history: History, rule: ReportingRule) -> AtMidnight:
    """What is frozen of this night."""
    why = why_at(history, midnight_after(night), rule)
    return AtMidnight(
        night=night, reason=why.reason, how=why.how, open=why.open, contest_until=rule.contest_until(night)
    )


class NightNotOver(Rejection):
    """This night is not over yet. It is frozen at midnight."""
