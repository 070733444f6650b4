"""The example's people arrive and are met, as the crew, the service or the hub says; now and then nobody could."""

from datetime import UTC, datetime
from random import Random
from uuid import UUID

from app.example.answers import Answers
from app.example.desk import Desk, Row
from app.example.words import NOBODY_MET, SEEN_BY

NOBODY_COULD = 0.15
"""The share of first contacts that do not come about at the first try."""


class Arriving:
    """`answers` knows the services' own desks."""

    def __init__(self, answers: Answers, chance: Random) -> None:
        self._answers = answers
        self._chance = chance

    async def arrive(self, hub: Desk, case: Row) -> bool:
        """The booked service has them; of who goes to none, the crew tells the hub."""
        service = case["service_id"]
        desk = self._answers.desk_of(service) if service else hub
        body = {"at": _now(case), "told_by": "provider" if service else "crew", "service_id": service}
        return await desk.put(self._path(case, "arrivals"), body)

    async def meet(self, case: Row) -> bool:
        """The service meets them; or says that it could not, and then does."""
        desk = self._answers.desk_of(case["service_id"])
        if self._chance.random() < NOBODY_COULD:
            why, words = self._chance.choice(NOBODY_MET)
            await desk.put(self._path(case, "no-contacts"), {"at": _now(case), "why": why, "words": words})
        body = {"at": _now(case), "seen_by": self._chance.choice(SEEN_BY)}
        return await desk.put(self._path(case, "first-contacts"), body)

    def _path(self, case: Row, what: str) -> str:
        said = UUID(int=self._chance.getrandbits(128), version=4)
        return f"/api/v1/cases/{case['id']}/{what}/{said}"


def _now(case: Row) -> str:
    """Not before what is known: the hospital's clock may run ahead."""
    known = [case["arriving"][name] for name in ("left_at", "arrived_at")]
    return max(datetime.now(UTC), *(datetime.fromisoformat(at) for at in known if at)).isoformat()
