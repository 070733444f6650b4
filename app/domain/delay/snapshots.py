"""The weekly snapshot: the reason at one instant of the week, kept beside those of the midnights (DOMAIN rule 6).

What is kept is what was on record at that instant, so that a snapshot taken late, after a standstill, is the one that
was due. Of whoever was not known to be ready then, what is known now is kept apart, as told since.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.why import How
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


class SnapshotNotDue(Rejection):
    """The time of this snapshot has not come yet. It is taken then by itself."""
