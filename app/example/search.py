"""The example's hub finds a service: it says what is needed, asks who could, and books who says yes."""

from datetime import UTC, datetime
from random import Random
from uuid import UUID

from app.domain.case.requests.person import SaidBy
from app.domain.case.requests.state import PersonSaid, Round
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.sexes import Sex
from app.domain.local_time import local_date
from app.example.answers import Answers
from app.example.assessors import Assessors
from app.example.desk import Desk, Row
from app.example.words import CALLS, REPLIES

LINES = {
    Pathway.P1: (ServiceLine.HOME_CARE, ServiceLine.HOME_CARE, ServiceLine.REAB),
    Pathway.P2: (ServiceLine.D2A_BED, ServiceLine.IC_UNIT),
    Pathway.P3: (ServiceLine.NURS,),
}
SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}
ASKED_ABOVE_KG = 100
"""Many a bed and hoist carries no more than somewhat above this."""

SECTOR = "ZZ97 1"
"""Where somebody lives of whom no postcode is known."""

SHARING = {"told_and_agrees": {"agrees": "agrees"}}
BEST_INTERESTS_SHARING = {"told_and_agrees": {"agrees": "best_interests"}}


class Search:
    """`answers` are the providers that are asked, `assessors` who says first what is needed."""

    def __init__(self, answers: Answers, assessors: Assessors, chance: Random) -> None:
        self._answers = answers
        self._assessors = assessors
        self._chance = chance

    async def begin(self, desk: Desk, case: Row) -> bool:
        """Say what is needed, and put it to every service that could: at once, or one after another."""
        page = await desk.read(_path(case))
        if page is None:
            return False
        await self._agree_sharing(desk, case, page)
        package = self._package(case, page, await self._assessors.assess(desk, case))
        able = [each["service_id"] for each in await desk.matches(package) if each["fits"]]
        if not able or not await self._needs(desk, case, package):
            return False
        search = await self.search(desk, case)
        known = search["previous"] if search else None
        first = known["service_id"] if known and known["service_id"] in able else None
        round_ = self._chance.choice((Round.BROADCAST, Round.BROADCAST, Round.RANKED))
        if first:
            round_, able = Round.PREVIOUS_FIRST, [first, *(each for each in able if each != first)]
        return await self._send(desk, case, round_, able)

    async def ask(self, desk: Desk, case: Row, package: Row, service: str) -> bool:
        """Put this package to this service alone."""
        page = await desk.read(_path(case))
        if page is None:
            return False
        await self._agree_sharing(desk, case, page)
        return await self._needs(desk, case, package) and await self._send(desk, case, Round.BROADCAST, [service])

    async def search(self, desk: Desk, case: Row) -> Row | None:
        """What is needed, and what was asked for it."""
        return await desk.read(f"{_path(case)}/requests")

    async def follow(self, desk: Desk, case: Row) -> bool:
        """One more thing is said: the hub replies where it is asked, else the service that is furthest goes on."""
        search = await self.search(desk, case)
        asked = [offer for request in search["requests"] for offer in request["offers"]] if search else []
        offers = {offer["state"]: offer for offer in asked}
        for state in ("assessed", "in_principle", "queried", "countered", "asked"):
            if state in offers:
                return await self._go_on(desk, case, offers[state])
        return False

    async def _go_on(self, desk: Desk, case: Row, offer: Row) -> bool:
        path = f"{_path(case)}/offers/{offer['offer_id']}"
        match offer["state"]:
            case "queried":
                return await desk.answer(f"{path}/query-answer", {"words": self._chance.choice(REPLIES)})
            case "countered":
                return await desk.answer(f"{path}/counter-taken", {})
            case "asked":
                return await self._answers.first(offer)
            case _ if offer["person_said"] is None:
                await self._assessors.question(desk, case, offer["service_id"])
                lacks = "lacks_capacity" in case["flags"]
                said_by = SaidBy.BEST_INTERESTS if lacks else SaidBy.PERSON
                return await desk.answer(f"{path}/person-answer", {"said": PersonSaid.AGREES, "said_by": said_by})
            case _:
                return await self._answers.confirm(offer)

    async def _needs(self, desk: Desk, case: Row, package: Row) -> bool:
        search = await self.search(desk, case)
        before = search["package"]["etag"] if search and search["package"] else None
        return await desk.put(f"{_path(case)}/package", {"package": package}, before)

    async def _send(self, desk: Desk, case: Row, round_: Round, services: list[str]) -> bool:
        request = UUID(int=self._chance.getrandbits(128), version=4)
        return await desk.put(f"{_path(case)}/requests/{request}", {"round": round_, "services": services})

    async def _agree_sharing(self, desk: Desk, case: Row, page: Row) -> None:
        """Nothing goes out before the person, or who decides for them, agrees."""
        said = page["referral"]["form"]["told_and_agrees"]
        if said is None or said["agrees"] not in ("agrees", "best_interests"):
            agreed = BEST_INTERESTS_SHARING if "lacks_capacity" in case["flags"] else SHARING
            await desk.put(f"{_path(case)}/amendment", agreed, page["referral"]["etags"].get("told_and_agrees"))

    def _package(self, case: Row, page: Row, assessed: Row) -> Row:
        line = self._chance.choice(LINES[Pathway(case["pathway_given"])])
        person = page["person"]
        postcode = person["postcode"] if person else None
        package: Row = {
            "line": line,
            "start_on": local_date(datetime.now(UTC)).isoformat(),
            "sector": postcode[:6] if postcode else SECTOR,
        }
        if counted_in(line) is UnitKind.CALLS:
            package["calls"] = [{"window": window} for window in self._chance.choice(CALLS)]
        else:
            package["bed"] = bed_for(person, assessed)
        return package


def bed_for(person: Row | None, assessed: Row) -> Row:
    """What the bed must be: by the person's sex, and by their weight where that may be over a limit."""
    bed: Row = {"sex": SEXES.get(person["sex"])} if person else {}
    [weight] = assessed.get("health.weight") or [{"value": 0}]
    return bed | ({"weight_kg": weight["value"]} if weight["value"] > ASKED_ABOVE_KG else {})


def _path(case: Row) -> str:
    return f"/api/v1/cases/{case['id']}"
