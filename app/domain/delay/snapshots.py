"""The weekly snapshot: the reason at one instant of the week, kept beside those of the midnights (DOMAIN rule 6).

What is kept is what was on record at that instant, so that a snapshot taken late, after a standstill, is the one that
was due. Of whoever was not known to be ready then, what is known now is kept apart, as told since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypedDict

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.facts import History
from app.domain.delay.rule import ReportingRule
from app.domain.delay.spans import Period, covering
from app.domain.delay.why import How, why_at
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Somebody who was ready and in a bed at the instant of a snapshot, and why. `reason` None: unexplained.

    `told_late`: by what was on record at the instant they were not, so what was reported then did not count them.
    `admitted_on` and `ready_on` are local dates, as they were known: from them the length of the stay and the
    additional days are counted, those of the national return. `owners` and `beside` are as those of a night.
    """

    taken_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    admitted_on: date
    ready_on: date
    told_late: bool = False
    owners: tuple[OrganisationId, ...] = ()
    beside: tuple[OrganisationId, ...] = ()


class AtInstant(TypedDict):
    """What a `Taken` says, but for where they were and whose it is."""

    taken_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    admitted_on: date
    ready_on: date
    told_late: bool


class Lying(NamedTuple):
    """A stay in a bed: when it began, in which periods the person was ready, and all that tells of why."""

    admitted_at: datetime
    periods: Sequence[Period]
    history: History


def at_instant(instant: datetime, then: Lying | None, now: Lying | None, rule: ReportingRule) -> AtInstant | None:
    """What is kept of it: by what was on record `then`, else by what is known `now`; None for who was not ready."""
    for known, told_late in ((then, False), (now, True)):
        period = covering(known.periods, instant) if known else None
        if known and period:
            why = why_at(known.history, instant, rule)
            return AtInstant(
                taken_at=instant,
                reason=why.reason,
                how=why.how,
                open=why.open,
                admitted_on=local_date(known.admitted_at),
                ready_on=local_date(period[0]),
                told_late=told_late,
            )
    return None


class SnapshotNotDue(Rejection):
    """The time of this snapshot has not come yet. It is taken then by itself."""
