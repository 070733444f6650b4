"""A Homeward that is told to stop while somebody works in it and looks at a screen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from tests.promises.screens import Desk, last_words
from tests.promises.shown import Shown
from tests.serving import Served

WATCHED = ("place",)


@dataclass(slots=True)
class Manager:
    """Adds one organisation after another, with a screen open that shows them; knows which were acknowledged."""

    password: str = field(repr=False)
    acknowledged: list[str] = field(default_factory=list)
    shown: Shown = field(default_factory=Shown)
    head: int = 0

    async def sees_the_stop(self, homeward: Served) -> tuple[int, int | None]:
        """The exit code of the stop, and the code with which the screen is closed."""
        async with self._desk(homeward) as desk, desk.screen(self.shown, WATCHED) as screen:
            await screen.message()
            await self._add(desk)
            stopping = asyncio.create_task(asyncio.to_thread(homeward.stop))
            working = asyncio.create_task(self._work(desk))
            _, code = await last_words(screen.connection)
            await working
            return await stopping, code

    async def comes_back(self, homeward: Served) -> bool:
        """Follow what was shown at another process, until all that was acknowledged; whether it began anew."""
        async with self._desk(homeward) as desk, desk.screen(self.shown, WATCHED) as screen:
            first = await screen.message()
            await screen.until(self.head)
        return bool(first["snapshot"])

    @asynccontextmanager
    async def _desk(self, homeward: Served) -> AsyncIterator[Desk]:
        async with httpx.AsyncClient(base_url=homeward.url, trust_env=False) as client:
            answer = await client.post("/sign-in", data={"username": "manager", "password": self.password})
            headers = {"Cookie": f"homeward_session={answer.cookies['homeward_session']}"}
            client.cookies.clear()
            yield Desk(client, headers)

    async def _work(self, desk: Desk) -> None:
        """Until nobody answers any more."""
        try:
            while True:
                await self._add(desk)
        except httpx.HTTPError:
            return

    async def _add(self, desk: Desk) -> None:
        key = str(uuid4())
        told = {"code": key[:8], "name": f"Trust {key[:8]}", "kind": "hospital_trust"}
        answer = await desk.put(f"/organisations/{key}", told)
        answer.raise_for_status()
        self.acknowledged.append(key)
        self.head = answer.json()["position"]
