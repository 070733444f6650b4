"""Somebody at a desk: signed in by role, they put and read what the pages would."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from json import dumps
from typing import Any
from uuid import uuid4

import httpx

from app.api.state import COOKIE
from app.domain.values import Role
from tests.facts import Installation

NURSE, CLINICIAN = Role.WARD_NURSE, Role.WARD_CLINICIAN
HUB, MANAGER, PROVIDER = Role.HUB_LEAD, Role.MANAGER, Role.PROVIDER
ADMITTED, LATER = "2026-10-20T18:05:00Z", "2026-10-21T09:00:00Z"
API = "/api/v1"

BED_DECISION = {
    "needed": "P1",
    "given": "P2",
    "why_not_home": "H15",
    "words": "No double-up before Thursday.",
    "home_possible_if": "A double-up comes free.",
    "review_on": (datetime.now(UTC) + timedelta(days=9)).date().isoformat(),
    "decided_by": "The hub team",
}
SLOT = {
    "leave_at": "2030-11-27T10:00:00Z",
    "leave_from": "lounge",
    "going_to": "Own home",
    "received_by": "Her daughter",
}


@dataclass(slots=True)
class Desk:
    """The web application as the staff of one system use it."""

    client: httpx.AsyncClient
    place: Installation
    _signed_in: dict[Role, dict[str, str]] = field(default_factory=dict)

    @staticmethod
    def json(body: Any) -> str:
        """A body, escaped so that any text can be sent: half a character too."""
        return dumps(body)

    async def headers(self, role: Role) -> dict[str, str]:
        """The headers of this role, signed in once."""
        if role not in self._signed_in:
            self._signed_in[role] = {"Cookie": f"{COOKIE}={await self.place.session(role)}"}
        return self._signed_in[role]

    async def put(self, path: str, body: Any, role: Role = HUB, **headers: str) -> httpx.Response:
        """PUT one resource; `If_Match="…"` is the header of that name."""
        more = {name.replace("_", "-"): value for name, value in headers.items()} | {"Content-Type": "application/json"}
        return await self.client.put(f"{API}{path}", content=self.json(body), headers=await self.headers(role) | more)

    async def get(self, path: str, role: Role = HUB) -> httpx.Response:
        """Read one resource."""
        return await self.client.get(f"{API}{path}", headers=await self.headers(role))

    async def post(self, path: str, body: Any, role: Role = HUB) -> httpx.Response:
        """POST, where something is not to stand in an address."""
        return await self.client.post(f"{API}{path}", json=body, headers=await self.headers(role))

    async def head(self) -> int:
        """How many events this system has recorded."""
        return int(await self.place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", self.place.system))

    def admission(self, **person: Any) -> dict[str, Any]:
        """An admission to the first ward."""
        person = {"family": "Example", "given": "Ada"} | person
        return {"person": person, "ward_id": str(self.place.ward), "bed": "A1-01", "admitted_at": ADMITTED}

    def referral(
        self,
        spell: str,
        words: str = "Fell.",
        needs: Iterable[str] = ("meals", "equipment"),
        **other: Any,
    ) -> dict[str, Any]:
        """A referral of who is in this spell."""
        told = {"why_in_hospital": words, "needs": {"needs": [*needs]}}
        return {"spell_id": spell, "hub_id": str(self.place.hub), **told} | other

    def manager(self) -> dict[str, str]:
        """The case manager of this system."""
        return {"case_manager": str(self.place.staff[Role.CASE_MANAGER])}

    async def member(self, role: str, **other: Any) -> str:
        """The id of a new member of staff of this hub."""
        staff, hub, trust = str(uuid4()), str(self.place.hub), str(self.place.trust)
        named = {"username": f"sam-{staff}", "password": "only-for-tests", "name": "Sam Example"}
        body = {**named, "role": role, "organisation_id": trust, "hub_id": hub} | other
        assert (await self.put(f"/staff/{staff}", body, MANAGER)).status_code == 200
        return staff

    async def ward(self, *beds: str) -> str:
        """The id of a new ward with these beds."""
        ward = str(uuid4())
        told = {"code": ward[:8], "name": "Cedar", "site_id": str(self.place.site), "beds": [*beds]}
        assert (await self.put(f"/wards/{ward}", told, MANAGER)).status_code == 200
        return ward

    async def admitted(self, **person: Any) -> str:
        """The id of a new spell."""
        spell = str(uuid4())
        assert (await self.put(f"/spells/{spell}", self.admission(**person), NURSE)).status_code == 200
        return spell

    async def referred(self) -> tuple[str, str]:
        """The ids of a new case and its spell."""
        case, spell = str(uuid4()), await self.admitted()
        assert (await self.put(f"/cases/{case}/referral", self.referral(spell), NURSE)).status_code == 200
        return case, spell

    async def planning(self) -> tuple[str, str]:
        """The ids of a new case that the hub has accepted, and its spell."""
        case, spell = await self.referred()
        assert (await self.put(f"/cases/{case}/acceptance", self.manager())).status_code == 200
        return case, spell


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """Status and stable code of a problem, which is in words and never half a success."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (problem["status"], problem["type"]) == (answer.status_code, f"urn:homeward:problem:{problem['code']}")
    assert problem["detail"].endswith(".")
    return answer.status_code, problem["code"]


async def twice(here: Desk, path: str, body: Any, role: Any = NURSE) -> list[int]:
    """How much each of two equal requests recorded."""
    answers = [await here.put(path, body, role, If_Match='"77"') for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    # Tasks that follow come after what was put, and count to the stream's version alone.
    assert all(0 < int(answer.headers["etag"].strip('"')) <= answer.json()["version"] for answer in answers)
    return [answer.json()["recorded"] for answer in answers]


def date_in_words(iso: str) -> str:
    """Such as "Tue 3 Nov"."""
    day = date.fromisoformat(iso)
    return f"{day:%a} {day.day} {day:%b}"
