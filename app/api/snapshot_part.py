"""A weekly snapshot on the page of one person: as it was taken, and what is known of its instant by now."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay import History, ReportingRule, why_at
from app.domain.delay.snapshots import Taken
from app.domain.delay.spans import covering
from app.domain.spell.ready import Ready


class SnapshotPart(BaseModel):
    """One weekly snapshot: `reason` as it was taken, `now_known` what is known of its instant by now.

    `told_late`: they were not known to be ready then, and no figure that was reported counts them; `still_so` is false
    where by now they are known not to have been.
    """

    taken_at: datetime
    reason: DelayReason | None
    now_known: DelayReason | None
    still_so: bool
    told_late: bool
    owners: tuple[UUID, ...]


def snapshot_part(taken: Taken, history: History, known: Ready, rule: ReportingRule) -> SnapshotPart:
    """By what is told and when the person was ready, as both are known now."""
    return SnapshotPart(
        taken_at=taken.taken_at,
        reason=taken.reason,
        now_known=why_at(history, taken.taken_at, rule).reason,
        still_so=covering(known.periods, taken.taken_at) is not None,
        told_late=taken.told_late,
        owners=taken.owners,
    )
