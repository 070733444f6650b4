"""Screens: each follows its whole system as a page does, comes back when it is let go, and notes what it saw."""

import asyncio
import json
from collections import defaultdict
from typing import Any

import httpx
import websockets
from websockets.asyncio.client import connect

from tests.promises.screens import EVERYTHING, hello
from tests.promises.shown import Shown
from tests.soak.asking import Client, client
from tests.soak.history import Read
from tests.soak.recorder import in_order, now
from tests.soak.town import Town

SILENCE_SECONDS = 9.0  # a page waits for a beat so long, and then connects again
BACK_SECONDS = 0.5
OPEN_SECONDS = 8.0


class Screen:
    """What it shows outlives its connections. `opened` counts them."""

    def __init__(self, town: Town, name: str) -> None:
        self.town, self.name = town, name
        self.shown, self.opened = Shown(), 0
        self._notes: dict[str, dict[str, int]] = defaultdict(dict)

    async def follow(self) -> None:
        """Until cancelled."""
        async with client(self.town) as nurse:
            while True:
                try:
                    await self._follow(nurse)
                except (OSError, TimeoutError, websockets.WebSocketException, httpx.HTTPError) as error:
                    self.town.recorder.not_now[type(error).__name__] += 1
                await asyncio.sleep(self.town.chance.uniform(0, 2 * BACK_SECONDS))

    async def _follow(self, nurse: Client) -> None:
        answer = await nurse.ask("POST", "live/tickets")
        if answer is None or not answer.is_success:
            return
        url = self.town.url.replace("http", "ws", 1) + "/api/v1/live"
        async with connect(url, max_size=None, proxy=None, open_timeout=OPEN_SECONDS, close_timeout=1) as connection:
            await connection.send(hello(answer.json()["ticket"], EVERYTHING, self.shown.epoch, self.shown.position))
            self.opened += 1
            while True:
                async with asyncio.timeout(SILENCE_SECONDS):
                    message = json.loads(await connection.recv())
                if message["type"] == "problem":
                    self.town.recorder.not_now[message["code"]] += 1
                    return
                self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        try:
            self.shown.take(message)
        except AssertionError as error:
            self.town.recorder.fault(f"{self.name}: a position went back, or a message is not known: {error}")
        if message["type"] != "rows":
            return
        if message["snapshot"]:
            self._notes.clear()
        touched = dict.fromkeys(self._hold(row) for row in message["rows"] if row["kind"] == "note")
        at, position = now(), message["position"]
        for case in touched:
            seen = tuple(in_order(self._notes[case]))
            self.town.recorder.reads.append(Read(case, seen, at, at, self.name, fresh=False, position=position))

    def _hold(self, row: dict[str, Any]) -> str:
        case: str = row["case_id"]
        self._notes[case][row["id"]] = row["position"]
        return case
