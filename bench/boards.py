"""Many boards that follow a hospital as their pages do, and how long after it was recorded each event is on each."""

import asyncio
import json
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle, islice
from uuid import UUID

from websockets.asyncio.client import ClientConnection

from bench.installation import Run
from bench.screens import open_screen
from bench.trust import Trust
from bench.wire import Client

BOARDS = 300
HUB_BOARDS = 12
ARRIVAL_SECONDS = 15.0


@dataclass(slots=True)
class Board:
    """One screen: of a ward, or of everything (`*`). `held` is the newest position of each row it was sent."""

    scope: str
    screen: ClientConnection
    arrived: list[tuple[int, float]] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)

    async def follow(self) -> None:
        """Take in whatever comes, with the time at which it came."""
        async for message in self.screen:
            now, parsed = time.time(), json.loads(message)
            if parsed["type"] == "rows":
                for row in parsed["rows"]:
                    if row["kind"] == "spell":
                        self.held[row["scope"] + row["id"]] = row["position"]
                        self.arrived.append((row["position"], now))


async def open_boards(stack: AsyncExitStack, run: Run, trust: Trust) -> list[Board]:
    """As many for each ward as there are for any other, and those of the hub; each has had its first view."""
    client = await stack.enter_async_context(Client(run.host, run.port, trust.cookie))
    wards = islice(cycle(map(str, trust.wards)), BOARDS - HUB_BOARDS)
    return await boards_of(stack, run, client, [*wards, *["*"] * HUB_BOARDS])


async def boards_of(stack: AsyncExitStack, run: Run, client: Client, scopes: Sequence[str]) -> list[Board]:
    """One of each of these scopes, with its first view."""
    return [await _board(stack, run, client, scope) for scope in scopes]


async def _board(stack: AsyncExitStack, run: Run, client: Client, scope: str) -> Board:
    watch = [{"kind": "spell", "scope": scope}, *({"kind": kind, "scope": "*"} for kind in ("case", "staff", "place"))]
    return Board(scope, await open_screen(stack, run, client, watch))


@dataclass(slots=True)
class Recorded:
    """What came of the morning: when each event was recorded, by position, and the rows as they are at its end."""

    at: dict[int, float]
    rows: list[tuple[str, UUID, int]]


async def recorded_since(run: Run, system: UUID, position: int) -> Recorded:
    """All that was recorded after this position."""
    async with run.database.reads.acquire() as connection:
        events = await connection.fetch(_EVENTS, system, position)
        rows = await connection.fetch(_ROWS, system, position)
    at = {row["position"]: row["recorded_at"].timestamp() for row in events}
    return Recorded(at, [(row["scope"], row["id"], row["position"]) for row in rows])


async def delays(boards: list[Board], recorded: Recorded) -> dict[str, list[float]]:
    """Milliseconds from the record to the sight of it, by scope; a row that is not seen is an error, not a fast run."""
    async with asyncio.timeout(ARRIVAL_SECONDS):
        while not all(_is_complete(board, recorded) for board in boards):
            await asyncio.sleep(0.1)
    found: dict[str, list[float]] = {}
    for board in boards:
        times = [(at - recorded.at[position]) * 1000 for position, at in board.arrived if position in recorded.at]
        found.setdefault(board.scope, []).extend(times)
    return found


def _is_complete(board: Board, recorded: Recorded) -> bool:
    return all(
        board.held.get(scope + str(key), 0) >= position
        for scope, key, position in recorded.rows
        if board.scope in (scope, "*")
    )


_EVENTS = "SELECT position, recorded_at FROM event WHERE system_id = $1 AND position > $2"

_ROWS = "SELECT scope, id, position FROM spell_1 WHERE system_id = $1 AND position > $2"
