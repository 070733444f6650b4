"""A screen as a browser has it, for tests: a ticket, the websocket, and what is shown."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import websockets
from websockets.asyncio.client import ClientConnection, connect

from app.access.policy import MAY_SEE
from app.domain.values import Role
from app.views.kinds import KINDS
from tests.promises.shown import Shown

EVERYTHING = tuple(kind for kind in KINDS if Role.WARD_NURSE in MAY_SEE[kind])
"""What a nurse sees, who sees as much as anybody of what is about people."""

PATIENCE_SECONDS = 10.0


class Screen:
    """One open screen. `shown` outlives it, as what a page shows outlives its connection."""

    def __init__(self, connection: ClientConnection, shown: Shown) -> None:
        self.connection, self.shown = connection, shown

    async def message(self) -> dict[str, Any]:
        """The next message, taken into what is shown."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            message: dict[str, Any] = json.loads(await self.connection.recv())
        self.shown.take(message)
        return message

    async def until(self, position: int) -> None:
        """Follow until everything up to this position is shown."""
        while (self.shown.position or 0) < position:
            await self.message()


class Desk:
    """Somebody who is signed in at a server and opens screens."""

    def __init__(self, client: httpx.AsyncClient, headers: Mapping[str, str]) -> None:
        self.client, self._headers = client, headers
        self.live_url = str(client.base_url.copy_with(scheme="ws", path="/api/v1/live"))

    async def ticket(self) -> str:
        """A fresh ticket."""
        answer = await self.client.post("/api/v1/live/tickets", headers=self._headers)
        answer.raise_for_status()
        ticket: str = answer.json()["ticket"]
        return ticket

    async def put(self, path: str, body: dict[str, Any]) -> httpx.Response:
        """Give a command."""
        return await self.client.put(f"/api/v1{path}", json=body, headers=self._headers)

    @asynccontextmanager
    async def socket(self, origin: str | None = None) -> AsyncIterator[ClientConnection]:
        """A websocket on which nothing has been said."""
        wanted = {"Origin": origin} if origin else None
        async with connect(self.live_url, additional_headers=wanted, max_size=None, proxy=None) as connection:
            yield connection

    @asynccontextmanager
    async def screen(self, shown: Shown | None = None, kinds: tuple[str, ...] = EVERYTHING) -> AsyncIterator[Screen]:
        """A screen of these kinds in every scope; with what is shown already, it asks for what changed since."""
        shown = shown or Shown()
        async with self.socket() as connection:
            await connection.send(hello(await self.ticket(), kinds, shown.epoch, shown.position, shown.hash))
            yield Screen(connection, shown)


def hello(
    ticket: str,
    kinds: tuple[str, ...] = EVERYTHING,
    epoch: str | None = None,
    position: Any = None,
    hash: str | None = None,
) -> str:
    """A screen's first message."""
    watch = [{"kind": kind, "scope": "*"} for kind in kinds]
    return json.dumps({"ticket": ticket, "watch": watch, "epoch": epoch, "position": position, "hash": hash})


async def last_words(connection: ClientConnection) -> tuple[dict[str, Any], int | None]:
    """The problem with which a screen is let go, and the code with which the connection is closed."""
    said: dict[str, Any] = {}
    async with asyncio.timeout(2 * PATIENCE_SECONDS):
        try:
            async for message in connection:
                said = json.loads(message)
        except websockets.ConnectionClosed:
            pass
        return said, connection.close_code
