"""The nights in a community bed no longer needed, as they were frozen: one row a night, in the scope of its service.

A kind of its own beside the nights in hospital: it is folded from the case, and is for the organisation that runs the
service, which sees no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, Text, Uuid

from app.domain.case import CaseEvent
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.remaining.events import RemainingEvent, StayNightFrozen
from app.domain.decider import Recorded
from app.domain.values import key_of
from app.views.apart import NOTES
from app.views.frozen import folded, night_columns, shown
from app.views.kind import Kind, Row, row_table
from app.views.night import night_id


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightRow(Row):
    """One night; its columns are those of `NightColumns`."""

    audience: str
    case_id: UUID
    stay_id: UUID
    night: date
    reason: str | None
    how: str
    open: tuple[str, ...]
    contest_until: datetime
    agreed: tuple[UUID, ...]
    contested: dict[str, Any]
    settling: dict[str, Any]
    settled: str | None
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[StayNightRow]:
    """Every frozen night of every stay of a case, each at the position of what was said of it last."""
    runs = {e.event.contact_id: e.event.organisation_id for e in events if isinstance(e.event, FirstContactMade)}
    if not runs:
        return []  # most cases have no stay yet
    of_stays: dict[UUID, list[Recorded[CaseEvent]]] = {}
    for each in events:
        if isinstance(each.event, RemainingEvent):
            of_stays.setdefault(each.event.stay_id, []).append(each)
    return [
        StayNightRow(
            id=night_id(stay, each.first.night),
            scope=str(each.first.service_id),
            audience=str(runs[stay]),
            case_id=key_of(events[0].stream),
            stay_id=stay,
            **shown(each),
        )
        for stay, said in of_stays.items()
        for each in folded(said, StayNightFrozen)
    ]


TABLE = row_table(
    "stay_night_1",
    Column("audience", Text, nullable=False, comment="the organisation that runs the service"),
    Column("case_id", Uuid, nullable=False),
    Column("stay_id", Uuid, nullable=False),
    *night_columns(),
    indexes=[Index("stay_night_of_stay", "system_id", "stay_id", "night", unique=True)],
)

STAY_NIGHT = Kind(
    name="stay_night",
    stream="case",
    table=TABLE,
    rows=rows,
    unmoved_by=NOTES,
    kept=("owners", "beside"),  # a service is not told which others are asked beside it
    for_audience=True,
)
