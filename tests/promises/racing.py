"""Processes of their own that carry out commands at the same time: no queue of one process says who comes first."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from app.database import Database, open_database
from app.domain.decider import Command
from app.domain.rejections import Rejection
from app.domain.values import SystemId
from app.events.handler import handle
from app.events.hints import Hints
from tests.facts import Installation


@dataclass(frozen=True, slots=True)
class Racers:
    """As many processes as there are commands at once."""

    pool: ProcessPoolExecutor

    async def at_once(self, place: Installation, *commands: Command) -> list[str]:
        """Give these commands at the same time; what came of each: "" where it was carried out, else the code."""
        loop, where = asyncio.get_running_loop(), (place.database.url, place.database.pooler, place.system)
        running = [loop.run_in_executor(self.pool, _carry_out, *where, command) for command in commands]
        return list(await asyncio.gather(*running))


@contextmanager
def racers(how_many: int) -> Iterator[Racers]:
    """They start with the first commands, and are there while the block lasts."""
    with ProcessPoolExecutor(how_many, get_context("spawn")) as pool:
        yield Racers(pool)


@cache
def _here(url: str, pooler: bool) -> tuple[asyncio.Runner, Database]:
    """What this process opens once."""
    runner = asyncio.Runner()
    return runner, runner.run(open_database(url, pooler=pooler))


def _carry_out(url: str, pooler: bool, system: SystemId, command: Command) -> str:
    runner, database = _here(url, pooler)
    return runner.run(_carried_out(database, system, command))


async def _carried_out(database: Database, system: SystemId, command: Command) -> str:
    try:
        await handle(database, Hints(database), system, command)
    except Rejection as refused:
        return refused.code()
    return ""
