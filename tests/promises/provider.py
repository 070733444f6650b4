"""A provider in a process of its own, for tests. Started as `python -m tests.promises.provider`.

Its first line of input is JSON {url, system, service}. Then each line is {hold, take}: hold a place, or take it, for
each id that is named, all at once, and say what came of each.
"""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.database import Database, open_database
from app.domain.rejections import Rejection
from app.domain.service import HoldPlace, TakePlace
from app.domain.values import Actor, ActorKind, CaseId, ServiceId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from tests.promises.ward import say

UNIT = "the last one"


class Provider:
    """Keeps places of one service."""

    def __init__(self, database: Database, system: str, service: str) -> None:
        self._database, self._hints = database, Hints(database)
        self._system, self._service = SystemId(UUID(system)), ServiceId(UUID(service))

    async def keep(self, holds: list[str], takes: list[str]) -> list[str]:
        """What came of each: `kept`, or the code of the refusal."""
        return await asyncio.gather(*map(self._hold, holds), *map(self._take, takes))

    async def _hold(self, key: str) -> str:
        until = datetime.now(UTC) + timedelta(hours=2)
        return await self._do(HoldPlace(until=until, **self._place(key)))

    async def _take(self, key: str) -> str:
        starts_at = datetime.now(UTC) + timedelta(hours=2)
        return await self._do(TakePlace(starts_at=starts_at, **self._place(key)))

    def _place(self, key: str) -> dict[str, Any]:
        by, at = Actor(kind=ActorKind.SYSTEM, id="tests"), datetime.now(UTC)
        what = {"hold_id": UUID(key), "case_id": CaseId(UUID(key)), "units": (UNIT,)}
        return {"service_id": self._service, "by": by, "at": at} | what

    async def _do(self, command: HoldPlace | TakePlace) -> str:
        try:
            await handle(self._database, self._hints, self._system, command)
        except Rejection as refused:
            return refused.code()
        return "kept"


async def main() -> None:
    """Do what each line says."""
    lines = iter(sys.stdin.readline, "")
    first = json.loads(next(lines))
    provider = Provider(await open_database(first["url"]), first["system"], first["service"])
    say("here")
    for line in lines:
        asked = json.loads(line)
        say(await provider.keep(asked["hold"], asked["take"]))


if __name__ == "__main__":
    asyncio.run(main())
