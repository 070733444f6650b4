"""PROMISE 11 in part: whatever is done to the log behind the application's back, `verify` finds it and says where."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest

from app.database import Database
from app.domain.system import AddOrganisation, OrganisationKind
from app.domain.values import Actor, ActorKind, OrganisationId, SystemId
from app.embedded import EmbeddedPostgres
from app.events.handler import handle
from app.events.hints import Hints
from app.events.verify import verify
from tests.facts import MONDAY, Installation, an_empty_system

TAMPERINGS: dict[str, tuple[str, int | str]] = {
    "words of a kept event changed": (
        """UPDATE event SET data = jsonb_set(data, '{name}', '"Another"') WHERE system_id = $1 AND position = 2""",
        2,
    ),
    "time changed": ("UPDATE event SET at = at - interval '1 day' WHERE system_id = $1 AND position = 3", 3),
    "who did it changed": ("""UPDATE event SET actor = '{"id": "x"}' WHERE system_id = $1 AND position = 1""", 1),
    "hash changed": ("UPDATE event SET hash = sha256(hash) WHERE system_id = $1 AND position = 4", 4),
    "first event lost": ("DELETE FROM event WHERE system_id = $1 AND position = 1", 1),
    "event lost in the middle": ("DELETE FROM event WHERE system_id = $1 AND position = 5", 5),
    "last event lost": ("DELETE FROM event WHERE system_id = $1 AND position = {head}", "head"),
    "all events lost": ("DELETE FROM event WHERE system_id = $1", 1),
    "a gap closed by renumbering": (
        """WITH lost AS (DELETE FROM event WHERE system_id = $1 AND position = 5)
        UPDATE event SET position = position + 1000 WHERE system_id = $1 AND position > 5""",
        5,
    ),
    "two events swapped": (
        """UPDATE event SET position = -position WHERE system_id = $1 AND position IN (3, 4);
        UPDATE event SET position = 7 + position WHERE system_id = $1 AND position < 0""",
        3,
    ),
    "an event slipped in at the end": (
        """INSERT INTO event SELECT system_id, position + 1, stream, version + 1000, type, data, actor, at, recorded_at,
        hash FROM event WHERE system_id = $1 AND position = {head}""",
        "after head",
    ),
    "head put back": ("UPDATE system SET head = 4 WHERE id = $1", 5),
    "head put forward": ("UPDATE system SET head = head + 1 WHERE id = $1", "after head"),
    "hash of the head changed": ("UPDATE system SET head_hash = sha256(head_hash) WHERE id = $1", "head"),
}


@pytest.fixture
async def owner(postgres: EmbeddedPostgres) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    """The owner's role: it may do what the application may not."""
    connection = await asyncpg.connect(postgres.url(role="owner"))
    yield connection
    await connection.close()


async def seven_organisations(database: Database) -> SystemId:
    system, by = await an_empty_system(database), Actor(kind=ActorKind.SYSTEM, id="tests")
    for n in range(7):
        adding = AddOrganisation(
            system_id=system,
            organisation_id=OrganisationId(uuid4()),
            code=f"T{n}",
            name=f"Trust {n}",
            kind=OrganisationKind.HOSPITAL_TRUST,
            by=by,
            at=MONDAY,
        )
        await handle(database, Hints(database), system, adding)
    return system


async def test_a_log_that_nobody_touched_is_sound(
    place: Installation, owner: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    _, spell = await place.admit()
    head = (await place.do(place.referral(spell))).position
    verdict = await verify(owner, place.system)
    assert (verdict.events, verdict.broken_at) == (head, None)


@pytest.mark.parametrize("what", TAMPERINGS)
async def test_tampering_is_found_at_its_position(
    what: str, database: Database, owner: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    system, head = await seven_organisations(database), 7
    statements, where = TAMPERINGS[what]
    expected = where if isinstance(where, int) else {"head": head, "after head": head + 1}[where]
    for statement in statements.replace("{head}", str(head)).split(";"):
        assert (await owner.execute(statement, system)).split()[-1] != "0"
    verdict = await verify(owner, system)
    assert (verdict.broken_at, verdict.events) == (expected, expected - 1)


async def test_a_log_is_verified_while_it_grows(
    place: Installation, owner: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    async def grow() -> None:
        for _ in range(40):
            await place.admit()

    growing = asyncio.create_task(grow())
    while not growing.done():
        assert (await verify(owner, place.system)).broken_at is None
    await growing


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET at = now()",
        "DELETE FROM event",
        "TRUNCATE event",
        "ALTER TABLE event DISABLE TRIGGER ALL",
        "ALTER TABLE event ADD COLUMN note text",
        "DROP TABLE event",
        "CREATE TABLE other (name text)",
        "CREATE RULE none AS ON INSERT TO event DO INSTEAD NOTHING",
        "UPDATE alembic_version SET version_num = ''",
        "SET ROLE homeward",
    ],
)
async def test_the_application_may_add_to_the_log_and_nothing_else(statement: str, database: Database) -> None:
    async with database.turns.acquire() as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(statement)
