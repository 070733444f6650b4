"""The hub in a story: it accepts, decides, describes the package, asks services, and books."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from app import clock
from app.domain.local_time import local_date
from tests.journeys.case import Case
from tests.journeys.passing import moment
from tests.journeys.provider import Provider
from tests.journeys.staff import Page, Staff

MORNING = [{"window": "morning", "carers": 1, "minutes": 45}]
WHY_A_BED = {
    "why_not_home": "H03",
    "words": "Needs rehabilitation each day.",
    "home_possible_if": "She walks to the bathroom with one.",
    "decided_by": "The hub team",
}


def in_days(days: int) -> str:
    """A local date."""
    return (local_date(clock.now()) + timedelta(days=days)).isoformat()


@dataclass(frozen=True, slots=True)
class Hub:
    """One hub, with the case manager who does it all; `manager_id` is who the case is given to."""

    staff: Staff
    manager_id: str

    async def accepts(self, case: Case) -> None:
        """The referral is accepted, and somebody manages the case."""
        await self.staff.put(f"{case.path}/acceptance", {"case_manager": self.manager_id})

    async def decides(self, case: Case, needed: str, given: str, **why: Any) -> None:
        """The pathway; another one than before names that one."""
        before = (await case.page())["pathway"]
        body = {"needed": needed, "given": given} | why
        await self.staff.put(f"{case.path}/pathway", body, before["etag"] if before else None)

    async def needs(self, case: Case, line: str, **more: Any) -> Page:
        """The package that is needed from today on; another one than before names that one."""
        before = (await self.search(case))["package"]
        package = {"line": line, "start_on": in_days(0), "sector": "ZZ97 1"} | more
        await self.staff.put(f"{case.path}/package", {"package": package}, before["etag"] if before else None)
        return package

    async def plans_for_home(self, case: Case, provider: Provider) -> None:
        """Reablement is needed, and this service would take them, which they agree to."""
        await self.accepts(case)
        await self.decides(case, "P1", "P1")
        await self.needs(case, "reab", calls=MORNING)
        await self.asks(case, provider)
        await provider.holds_a_place(case)
        await self.person_agrees(case, provider)

    async def matches(self, package: Page) -> dict[str, str]:
        """What every service of the line could do now, by its name."""
        found = await self.staff.post("/services/matches", package)
        return {each["name"]: each["words"] for each in found["matches"]}

    async def asks(self, case: Case, *providers: Provider, round_: str = "broadcast") -> str:
        """The package is put to these services, in their order: the id of the request."""
        request = str(uuid4())
        body = {"round": round_, "services": [each.service for each in providers]}
        await self.staff.put(f"{case.path}/requests/{request}", body)
        for each in providers:
            each.asked(case, request)
        return request

    async def says_of_offer(self, case: Case, provider: Provider, what: str, **body: Any) -> None:
        """`query-answer`, `counter-taken` or `person-answer` to what one service said."""
        path = f"{case.path}/offers/{provider.offer(case)}/{what}"
        await self.staff.put(path, {"answer_id": str(uuid4()), **body})

    async def person_agrees(self, case: Case, provider: Provider, said_by: str = "person") -> None:
        """The person, or who speaks for them, says yes to the service found."""
        await self.says_of_offer(case, provider, "person-answer", said="agrees", said_by=said_by)

    async def agrees_slot(self, case: Case, going_to: str, hours: float = 2) -> None:
        """When they leave, and where to; another time than before because of transport."""
        await self._agrees(case, going_to, clock.now() + timedelta(hours=hours))

    async def agrees_to_leave(self, case: Case, going_to: str, words: str) -> None:
        """As `agrees_slot`, for a time such as "Fri 6 Nov 10:00"."""
        await self._agrees(case, going_to, moment(words, clock.now()))

    async def _agrees(self, case: Case, going_to: str, at: datetime) -> None:
        slot = {"leave_at": at.isoformat(), "leave_from": "lounge", "going_to": going_to, "received_by": "Who is there"}
        before = (await case.page())["leaving"]
        why = {"reason": "transport"} if before else {}
        await self.staff.put(f"{case.path}/leaving", slot | why, before["etag"] if before else None)

    async def finishes(self, case: Case, codes: str) -> None:
        """The tasks of these codes are done."""
        for code in codes.split():
            await case.finish(self.staff, code)

    async def moves_start(self, case: Case, words: str, why: str) -> None:
        """The service takes them otherwise: from such as "Mon 9 Nov 12:00" on, for two hours."""
        first = moment(words, clock.now())
        window = {"arrive_from": first.isoformat(), "arrive_to": (first + timedelta(hours=2)).isoformat()}
        await self.staff.put(f"{case.path}/booking/start", window | {"answer_id": str(uuid4()), "words": why})

    async def settles(self, case: Case) -> None:
        """The person is where they belong."""
        await self.staff.put(f"{case.path}/closure", {"outcome": "settled", "closure_id": str(uuid4())})

    async def search(self, case: Case) -> Page:
        """Everything about the search for a service."""
        return await self.staff.read(f"{case.path}/requests")

    async def said_of(self, case: Case, provider: Provider) -> Page:
        """What one service was asked and said, as the hub reads it."""
        requests = (await self.search(case))["requests"]
        offers = [offer for request in requests for offer in request["offers"]]
        [found] = [offer for offer in offers if offer["offer_id"] == provider.offer(case)]
        page: Page = found
        return page
