"""The nights in a bed are frozen at midnight: what was reported is kept, whatever becomes known later (rule 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.facts import History
from app.domain.delay.owners import Parties, owners_of
from app.domain.delay.recorded import Delays
from app.domain.delay.rule import ReportingRule
from app.domain.delay.spans import Period, covering
from app.domain.delay.why import How, why_at
from app.domain.local_time import local_date, midnight_after
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A night in a bed no longer needed, with all that was in the way at its midnight. `reason` None: unexplained.

    `owners` are those to whom it is put down, `beside` who is heard whatever the reason is; both empty where that is
    not recorded.
    """

    night: date
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    contest_until: datetime
    owners: tuple[OrganisationId, ...] = ()
    beside: tuple[OrganisationId, ...] = ()


class AtMidnight(TypedDict):
    """What every `Frozen` says."""

    night: date
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    contest_until: datetime
    owners: tuple[OrganisationId, ...]
    beside: tuple[OrganisationId, ...]


def is_due(night: date, at: datetime, delays: Delays, periods: Sequence[Period]) -> bool:
    """Whether the person was ready in a bed at its midnight, and it is not frozen yet. Raises NightNotOver."""
    midnight = midnight_after(night)
    if at < midnight:
        raise NightNotOver
    return night not in delays.nights and covering(periods, midnight) is not None


def at_midnight(night: date, history: History, rule: ReportingRule, parties: Parties, known_at: datetime) -> AtMidnight:
    """What is frozen of this night. A late correction tells of nights long past, at which nobody could look before."""
    midnight = midnight_after(night)
    why = why_at(history, midnight, rule)
    until = rule.contest_until(max(night, local_date(known_at) - timedelta(days=1)))
    return AtMidnight(
        night=night,
        reason=why.reason,
        how=why.how,
        open=why.open,
        contest_until=until,
        owners=owners_of(why.reason, history, midnight, parties),
        beside=parties.beside,
    )


class NightNotOver(Rejection):
    """This night is not over yet. It is frozen at midnight."""
