"""A provider in a process of its own, for tests. Started as `python -m tests.promises.provider`.

Its first line of input is JSON {url, system}. Then each line is {service, hold, take}: hold a place of this service, or
take it, for each id that is named, all at once, and say what came of each.
"""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.database import Database, open_database
from app.domain.decider import Command
from app.domain.rejections import Rejection
from app.domain.service import HoldPlace, TakePlace
from app.domain.values import Actor, ActorKind, CaseId, ServiceId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from tests.promises.ward import say

UNIT = "the last one"


class Provider:
    """Keeps places of services."""

    def __init__(self, database: Database, system: str) -> None:
        self._database, self._hints, self._system = database, Hints(database), SystemId(UUID(system))

    async def keep(self, service: str, hold: list[str], take: list[str]) -> list[str]:
        """What came of each: `kept`, or the code of the refusal."""
        later = datetime.now(UTC) + timedelta(hours=2)
        holding = [HoldPlace(until=later, **_place(service, key)) for key in hold]
        taking = [TakePlace(starts_at=later, **_place(service, key)) for key in take]
        return await asyncio.gather(*map(self._do, [*holding, *taking]))

    async def _do(self, command: Command) -> str:
        try:
            await handle(self._database, self._hints, self._system, command)
        except Rejection as refused:
            return refused.code()
        return "kept"


def _place(service: str, key: str) -> dict[str, Any]:
    by, at = Actor(kind=ActorKind.SYSTEM, id="tests"), datetime.now(UTC)
    what = {"hold_id": UUID(key), "case_id": CaseId(UUID(key)), "units": (UNIT,)}
    return {"service_id": ServiceId(UUID(service)), "by": by, "at": at} | what


async def main() -> None:
    """Do what each line says."""
    lines = iter(sys.stdin.readline, "")
    first = json.loads(next(lines))
    provider = Provider(await open_database(first["url"]), first["system"])
    say("here")
    for line in lines:
        say(await provider.keep(**json.loads(line)))


if __name__ == "__main__":
    asyncio.run(main())
