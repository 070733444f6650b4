"""Who is watching: hints in, rows out. Each change is read once a process.

A screen subscribes, then reads, then follows: what is recorded meanwhile comes by both ways and the newest wins.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import perf_counter
from typing import NamedTuple

import structlog

from app import correlation, tracing
from app.database import Database
from app.domain.values import SystemId
from app.events.loading import EVERYTHING, FirstView, Loaded, epoch_of, first_view, load
from app.events.rounds import Faults
from app.events.screen import Screen
from app.measuring import LIVE_BEHIND, SCREEN_LAG, SCREENS

LOOK_SECONDS = 1.0
SIGHT_SECONDS = 3.0  # after so long without a look, what screens show may be old
log = structlog.get_logger()


@dataclass(slots=True)
class _Channel:
    epoch: str
    position: int
    hash: str
    looked_at: float
    screens: set[Screen] = field(default_factory=set)
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class Sight(NamedTuple):
    """The position up to which a process has seen a system's log, and how many seconds ago it looked last."""

    position: int
    seconds: float


class Live:
    """The screens of one process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._channels: dict[SystemId, _Channel] = {}
        self._opening = asyncio.Lock()

    def heard(self, system: SystemId) -> None:
        """A hint: look now instead of at the next second."""
        if system in self._channels:
            self._channels[system].moved.set()

    def sees(self, system: SystemId) -> bool:
        """Whether this process has looked at the system just now; without it a beat would say more than it knows."""
        channel = self._channels.get(system)
        return channel is not None and _clock() - channel.looked_at < SIGHT_SECONDS

    def sight(self) -> dict[SystemId, Sight]:
        """How far this process sees of each system that any of its screens watches."""
        now = _clock()
        watched = {system: channel for system, channel in self._channels.items() if channel.screens}
        return {system: Sight(channel.position, now - channel.looked_at) for system, channel in watched.items()}

    @asynccontextmanager
    async def watching(self, screen: Screen) -> AsyncIterator[None]:
        """Follow for this screen until the block ends. Subscribe first, then load what it has not seen."""
        channel = await self._channel(screen.system)
        channel.screens.add(screen)
        try:
            with SCREENS.track_inprogress():
                yield
        finally:
            channel.screens.discard(screen)

    async def first_view(self, screen: Screen) -> FirstView:
        """All that this screen shows, as it stands at one position."""
        view = await first_view(self._database, screen.system, screen.watches)
        return replace(view, rows=[rows for rows in view.rows if screen.wants(rows)])

    async def load(self, screen: Screen, since: int, at: str | None = None) -> Loaded:
        """What changed since a position of what this screen shows."""
        loaded = await load(self._database, screen.system, screen.watches, since, at)
        return replace(loaded, rows=[row for row in loaded.rows if screen.wants(row)])

    async def close(self) -> None:
        """Stop following."""
        tasks = [channel.task for channel in self._channels.values() if channel.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _channel(self, system: SystemId) -> _Channel:
        async with self._opening:
            channel = self._channels.get(system)
            if channel is None:
                channel = self._channels[system] = await self._at_head(system)
                channel.task = asyncio.create_task(self._follow(system, channel))
            elif not channel.screens:
                now = await self._at_head(system)  # nobody watched, so nothing was read meanwhile
                channel.epoch, channel.position, channel.hash = now.epoch, now.position, now.hash
                channel.looked_at = now.looked_at
            return channel

    async def _at_head(self, system: SystemId) -> _Channel:
        async with self._database.reads.acquire() as connection:
            record = await connection.fetchrow("SELECT epoch, head, head_hash FROM system WHERE id = $1", system)
        assert record, "a session belongs to a system"
        return _Channel(epoch_of(record), record["head"], record["head_hash"].hex(), _clock())

    async def _follow(self, system: SystemId, channel: _Channel) -> None:
        correlation.belong_to_nothing()
        faults = Faults("live")
        while True:
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await channel.moved.wait()
            except TimeoutError:
                pass
            channel.moved.clear()
            with faults.told():  # until a look goes well, no beat tells a screen that it is up to date
                await self._look(system, channel)
            LIVE_BEHIND.set(max((each.seconds for each in self.sight().values()), default=0.0))

    async def _look(self, system: SystemId, channel: _Channel) -> None:
        if not channel.screens:
            return
        began = perf_counter()
        loaded = await load(self._database, system, EVERYTHING, channel.position, channel.hash)
        channel.looked_at = _clock()
        if (loaded.epoch, loaded.hash) == (channel.epoch, channel.hash):
            return
        if loaded.epoch != channel.epoch or not loaded.known:
            for screen in channel.screens:
                screen.end()
        channel.epoch, channel.position, channel.hash = loaded.epoch, loaded.position, loaded.hash
        for screen in tuple(channel.screens):
            screen.offer(loaded.rows, loaded.position, loaded.hash)
        _say(system, loaded, len(channel.screens), began)
        if loaded.recorded_at:
            SCREEN_LAG.observe((datetime.now(UTC) - loaded.recorded_at).total_seconds())


def _clock() -> float:
    return asyncio.get_running_loop().time()


def _say(system: SystemId, loaded: Loaded, screens: int, began: float) -> None:
    rows = Counter(row.correlation for row in loaded.rows if row.correlation)
    came_of = [this.hex for this in rows]
    log.debug("rows pushed", system=str(system), position=loaded.position, screens=screens, correlations=came_of)
    for this, changed in rows.items():
        tracing.past("push", began, of=this, rows=changed, screens=screens)
