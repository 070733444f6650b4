"""A failed discharge: somebody is in hospital again soon after they left (hub-practice 1.20).

A cancelled discharge and a new stay both count, on the local day on which they left; with a reason that says so, at any
time. A leaving that was recorded by mistake was none, and who was moved to another hospital was not discharged.
"""

from datetime import datetime

from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.domain.local_time import local_date


def failed(
    left_at: datetime | None,
    back_at: datetime | None,
    reason: ReturnReason | None = None,
    how: WayOut | None = None,
) -> bool:
    """Whether this return says that the discharge failed; `how` they had left, where a new stay is the return."""
    if reason is not None:
        return reason is not ReturnReason.RECORDED_BY_MISTAKE
    if how is WayOut.TRANSFERRED:
        return False
    return left_at is not None and back_at is not None and local_date(left_at) == local_date(back_at)
