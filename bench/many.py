"""The same load spread over 1, 8 and 64 systems: what a turn's order costs, beside the bare SQL floor spread alike.

The people, the clients and what they command are the same; only how many systems they are in is not. A client of many
systems goes from one to the next, as those of a shared installation do.
"""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from itertools import cycle
from uuid import UUID, uuid4

import asyncpg

from app.access.sessions import open_session
from app.domain.values import Role, SystemId
from app.events.hints import Hints
from bench.commands import Do, paced, rate, under_load
from bench.figures import Figure, percentile
from bench.floor import floor_command
from bench.installation import Run, Town
from bench.wire import Client
from tests.facts import a_system

SYSTEMS = (1, 8, 64)
CLIENTS = 16
PEOPLE = 256
ROUNDS = 3


async def measure(run: Run) -> list[Figure]:
    """Each spread in turns with the floor and with the others: what else the machine does, it does to all."""
    spreads = {systems: await _towns(run, systems) for systems in SYSTEMS}
    rates: dict[int, list[tuple[float, float]]] = {systems: [] for systems in SYSTEMS}
    times: dict[int, list[float]] = {systems: [] for systems in SYSTEMS}
    for _ in range(ROUNDS):
        for systems, towns in spreads.items():
            async with AsyncExitStack() as stack:
                bare = [await _bare(stack, run, _shares(towns, n)) for n in range(CLIENTS)]
                ours = await under_load([partial(_ours, stack, run, _shares(towns, n)) for n in range(CLIENTS)])
                rates[systems].append((await rate(bare), await rate(ours)))
                times[systems] += await paced(ours)
    return [figure for systems in SYSTEMS for figure in _figures(systems, rates[systems], times[systems])]


def _figures(systems: int, rates: Sequence[tuple[float, float]], times: Sequence[float]) -> list[Figure]:
    name = f"{systems} system{'s' if systems > 1 else ''}"
    floor, value = sorted(rates, key=lambda pair: pair[1] / pair[0])[len(rates) // 2]
    shown = [Figure(name=f"commands spread over {name}", unit="/s", value=value, floor=floor, promise="–", kept=True)]
    for share, called in ((0.5, "p50"), (0.99, "p99")):
        said = f"command at 100/s over {name}, {called}"
        value = percentile(times, share)
        shown.append(Figure(name=said, unit="ms", value=value, floor=None, promise="–", kept=True))
    return shown


async def _towns(run: Run, systems: int) -> list[Town]:
    """New systems with the same people among them: nothing was ever commanded there."""
    return [await _town(run, PEOPLE // systems) for _ in range(systems)]


async def _town(run: Run, people: int) -> Town:
    made = await a_system(run.database, Hints(run.database))
    spells = [(await made.admit(bed=f"A1-{n:02d}"))[1] for n in range(people)]
    async with run.database.engine.begin() as connection:
        token = await open_session(connection, SystemId(made.system), made.staff[Role.WARD_CLINICIAN])
    return Town(made, f"homeward_session={token}", tuple(spells))


def _shares(towns: Sequence[Town], client: int) -> list[tuple[Town, Sequence[UUID]]]:
    """The systems that this client goes through, and whom it commands in each: nobody is commanded by two."""
    if len(towns) >= CLIENTS:
        return [(town, town.spells) for town in towns[client::CLIENTS]]
    town, beside = towns[client % len(towns)], CLIENTS // len(towns)
    return [(town, town.spells[client // len(towns) :: beside])]


async def _ours(stack: AsyncExitStack, run: Run, shares: Sequence[tuple[Town, Sequence[UUID]]]) -> Do:
    connected = [
        (await stack.enter_async_context(Client(run.host, run.port, town.cookie)), cycle(spells))
        for town, spells in shares
    ]
    turns = cycle(connected)

    async def do() -> None:
        client, spells = next(turns)
        body = {"outcome": "no_longer_meets", "criteria": []}
        await client.ask("PUT", f"/api/v1/spells/{next(spells)}/reviews/{uuid4()}", body)

    return do


async def _bare(stack: AsyncExitStack, run: Run, shares: Sequence[tuple[Town, Sequence[UUID]]]) -> Do:
    connection = await asyncpg.connect(run.database.url)
    stack.push_async_callback(connection.close)
    turns = cycle([(town.installation.system, cycle(spells)) for town, spells in shares])

    async def do() -> None:
        system, spells = next(turns)
        await floor_command(connection, system, next(spells))

    return do
