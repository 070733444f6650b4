"""A load of commands by HTTP on a service to which things happen, and the proof that nothing of it was lost."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx

from app.database import Database
from app.events.verify import verify
from tests.facts import Installation
from tests.promises.replay import unlike_the_log

CLIENTS = 6
RETRY_SECONDS = 0.05
RECOVERY_SECONDS = 30.0


@dataclass
class Load:
    """Clients that admit people and refer them, each command repeated until it is acknowledged."""

    place: Installation
    url: str
    acknowledged: list[dict[str, Any]] = field(default_factory=list)
    acknowledged_at: list[float] = field(default_factory=list)  # of each, by the clock of `time.monotonic`
    tried: int = 0
    ending: bool = False

    async def client(self, headers: dict[str, str]) -> None:
        """One nurse, signed in before anything was killed."""
        async with httpx.AsyncClient(base_url=f"{self.url}/api/v1", trust_env=False, timeout=10) as http:
            while not self.ending:
                spell, case = uuid4(), uuid4()
                await self._until_acknowledged(http, headers, f"/spells/{spell}", _admission(self.place))
                await self._until_acknowledged(http, headers, f"/cases/{case}/referral", _referral(self.place, spell))

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
                self.acknowledged.append(answer.json())
                self.acknowledged_at.append(time.monotonic())
                return
            assert answer is None or answer.status_code == 503, answer.text
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


async def goes_on(load: Load, commands: int) -> None:
    """The service answers by itself: so many more commands are acknowledged."""
    before = len(load.acknowledged)
    async with asyncio.timeout(RECOVERY_SECONDS):
        while len(load.acknowledged) < before + commands:
            await asyncio.sleep(0.01)


async def nothing_is_lost(database: Database, owner_url: str, load: Load) -> None:
    """The log is sound, holds every receipt, and every row is what the log says."""
    connection = await asyncpg.connect(owner_url)
    verdict = await verify(connection, load.place.system)
    assert verdict.broken_at is None
    recorded = {
        (UUID(row["stream"].partition(":")[2]), row["version"]): row["position"]
        for row in await connection.fetch(
            "SELECT stream, version, position FROM event WHERE system_id = $1", load.place.system
        )
    }
    await connection.close()
    for receipt in load.acknowledged:
        assert recorded[UUID(receipt["id"]), receipt["version"]] == receipt["position"]
    assert await unlike_the_log(database, load.place.system) == []
