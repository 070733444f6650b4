"""Who a row is about, as the system knows them now: their stay and their live case. Reads, and changes nothing."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.values import CaseId, HubId, PersonId, SpellId, StaffId, SystemId, WardId
from app.intake.by_hand import NumbersDisagree
from app.intake.lists.reasons import SameNameHere
from app.people.details import Details
from app.people.registry import find
from app.views.spell import HERE

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The stay that somebody is in."""

    spell_id: SpellId
    ward_id: WardId
    bed: str
    admitted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCase:
    """Somebody's live case."""

    case_id: CaseId
    hub_id: HubId
    stage: str
    pathway: str | None
    manager: StaffId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who it is, where they are, and what the hub does for them; None for what is not known or is not so."""

    person: PersonId | None = None
    stay: Stay | None = None
    case: LiveCase | None = None


async def standing(connection: "Connection[asyncpg.Record]", system: SystemId, details: Details) -> Standing:
    """By number, by the rules of an admission by hand; else by name and birth date among those who are in a bed.

    Raises NumbersDisagree and SameNameHere.
    """
    match = await find(connection, system, details)
    if match.conflict:
        raise NumbersDisagree
    person = match.person or await _of_this_name(connection, system, details)
    if person is None:
        return Standing()
    row = await connection.fetchrow(_STANDING, system, person)
    return Standing(person=person, stay=_stay(row), case=_case(row))


async def _of_this_name(
    connection: "Connection[asyncpg.Record]", system: SystemId, details: Details
) -> PersonId | None:
    """A list brought in twice must not admit anybody twice, numbers or none."""
    here = await connection.fetch(_HERE, system, _letters(details.family), details.nhs_number)
    same = [row for row in here if _first(row["given"]) == _first(details.given)]
    sure = [row for row in same if _agree(row["birth_date"], details.birth_date)]
    if len(sure) == 1:
        return PersonId(sure[0]["person_id"])
    if sure or any(not row["birth_date"] or not details.birth_date for row in same):
        raise SameNameHere
    return None


def _agree(kept: date | None, told: date | None) -> bool:
    return kept is not None and kept == told


def _letters(name: str | None) -> str:
    return re.sub(r"[\W_]", "", (name or "").lower())


def _first(given: str | None) -> str:
    return _letters(((given or "").split() or [""])[0])


def _stay(row: "asyncpg.Record | None") -> Stay | None:
    if row is None or row["spell_id"] is None:
        return None
    return Stay(
        spell_id=SpellId(row["spell_id"]),
        ward_id=WardId(row["ward_id"]),
        bed=row["bed"],
        admitted_at=row["admitted_at"],
    )


def _case(row: "asyncpg.Record | None") -> LiveCase | None:
    if row is None or row["case_id"] is None:
        return None
    return LiveCase(
        case_id=CaseId(row["case_id"]),
        hub_id=HubId(row["hub_id"]),
        stage=row["stage"],
        pathway=row["pathway_given"],
        manager=row["case_manager"],
    )


_STANDING = f"""
    SELECT spell.id AS spell_id, spell.ward_id, spell.bed, spell.admitted_at,
        live.id AS case_id, live.scope::uuid AS hub_id, live.stage, live.pathway_given, live.case_manager
    FROM (VALUES (1)) AS one
    LEFT JOIN spell_1 spell ON spell.system_id = $1 AND spell.person_id = $2 AND {HERE}
    LEFT JOIN case_1 live ON live.system_id = $1 AND live.person_id = $2 AND NOT live.gone
    ORDER BY spell.admitted_at DESC NULLS LAST LIMIT 1"""

# Somebody with another NHS number is another person, whatever their name.
_HERE = rf"""
    SELECT person.person_id, person.given, person.birth_date
    FROM spell_1 spell JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
    WHERE spell.system_id = $1 AND {HERE}
        AND regexp_replace(lower(person.family), '[\W_]', '', 'g') = $2
        AND ($3::text IS NULL OR person.nhs_number IS NULL OR person.nhs_number = $3)"""
