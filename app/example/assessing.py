"""The example assesses once: a case manager signs, and each service that is interested reads it and accepts an item."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.example.desk import Desk, Row

SIGNED = 0.6
"""The share of requests before which somebody has assessed."""

IN_DOUBT = frozenset({"capacity_doubt", "lacks_capacity"})
"""Of whom the case managers leave the assessing to others."""

ITEM = "moving.carers"

ANSWERS: Mapping[str, Sequence[Any]] = {
    "agreement.agrees": ["agrees"],
    "agreement.capacity": ["no_doubt"],
    "health.reason": ["Came in after a fall; the ward says more in the referral."],
    "goals.matters": ["To be in their own kitchen again."],
    "medicines.help": ["prompt"],
    ITEM: [1],
    "signing.declared": [True],
    "signing.copy": ["given"],
}


class Assessing:
    """Who signs and who reads sit at desks of their own."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    async def sign(self, desk: Desk, case: Row) -> None:
        """Sign for some of those of whom nothing is signed yet."""
        path = f"/api/v1/cases/{case['id']}/assessments"
        if self._chance.random() > SIGNED or IN_DOUBT & {*case["flags"]}:
            return
        signed = await desk.read(path)
        if signed and not signed["assessments"]:
            await desk.put(f"{path}/{self._id()}", self._signing())

    async def read(self, desk: Desk, offer_path: str) -> None:
        """The service reads what is signed, and relies on how many carers it takes."""
        path = f"{offer_path}/trusted-assessment"
        if await desk.answer(f"{path}/reading", {}) and (page := await desk.read(path)):
            await desk.answer(f"{path}/items/{ITEM}", {"assessment_id": page["assessment_id"], "answer": "accept"})

    def _signing(self) -> Row:
        return {
            "signing_id": self._id(),
            "form": "trusted-assessment",
            "form_version": "1",
            "answers": ANSWERS,
            "competency": "trusted_assessor",
            "agreement": "system",
            "employer": "Northmoor care transfer hub",
            "seen_at": (datetime.now(UTC) - timedelta(minutes=30)).isoformat(),
            "seen_where": "on_ward",
        }

    def _id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))
