"""What services could take, from their rows: one query for all of a line, and no stream is read.

A package is matched many times against counts that stand for hours, so what a process read before is held, and only
rows that moved since are read again: a row is the same for ever at its position. That holds for as long as the log
still has the event at which it was read; a restored one may not.
"""

from dataclasses import dataclass, field
from uuid import UUID

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy
from pydantic import TypeAdapter

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.replacing import replace
from app.domain.service import Service, ServiceClosed, ServiceDescribed, ServiceListed, Unit
from app.domain.service.closing import ClosedFor
from app.domain.service.state import Place
from app.domain.values import OrganisationId, ServiceId, SystemId
from app.views.days_off import OWN_RULE, by_rule
from app.views.service import ServiceRow

MOST_HELD = 200
"""How many answers are held: one for each system and line that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A service as its row has it: enough to match a package, and to ring whoever runs it."""

    service_id: ServiceId
    service: Service

    @property
    def listed(self) -> ServiceListed:
        """Its listing: only a listed service has a row."""
        assert self.service.listed
        return self.service.listed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    epoch: int = -1
    head: int = 0
    head_hash: bytes = b""
    offerings: dict[UUID, Offering] = field(default_factory=dict)


_held: dict[tuple[SystemId, ServiceLine | None, UUID | None], _Held] = {}


async def offerings(
    connection: "PoolConnectionProxy[Record]",
    system: SystemId,
    line: ServiceLine | None = None,
    organisation: UUID | None = None,
) -> list[Offering]:
    """The services of a line, of an organisation, or all of them, by name."""
    asked = (system, line, organisation)
    held = _held.get(asked, _Held())
    records = await connection.fetch(_SERVICES, *asked, held.head, held.epoch, held.head_hash)
    found = {each["id"]: _with_days_off(each, held) for each in records}
    if len(_held) >= MOST_HELD:
        _held.clear()
    if records:
        now = {name: records[0][name] for name in ("epoch", "head", "head_hash")}
        _held[asked] = _Held(**now, offerings=found)
    return list(found.values())


def _with_days_off(record: Record, held: _Held) -> Offering:
    """A calendar is set apart from the service: what it says now stands beside a row that did not move."""
    its, off = offering(record["row"]) if record["row"] else held.offerings[record["id"]], by_rule(record["rule"])
    return its if its.service.off == off else replace(its, service=replace(its.service, off=off))


async def runs_it(connection: "PoolConnectionProxy[Record]", system: SystemId, service: ServiceId) -> UUID | None:
    """The organisation that runs a service; None where there is no such service."""
    found: UUID | None = await connection.fetchval(
        "SELECT organisation_id FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone", system, service
    )
    return found


def offering(text: str) -> Offering:
    """The service of a row's JSON. What happened before its last count is not in it."""
    row = _ROW.validate_json(text)
    closed = ServiceClosed(why=ClosedFor(row.closed_for), until=row.closed_until) if row.closed_for else None
    return Offering(
        service_id=ServiceId(row.id),
        service=Service(
            listed=ServiceListed(
                name=row.name,
                organisation_id=OrganisationId(row.organisation_id),
                line=ServiceLine(row.line),
                pathway=Pathway(row.pathway),
            ),
            described=_described(row),
            closed=closed,
            units=_UNITS.validate_python(row.units),
            confirmed_at=row.confirmed_at,
            places={UUID(int=n): place for n, place in enumerate(_PLACES.validate_python(row.places))},
        ),
    )


def _described(row: ServiceRow) -> ServiceDescribed:
    return ServiceDescribed(
        sectors=frozenset(row.sectors),
        skills=frozenset(map(Skill, row.skills)),
        admits_on=frozenset(map(Weekday, row.admits_on)),
        latest_arrival=row.latest_arrival,
        phone=row.phone,
        needs_to_accept=None if row.needs_to_accept is None else frozenset(row.needs_to_accept),
        confirm_within_hours=row.confirm_within_hours,
    )


_ROW, _UNITS, _PLACES = TypeAdapter(ServiceRow), TypeAdapter(tuple[Unit, ...]), TypeAdapter(tuple[Place, ...])

_SERVICES = f"""
    SELECT r.id, {OWN_RULE.format(service="r.id")} AS rule, system.epoch, system.head, system.head_hash,
        CASE WHEN r.position > $4 OR system.epoch <> $5 OR NOT EXISTS (
            SELECT FROM event WHERE system_id = $1 AND position = $4 AND hash = $6) THEN to_jsonb(r)::text END AS row
    FROM service_1 r JOIN system ON system.id = r.system_id
    WHERE r.system_id = $1 AND NOT r.gone
        AND ($2::text IS NULL OR r.line = $2) AND ($3::uuid IS NULL OR r.organisation_id = $3)
    ORDER BY r.name, r.id"""
