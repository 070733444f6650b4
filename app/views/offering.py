"""What services could take, from their rows: one query for all of a line, and no stream is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy
from pydantic import TypeAdapter

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.service import Service, ServiceClosed, ServiceDescribed, ServiceListed, Unit
from app.domain.service.closing import ClosedFor
from app.domain.service.state import Place
from app.domain.values import OrganisationId, ServiceId, SystemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A service as its row has it: enough to match a package, and to ring whoever runs it."""

    service_id: ServiceId
    service: Service
    believed_until: datetime | None

    @property
    def listed(self) -> ServiceListed:
        """Its listing: only a listed service has a row."""
        assert self.service.listed
        return self.service.listed


async def offerings(
    connection: "PoolConnectionProxy[Any]",
    system: SystemId,
    line: ServiceLine | None = None,
    organisation: UUID | None = None,
) -> list[Offering]:
    """The services of a line, of an organisation, or all of them, by name."""
    return [offering(record) for record in await connection.fetch(_SERVICES, system, line, organisation)]


async def runs_it(connection: "PoolConnectionProxy[Any]", system: SystemId, service: ServiceId) -> UUID | None:
    """The organisation that runs a service; None where there is no such service."""
    found: UUID | None = await connection.fetchval(
        "SELECT organisation_id FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone", system, service
    )
    return found


def offering(row: Mapping[str, Any]) -> Offering:
    """The service of a row of the table. What happened before its last count is not in it."""
    name, line, pathway = row["name"], ServiceLine(row["line"]), Pathway(row["pathway"])
    organisation = OrganisationId(row["organisation_id"])
    closed = ServiceClosed(why=ClosedFor(row["closed_for"]), until=row["closed_until"]) if row["closed_for"] else None
    return Offering(
        service_id=ServiceId(row["id"]),
        believed_until=row["believed_until"],
        service=Service(
            listed=ServiceListed(name=name, organisation_id=organisation, line=line, pathway=pathway),
            described=_described(row),
            closed=closed,
            units=_units(row["units"]),
            confirmed_at=row["confirmed_at"],
            places={UUID(int=n): place for n, place in enumerate(_PLACES.validate_json(row["places"]))},
        ),
    )


def _described(row: Mapping[str, Any]) -> ServiceDescribed:
    needs: Sequence[str] | None = row["needs_to_accept"]
    return ServiceDescribed(
        sectors=frozenset(row["sectors"]),
        skills=frozenset(map(Skill, row["skills"])),
        admits_on=frozenset(map(Weekday, row["admits_on"])),
        latest_arrival=row["latest_arrival"],
        phone=row["phone"],
        needs_to_accept=None if needs is None else frozenset(needs),
        confirm_within_hours=row["confirm_within_hours"],
    )


_UNITS = TypeAdapter(tuple[Unit, ...])
_PLACES = TypeAdapter(tuple[Place, ...])


@lru_cache(maxsize=4096)
def _units(text: str) -> tuple[Unit, ...]:
    """A count stands for hours while packages are matched many times: it is read once a process."""
    return _UNITS.validate_json(text)


_SERVICES = """
    SELECT id, name, organisation_id, line, pathway, sectors, skills, admits_on, latest_arrival, phone, needs_to_accept,
        confirm_within_hours, closed_for, closed_until, confirmed_at, believed_until, units::text AS units,
        places::text AS places
    FROM service_1
    WHERE system_id = $1 AND NOT gone AND ($2::text IS NULL OR line = $2) AND ($3::uuid IS NULL OR organisation_id = $3)
    ORDER BY name, id"""
