"""Services as they stand at an instant: what is free of each, how old its count is, and what a package would find."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.access.policy import check_runs
from app.api.row_json import row_json
from app.api.state import State
from app.api.telling import Happening, names_of, tell
from app.domain.practice import ServiceLines
from app.domain.rejections import NotKnown
from app.domain.replacing import replace
from app.domain.service import SERVICE, Service, ServiceDescribed
from app.domain.service.age import believed_until, is_confirmed
from app.domain.service.counting import count
from app.domain.values import ServiceId, stream
from app.events.overwriting import part_version
from app.events.practice import practice_in
from app.events.stream import read_stream
from app.views.days_off import days_off
from app.views.offering import Offering
from app.views.service import SERVICE as ROWS
from app.views.timeline_service import say_service, say_unit

MOST_TOLD = 200


class UnitNow(BaseModel):
    """One line of a count and what became of it since: `held` runs out, `booked` is still to come, `spot` is beside."""

    key: str
    what: str
    commissioned: int
    usable: int
    occupied: int
    contingency: int
    held: int
    booked: int
    spot: int
    free: int


class ServiceNow(BaseModel):
    """One service in the directory. Where `unconfirmed`, its counts are too old to be believed: ring it."""

    id: UUID
    name: str
    organisation_id: UUID
    line: str
    pathway: str
    phone: str | None
    sectors: list[str]
    closed_for: str | None
    confirmed_at: datetime | None
    believed_until: datetime | None
    unconfirmed: bool
    units: list[UnitNow]


class ServicesPage(BaseModel):
    """The services that were asked for, by name, as they stood at `at`."""

    at: datetime
    services: list[ServiceNow]


class ServicePage(BaseModel):
    """One service, whole. `service` is its row as the live feed sends it; `etag` is that of its description.

    `history` is what it said and what was kept of it, the latest first.
    """

    service: dict[str, Any]
    units: list[UnitNow]
    unconfirmed: bool
    etag: str
    history: list[Happening]


def service_now(offering: Offering, at: datetime, lines: ServiceLines) -> ServiceNow:
    """As the directory shows it."""
    service, listed = offering.service, offering.listed
    rule = lines.of(listed.line)
    said = service.described or ServiceDescribed()
    return ServiceNow(
        id=offering.service_id,
        name=listed.name,
        organisation_id=listed.organisation_id,
        line=listed.line,
        pathway=listed.pathway,
        phone=said.phone,
        sectors=sorted(said.sectors),
        closed_for=service.closed.why if service.closed else None,
        confirmed_at=service.confirmed_at,
        believed_until=believed_until(service, rule),
        unconfirmed=not is_confirmed(service, at, rule),
        units=units_now(service, at),
    )


def units_now(service: Service, at: datetime) -> list[UnitNow]:
    """Every line of the last count, with what is kept of it."""
    return [
        UnitNow(
            key=unit.key,
            what=say_unit(unit),
            commissioned=unit.commissioned,
            usable=unit.usable,
            occupied=unit.occupied,
            contingency=unit.contingency,
            held=now.held,
            booked=now.booked,
            spot=now.spot,
            free=now.free,
        )
        for unit in service.units
        for now in (count(service, unit, at),)
    ]


async def service_page(homeward: State, me: Me, service_id: ServiceId, at: datetime) -> ServicePage:
    """Read the service's stream. Raises NotKnown, and NotAllowed for a provider where another organisation runs it."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("service", service_id))).past
        lines = await practice_in(connection, me.system, ServiceLines)
        off = await days_off(connection, me.system, [service_id])
    service: Service = replace(SERVICE.fold(past.events), off=off[service_id])
    if service.listed is None:
        raise NotKnown(what="service")
    check_runs(me, service.listed.organisation_id)
    async with homeward.database.engine.connect() as connection:
        names = await names_of(connection, me.system)
    return ServicePage(
        service=row_json(ROWS, past.events, None) or {},
        units=units_now(service, at),
        unconfirmed=not is_confirmed(service, at, lines.of(service.listed.line)),
        etag=f'"{part_version(past.events, ServiceDescribed)}"',
        history=tell(past.events[-MOST_TOLD:], say_service, names)[::-1],
    )
