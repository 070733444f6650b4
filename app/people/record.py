"""A person's record, read whole and changed in one statement."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.person import Detail
from app.domain.values import PersonId, SystemId
from app.people.details import DETAIL_OF, Details, Number
from app.people.telling import News, Record

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

NOTHING = News({}, {})


def numbers_of(details: Details) -> list[Number]:
    """The numbers by which somebody may be found again, in the order in which they decide."""
    hospital = [("hospital", number.authority, number.value) for number in details.hospital_numbers]
    checked = details.nhs_number if details.nhs_number_checked else None
    return [*hospital, *([("nhs", "", checked)] if checked else [])]


async def read(connection: "Connection", system: SystemId, person: PersonId) -> Record | None:
    """The record; None for somebody who was erased, was merged into another, or was never known."""
    row = await connection.fetchrow(_READ, system, person)
    return record_of(row, json.loads(row["said_at"]), json.loads(row["numbers"])) if row else None


def record_key(person: PersonId) -> tuple[object, ...]:
    """Under what a record that was read ahead is remembered in a turn."""
    return ("record", person)


def record_of(row: Any, said: dict[str, str], numbers: list[list[str]]) -> Record:
    """The record in a row that `RECORDS` answers, whose JSON is read already."""
    return Record(
        {name: row[name] for name in DETAIL_OF}, said, frozenset((kind, by, value) for kind, by, value in numbers)
    )


async def write(
    connection: "Connection", system: SystemId, person: PersonId, news: News, numbers: list[Number]
) -> frozenset[Detail]:
    """Change the record and add numbers; which details that changed. A number that leads to somebody stays theirs."""
    if news == NOTHING and not numbers:
        return frozenset()
    kinds, authorities, values = zip(*numbers, strict=True) if numbers else ((), (), ())
    added_to = (person, list(kinds), list(authorities), list(values))
    if news == NOTHING:
        added = await connection.fetch(ADD_NUMBERS, system, *added_to)
    else:
        changing = _CHANGE.format(person="$2", said="$6", values="$7")
        added = await connection.fetch(f"WITH {changing} {ADD_NUMBERS}", system, *added_to, *_as_json(news))
    return details_in(news) | {detail_of(row["kind"]) for row in added}


def change(person: PersonId, news: News) -> tuple[str, tuple[Any, ...]]:
    """The change of a record as an entry of a WITH list, `$1` the system, and its arguments from `$2` on."""
    return _CHANGE.format(person="$2", said="$3", values="$4"), (person, *_as_json(news))


def details_in(news: News) -> frozenset[Detail]:
    """Which details it changes."""
    return frozenset(DETAIL_OF[name] for name in news.values)


def detail_of(kind: str) -> Detail:
    """The detail that a number of this kind is."""
    return Detail.NHS_NUMBER if kind == "nhs" else Detail.HOSPITAL_NUMBER


RECORDS = """
    SELECT person.*, (SELECT coalesce(jsonb_agg(jsonb_build_array(kind, authority, value)), '[]')
        FROM person_identifier i WHERE i.system_id = $1 AND i.person_id = person.person_id) AS numbers
    FROM person WHERE system_id = $1 AND person_id IN ({people})"""

_READ = RECORDS.format(people="$2")


def _as_json(news: News) -> tuple[str, str]:
    return json.dumps(news.said), json.dumps(news.values, default=date.isoformat)


# Every column is named, whichever changes: each other list would be another statement to plan.
_CHANGE = f"""changed AS (
    UPDATE person SET said_at = said_at || {{said}}::jsonb,
        ({", ".join(DETAIL_OF)}) = (SELECT {", ".join(DETAIL_OF)} FROM jsonb_populate_record(person, {{values}}::jsonb))
    WHERE system_id = $1 AND person_id = {{person}})"""

# A number that already leads to somebody stays with them: moving it is a merge.
ADD_NUMBERS = """
    INSERT INTO person_identifier (system_id, person_id, kind, authority, value)
    SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[])
    ON CONFLICT (system_id, kind, authority, value) DO NOTHING RETURNING kind"""
