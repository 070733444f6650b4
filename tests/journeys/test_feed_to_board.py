"""From the hospital's line to the hub's board: what the feed tells is on a screen within a second."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.domain.values import Role
from app.events.hints import Hints
from app.events.live import Live
from app.events.screen import Screen, Seen
from app.intake.adt.feed import Feed
from app.intake.adt.listener import MllpListener
from app.intake.adt.sender import send
from tests.facts import Installation
from tests.intake.adt.feeding import IDA, told
from tests.journeys.delays import Delays

PATIENCE_SECONDS = 60.0


@dataclass(slots=True)
class Board:
    """A screen that watches everything of one system and keeps the newest of each row, as a browser does."""

    live: Live
    screen: Screen
    rows: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)
    delays: Delays = field(default_factory=Delays)

    async def shows(self, kind: str, **wanted: object) -> dict[str, Any]:
        """The row of this kind that is shown so, once it comes."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not (found := [row for row in self._shown(kind) if wanted.items() <= row.items()]):
                    await self.screen.ready.wait()
                    self._take(self.screen.take())
        except TimeoutError:
            pytest.fail(f"No {kind} with {wanted}; shown: {self._shown(kind)}")
        self.delays.seen()
        return found[0]

    async def gone(self, kind: str) -> None:
        """Nothing of this kind is shown any more."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self._shown(kind):
                await self.screen.ready.wait()
                self._take(self.screen.take())

    async def as_loaded(self) -> bool:
        """Whether following came to what loading now shows."""
        view = await self.live.first_view(self.screen)
        fresh = [row for several in view.rows for row in several.read()]
        followed = [row for row in self.rows.values() if not row["gone"]]
        return sorted(map(_line, fresh)) == sorted(map(_line, followed))

    def _take(self, seen: list[Seen]) -> None:
        for row in (json.loads(each.text) for each in seen):
            self.rows[row["kind"], row["scope"], row["id"]] = row

    def _shown(self, kind: str) -> list[dict[str, Any]]:
        return [row for row in self.rows.values() if row["kind"] == kind and not row["gone"]]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


@pytest.fixture
async def live(place: Installation) -> AsyncIterator[Live]:
    opened = Live(place.database)
    yield opened
    await opened.close()


@pytest.fixture
async def line(place: Installation, live: Live) -> AsyncIterator[MllpListener]:
    """The port that the hospital sends to."""
    feed = Feed(place.database, Hints(place.database, live.heard))
    async with MllpListener("127.0.0.1", 0, feed.receive) as listening:
        yield listening


async def test_what_the_hospital_tells_is_on_the_board_within_a_second(
    place: Installation, client: httpx.AsyncClient, live: Live, line: MllpListener
) -> None:
    facility = place.system.hex[:6].upper()
    watches = {"spell": frozenset({"*"}), "case": frozenset({"*"})}
    screen = Screen(place.system, watches, lambda _row: True)
    nurse, lead = [await place.sign_in(client, role) for role in (Role.WARD_NURSE, Role.HUB_LEAD)]

    async def tell(trigger: str, **said: str) -> None:
        board.delays.act()
        raw = told(trigger, IDA, facility=facility, control_id=f"{trigger}-{time.monotonic_ns()}", **said)
        assert [one.code async for one in send([raw], line.host, line.port)] == ["AA"]

    board = Board(live, screen)
    async with live.watching(screen):
        await tell("A01")
        bed = await board.shows("spell", ward_id=str(place.ward), bed="A1-01")
        await tell("A02", ward="BIRCH", bed="B1", at="11:30")
        moved = await board.shows("spell", ward_id=str(place.other_ward), bed="B1")
        assert moved["id"] == bed["id"]

        case = f"/api/v1/cases/{uuid4()}"
        referral = {"spell_id": bed["id"], "hub_id": str(place.hub), "why_in_hospital": "Fell."}
        board.delays.act()
        assert (await client.put(f"{case}/referral", json=referral, headers=nurse)).status_code == 200
        await board.shows("case", stage="referred")
        manager = {"case_manager": str(place.staff[Role.CASE_MANAGER])}
        board.delays.act()
        assert (await client.put(f"{case}/acceptance", json=manager, headers=lead)).status_code == 200
        await board.shows("case", stage="planning")

        await tell("A03", at="12:00", left="12:00", method="1")
        left = await board.shows("case", stage="left_hospital")
        await board.gone("spell")
        ended = next(row for row in board.rows.values() if row["id"] == bed["id"] and row["scope"] == moved["scope"])
        # One turn, with what follows for the case's tasks: nobody sees the one without the other.
        assert left["position"] - ended["position"] in (1, 2)

        await tell("A13", at="12:20", ward="BIRCH", bed="B1")
        await board.shows("case", stage="planning")
        await board.shows("spell", ward_id=str(place.other_ward), bed="B1", ended_at=None)
        assert await board.as_loaded()
    board.delays.assert_usually_within_a_second()
