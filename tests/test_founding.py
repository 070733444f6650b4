"""The first start: interrupted anywhere, the next one still hands the manager a password that works."""

from collections.abc import AsyncIterator

import pytest

from app import founding
from app.access import sessions
from app.database import Database, open_database
from app.domain.practice import DOCUMENTS
from app.embedded import EmbeddedPostgres
from app.events.unavailable import is_unavailable
from app.settings import Settings
from tests.databases import create_with_tables

EMPTY = Settings(example=False)


@pytest.fixture
async def fresh(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A migrated database in which nothing was ever done."""
    create_with_tables(postgres, "fresh")
    database = await open_database(postgres.url(role="app", database="fresh"))
    yield database
    await database.close()
    postgres.drop_database("fresh")


async def test_the_password_is_made_anew_until_it_was_shown(fresh: Database) -> None:
    lost = await begin(fresh)  # killed before anybody saw it
    shown = await begin(fresh)
    assert lost
    assert shown
    await founding.finish(EMPTY, fresh.url)

    assert await begin(fresh) is None
    assert [await signs_in(fresh, password) for password in (lost, shown)] == [False, True]
    assert await systems(fresh) == [(1, ["feed", "places", *["practice"] * len(DOCUMENTS), "staff"])]


async def test_a_start_that_was_killed_after_its_first_step_is_taken_up_again(fresh: Database) -> None:
    await begin(fresh)
    async with fresh.turns.acquire() as connection:
        await connection.execute("DELETE FROM feed")
    password = await begin(fresh)
    assert password
    assert await fresh.reads.fetchval("SELECT count(*) FROM feed") == 1
    assert await signs_in(fresh, password)


async def test_of_two_that_start_at_once_one_waits_and_the_password_that_was_shown_works(fresh: Database) -> None:
    async with founding.begun(EMPTY, fresh.url) as shown:
        with pytest.raises(founding.AlreadyFounding) as meanwhile:
            await begin(fresh)
        await founding.finish(EMPTY, fresh.url)

    assert is_unavailable(meanwhile.value)  # so that `serve` asks again until it is done
    assert await begin(fresh) is None
    assert shown
    assert await signs_in(fresh, shown)


async def test_where_no_password_is_to_be_shown_nobody_waits_for_whoever_starts(fresh: Database) -> None:
    await begin(fresh)
    await founding.finish(EMPTY, fresh.url)
    async with founding.begun(EMPTY, fresh.url) as first, founding.begun(EMPTY, fresh.url) as second:
        assert (first, second) == (None, None)


async def begin(database: Database) -> str | None:
    """Begin, and be gone before anything is finished."""
    async with founding.begun(EMPTY, database.url) as password:
        return password


async def signs_in(database: Database, password: str) -> bool:
    return await sessions.sign_in(database.engine, founding.MANAGER, password) is not None


async def systems(database: Database) -> list[tuple[int, list[str]]]:
    """How many systems there are, and the streams in them."""
    count = await database.reads.fetchval("SELECT count(*) FROM system")
    streams = await database.reads.fetch("SELECT split_part(stream, ':', 1) AS kind FROM event ORDER BY position")
    return [(count, [row["kind"] for row in streams])]
