"""The ward in a story: it admits, refers, says who is ready, does its tasks, and sees people off."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from app import clock
from tests.api.assessing import ANSWERS, signing
from tests.journeys.case import Case
from tests.journeys.staff import Page, Staff


def now() -> str:
    """This instant, as it is sent."""
    return clock.now().isoformat()


AGREES = {"told_and_agrees": {"agrees": "agrees"}}


@dataclass(slots=True)
class Ward:
    """One ward with a nurse and a clinician; `hub_sees` is who looks at the cases it refers."""

    id: str
    hub_id: str
    nurse: Staff
    clinician: Staff
    hub_sees: Staff
    _beds: int = 0

    async def refers(self, family: str, *needs: str, **told: Any) -> Case:
        """Somebody in a bed of this ward is referred to the hub; they agree, unless the form says otherwise."""
        self._beds += 1
        case = Case(str(uuid4()), str(uuid4()), self.hub_id, self.hub_sees)
        admission = {
            "person": {"family": family, "given": "Ada", "birth_date": "1938-04-05", "postcode": "ZZ97 1AB"},
            "ward_id": self.id,
            "bed": f"A1-{self._beds:02}",
            "admitted_at": (clock.now() - timedelta(days=4)).isoformat(),
        }
        await self.nurse.put(f"/spells/{case.spell}", admission)
        form = {"why_in_hospital": "Fell at home.", "needs": {"needs": list(needs)}} | AGREES | told
        await self.nurse.put(f"{case.path}/referral", form | {"spell_id": case.spell, "hub_id": self.hub_id})
        return case

    async def says_ready(self, case: Case) -> None:
        """No longer meets the criteria to reside, from now on."""
        await self.clinician.put(f"/spells/{case.spell}/reviews/{uuid4()}", {"outcome": "no_longer_meets"})

    async def says_meets(self, case: Case) -> None:
        """Meets the criteria to reside after all: on oxygen."""
        said = {"outcome": "meets", "criteria": ["oxygen"]}
        await self.clinician.put(f"/spells/{case.spell}/reviews/{uuid4()}", said)

    async def moves(self, case: Case, ward: str, bed: str) -> None:
        """To a bed on another ward."""
        await self.nurse.put(f"/spells/{case.spell}/bed", {"ward_id": ward, "bed": bed, "at": now()})

    async def records_death(self, case: Case) -> None:
        """The person died."""
        await self.nurse.put(f"/spells/{case.spell}/end", {"how": "died", "at": now()})

    async def takes_death_back(self, case: Case) -> None:
        """That was somebody else: the person lives."""
        said = {"what": "end", "at": now(), "reason": "recorded_by_mistake", "words": "Another bed was meant."}
        await self.nurse.put(f"/spells/{case.spell}/reversal", said)

    async def assesses(self, case: Case, **answers: list[Any]) -> str:
        """The trusted assessment is signed: its id."""
        assessment, said = str(uuid4()), ANSWERS | {name.replace("__", "."): value for name, value in answers.items()}
        seen = (clock.now() - timedelta(hours=1)).isoformat()
        await self.clinician.put(f"{case.path}/assessments/{assessment}", signing(said, seen_at=seen))
        return assessment

    async def finishes(self, case: Case, codes: str) -> None:
        """The tasks of these codes are done: the ward may say so of every task of who lies there."""
        for code in codes.split():
            await case.finish(self.nurse, code)

    async def sees_off(self, case: Case) -> None:
        """The person leaves now."""
        await self.nurse.put(f"/spells/{case.spell}/end", {"how": "discharged", "at": now()})

    async def spell(self, case: Case) -> Page:
        """The stay, as the page of the case shows it."""
        stay: Page = (await case.page())["spell"]
        return stay
