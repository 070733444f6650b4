"""The example's providers answer requests: most would, some ask or propose, a few cannot; then they confirm."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from app.domain.case.requests.answering import Assessed
from app.example.desk import Desk, Row
from app.example.ids import example_id
from app.example.places import SERVICES, organisation_id
from app.example.reading import read_assessment
from app.example.words import DECLINES, SERVICE_ASKS

HELD_FOR = timedelta(hours=24)
TO_THE_DOOR, AT_THE_DOOR = timedelta(minutes=20), timedelta(hours=3)
"""From the yes to the arrival: no sooner, no later."""

CANNOT, ASKS, LATER = 0.2, 0.12, 0.1
"""The share of requests that are declined, asked about, and answered with another start."""

RELIES = 0.7
"""The share of services that rely on the trusted assessment."""

WEIGHTS_KG = {"up to 100 kg": 100, "100 to 150 kg": 150, "150 to 200 kg": 200, "over 200 kg": 201}
"""What a card's words may mean at most."""


class Answers:
    """One desk for each organisation that runs services."""

    def __init__(self, desks: list[Desk], chance: Random) -> None:
        by_organisation = {organisation_id(desk.member.organisation): desk for desk in desks}
        self._desks: Mapping[str, Desk] = {
            str(example_id("service", name)): by_organisation[organisation_id(code)] for name, code, *_ in SERVICES
        }
        self._chance = chance

    def desk_of(self, service: str) -> Desk:
        """Where a service's own staff sit."""
        return self._desks[service]

    async def first(self, offer: Row) -> bool:
        """Read the detail and what is signed, and say what comes of it."""
        desk, path = self.desk_of(offer["service_id"]), f"/api/v1/offers/{offer['offer_id']}"
        if not await desk.answer(f"{path}/interest", {}):
            return False
        page, chance = await desk.read(path), self._chance.random()
        if page is None:
            return False
        if page["card"]["assessment_number"]:
            await read_assessment(desk, path)
        if chance < CANNOT:
            return await desk.answer(f"{path}/decline", self._chance.choice(DECLINES))
        if chance < CANNOT + ASKS:
            return await desk.answer(f"{path}/query", {"words": self._chance.choice(SERVICE_ASKS)})
        if chance < CANNOT + ASKS + LATER:
            later = date.fromisoformat(page["card"]["start_on"]) + timedelta(days=1)
            return await desk.answer(f"{path}/counter", {"start_on": later.isoformat()})
        return await self._hold(desk, path, page["card"])

    async def confirm(self, offer: Row) -> bool:
        """Yes: from twenty minutes on; most rely on the trusted assessment, some assess themselves."""
        now = datetime.now(UTC)
        yes = {"arrive_from": (now + TO_THE_DOOR).isoformat(), "arrive_to": (now + AT_THE_DOOR).isoformat()}
        desk, path = self.desk_of(offer["service_id"]), f"/api/v1/offers/{offer['offer_id']}/confirmation"
        if self._chance.random() < RELIES and await desk.answer(path, yes | {"how": Assessed.TRUSTED_ASSESSMENT}):
            return True
        return await desk.answer(path, yes | {"how": self._chance.choice((Assessed.OWN_VISIT, Assessed.REMOTE))})

    async def _hold(self, desk: Desk, path: str, card: Row) -> bool:
        """Keep the place that there is; where none is left somebody went home today, and it is counted anew."""
        units = await self._units(desk, card)
        if not units:
            await self._count_who_went_home(desk, card["service_id"])
            units = await self._units(desk, card)
        if not units:
            return await desk.answer(f"{path}/decline", {"code": "D01"})
        until = (datetime.now(UTC) + HELD_FOR).isoformat()
        return await desk.answer(f"{path}/in-principle", {"units": units, "until": until})

    async def _units(self, desk: Desk, card: Row) -> list[str]:
        package = {name: card[name] for name in ("line", "start_on", "sector", "calls", "skills")}
        bed = dict(card["bed"] or {})
        weight = bed.pop("weight", None)
        bed |= {"weight_kg": WEIGHTS_KG[weight]} if weight else {}
        found = await desk.matches(package | {"bed": bed or None})
        return next((each["units"] for each in found if each["service_id"] == card["service_id"]), [])

    async def _count_who_went_home(self, desk: Desk, service: UUID) -> None:
        path = f"/api/v1/services/{service}"
        page = await desk.read(path)
        if page is None:
            return
        free = {unit["key"]: unit["free"] for unit in page["units"]}
        units = page["service"]["units"]
        for unit in units:
            gone_home = 0 if free[unit["key"]] else 2
            unit["occupied"] = max(0, unit["occupied"] - gone_home)
        await desk.put(f"{path}/capacity", {"counted_at": datetime.now(UTC).isoformat(), "units": units})
