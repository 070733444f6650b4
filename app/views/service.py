"""The services that the hub can ask: one row for each, with all that matching reads and nothing about a person.

Its audience is the organisation that runs it: a provider sees no other's.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, Index, Integer, Text, Time, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.decider import Recorded
from app.domain.service import SERVICE as RULES
from app.domain.service import Service, ServiceDescribed, ServiceEvent, Unit
from app.domain.service.state import Place
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table

_SAID_NOTHING = ServiceDescribed()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow(Row):
    """One service: a line that an organisation runs.

    `units` are the units of its last count; `places` what is kept beside it, each with `units`, and `until` or
    `starts_at`. How much is free follows from both and the time; until when the count of `confirmed_at` is believed,
    from the hub's list of lines too.
    """

    name: str
    organisation_id: UUID
    line: str
    pathway: str
    sectors: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    admits_on: tuple[str, ...] = ()
    latest_arrival: time | None = None
    phone: str | None = None
    needs_to_accept: tuple[str, ...] | None = None
    confirm_within_hours: int | None = None
    closed_for: str | None = None
    closed_until: date | None = None
    confirmed_at: datetime | None = None
    units: tuple[dict[str, Any], ...] = ()
    places: tuple[dict[str, Any], ...] = ()


def rows(events: Sequence[Recorded[ServiceEvent]]) -> list[ServiceRow]:
    """The service as it stands; nothing before it is listed."""
    service: Service = RULES.fold(events)
    if service.listed is None:
        return []
    said, closed, needs = service.described or _SAID_NOTHING, service.closed, None
    if said.needs_to_accept is not None:
        needs = tuple(sorted(said.needs_to_accept))
    return [
        ServiceRow(
            id=key_of(events[-1].stream),
            scope=EVERYWHERE,
            position=events[-1].position,
            gone=False,
            name=service.listed.name,
            organisation_id=service.listed.organisation_id,
            line=service.listed.line,
            pathway=service.listed.pathway,
            sectors=tuple(sorted(said.sectors)),
            skills=tuple(sorted(said.skills)),
            admits_on=tuple(sorted(said.admits_on)),
            latest_arrival=said.latest_arrival,
            phone=said.phone,
            needs_to_accept=needs,
            confirm_within_hours=said.confirm_within_hours,
            closed_for=closed.why if closed else None,
            closed_until=closed.until if closed else None,
            confirmed_at=service.confirmed_at,
            units=tuple(_unit(unit) for unit in service.units),
            places=tuple(_place(place) for place in service.places.values()),
        )
    ]


def _unit(unit: Unit) -> dict[str, Any]:
    said = asdict(unit)
    if said["run"]:
        said["run"] |= {"sectors": sorted(said["run"]["sectors"])}
    return said


def _place(place: Place) -> dict[str, Any]:
    return asdict(place)


TABLE = row_table(
    "service_1",
    Column("name", Text, nullable=False),
    Column("organisation_id", Uuid, nullable=False),
    Column("line", Text, nullable=False),
    Column("pathway", Text, nullable=False),
    Column("sectors", ARRAY(Text), nullable=False, server_default="{}"),
    Column("skills", ARRAY(Text), nullable=False, server_default="{}"),
    Column("admits_on", ARRAY(Text), nullable=False, server_default="{}", comment="none: as its line has it"),
    Column("latest_arrival", Time),
    Column("phone", Text),
    Column("needs_to_accept", ARRAY(Text), comment="items of an assessment; null is those of its line"),
    Column("confirm_within_hours", Integer),
    Column("closed_for", Text),
    Column("closed_until", Date),
    Column("confirmed_at", DateTime(timezone=True)),
    Column("units", JSONB, nullable=False, server_default="[]", comment="what it counted itself as"),
    Column("places", JSONB, nullable=False, server_default="[]", comment="what is held or taken beside the count"),
    indexes=[Index("service_of_line", "system_id", "line")],
)

SERVICE = Kind(
    name="service", stream="service", table=TABLE, rows=rows, for_audience=True, audience_in="organisation_id"
)
