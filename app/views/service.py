"""The services that the hub can ask: one row for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Text, Uuid

from app.domain.decider import Recorded
from app.domain.service import ServiceEvent
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow(Row):
    """One service: a line that a provider runs."""

    name: str
    organisation_id: UUID
    line: str
    pathway: str


def rows(events: Sequence[Recorded[ServiceEvent]]) -> list[ServiceRow]:
    """The service as it was last listed."""
    if not events:
        return []
    last = events[-1]
    return [
        ServiceRow(
            id=key_of(last.stream),
            scope=EVERYWHERE,
            position=last.position,
            gone=False,
            name=last.event.name,
            organisation_id=last.event.organisation_id,
            line=last.event.line,
            pathway=last.event.pathway,
        )
    ]


TABLE = row_table(
    "service_1",
    Column("name", Text, nullable=False),
    Column("organisation_id", Uuid, nullable=False),
    Column("line", Text, nullable=False),
    Column("pathway", Text, nullable=False),
)

SERVICE = Kind(name="service", stream="service", table=TABLE, rows=rows)
