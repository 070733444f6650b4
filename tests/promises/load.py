"""A load of commands over HTTP, each repeated with its id until it is acknowledged; what was acknowledged, and when."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import asyncpg
import httpx

from tests.facts import Installation

RETRY_SECONDS = 0.05
RECOVERY_SECONDS = 60.0


class Acknowledged(NamedTuple):
    """A receipt, and when it came, by the clock of `time.monotonic`."""

    id: UUID
    version: int
    position: int
    at: float


@dataclass
class Load:
    """Clients that admit people and refer them."""

    place: Installation
    url: str
    acknowledged: list[Acknowledged] = field(default_factory=list)
    tried: int = 0
    ending: bool = False

    @asynccontextmanager
    async def running(self, nurses: Sequence[dict[str, str]]) -> AsyncIterator[None]:
        """One client for each of these, who is signed in already; when the block ends, each ends what it began."""
        async with asyncio.TaskGroup() as clients:
            for headers in nurses:
                clients.create_task(self.client(headers))
            yield
            self.ending = True

    async def client(self, headers: dict[str, str]) -> None:
        """One nurse, signed in before anything was killed."""
        async with httpx.AsyncClient(base_url=f"{self.url}/api/v1", trust_env=False, timeout=10) as http:
            while not self.ending:
                spell, case = uuid4(), uuid4()
                await self._until_acknowledged(http, headers, f"/spells/{spell}", _admission(self.place))
                await self._until_acknowledged(http, headers, f"/cases/{case}/referral", _referral(self.place, spell))

    async def goes_on(self, commands: int) -> float:
        """The service answers by itself: so many more commands are acknowledged. When the first of them was."""
        before = len(self.acknowledged)
        async with asyncio.timeout(RECOVERY_SECONDS):
            while len(self.acknowledged) < before + commands:
                await asyncio.sleep(0.01)
        return self.acknowledged[before].at

    async def not_in(self, owner_url: str) -> list[Acknowledged]:
        """What was acknowledged and does not stand in this database's log, oldest first."""
        connection = await asyncpg.connect(owner_url)
        asked = "SELECT stream, version, position FROM event WHERE system_id = $1"
        recorded = {
            (UUID(row["stream"].partition(":")[2]), row["version"], row["position"])
            for row in await connection.fetch(asked, self.place.system)
        }
        await connection.close()
        return sorted((each for each in self.acknowledged if each[:3] not in recorded), key=lambda each: each.at)

    async def _until_acknowledged(
        self, http: httpx.AsyncClient, headers: dict[str, str], path: str, body: dict[str, Any]
    ) -> None:
        while True:
            self.tried += 1
            try:
                answer = await http.put(path, json=body, headers=headers)
            except httpx.HTTPError:
                answer = None
            if answer is not None and answer.is_success:
                told = answer.json()
                at = time.monotonic()
                self.acknowledged.append(Acknowledged(UUID(told["id"]), told["version"], told["position"], at))
                return
            assert answer is None or answer.status_code == 503, answer.text
            if self.ending:
                return
            await asyncio.sleep(RETRY_SECONDS)


def _admission(place: Installation) -> dict[str, Any]:
    admitted = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    person = {"family": "Example", "given": "Ada"}
    return {"person": person, "ward_id": str(place.ward), "bed": "A1", "admitted_at": admitted}


def _referral(place: Installation, spell: UUID) -> dict[str, Any]:
    return {
        "spell_id": str(spell),
        "hub_id": str(place.hub),
        "needs": {"needs": ["meals"]},
        "why_in_hospital": "Lives alone.",
    }
