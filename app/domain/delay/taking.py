"""What a weekly snapshot keeps of one stay in a bed, in hospital or in the community."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, TypedDict

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.facts import History
from app.domain.delay.owners import Parties, owners_of
from app.domain.delay.rule import ReportingRule
from app.domain.delay.spans import Period, covering
from app.domain.delay.why import How, why_at
from app.domain.local_time import local_date
from app.domain.values import OrganisationId


class AtInstant(TypedDict):
    """What every `Taken` says."""

    taken_at: datetime
    reason: DelayReason | None
    how: How
    open: tuple[DelayReason, ...]
    admitted_on: date
    ready_on: date
    told_late: bool
    owners: tuple[OrganisationId, ...]
    beside: tuple[OrganisationId, ...]


class Lying(NamedTuple):
    """A stay in a bed: when it began, when the person was ready, all that tells of why, and whose it may be."""

    admitted_at: datetime
    periods: Sequence[Period]
    history: History
    parties: Parties


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
                owners=owners_of(why.reason, known.history, instant, known.parties),
                beside=known.parties.beside,
            )
    return None
