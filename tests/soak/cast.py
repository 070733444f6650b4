"""Everybody who takes part in a run: in each system writers, a reader, a hospital's line, and screens that follow."""

import asyncio
from dataclasses import dataclass, field

from tests.soak.ground import Ground
from tests.soak.reading import read
from tests.soak.recorder import Recorder
from tests.soak.telling import tell
from tests.soak.town import Town, a_town
from tests.soak.watching import Screen
from tests.soak.writing import write

LEAVE_SECONDS = 20.0


@dataclass(slots=True)
class Cast:
    """Whoever fails by themselves, and not by what was inflicted, is noticed when they leave."""

    towns: list[Town]
    recorder: Recorder
    screens: dict[str, list[Screen]]
    _at_work: list["asyncio.Task[None]"] = field(default_factory=list)
    _on_line: list["asyncio.Task[None]"] = field(default_factory=list)
    _following: list["asyncio.Task[None]"] = field(default_factory=list)

    def begin(self, ground: Ground, writers: int) -> None:
        """All at once."""
        for town in self.towns:
            work = [*(write(town) for _ in range(writers)), read(town, f"reader of {town.name}")]
            self._at_work += [asyncio.create_task(each) for each in work]
            self._on_line.append(asyncio.create_task(tell(town, ground.to_line.port)))
            self._following += [asyncio.create_task(screen.follow()) for screen in self.screens[town.name]]

    @property
    def failed(self) -> bool:
        """Whether somebody ended who should not have."""
        return any(task.done() for task in (*self._at_work, *self._on_line, *self._following))

    async def stop_writing(self) -> None:
        """What is under way is finished, or stays unknown; the screens go on."""
        for town in self.towns:
            town.ending = True
        await self._leave([*self._at_work, *self._on_line], LEAVE_SECONDS)

    async def leave(self) -> None:
        """Everybody goes."""
        await self.stop_writing()
        await self._leave(self._following, 0)

    async def _leave(self, tasks: list["asyncio.Task[None]"], patience: float) -> None:
        waiting = [task for task in tasks if not task.done()]
        if waiting and patience:
            await asyncio.wait(waiting, timeout=patience)
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                self.recorder.fault(f"somebody failed: {outcome!r}")
        tasks.clear()


async def a_cast(ground: Ground, recorder: Recorder, seed: int, *, systems: int, screens: int) -> Cast:
    """Made before anything fails."""
    towns = [await a_town(ground, recorder, f"system {n + 1}", seed) for n in range(systems)]
    return Cast(
        towns,
        recorder,
        {town.name: [Screen(town, f"screen {n + 1} of {town.name}") for n in range(screens)] for town in towns},
    )
