"""A database of its own whose kinds of row are made anew, since a rebuild is of every system in it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import asyncpg

from app.database import open_database
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.events.rebuild.rebuilding import Rebuilt, rebuild
from app.views.kind import Kind
from tests.databases import create_with_tables
from tests.facts import Installation, a_system, an_empty_system
from tests.promises.replay import unlike_the_log
from tests.promises.shown import Shown, server_shows

PATIENCE_SECONDS = 30.0


@dataclass(slots=True)
class Ground:
    """One system in a database of its own, which its owner may rebuild."""

    place: Installation
    app_url: str
    owner_url: str

    @property
    def environment(self) -> dict[str, str]:
        """The settings by which `homeward` works here."""
        return {"HOMEWARD_DATABASE_URL": self.app_url, "HOMEWARD_MIGRATION_URL": self.owner_url}

    async def rebuild(self, kind: Kind, tell: Callable[[int, int], None] = lambda _done, _of: None) -> Rebuilt:
        """Make this kind anew."""
        return await rebuild(self.owner_url, kind, tell)

    async def filled(self, kind: Kind) -> "asyncio.Task[Rebuilt]":
        """Begin to make this kind anew, up to where all that stood in the log is read."""
        filled = asyncio.Event()
        running = asyncio.create_task(self.rebuild(kind, lambda done, of: filled.set() if done == of else None))
        async with asyncio.timeout(PATIENCE_SECONDS):
            await filled.wait()
        return running

    async def rows_are_the_log(self, kinds: Iterable[Kind] = ()) -> None:
        """Every row of these kinds, or of all, is what the log says."""
        assert await unlike_the_log(self.place.database, self.place.system, kinds) == []

    async def asked(self, question: str, *about: Any) -> Any:
        """One value out of the database."""
        async with self.place.database.reads.acquire() as connection:
            return await connection.fetchval(question, *about)

    @asynccontextmanager
    async def no_swap(self) -> AsyncIterator[None]:
        """Somebody sits on a turn in another system, so that no rows can take the place of others meanwhile."""
        other = await an_empty_system(self.place.database)
        connection = await asyncpg.connect(self.owner_url)
        try:
            async with connection.transaction():
                await connection.execute("SELECT 1 FROM system WHERE id = $1 FOR UPDATE", other)
                yield
        finally:
            await connection.close()

    async def until(self, question: str) -> None:
        """Wait until the database says yes."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await self.asked(question):
                await asyncio.sleep(0.02)

    async def do(self, statement: str) -> None:
        """As the owner, what the application never does."""
        connection = await asyncpg.connect(self.owner_url)
        await connection.execute(statement)
        await connection.close()


@asynccontextmanager
async def ground(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    """Made for one test."""
    name = f"rebuilding_{uuid4().hex[:8]}"
    create_with_tables(postgres, name)
    urls = {"app_url": postgres.url(role="app", database=name), "owner_url": postgres.url(role="owner", database=name)}
    database = await open_database(urls["app_url"])
    yield Ground(place=await a_system(database, Hints(database)), **urls)
    await database.close()
    postgres.drop_database(name)


class Follower:
    """A screen as it is served: what changed since its position, or, in another epoch, all of it."""

    def __init__(self, here: Ground, kinds: tuple[str, ...]) -> None:
        self._place, self._kinds = here.place, kinds
        self.shown, self.snapshots = Shown(), 0

    async def follow(self, ending: asyncio.Event) -> None:
        """Look again and again."""
        while not ending.is_set():
            await self._look()
            await asyncio.sleep(0.005)

    async def shows_what_the_server_shows(self) -> None:
        """After one more look."""
        await self._look()
        assert self.shown.rows == await server_shows(self._place.database, self._place.system, self._kinds)

    async def _look(self) -> None:
        epoch = self.shown.epoch
        await self.shown.look(self._place.database, self._place.system, self._kinds)
        self.snapshots += self.shown.epoch != epoch
