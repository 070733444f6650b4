"""Yours says, ours says: a list beside what stands here, for the weeks in which both are kept. It keeps nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import PersonId, SystemId
from app.intake.lists.fields import ListKind
from app.intake.lists.line import Line
from app.intake.lists.mapping import Mapping
from app.intake.lists.reasons import OnListTwice, WardMissing, WardNotMatched
from app.intake.lists.whose import LiveCase, Standing, Stay, standing
from app.views.shown_name import shown_name
from app.views.spell import HERE

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


class Verdict(StrEnum):
    """How one person stands on the two lists."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ONLY_YOURS = "only_yours"
    ONLY_OURS = "only_ours"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the two lists say differently; a ward or a manager by id, a day or a code as text."""

    what: str
    yours: str
    ours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One person of either list, or of both. `row` is None where only ours has them."""

    verdict: Verdict
    row: int | None = None
    name: str = ""
    ward_id: UUID | None = None
    bed: str = ""
    spell_id: UUID | None = None
    case_id: UUID | None = None
    differences: tuple[Difference, ...] = ()
    why: type[Rejection] | None = None


async def compare(
    connection: "Connection[asyncpg.Record]",
    system: SystemId,
    kind: ListKind,
    lines: Iterable[Line],
    mapping: Mapping,
) -> list[Compared]:
    """Each row of theirs, then who is only on ours: of the wards that their list covers, or of the hub."""
    compared: list[Compared] = []
    people: set[PersonId] = set()
    wards: set[UUID] = set()
    for line in lines:
        if line.ward_id:
            wards.add(line.ward_id)  # an empty bed, too, says that the list covers the ward
        if line.nobody:
            continue
        try:
            stands = await _stands(connection, system, line, people)
        except Rejection as refused:
            compared.append(_beside(line, Verdict.NOT_COMPARED, why=type(refused)))
            continue
        compared.append(_ward_list(line, stands) if kind is ListKind.WARD_LIST else _caseboard(line, stands, mapping))
    if kind is ListKind.WARD_LIST:
        ours = await connection.fetch(_ON_WARDS, system, list(wards), list(people))
    else:
        ours = await connection.fetch(_OF_HUB, system, str(mapping.hub_id), list(people))
    return compared + [_only_ours(row) for row in ours]


async def _stands(
    connection: "Connection[asyncpg.Record]", system: SystemId, line: Line, people: set[PersonId]
) -> Standing:
    if line.wrong:
        raise line.wrong
    stands = await standing(connection, system, line.details)
    if stands.person in people:
        raise OnListTwice
    if stands.person:
        people.add(stands.person)
    return stands


def _ward_list(line: Line, stands: Standing) -> Compared:
    if line.ward_id is None:
        return _beside(line, Verdict.NOT_COMPARED, why=WardNotMatched if line.ward_said else WardMissing)
    stay = stands.stay
    if stay is None:
        return _beside(line, Verdict.ONLY_YOURS)
    return _judged(line, stands, _of_stay(line, stay))


def _caseboard(line: Line, stands: Standing, mapping: Mapping) -> Compared:
    live = stands.case
    if live is None or live.hub_id != mapping.hub_id:
        return _beside(line, Verdict.ONLY_YOURS, stands=stands)
    return _judged(line, stands, _of_case(line, live))


def _of_stay(line: Line, stay: Stay) -> list[Difference]:
    return [
        *_differ("ward", line.ward_id, stay.ward_id),
        *_differ("bed", line.bed.casefold(), stay.bed.casefold(), line.bed, stay.bed),
        *_differ("admitted", _day(line.admitted_at), _day(stay.admitted_at)),
    ]


def _of_case(line: Line, live: LiveCase) -> list[Difference]:
    return [
        *_differ("pathway", line.pathway, live.pathway),
        *_differ("stage", line.stage, _as_lists_say(live.stage)),
        *_differ("case_manager", line.manager, live.manager),
    ]


def _differ(what: str, yours: object, ours: object, *shown: str) -> list[Difference]:
    """What their list does not say does not differ."""
    if not yours or yours == ours:
        return []
    said = shown or (str(yours), str(ours or ""))
    return [Difference(what=what, yours=said[0], ours=said[1])]


def _as_lists_say(stage: str) -> str:
    """Lists kept by hand know no columns of our own between planning and leaving (see `values`)."""
    if stage == "in_service":
        return "left_hospital"
    return "planning" if stage in ("finding_a_service", "start_agreed", "ready_to_leave") else stage


def _day(at: datetime | None) -> str | None:
    return local_date(at).isoformat() if at else None


def _judged(line: Line, stands: Standing, differences: list[Difference]) -> Compared:
    verdict = Verdict.DIFFERS if differences else Verdict.AGREES
    return _beside(line, verdict, stands=stands, differences=tuple(differences))


def _beside(
    line: Line,
    verdict: Verdict,
    *,
    stands: Standing | None = None,
    differences: tuple[Difference, ...] = (),
    why: type[Rejection] | None = None,
) -> Compared:
    stay, live = (stands.stay, stands.case) if stands else (None, None)
    return Compared(
        verdict=verdict,
        row=line.number,
        name=line.name,
        ward_id=line.ward_id or (stay.ward_id if stay else None),
        bed=line.bed or (stay.bed if stay else ""),
        spell_id=stay.spell_id if stay else None,
        case_id=live.case_id if live else None,
        differences=differences,
        why=why,
    )


def _only_ours(row: "asyncpg.Record") -> Compared:
    return Compared(
        verdict=Verdict.ONLY_OURS,
        name=row["name"],
        ward_id=row["ward_id"],
        bed=row["bed"] or "",
        spell_id=row["spell_id"],
        case_id=row["case_id"],
    )


_OURS = f"""
    SELECT {shown_name("person")} AS name,
        spell.ward_id, spell.bed, spell.id AS spell_id, live.id AS case_id"""

_ON_WARDS = f"""{_OURS}
    FROM spell_1 spell
    LEFT JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
    LEFT JOIN case_1 live ON live.system_id = $1 AND live.person_id = spell.person_id AND NOT live.gone
    WHERE spell.system_id = $1 AND spell.ward_id = ANY($2::uuid[]) AND {HERE}
        AND spell.person_id <> ALL($3::uuid[])
    ORDER BY spell.ward_id, spell.bed_order"""

_OF_HUB = f"""{_OURS}
    FROM case_1 live
    LEFT JOIN person ON person.system_id = $1 AND person.person_id = live.person_id
    LEFT JOIN spell_1 spell ON spell.system_id = $1 AND spell.person_id = live.person_id AND {HERE}
    WHERE live.system_id = $1 AND live.scope = $2 AND NOT live.gone AND live.person_id <> ALL($3::uuid[])
    ORDER BY live.referred_at"""
