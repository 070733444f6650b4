"""A whole system at work, for stories: a ward, a hub, and providers with staff of their own, all through HTTP.

At the end of a story `nothing_is_lost` says that the log is whole, and that every row is what the log says and what a
screen that followed would show.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from app import clock
from app.api.state import COOKIE
from app.domain.codes.weekdays import Weekday
from app.domain.values import Role
from tests.facts import PASSWORD, Installation
from tests.intake.adt.feeding import assert_sound
from tests.journeys.case import Case
from tests.journeys.hub import Hub
from tests.journeys.in_bed import InBed
from tests.journeys.passing import moment, time_passes
from tests.journeys.provider import Provider
from tests.journeys.staff import Staff
from tests.journeys.standing import Facts, Standing
from tests.journeys.ward import Ward
from tests.promises.shown import Shown, server_shows

A_LITTLE = timedelta(minutes=5)
THE_YEAR = datetime(2026, 10, 1, tzinfo=UTC)
"""Stories begin in the twelve months after it."""


@dataclass(slots=True)
class Town:
    """`screen` follows everything, from the beginning on."""

    place: Installation
    client: httpx.AsyncClient
    manager: Staff
    hub: Hub
    ward: Ward
    screen: Shown = field(default_factory=Shown)
    _began: bool = False

    @classmethod
    async def opened(cls, place: Installation, client: httpx.AsyncClient) -> "Town":
        """With a nurse, a clinician, a case manager and a system's manager signed in."""

        async def of(role: Role) -> Staff:
            return Staff(client, {"Cookie": f"{COOKIE}={await place.session(role)}"})

        case_manager, hub_id = await of(Role.CASE_MANAGER), str(place.hub)
        nurse, clinician = await of(Role.WARD_NURSE), await of(Role.WARD_CLINICIAN)
        town = cls(
            place=place,
            client=client,
            manager=await of(Role.MANAGER),
            hub=Hub(case_manager, str(place.staff[Role.CASE_MANAGER])),
            ward=Ward(str(place.ward), hub_id, nurse, clinician, case_manager),
        )
        await town.looks()
        return town

    async def it_is(self, words: str) -> None:
        """Such as "Tue 3 Nov 10:00": at first the story begins then, later so much time has passed since."""
        at = moment(words, clock.now() if self._began else THE_YEAR)
        if not self._began:
            self._began = True
            clock.live_at(at)
        await time_passes(self.place, at)

    @staticmethod
    def now() -> str:
        """This instant of the story, as it is sent."""
        return clock.now().isoformat()

    async def has_beds(self, name: str, line: str, pathway: str, *, free: int = 1, **beds: Any) -> Provider:
        """A unit or home that has counted itself, with beds of one kind."""
        return await self._has(name, line, pathway, {"beds": beds}, free)

    async def has_calls(self, name: str, line: str, pathway: str = "P1", *, free: int = 1) -> Provider:
        """A home care service that has counted itself, with morning calls."""
        return await self._has(name, line, pathway, {"run": {"window": "morning", "carers": 1}}, free)

    async def sees_home(self, case: Case, service: Provider, at: str, *, met: str) -> None:
        """All is planned and done, and they leave at that time, to be met at home in the two hours from `met` on."""
        await self.arranges_home(case, service, at, met=met)
        await self.leaves_for_home(case, at)

    async def has_at_home(self, name: str, **known: str) -> tuple[Case, Provider]:
        """Ready on Monday, home on Tuesday, and met there that day by the service that cares for them."""
        await self.it_is("Mon 2 Nov 10:00")
        north = await self.has_calls("North Reablement", "reab")
        case = await self.ward.refers(name, "personal_care", known=known)
        await self.ward.says_ready(case)
        await self.sees_home(case, north, "Tue 3 Nov 11:00", met="Tue 3 Nov 12:00")
        await self.it_is("Tue 3 Nov 12:30")
        await north.has_them(case)
        return case, north

    async def arranges_home(self, case: Case, service: Provider, at: str, *, met: str) -> None:
        """All is planned and done, and they are to leave at that time."""
        await self.hub.plans_for_home(case, service)
        await service.confirms_for(case, met, how="remote")
        await self.hub.agrees_to_leave(case, "Own home", at)
        await self.all_is_done(case, service)

    async def all_is_done(self, case: Case, service: Provider) -> None:
        """Whatever must be done before somebody goes home."""
        await self.ward.finishes(case, "C02 C02b C07 C08 C09 C12")
        await self.hub.finishes(case, "C10")
        await service.finishes(case, "A8")

    async def leaves_for_home(self, case: Case, at: str) -> None:
        """As agreed for that time, or a little before it: at the very minute it would ring as missed."""
        await time_passes(self.place, moment(at, clock.now()) - A_LITTLE)
        await self.ward.sees_off(case)

    def follows(self, who: Case | InBed, *services: Provider) -> Standing:
        """Whoever reads the story sees from now on what stands of them, and of the one place of each service."""
        said = Facts(column="referred" if isinstance(who, Case) else "", places=" ".join("free" for _ in services))
        return Standing(who, services, self.place, said)

    async def board(self) -> set[str]:
        """The cases on the hub's board."""
        return {row["id"] for row in (await self.hub.staff.read(f"/cases?scope={self.place.hub}"))["rows"]}

    async def looks(self) -> None:
        """The screen takes what changed since it last looked."""
        await self.screen.look(self.place.database, self.place.system)

    async def nothing_is_lost(self) -> None:
        """The hash chain verifies, replay is live, and following is loading."""
        await assert_sound(self.place.database, self.place.system)
        await self.looks()
        assert self.screen.rows == await server_shows(self.place.database, self.place.system)

    async def keeps_office_hours(self, organisation: str) -> None:
        """It works from nine to five, and not on Saturdays, Sundays and bank holidays."""
        office = [{"opens": "09:00", "closes": "17:00"}]
        week = {"week": [*[office] * 5, [], []], "bank_holidays": "closed"}
        await self.manager.put(f"/calendars/{organisation}", week)

    async def has_a_council(self, name: str) -> Staff:
        """Another organisation whose case manager works at the hub."""
        return await self._employs(
            await self._is_joined_by(name, "council"), "case_manager", hub_id=str(self.place.hub)
        )

    async def _has(self, name: str, line: str, pathway: str, unit: dict[str, Any], free: int) -> Provider:
        organisation, service = await self._is_joined_by(f"{name} Ltd", "provider"), str(uuid4())
        listed = {"name": name, "organisation_id": organisation, "line": line, "pathway": pathway}
        await self.manager.put(f"/services/{service}", listed)
        provider = Provider(name, service, organisation, await self._employs(organisation, "provider"), unit)
        said = {"sectors": ["ZZ97"], "phone": "01632 960321", "admits_on": [*Weekday]}
        await provider.staff.put(f"/services/{service}/description", said)
        await provider.counts(usable=free + 4, occupied=4)
        return provider

    async def _is_joined_by(self, name: str, kind: str) -> str:
        organisation = str(uuid4())
        body = {"code": organisation[:8], "name": name, "kind": kind}
        await self.manager.put(f"/organisations/{organisation}", body)
        return organisation

    async def _employs(self, organisation: str, role: str, **at: str) -> Staff:
        """Somebody who works for an organisation, signed in by name and password."""
        staff = str(uuid4())
        account = {"username": f"sam-{staff}", "password": PASSWORD, "name": f"Sam {role}", "role": role, **at}
        await self.manager.put(f"/staff/{staff}", account | {"organisation_id": organisation})
        signed = await self.client.post("/sign-in", data={"username": account["username"], "password": PASSWORD})
        self.client.cookies.clear()
        return Staff(self.client, {"Cookie": f"{COOKIE}={signed.cookies[COOKIE]}"})
