"""Somebody in a hospital bed, with a case or without: since when they are ready, and what is said of why they stay."""

from dataclasses import dataclass
from uuid import uuid4

from tests.journeys.staff import Page, Staff

REVIEWS = {"not_reviewed_today", "not_reviewed_24_hours"}


@dataclass(frozen=True, slots=True)
class InBed:
    """One stay in hospital, as the hub sees it."""

    spell: str
    seen_by: Staff

    async def page(self) -> Page:
        """The page of the stay."""
        return await self.seen_by.read(f"/spells/{self.spell}")

    async def delay(self) -> Page:
        """All that tells why they are still here."""
        return await self.seen_by.read(f"/spells/{self.spell}/delay")

    async def nights(self) -> dict[str, str | None]:
        """The reason of each night as it was frozen, by its date."""
        return {each["night"]: each["reason"] for each in (await self.delay())["nights"] if each["frozen"]}

    async def escalated(self) -> dict[str, str]:
        """How high each problem stands that is escalated now; left out is that these stories review nobody daily."""
        return {trigger: each["level"] for trigger, each in (await self._escalations()).items()}

    async def escalation(self, trigger: str) -> str:
        """The id by which it is answered."""
        key: str = (await self._escalations())[trigger]["escalation_id"]
        return key

    async def takes_on(self, staff: Staff, trigger: str) -> None:
        """Somebody takes this problem on: it climbs by silence no more."""
        await staff.put(
            f"/escalations/{await self.escalation(trigger)}/acknowledgement", {"acknowledgement_id": str(uuid4())}
        )

    async def _escalations(self) -> dict[str, Page]:
        every = (await self.seen_by.read("/escalations?everybodys=true"))["escalations"]
        mine = [each for each in every if each["spell_id"] == self.spell]
        return {each["trigger"]: each for each in mine if each["trigger"] not in REVIEWS}
