"""PROMISES 5 and 11: a restored log is a shorter one, in which a position means something else: no screen mixes two.

The database is put back under a worker that lives on, as after a restore in place or behind an address that moved.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from uuid import uuid4

import asyncpg
import httpx
import pytest

from app.api.state import COOKIE
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.views.offering import offerings
from tests.promises.commands import a_service, an_organisation
from tests.promises.rebuilding import Ground, ground
from tests.promises.screens import EVERYTHING, Desk, last_words
from tests.promises.serving import one_worker
from tests.promises.shown import Shown, server_shows


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


class Backup:
    """A copy of a database as it stood, to be put in its place."""

    def __init__(self, postgres: EmbeddedPostgres, here: Ground) -> None:
        self._postgres = postgres
        self._name = here.owner_url.partition("?")[0].rpartition("/")[2]
        self._copy = f"backup_{uuid4().hex[:8]}"

    async def take(self) -> None:
        """Nobody may be connected meanwhile, as it is one with PostgreSQL's own means for copying."""
        await self._alone(f"CREATE DATABASE {self._copy} TEMPLATE {self._name}")

    async def restore(self) -> None:
        """What was recorded since is lost. Whoever was connected finds the copy under the old name."""
        lost = f"lost_{uuid4().hex[:8]}"
        await self._alone(f"ALTER DATABASE {self._name} RENAME TO {lost}")
        await self._alone(f"ALTER DATABASE {self._copy} RENAME TO {self._name}")
        await asyncio.to_thread(self._postgres.drop_database, lost)

    async def _alone(self, statement: str) -> None:
        connection = await asyncpg.connect(self._postgres.url(role="owner", database="postgres"))
        try:
            async with asyncio.timeout(10):
                while True:
                    cut = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1"
                    await connection.execute(cut, self._name)
                    with suppress(asyncpg.ObjectInUseError):  # somebody came back in between
                        await connection.execute(statement)
                        return
        finally:
            await connection.close()


async def test_a_screen_that_a_restored_log_outgrew_gets_all_of_it(here: Ground, postgres: EmbeddedPostgres) -> None:
    backup, place = Backup(postgres, here), here.place
    session = {"Cookie": f"{COOKIE}={await place.session(Role.WARD_NURSE)}"}
    await place.do(a_service(place, "Ash House"))
    await backup.take()
    open_shown, away_shown = Shown(), Shown()
    async with (
        one_worker(here.app_url) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client,
    ):
        desk = Desk(client, session)
        await place.admit(bed="Lost 1")
        async with desk.screen(away_shown) as screen:
            await screen.message()
        async with desk.screen(open_shown) as screen:
            await screen.message()
            assert any(row.get("bed") == "Lost 1" for row in open_shown.rows.values())
            await backup.restore()
            await outgrow(here, away_shown)
            problem, code = await last_words(screen.connection)
        assert (problem["code"], code) == ("built-anew", 1013)
        for shown in (open_shown, away_shown):
            async with desk.screen(shown) as screen:
                assert (await screen.message())["snapshot"] is True
            assert shown.rows == await server_shows(place.database, place.system, EVERYTHING)
        async with desk.screen(open_shown) as screen:
            assert (await screen.message())["snapshot"] is False  # of the same log, only what changed


async def outgrow(here: Ground, shown: Shown) -> None:
    """Go on in the restored log until it is past what a screen holds."""
    receipt = await here.place.do(an_organisation(here.place))
    while receipt.position <= (shown.position or 0):
        receipt = await here.place.do(an_organisation(here.place))


async def test_what_is_held_of_services_is_that_of_the_restored_log(here: Ground, postgres: EmbeddedPostgres) -> None:
    backup, place = Backup(postgres, here), here.place
    await place.do(a_service(place, "Ash House"))
    await backup.take()
    service = a_service(place, "Lost Lodge")
    lost = await place.do(service)
    assert await names(here) == ["Ash House", "Lost Lodge"]
    await backup.restore()
    assert (await place.do(replace(service, name="Birch Court"))).position == lost.position
    assert await names(here) == ["Ash House", "Birch Court"]


async def names(here: Ground) -> list[str]:
    async with here.place.database.reads.acquire() as connection:
        return [each.listed.name for each in await offerings(connection, here.place.system)]
