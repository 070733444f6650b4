"""A process of writers, for tests: many tasks record in several systems, and much of what they begin is rolled back.

Started as `python -m tests.promises.writer`; its one line of input is JSON {url, systems, writers, events, seed}. It
says how many events it was told are recorded.
"""

import asyncio
import json
import random
import sys
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from app.database import Database, open_database
from app.domain.person import RecordDetails
from app.domain.rejections import Rejection
from app.domain.system import RemoveStaff
from app.domain.values import Actor, ActorKind, PersonId, StaffId, SystemId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.unavailable import Unavailable

BY = Actor(kind=ActorKind.SYSTEM, id="tests")


class Stumbled(Exception):
    """Something broke in the middle of a turn."""


async def write(database: Database, hints: Hints, system: SystemId, chance: random.Random) -> int:
    """One turn of one to three events on one to three streams, or of none at all; how many were acknowledged."""
    people = [PersonId(uuid4()) for _ in range(chance.randint(1, 3))]
    now = datetime.now(UTC)
    async with taken(database, hints, system) as turn:
        for person in people:
            await decide_in(turn, RecordDetails(person_id=person, changed=frozenset(), by=BY, at=now))
            if chance.random() < 0.05:
                raise Stumbled
            if chance.random() < 0.1:
                await asyncio.sleep(chance.random() * 0.003)
        if chance.random() < 0.05:
            nobody = RemoveStaff(staff_id=StaffId(uuid4()), by=BY, at=now)
            await decide_in(turn, nobody)
    return len(people)


async def writer(database: Database, hints: Hints, systems: list[SystemId], wanted: int, seed: int) -> int:
    """Write until so many events are acknowledged. Now and then a turn is cancelled: what came of it is not told."""
    chance, told = random.Random(seed), 0
    while told < wanted:
        turn = asyncio.create_task(write(database, hints, chance.choice(systems), chance))
        if chance.random() < 0.05:
            asyncio.get_running_loop().call_later(chance.random() * 0.01, turn.cancel)
        try:
            told += await turn
        except (Stumbled, Rejection, Unavailable, asyncio.CancelledError):
            continue
    return told


async def run(url: str, systems: list[str], writers: int, events: int, seed: int) -> int:
    """Every writer of this process, to their ends."""
    database = await open_database(url)
    hints = Hints(database)
    sending = asyncio.create_task(hints.send())
    keys = [SystemId(UUID(each)) for each in systems]
    each = [writer(database, hints, keys, events // writers, seed * 1000 + n) for n in range(writers)]
    told = sum(await asyncio.gather(*each))
    sending.cancel()
    await database.close()
    return told


if __name__ == "__main__":
    asked: dict[str, Any] = json.loads(sys.stdin.readline())
    sys.stdout.write(f"{asyncio.run(run(**asked))}\n")
