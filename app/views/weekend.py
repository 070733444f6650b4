"""Who is to leave between two dates, of a ward, a hub or all, and what the rows know of it: one query.

Of two stays of a moved person only the bed where they are counts. Who has no agreed slot is found by the expected date;
so is whose slot has passed, and where that date has passed too they are due to leave on any day.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from json import loads
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.weekdays import Weekday
from app.domain.local_time import local_date, midnight_after
from app.domain.practice import ServiceLines
from app.domain.practice.tasks import Tick
from app.domain.service import ServiceDescribed
from app.domain.service.terms import terms
from app.domain.values import SystemId
from app.domain.weekend import Lack, Leaving, Weekend, lacks
from app.domain.weekend.missing import Service
from app.views.days_off import OWN_RULE, by_rule
from app.views.shown_name import shown_name
from app.views.spell import HERE

if TYPE_CHECKING:
    import asyncpg


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One task that is to be done before the person leaves, and the role on whose list it stands."""

    words: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One person who is to leave on `leaves_on`; `leave_at` None where only a date is expected.

    Of whom the hub has no case, nothing but the date is known here: `missing` is empty, and says nothing.
    """

    spell_id: UUID
    name: str
    ward_id: UUID
    bed: str
    case_id: UUID | None
    leaves_on: date
    leave_at: datetime | None
    leave_from: str | None
    pathway: Pathway | None
    service: str | None
    phone: str | None
    start_from: datetime | None
    start_to: datetime | None
    missing: tuple[Lack, ...]
    stops: tuple[Stop, ...]
    unanswered: int


_FOUND = f"""
    SELECT spell.id AS spell_id, {shown_name("person")} AS name, spell.ward_id, spell.bed, spell.expected_discharge,
        of_case.id AS case_id, slot.leave_at, of_case.leave_from, of_case.pathway_given, of_case.work,
        of_case.holders, of_case.service_id, of_case.start_from, of_case.start_to, service.name AS service,
        service.phone, service.line, service.admits_on, service.latest_arrival, service.closed_for,
        service.closed_until, {OWN_RULE.format(service="service.id")} AS bank_holidays, stop.stops
    FROM spell_1 spell
    LEFT JOIN case_1 of_case ON of_case.system_id = $1 AND of_case.spell_id = spell.id AND NOT of_case.gone
    LEFT JOIN service_1 service ON service.system_id = $1 AND service.id = of_case.service_id
    LEFT JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', id, 'words', words, 'role', role) ORDER BY due_at, id) AS stops
        FROM task_1 WHERE system_id = $1 AND case_id = of_case.id AND NOT gone AND weight = 'stop'
            AND state IN ('open', 'started') AND precedes NOT IN ('decision', 'offers', 'confirm', 'exit')) stop ON true
    LEFT JOIN LATERAL (
        SELECT of_case.leave_at WHERE of_case.leave_at >= spell.admitted_at) slot ON true  -- not of an earlier stay
    WHERE spell.system_id = $1 AND {HERE}
        AND ($2::uuid IS NULL OR spell.scope = $2::text)
        AND ($3::uuid IS NULL OR of_case.scope = $3::text)
        AND CASE WHEN slot.leave_at IS NULL THEN spell.expected_discharge BETWEEN $4 AND $5
            WHEN slot.leave_at < least($6, $8::timestamptz) THEN coalesce(spell.expected_discharge, $4::date) <= $5
            ELSE slot.leave_at >= $6 AND slot.leave_at < $7 END
    ORDER BY coalesce(slot.leave_at, spell.expected_discharge::timestamptz), spell.ward_id, spell.bed_order"""


async def to_leave(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
    system: SystemId,
    weekend: Weekend,
    now: datetime,
    lines: ServiceLines,
    *,
    ward: UUID | None = None,
    hub: UUID | None = None,
) -> list[Expected]:
    """Everybody in a bed who is to leave in this weekend, by time; `lines` tell of a service what it does not say."""
    begins, ends = weekend.begins_at, midnight_after(weekend.last)
    rows = await connection.fetch(_FOUND, system, ward, hub, weekend.first, weekend.last, begins, ends, now)
    return [_expected(row, now, lines) for row in rows]


def _expected(row: "asyncpg.Record", now: datetime, lines: ServiceLines) -> Expected:
    work, holders = _json(row["work"]), _json(row["holders"])
    ticking = work.get("ticking", ())
    pathway = Pathway(row["pathway_given"]) if row["pathway_given"] else None
    known = Leaving(
        leave_at=row["leave_at"],
        pathway=pathway,
        service=_service(row, lines),
        ticks={Tick(tick): done for tick, done in work.get("ticks", {}).items()},
        stops=work.get("stops", 0) - len(ticking),
        unanswered=holders.get("count", 0),
    )
    return Expected(
        spell_id=row["spell_id"],
        name=row["name"],
        ward_id=row["ward_id"],
        bed=row["bed"],
        case_id=row["case_id"],
        leaves_on=local_date(row["leave_at"]) if row["leave_at"] else row["expected_discharge"],
        leave_at=row["leave_at"],
        leave_from=row["leave_from"],
        pathway=pathway,
        service=row["service"],
        phone=row["phone"],
        start_from=row["start_from"],
        start_to=row["start_to"],
        missing=lacks(known, now) if row["case_id"] else (),
        stops=tuple(_stops(row, ticking)) if known.stops else (),
        unanswered=known.unanswered,
    )


def _stops(row: "asyncpg.Record", ticking: Collection[str]) -> Iterator[Stop]:
    """Those that no tick stands for: what is missing is named once."""
    for each in _json(row["stops"]) or ():
        if each["id"] not in ticking:
            yield Stop(words=each["words"], role=each["role"])


def _service(row: "asyncpg.Record", lines: ServiceLines) -> Service | None:
    if row["line"] is None:
        return None
    starts, days = row["start_from"], frozenset(map(Weekday, row["admits_on"]))
    said = ServiceDescribed(admits_on=days, latest_arrival=row["latest_arrival"])
    of = terms(said, lines.of(ServiceLine(row["line"])))
    return Service(
        admits_on=of.admits_on,
        latest_arrival=of.latest_arrival,
        is_closed=row["closed_for"] is not None,
        closed_until=row["closed_until"],
        off=by_rule(row["bank_holidays"]),
        starts=(starts, row["start_to"] or starts) if starts else None,
    )


def _json(column: str | None) -> Any:
    return loads(column) if column else {}
