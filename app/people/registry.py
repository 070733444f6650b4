"""Find a person again by their numbers, or register them; keep their details. Runs inside the turn of its caller."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_bytes
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.domain.person import Detail
from app.domain.values import PersonId, SystemId
from app.people.alike import alike
from app.people.details import BY_HAND, Details, Number, told
from app.people.merging import records_of, survivor_of
from app.people.record import ADD_NUMBERS, NOTHING, numbers_of, read, write
from app.people.telling import LIVES, Record, news, said_times

if TYPE_CHECKING:
    from app.people.record import Connection

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Match:
    """Whom the numbers lead to.

    `conflict` names a second person that another of the numbers belongs to; or somebody, where there is no `person`,
    whom a number that a ward typed in leads to although family name or birth date are another's.
    """

    person: PersonId | None
    conflict: PersonId | None = None


async def find(connection: "Connection", system: SystemId, details: Details) -> Match:
    """The person of these numbers: a hospital's own number first, then a checked NHS number.

    A hospital number that a ward typed in (authority *by hand*) may be any hospital's, so by itself it leads only to
    somebody `alike`; two people of it are a conflict.
    """
    wanted = numbers_of(details)
    if not wanted:
        return Match(None)
    kinds, authorities, values = zip(*wanted, strict=True)
    rows = await connection.fetch(_FIND, system, list(kinds), list(authorities), list(values))
    return led_to(rows, details)


def people_key(numbers: Sequence[Number]) -> tuple[object, ...]:
    """Under what the rows that `FIND` answers for these numbers are remembered in a turn."""
    return ("people", *numbers)


def led_to(rows: Sequence[Any], details: Details) -> Match:
    """Whom the rows that `FIND` answers lead to."""
    found = list(dict.fromkeys(PersonId(UUID(str(row["person_id"]))) for row in rows))
    only_typed = len(found) == 1 and all(row["typed"] for row in rows)
    if only_typed and not alike(details, rows[0]["family"], rows[0]["birth_date"]):
        return Match(None, conflict=found[0])
    return Match(found[0] if found else None, found[1] if len(found) > 1 else None)


async def keep(
    connection: "Connection",
    system: SystemId,
    person: PersonId | None,
    details: Details,
    said_at: datetime | None = None,
    record: Record | None = None,
) -> "Kept":
    """Register a new person, or correct what differs from what is kept of a known one and was not said again since.

    `said_at` is when the source said so; None is now. `record` is theirs, where it was read in this turn already.
    """
    said_at = said_at or datetime.now(UTC)
    if person is None:
        person = PersonId(uuid4())
        await _register(connection, system, person, details, said_at)
        return Kept(person, frozenset(Detail))
    record = record or await read(connection, system, person)
    if record is None:
        return Kept(person, frozenset())  # erased: nothing is kept of them again
    changed = news(record, details, said_at)
    return Kept(person, await write(connection, system, person, changed, new_numbers(record, details)))


def new_numbers(record: Record, details: Details) -> list[Number]:
    """The numbers told that do not lead to the person yet."""
    return [number for number in numbers_of(details) if number not in record.numbers]


@dataclass(frozen=True, slots=True)
class Kept:
    """Whose details were kept, and which of them changed."""

    person: PersonId
    changed: frozenset[Detail]


async def add_alias_number(
    connection: "Connection", system: SystemId, person: PersonId, numbers: Details
) -> frozenset[Detail]:
    """These numbers lead to the person too, beside those they have; nothing else of them changes.

    A number that leads to somebody else already stays theirs.
    """
    return await write(connection, system, person, NOTHING, numbers_of(numbers))


async def is_kept(connection: "Connection", system: SystemId, person: PersonId) -> bool:
    """Whether the person is registered, not erased, and not merged into another."""
    return await read(connection, system, person) is not None


async def erase(connection: "Connection", system: SystemId, person: PersonId) -> None:
    """Forget a person and every record merged into theirs: without the keys the words in the log cannot be read again.

    What the feed sent and what a ward drafted of them goes too, and so does the text of every list that still waits in
    the system: it may name anybody, and is pasted again. Screens hear of it only from the log: see `erase_person`.
    """
    records = await records_of(connection, system, await survivor_of(connection, system, person))
    for statement in _ERASE:
        await connection.execute(statement, system, records)
    await connection.execute(_FORGET_LISTS, system)


async def _register(
    connection: "Connection", system: SystemId, person: PersonId, details: Details, said_at: datetime
) -> None:
    values, numbers = told(details), numbers_of(details)
    said = json.dumps(said_times([*values, *([LIVES] if details.lives else [])], said_at))
    added = ([number[part] for number in numbers] for part in range(3))
    columns = "".join(f", {name}" for name in values)
    places = "".join(f", ${n}" for n in range(8, len(values) + 8))
    registering = _REGISTER.format(columns=columns, places=places)
    await connection.execute(registering, system, person, *added, token_bytes(KEY_BYTES), said, *values.values())


_REGISTER = f"""
    WITH key AS (INSERT INTO person_key (system_id, person_id, key) VALUES ($1, $2, $6)),
    registered AS (INSERT INTO person (system_id, person_id, said_at{{columns}}) VALUES ($1, $2, $7{{places}}))
    {ADD_NUMBERS}"""

# OFFSET 0: a number's few rows are looked up by it, also before the planner knows how many people there are.
FIND = f"""
    SELECT i.person_id, '{BY_HAND}' IN (i.authority, wanted.authority) AS typed, person.family, person.birth_date
    FROM unnest({{kinds}}::text[], {{authorities}}::text[], {{values}}::text[])
        WITH ORDINALITY AS wanted(kind, authority, value, rank)
    CROSS JOIN LATERAL (
        SELECT * FROM person_identifier WHERE system_id = $1 AND value = wanted.value AND kind = wanted.kind OFFSET 0
    ) i
    JOIN person ON person.system_id = $1 AND person.person_id = i.person_id
    WHERE i.authority IN (wanted.authority, '{BY_HAND}') OR wanted.authority = '{BY_HAND}'
    ORDER BY wanted.rank, typed"""

_FIND = FIND.format(kinds="$2", authorities="$3", values="$4")


def _of_nights(night: str, by: str, whose: str) -> str:
    """SQL that blanks what was said of nights, each in a row of `night` that names by `by` a row of somebody."""
    blank = """coalesce((SELECT jsonb_object_agg(key, value || '{"words": "(erased)"}') FROM jsonb_each(said)), '{}')"""
    contested, settling = (blank.replace("said", column) for column in ("contested", "settling"))
    return f"""UPDATE {night} night SET contested = {contested}, settling = {settling} FROM {whose} whose
        WHERE night.system_id = $1 AND whose.system_id = $1 AND whose.id = night.{by} AND whose.person_id = ANY($2)"""


# The feed's messages hold the person in full; that they came, and what came of them, stays. None of them waits on.
# Every one goes in which a number of theirs stands, also those kept for nobody yet or for another: a swap tells of two.
# Rows of notes, escalations and nights hold words that can be read: they say what a replay without the key would say.
_ERASE = (
    """UPDATE feed_message SET raw = '', visit_number = NULL, waits_for = NULL, or_waits_for = NULL, decision = NULL,
        settled_words = NULL,
        state = CASE WHEN state IN ('waiting', 'refused') THEN 'ignored' ELSE state END
        WHERE system_id = $1 AND (person_id = ANY($2) OR EXISTS (
            SELECT 1 FROM person_identifier i, unnest(ARRAY['|', '~']) a, unnest(ARRAY['^', '~', '|']) b
            WHERE i.system_id = $1 AND i.person_id = ANY($2)
                AND position(convert_to(a || i.value || b, 'UTF8') IN raw) > 0))""",
    "UPDATE note_1 SET words = '(erased)' WHERE system_id = $1 AND (person_id = ANY($2) OR sealed_for = ANY($2))",
    """UPDATE escalation_1 SET words = CASE WHEN words IS NOT NULL THEN '(erased)' END,
        done = CASE WHEN done IS NOT NULL THEN '(erased)' END
        WHERE system_id = $1 AND sealed_for = ANY($2)""",
    _of_nights("night_1", "spell_id", "spell_1"),
    _of_nights("stay_night_1", "case_id", "case_1"),
    "DELETE FROM person_key WHERE system_id = $1 AND person_id = ANY($2)",
    """DELETE FROM referral_draft WHERE system_id = $1 AND (person_id = ANY($2) OR spell_id IN (
        SELECT id FROM spell_1 WHERE system_id = $1 AND person_id = ANY($2)))""",
    """DELETE FROM assessment_draft WHERE system_id = $1 AND (person_id = ANY($2) OR case_id IN (
        SELECT id FROM case_1 WHERE system_id = $1 AND person_id = ANY($2)))""",
    "DELETE FROM visit WHERE system_id = $1 AND person_id = ANY($2)",
    "DELETE FROM person WHERE system_id = $1 AND person_id = ANY($2)",
    "DELETE FROM person_alias WHERE system_id = $1 AND retired_id = ANY($2)",
)

_FORGET_LISTS = "UPDATE list_upload SET text = NULL, digest = '' WHERE system_id = $1"
