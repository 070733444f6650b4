"""The weekly snapshots of stays in community beds, as they were taken: one row a stay and instant, for its service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Index, Text, Uuid

from app.domain.case import CaseEvent
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.remaining.events import StaySnapshotTaken
from app.domain.decider import Recorded
from app.domain.values import key_of
from app.views.apart import NOTES
from app.views.kind import Kind, Row, row_table
from app.views.snapshot import snapshot_columns, taken


@dataclass(frozen=True, slots=True, kw_only=True)
class StaySnapshotRow(Row):
    """One stay at one instant; beside `audience` and the ids its columns are those of `TakenColumns`."""

    audience: str
    case_id: UUID
    stay_id: UUID
    taken_at: datetime
    reason: str | None
    how: str
    open: tuple[str, ...]
    admitted_on: date
    ready_on: date
    told_late: bool
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[StaySnapshotRow]:
    """Every snapshot in which a stay of this case is."""
    of_stays = [(each, each.event) for each in events if isinstance(each.event, StaySnapshotTaken)]
    if not of_stays:
        return []
    runs = {e.event.contact_id: e.event.organisation_id for e in events if isinstance(e.event, FirstContactMade)}
    return [
        StaySnapshotRow(
            scope=str(event.service_id),
            audience=str(runs[event.stay_id]),
            case_id=key_of(each.stream),
            stay_id=event.stay_id,
            **taken(event.stay_id, each),
        )
        for each, event in of_stays
    ]


TABLE = row_table(
    "stay_snapshot_1",
    Column("audience", Text, nullable=False, comment="the organisation that runs the service"),
    Column("case_id", Uuid, nullable=False),
    Column("stay_id", Uuid, nullable=False),
    *snapshot_columns(),
    indexes=[
        Index("stay_snapshot_of_stay", "system_id", "stay_id", "taken_at", unique=True),
        Index("stay_snapshot_by_instant", "system_id", "taken_at"),
    ],
)

STAY_SNAPSHOT = Kind(
    name="stay_snapshot",
    stream="case",
    table=TABLE,
    rows=rows,
    unmoved_by=NOTES,
    kept=("owners", "beside"),  # as of a night: a service is not told which others are asked beside it
    for_audience=True,
)
