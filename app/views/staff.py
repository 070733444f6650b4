"""The roster: one row for each member of staff, without their name, which is joined as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import assert_never
from uuid import UUID

from sqlalchemy import Column, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.decider import Recorded
from app.domain.system import StaffChanged, StaffEvent, StaffJoined, StaffLeft
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow(Row):
    """One member of staff; `gone` once they have left."""

    role: str
    organisation_id: UUID
    hub_id: UUID | None
    ward_ids: tuple[UUID, ...]


def rows(events: Sequence[Recorded[StaffEvent]]) -> list[StaffRow]:
    """What the latest event says."""
    row = reduce(_apply, events, None)
    return [row] if row else []


def _apply(row: StaffRow | None, recorded: Recorded[StaffEvent]) -> StaffRow | None:
    event = recorded.event
    match event:
        case StaffJoined() | StaffChanged():
            return StaffRow(
                id=event.staff_id,
                scope=EVERYWHERE,
                position=recorded.position,
                gone=False,
                role=event.role,
                organisation_id=event.organisation_id,
                hub_id=event.hub_id,
                ward_ids=tuple(sorted(event.ward_ids)),
            )
        case StaffLeft():
            return row and replace(row, gone=True, position=recorded.position)
        case _:
            assert_never(event)


TABLE = row_table(
    "staff_1",
    Column("role", Text, nullable=False),
    Column("organisation_id", Uuid, nullable=False),
    Column("hub_id", Uuid),
    Column("ward_ids", ARRAY(Uuid), nullable=False),
)

STAFF = Kind(
    name="staff",
    stream="staff",
    table=TABLE,
    rows=rows,
    joins="LEFT JOIN account ON account.system_id = r.system_id AND account.staff_id = r.id",
    extra=", account.name",
)
