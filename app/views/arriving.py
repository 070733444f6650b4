"""What a card shows of somebody who left: when they should be there and be met, what is known, and what was left open.

It names nobody and holds no words, so that a service's own card may show the same.
"""

from datetime import datetime
from typing import TypedDict
from uuid import UUID

from app.domain.case import Case
from app.domain.case.arriving.booking import awaited
from app.domain.case.arriving.overdue import arrival_due, contact_due, left_with_stops_open
from app.domain.case.state import Away
from app.domain.case.stay.state import is_in_service


class Missed(TypedDict):
    """The latest contact that failed."""

    why: str
    at: str


class ArrivingRow(TypedDict):
    """Instants as ISO 8601 in UTC; what is due is None once it is known, or where it is not waited for.

    `stops` counts the tasks that were to be done before leaving and are still open. `in_service`: a stay goes on.
    """

    left_at: str
    arrival_due: str | None
    arrived_at: str | None
    contact_due: str | None
    contact_at: str | None
    missed: Missed | None
    stops: int
    in_service: bool


def arriving_row(case: Case, booking: UUID | None = None) -> ArrivingRow | None:
    """None of somebody who is in hospital, or whose case is closed.

    `booking` is with whom; None: with whom they are awaited.
    """
    if not isinstance(case.stage, Away):
        return None
    known = case.stage.of(booking or awaited(case))
    missed = known.missed[-1] if known.missed and not known.contact_at else None
    return ArrivingRow(
        left_at=case.stage.left_at.isoformat(),
        arrival_due=_said(arrival_due(case, booking)),
        arrived_at=_said(known.arrived_at),
        contact_due=_said(contact_due(case, booking)),
        contact_at=_said(known.contact_at),
        missed=Missed(why=missed.why.value, at=missed.at.isoformat()) if missed else None,
        stops=len(left_with_stops_open(case)),
        in_service=is_in_service(case.stays),
    )


def with_arriving(stage: str, arriving: ArrivingRow | None) -> str:
    """The board's column: *Left hospital* until the service has met the person; then they are in its care."""
    return "in_service" if stage == "left_hospital" and arriving and arriving["in_service"] else stage


def _said(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
