"""Who somebody is, for a page that may show it; and finding people by number or name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, column, false, func, or_, select, table, true
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.values import PersonId, SpellId, SystemId
from app.people.tables import person, person_alias, person_identifier

MOST_FOUND = 20

# Who died stands in the log, and so in the row that is folded from it; that table is declared by its view.
_row = table("person_1", column("system_id"), column("id"), column("died_at"))
_stay = table("spell_1", column("system_id"), column("id"), column("person_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person as a page shows them. `nhs_number_verified` says that its check digit fits."""

    person_id: UUID
    name: str
    family: str | None
    given: str | None
    prefix: str | None
    birth_date: date | None
    sex: str | None
    nhs_number: str | None
    nhs_number_verified: bool
    hospital_numbers: tuple[str, ...]
    address: tuple[str, ...]
    postcode: str | None
    phone: str | None
    practice: str | None
    died_at: datetime | None


async def identity(connection: AsyncConnection, system: SystemId, person_id: PersonId) -> Identity | None:
    """The person, whom a record that was merged into theirs leads to as well; None when they were erased."""
    alias = select(person_alias.c.survivor_id).where(
        person_alias.c.system_id == system, person_alias.c.retired_id == person_id
    )
    survivor = (await connection.execute(alias)).scalar_one_or_none()
    people = await _people(connection, system, [survivor or person_id])
    return people[0] if people else None


async def birth_date_in_stay(connection: AsyncConnection, system: SystemId, spell: SpellId) -> date | None:
    """When who is in this stay was born, where that is known."""
    whose = and_(_stay.c.system_id == person.c.system_id, _stay.c.person_id == person.c.person_id)
    found = select(person.c.birth_date).join(_stay, whose).where(_stay.c.system_id == system, _stay.c.id == spell)
    return (await connection.execute(found.limit(1))).scalar_one_or_none()


async def names_of_people(connection: AsyncConnection, system: SystemId, ids: Collection[UUID]) -> dict[UUID, str]:
    """The names of these people as lists show them, by id; who was erased is not among them."""
    return {each.person_id: each.name for each in await _people(connection, system, list(ids))}


async def search(connection: AsyncConnection, system: SystemId, words: str) -> list[Identity]:
    """People whose number is this, or whose names begin so; at most 20."""
    by_number = select(person_identifier.c.person_id).where(
        person_identifier.c.system_id == system, person_identifier.c.value == words.replace(" ", "")
    )
    begins = [_begins(part) for part in words.lower().replace(",", " ").split()]
    found = select(person.c.person_id).where(
        person.c.system_id == system,
        or_(person.c.person_id.in_(by_number), and_(true(), *begins) if begins else false()),
    )
    ids = (await connection.execute(found.limit(MOST_FOUND))).scalars().all()
    return await _people(connection, system, list(ids))


def _begins(part: str) -> ColumnElement[bool]:
    return or_(
        func.lower(person.c.family).startswith(part, autoescape=True),
        func.lower(person.c.given).startswith(part, autoescape=True),
    )


async def _people(connection: AsyncConnection, system: SystemId, ids: list[UUID]) -> list[Identity]:
    died = and_(_row.c.system_id == person.c.system_id, _row.c.id == person.c.person_id)
    rows = await connection.execute(
        select(person, _row.c.died_at)
        .outerjoin(_row, died)
        .where(person.c.system_id == system, person.c.person_id.in_(ids))
    )
    numbers = await _numbers(connection, system, ids)
    return [_identity(row, numbers.get(row.person_id, [])) for row in rows]


async def _numbers(
    connection: AsyncConnection, system: SystemId, ids: list[UUID]
) -> dict[UUID, list[Row[tuple[str, str]]]]:
    held = select(person_identifier).where(
        person_identifier.c.system_id == system, person_identifier.c.person_id.in_(ids)
    )
    numbers: dict[UUID, list[Row[tuple[str, str]]]] = {}
    for row in await connection.execute(held.order_by(person_identifier.c.kind, person_identifier.c.value)):
        numbers.setdefault(row.person_id, []).append(row)
    return numbers


def _identity(row: Row[tuple[object, ...]], numbers: list[Row[tuple[str, str]]]) -> Identity:
    given, family = row.given, row.family
    checked = {number.value for number in numbers if number.kind == "nhs"}
    return Identity(
        person_id=row.person_id,
        name=", ".join(part for part in ((family or "").upper(), given or "") if part),
        family=family,
        given=given,
        prefix=row.prefix,
        birth_date=row.birth_date,
        sex=row.sex,
        nhs_number=row.nhs_number,
        nhs_number_verified=row.nhs_number in checked,
        hospital_numbers=tuple(number.value for number in numbers if number.kind == "hospital"),
        address=tuple(row.address or ()),
        postcode=row.postcode,
        phone=row.phone,
        practice=row.practice,
        died_at=row.died_at,
    )
