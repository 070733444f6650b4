"""A person's record, read whole and changed in one statement."""

import json
from typing import TYPE_CHECKING, Any

from app.domain.person import Detail
from app.domain.values import PersonId, SystemId
from app.people.details import DETAIL_OF, Details
from app.people.telling import News, Record

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

Number = tuple[str, str, str]
"""Kind (nhs or hospital), who gave it, and the number."""

NOTHING = News({}, {})


def numbers_of(details: Details) -> list[Number]:
    """The numbers by which somebody may be found again, in the order in which they decide."""
    hospital = [("hospital", number.authority, number.value) for number in details.hospital_numbers]
    checked = details.nhs_number if details.nhs_number_checked else None
    return [*hospital, *([("nhs", "", checked)] if checked else [])]


async def read(connection: "Connection", system: SystemId, person: PersonId) -> Record | None:
    """The record; None for somebody who was erased, was merged into another, or was never known."""
    row = await connection.fetchrow(_READ, system, person)
    return record_of(row, json.loads(row["said_at"])) if row else None


def record_key(person: PersonId) -> tuple[object, ...]:
    """Under what a record that was read ahead is remembered in a turn."""
    return ("record", person)


def record_of(row: Any, said: dict[str, str]) -> Record:
    """The record in a row that `RECORDS` answers, whose `said_at` is read already."""
    return Record({name: row[name] for name in DETAIL_OF}, said, row["nhs_checked"])


async def write(
    connection: "Connection", system: SystemId, person: PersonId, news: News, numbers: list[Number]
) -> frozenset[Detail]:
    """Change the record and add numbers; which details that changed. A number that leads to somebody stays theirs."""
    if news == NOTHING and not numbers:
        return frozenset()
    kinds, authorities, values = zip(*numbers, strict=True) if numbers else ((), (), ())
    added_to = (system, person, list(kinds), list(authorities), list(values))
    if news == NOTHING:
        added = await connection.fetch(_ADD_NUMBERS, *added_to)
    else:
        sets = "".join(f", {name} = ${n}" for n, name in enumerate(news.values, start=7))
        written = _WRITE.format(sets=sets) + _ADD_NUMBERS
        added = await connection.fetch(written, *added_to, json.dumps(news.said), *news.values.values())
    return frozenset(DETAIL_OF[name] for name in news.values) | {detail_of(row["kind"]) for row in added}


def detail_of(kind: str) -> Detail:
    """The detail that a number of this kind is."""
    return Detail.NHS_NUMBER if kind == "nhs" else Detail.HOSPITAL_NUMBER


RECORDS = """
    SELECT person.*, EXISTS (SELECT 1 FROM person_identifier i WHERE i.system_id = $1
        AND i.person_id = person.person_id AND i.kind = 'nhs' AND i.value = person.nhs_number) AS nhs_checked
    FROM person WHERE system_id = $1 AND person_id IN ({people})"""

_READ = RECORDS.format(people="$2")

_WRITE = """
    WITH written AS (
        UPDATE person SET said_at = said_at || $6::jsonb{sets} WHERE system_id = $1 AND person_id = $2
    )"""

# A number that already leads to somebody stays with them: moving it is a merge.
_ADD_NUMBERS = """
    INSERT INTO person_identifier (system_id, person_id, kind, authority, value)
    SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[])
    ON CONFLICT (system_id, kind, authority, value) DO NOTHING RETURNING kind"""
