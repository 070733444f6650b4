"""The ward in a story: it admits, refers, says who is ready, does its tasks, and sees people off."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from app import clock
from tests.api.assessing import ANSWERS, signing
from tests.journeys.case import Case
from tests.journeys.in_bed import InBed
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

    async def admits(self, family: str, *, days_ago: float = 4, **known: Any) -> InBed:
        """Somebody came into a bed of this ward some days ago."""
        self._beds += 1
        spell = str(uuid4())
        who = {"family": family, "given": "Ada", "birth_date": "1938-04-05", "postcode": "ZZ97 1AB"} | known
        admission = {
            "person": who,
            "ward_id": self.id,
            "bed": f"A1-{self._beds:02}",
            "admitted_at": (clock.now() - timedelta(days=days_ago)).isoformat(),
        }
        await self.nurse.put(f"/spells/{spell}", admission)
        return InBed(spell, self.hub_sees)

    async def refers(self, family: str, *needs: str, known: Page | None = None, **told: Any) -> Case:
        """Somebody in a bed of this ward is referred to the hub; they agree, unless the form says otherwise."""
        bed = await self.admits(family, **known or {})
        case = Case(str(uuid4()), bed.spell, self.hub_id, self.hub_sees)
        form = {"why_in_hospital": "Fell at home.", "needs": {"needs": list(needs)}} | AGREES | told
        await self.nurse.put(f"{case.path}/referral", form | {"spell_id": case.spell, "hub_id": self.hub_id})
        return case

    async def says_ready(self, who: InBed | Case, **said: Any) -> None:
        """No longer meets the criteria to reside, from now on unless it is said since when."""
        await self.clinician.put(f"/spells/{who.spell}/reviews/{uuid4()}", {"outcome": "no_longer_meets"} | said)

    async def says_meets(self, who: InBed | Case) -> None:
        """Meets the criteria to reside after all: on oxygen."""
        said = {"outcome": "meets", "criteria": ["oxygen"]}
        await self.clinician.put(f"/spells/{who.spell}/reviews/{uuid4()}", said)

    async def is_held_up(self, who: InBed | Case, reason: str, owner: str, **said: Any) -> str:
        """Something is in the way, whether it stops leaving or not: the id by which it ends."""
        blocker = str(uuid4())
        told = {"reason": reason, "owner": owner, "stops_leaving": False} | said
        await self.nurse.put(f"/spells/{who.spell}/blockers/{blocker}", told)
        return blocker

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

    async def sees_off(self, who: InBed | Case) -> None:
        """The person leaves now."""
        await self.nurse.put(f"/spells/{who.spell}/end", {"how": "discharged", "at": now()})

    async def takes_back(self, case: Case, reason: str, words: str) -> None:
        """The person who left is in their bed again, and the discharge failed for a reason."""
        back = {"what": "end", "at": now(), "reason": reason, "words": words}
        await self.nurse.put(f"/spells/{case.spell}/reversal", back)

    async def readmits(self, case: Case, family: str, **known: Any) -> InBed:
        """In hospital again, in a new stay; nobody says anything of the case. The earlier stay."""
        before, bed = case.bed, await self.admits(family, days_ago=0, **known)
        case.spell = bed.spell
        return before

    async def takes_admission_back(self, case: Case, words: str) -> None:
        """They were never admitted: somebody else was."""
        wrong = {"what": "admission", "at": now(), "words": words}
        await self.nurse.put(f"/spells/{case.spell}/reversal", wrong)

    async def spell(self, case: Case) -> Page:
        """The stay, as the page of the case shows it."""
        stay: Page = (await case.page())["spell"]
        return stay
