"""Lists as wards keep them, and somebody who brings them in. Everybody on them is invented."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from app.domain.values import Role
from tests.api.desk import MANAGER, Desk
from tests.facts import an_nhs_number

HEADINGS = "Bed\tName\tDOB\tNHS No\tAdmitted\tReady since\tEDD"


def a_row(
    name: str,
    *,
    bed: str = "A1-01",
    born: str = "2/3/1941",
    nhs: str | None = None,
    admitted: str = "20/10/2026 18:05",
    ready: str = "",
    edd: str = "",
) -> str:
    """A row of a ward list, with an NHS number unless it is said to have none."""
    number = an_nhs_number() if nhs is None else nhs
    return "\t".join((bed, name, born, number, admitted, ready, edd))


def a_list(*rows: str, headings: str = HEADINGS) -> str:
    """A list as it is copied out of a spreadsheet."""
    return "\n".join((headings, *rows)) + "\n"


@dataclass(slots=True)
class Bringing:
    """One list on its way in."""

    desk: Desk
    text: str
    kind: str = "ward_list"
    role: Role = MANAGER
    id: str = field(default_factory=lambda: str(uuid4()))
    mapping: dict[str, Any] = field(default_factory=dict)

    async def read(self) -> dict[str, Any]:
        """Read it, and keep the guess as the mapping; a list that names no ward is of the first."""
        body = {"kind": self.kind, "text": self.text}
        answer = (await self.desk.post("/lists/reading", body, self.role)).json()
        ward = answer["mapping"]["ward_id"] or str(self.desk.place.ward)
        self.mapping = answer["mapping"] | ({"ward_id": ward} if self.kind == "ward_list" else {}) | self.mapping
        return dict(answer)

    def body(self) -> dict[str, Any]:
        """The list and how it is read."""
        return {"kind": self.kind, "text": self.text, "mapping": self.mapping}

    async def put(self) -> httpx.Response:
        """Keep it, and see what it would do."""
        if not self.mapping.get("columns"):
            await self.read()
        return await self.desk.put(f"/lists/{self.id}", self.body(), self.role)

    async def page(self) -> dict[str, Any]:
        """The list as it stands."""
        return dict((await self.desk.get(f"/lists/{self.id}", self.role)).json())

    async def apply(self, *leave_out: int) -> dict[str, Any]:
        """Bring it in; the first time it is put before."""
        if not self.mapping.get("columns"):
            assert (await self.put()).status_code == 200
        answer = await self.desk.put(f"/lists/{self.id}/application", {"leave_out": leave_out}, self.role)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def take_back(self) -> dict[str, Any]:
        """Take it back."""
        answer = await self.desk.put(f"/lists/{self.id}/undoing", {}, self.role)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def compare(self) -> dict[str, Any]:
        """Lay it beside what stands here."""
        if not self.mapping.get("columns"):
            await self.read()
        return dict((await self.desk.post("/lists/comparison", self.body(), self.role)).json())


def told(page: dict[str, Any]) -> list[tuple[str, str]]:
    """What each row did or will do, and the beginning of why not."""
    return [(row["what"], (row["words"] or "")[:30]) for row in page["rows"]]


async def ward_of(desk: Desk, role: Role = MANAGER) -> dict[str, str]:
    """Who is on the first ward: name -> bed."""
    rows = (await desk.get(f"/wards/{desk.place.ward}/list", role)).json()["rows"]
    return {row["person"]["name"]: row["bed"] for row in rows}
