"""A provider in a story: one service with its own staff, who count it, read their cards and answer."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from app import clock
from app.domain.case.requests.state import offer_id_of
from app.domain.values import ServiceId
from tests.journeys.case import Case
from tests.journeys.passing import moment
from tests.journeys.staff import Page, Staff

UNIT = "Ours"


def from_now(hours: float) -> str:
    """An instant, as it is sent."""
    return (clock.now() + timedelta(hours=hours)).isoformat()


@dataclass(slots=True)
class Provider:
    """One service of one organisation, counted in one unit."""

    name: str
    service: str
    organisation_id: str
    staff: Staff
    unit: Page
    _offers: dict[str, str] = field(default_factory=dict)

    def asked(self, case: Case, request: str) -> None:
        """The hub has asked it for this person."""
        self._offers[case.id] = str(offer_id_of(UUID(request), ServiceId(UUID(self.service))))

    def offer(self, case: Case) -> str:
        """The offer that it was asked last for this person."""
        return self._offers[case.id]

    async def counts(self, *, usable: int, occupied: int) -> None:
        """It counts itself, as it stands now."""
        unit = self.unit | {"key": UNIT, "commissioned": usable, "usable": usable, "occupied": occupied}
        now = clock.now().isoformat()
        await self.staff.put(f"/services/{self.service}/capacity", {"counted_at": now, "units": [unit]})

    async def has(self, **wanted: int) -> None:
        """So many are free, held, booked or occupied now."""
        [unit] = (await self.staff.read(f"/services/{self.service}"))["units"]
        assert {name: unit[name] for name in wanted} == wanted, unit

    async def place(self) -> str:
        """What its places are, but for those of others: "free", "held" or "booked", each so often."""
        [unit] = (await self.staff.read(f"/services/{self.service}"))["units"]
        return " ".join(state for state in ("free", "held", "booked") for _ in range(unit[state]))

    async def cards(self) -> set[str]:
        """The offers on its own list."""
        return {row["id"] for row in (await self.staff.read("/offers"))["rows"] if not row["gone"]}

    async def card(self, case: Case) -> Page:
        """What it is shown of one: the card, the detail, and who it is, as far as it may see."""
        return await self.staff.read(f"/offers/{self.offer(case)}")

    async def is_interested(self, case: Case) -> Page:
        """It opens the detail."""
        await self.answers(case, "interest")
        return await self.card(case)

    async def reads_assessment(self, case: Case) -> Page:
        """It says that it reads the trusted assessment, and does."""
        await self.answers(case, "trusted-assessment/reading")
        return await self.staff.read(f"/offers/{self.offer(case)}/trusted-assessment")

    async def says_of_item(self, case: Case, assessment: str, item: str, answer: str, words: str | None = None) -> None:
        """It accepts, queries or rejects one item itself."""
        said = {"assessment_id": assessment, "answer": answer, "words": words}
        await self.answers(case, f"trusted-assessment/items/{item}", **said)

    async def to_do(self, case: Case) -> dict[str, str]:
        """Its own tasks for this person, by their code: how far each is."""
        tasks = (await self.staff.read("/tasks"))["tasks"]
        return {task["code"]: task["state"] for task in tasks if task["case_id"] == case.id}

    async def holds_a_place(self, case: Case) -> None:
        """It would, and keeps a place for a day."""
        await self.answers(case, "in-principle", units=[UNIT], until=from_now(24))

    async def declines(self, case: Case, code: str, **more: Any) -> None:
        """It cannot, by a code."""
        await self.answers(case, "decline", code=code, **more)

    async def confirms_for(self, case: Case, words: str, **more: Any) -> None:
        """Yes, with a time of arrival, such as "Fri 6 Nov 11:00" and the two hours after it."""
        first = moment(words, clock.now())
        window = {"arrive_from": first.isoformat(), "arrive_to": (first + timedelta(hours=2)).isoformat()}
        await self.answers(case, "confirmation", **window, **more)

    async def confirms(self, case: Case, *, in_hours: float = 3, **more: Any) -> None:
        """Yes, with a time of arrival."""
        await self.answers(case, "confirmation", **self.yes(in_hours), **more)

    async def keeps(self, case: Case, hours: float = 24) -> None:
        """Asked whether it keeps what it holds, it does."""
        await self.answers(case, "keep-or-release", answer="keep", until=from_now(hours))

    async def releases(self, case: Case) -> None:
        """Asked whether it keeps what it holds, it gives it up."""
        await self.answers(case, "keep-or-release", answer="release")

    async def finishes(self, case: Case, codes: str) -> None:
        """It has done what its own page asks of it, once it has confirmed."""
        page = await self.card(case)
        tasks = {task["code"]: task["task_id"] for task in page["tasks"]}
        for code in codes.split():
            path = f"/cases/{page['case_id']}/tasks/{tasks[code]}/completion"
            await self.staff.put(path, {"step_id": str(uuid4())})

    async def has_them(self, case: Case) -> None:
        """They arrived, as the crew says, and the service met them."""
        await self.receives(case)
        await self.meets(case)

    async def receives(self, case: Case) -> None:
        """They arrived, as the crew says."""
        told = {"at": from_now(0), "told_by": "crew", "service_id": self.service}
        await self.staff.put(f"/cases/{case.id}/arrivals/{uuid4()}", told)

    async def meets(self, case: Case) -> str:
        """The service met them: the id of the stay that begins with it."""
        contact = str(uuid4())
        await self.staff.put(f"/cases/{case.id}/first-contacts/{contact}", {"at": from_now(0), "seen_by": "Rosa"})
        return contact

    async def says_nobody_met(self, case: Case, why: str, words: str) -> None:
        """No contact, and what was done about it."""
        report = f"/cases/{case.id}/no-contacts/{uuid4()}"
        await self.staff.put(report, {"at": from_now(0), "why": why, "words": words})

    async def says_of_stay(self, case: Case, stay: str, what: str, **said: Any) -> None:
        """`reviews`, `extensions`, `charging`, `exit-plans`, `discharges` or `follow-ups`."""
        await self.staff.put(f"/cases/{case.id}/stays/{stay}/{what}/{uuid4()}", said)

    async def stay(self, case: Case) -> Page:
        """Their stay on its own list, while something is to be done of it."""
        [stay] = [row for row in (await self.staff.read("/stays"))["rows"] if row["case_id"] == case.id]
        found: Page = stay
        return found

    async def answers(self, case: Case, what: str, **body: Any) -> None:
        """One answer to what it was asked."""
        await self.staff.put(f"/offers/{self.offer(case)}/{what}", {"answer_id": str(uuid4()), **body})

    async def is_refused(self, case: Case, what: str, **body: Any) -> tuple[str, str]:
        """An answer that does not count: the code and the words of the refusal."""
        path = f"/offers/{self.offer(case)}/{what}"
        problem = await self.staff.refused(path, {"answer_id": str(uuid4()), **body})
        return problem["code"], problem["detail"]

    @property
    def organisation(self) -> str:
        """Who runs it."""
        return f"{self.name} Ltd"

    @staticmethod
    def yes(in_hours: float = 3) -> Page:
        """A window of arrival."""
        return {"arrive_from": from_now(in_hours), "arrive_to": from_now(in_hours + 1)}
