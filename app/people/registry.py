"""Find a person again by their numbers, or register them; keep their details. Runs inside the turn of its caller."""

from dataclasses import dataclass
from secrets import token_bytes
from typing import TYPE_CHECKING
from uuid import uuid4

from app.domain.person import Detail
from app.domain.values import PersonId, SystemId
from app.people.alike import alike
from app.people.details import BY_HAND, DETAIL_OF, Details, told

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

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
    wanted = _numbers(details)
    if not wanted:
        return Match(None)
    kinds, authorities, values = zip(*wanted, strict=True)
    rows = await connection.fetch(_FIND, system, list(kinds), list(authorities), list(values))
    found = list(dict.fromkeys(PersonId(row["person_id"]) for row in rows))
    only_typed = len(found) == 1 and all(row["typed"] for row in rows)
    if only_typed and not alike(details, rows[0]["family"], rows[0]["birth_date"]):
        return Match(None, conflict=found[0])
    return Match(found[0] if found else None, found[1] if len(found) > 1 else None)


async def keep(connection: "Connection", system: SystemId, person: PersonId | None, details: Details) -> "Kept":
    """Register a new person, or correct what differs from what is kept of a known one."""
    kept = (
        Kept(PersonId(uuid4()), frozenset(Detail))
        if person is None
        else await _correct(connection, system, person, details)
    )
    if person is None:
        await _register(connection, system, kept.person, details)
    added = await _add_numbers(connection, system, kept.person, details)
    return Kept(kept.person, kept.changed | added)


@dataclass(frozen=True, slots=True)
class Kept:
    """Whose details were kept, and which of them changed."""

    person: PersonId
    changed: frozenset[Detail]


async def is_kept(connection: "Connection", system: SystemId, person: PersonId) -> bool:
    """Whether the person is registered and not erased."""
    return await connection.fetchrow(_KEPT, system, person) is not None


async def erase(connection: "Connection", system: SystemId, person: PersonId) -> None:
    """Forget a person: without the key the words about them in the log cannot be read again.

    What the feed sent of them goes too. Screens hear of it only from the log: see `erase_person`.
    """
    for statement in _ERASE:
        await connection.execute(statement, system, person)


async def _register(connection: "Connection", system: SystemId, person: PersonId, details: Details) -> None:
    await connection.execute(
        "INSERT INTO person_key (system_id, person_id, key) VALUES ($1, $2, $3)", system, person, token_bytes(KEY_BYTES)
    )
    values = told(details)
    columns = ", ".join(["system_id", "person_id", *values])
    places = ", ".join(f"${n}" for n in range(1, len(values) + 3))
    await connection.execute(f"INSERT INTO person ({columns}) VALUES ({places})", system, person, *values.values())


async def _correct(connection: "Connection", system: SystemId, person: PersonId, details: Details) -> Kept:
    kept = await connection.fetchrow(_KEPT, system, person)
    telling = told(details)
    if kept and kept["nhs_checked"] and not details.nhs_number_checked:
        telling.pop("nhs_number", None)  # a number that fails its check does not replace one that passed
    differing = {
        name: value for name, value in telling.items() if kept is None or (kept[name] or None) != (value or None)
    }
    if differing:
        sets = ", ".join(f"{name} = ${n}" for n, name in enumerate(differing, start=3))
        await connection.execute(
            f"UPDATE person SET {sets} WHERE system_id = $1 AND person_id = $2", system, person, *differing.values()
        )
    return Kept(person, frozenset(DETAIL_OF[name] for name in differing))


async def _add_numbers(
    connection: "Connection", system: SystemId, person: PersonId, details: Details
) -> frozenset[Detail]:
    wanted = _numbers(details)
    if not wanted:
        return frozenset()
    kinds, authorities, values = zip(*wanted, strict=True)
    added = await connection.fetch(_ADD_NUMBERS, system, person, list(kinds), list(authorities), list(values))
    return frozenset(Detail.NHS_NUMBER if row["kind"] == "nhs" else Detail.HOSPITAL_NUMBER for row in added)


def _numbers(details: Details) -> list[tuple[str, str, str]]:
    hospital = [("hospital", number.authority, number.value) for number in details.hospital_numbers]
    checked = details.nhs_number if details.nhs_number_checked else None
    return [*hospital, *([("nhs", "", checked)] if checked else [])]


_KEPT = """
    SELECT person.*, EXISTS (SELECT 1 FROM person_identifier i WHERE i.system_id = $1 AND i.person_id = $2
        AND i.kind = 'nhs' AND i.value = person.nhs_number) AS nhs_checked
    FROM person WHERE system_id = $1 AND person_id = $2"""

_FIND = f"""
    SELECT i.person_id, '{BY_HAND}' IN (i.authority, wanted.authority) AS typed, person.family, person.birth_date
    FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS wanted(kind, authority, value, rank)
    JOIN person_identifier i ON i.system_id = $1 AND (i.kind, i.value) = (wanted.kind, wanted.value)
        AND (i.authority IN (wanted.authority, '{BY_HAND}') OR wanted.authority = '{BY_HAND}')
    JOIN person ON person.system_id = $1 AND person.person_id = i.person_id
    ORDER BY wanted.rank, typed"""

# A number that already leads to somebody stays with them: moving it is a merge, which a person decides.
_ADD_NUMBERS = """
    INSERT INTO person_identifier (system_id, person_id, kind, authority, value)
    SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[])
    ON CONFLICT (system_id, kind, authority, value) DO NOTHING RETURNING kind"""

# The feed's messages hold the person in full; that they came, and what came of them, stays.
_ERASE = (
    "UPDATE feed_message SET raw = '' WHERE system_id = $1 AND person_id = $2",
    "DELETE FROM person_key WHERE system_id = $1 AND person_id = $2",
    "DELETE FROM visit WHERE system_id = $1 AND person_id = $2",
    "DELETE FROM person WHERE system_id = $1 AND person_id = $2",
)
