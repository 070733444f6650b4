"""PROMISE 4: every kind of row rebuilt from the log is the same, while commands go on and screens follow.

In CI: one random life of 120 steps, and one through which each kind is rebuilt; 5 of 1,500 when run by hand.
"""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.embedded import EmbeddedPostgres
from app.events.live import everywhere, load
from app.views.kinds import KINDS
from tests.promises.life import Life
from tests.promises.rebuilding import Ground, ground
from tests.promises.replay import stored
from tests.promises.shown import Shown, server_shows
from tests.test_migrations import described

STEPS = 120
ROUNDS, FEW = 2, 10


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


async def test_every_kind_made_anew_is_what_it_was(here: Ground) -> None:
    life = Life(here.place, 5)
    for _ in range(STEPS):
        await life.step()
    tables, epoch = await described(here.owner_url), await here.asked("SELECT epoch FROM system")
    for kind in KINDS.values():
        before = await stored(here.place.database, here.place.system, kind)
        await here.rebuild(kind)
        assert await stored(here.place.database, here.place.system, kind) == before, kind.name
    assert await described(here.owner_url) == tables
    assert await here.asked("SELECT epoch FROM system") == epoch + len(KINDS)


async def test_while_commands_go_on_and_screens_follow_nothing_fails_and_nothing_is_lost(here: Ground) -> None:
    life, ending = Life(here.place, 6), asyncio.Event()
    screens = [Follower(here, ("case", "spell", "task", "person")), Follower(here, (*KINDS,))]

    async def go_on() -> None:
        while not ending.is_set():
            await life.step()

    going_on = [asyncio.create_task(each) for each in (go_on(), *(screen.follow(ending) for screen in screens))]
    for n in range(ROUNDS):
        while life.recorded < FEW * (n + 1) and not going_on[0].done():
            await asyncio.sleep(0.01)
        for kind in KINDS.values():
            await here.rebuild(kind)
    ending.set()
    await asyncio.gather(*going_on)
    await here.rows_are_the_log()
    for screen in screens:
        await screen.look()
        assert screen.shown.rows == await server_shows(here.place.database, here.place.system, screen.kinds)
        assert screen.snapshots > ROUNDS


class Follower:
    """A screen as it is served: what changed since its position, or, in another epoch, all of it."""

    def __init__(self, here: Ground, kinds: tuple[str, ...]) -> None:
        self.kinds, self.shown, self.snapshots = kinds, Shown(), 0
        self._here = here

    async def follow(self, ending: asyncio.Event) -> None:
        while not ending.is_set():
            await self.look()
            await asyncio.sleep(0.005)

    async def look(self) -> None:
        loaded = await load(
            self._here.place.database, self._here.place.system, everywhere(*self.kinds), self.shown.position
        )
        if loaded.epoch == self.shown.epoch:
            assert loaded.position >= (self.shown.position or 0)
            self.shown.take_loaded(loaded)
            return
        self.shown = Shown()
        self.snapshots += 1
        self.shown.take_loaded(
            await load(self._here.place.database, self._here.place.system, everywhere(*self.kinds), None)
        )
