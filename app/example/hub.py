"""The example's hub: it returns or accepts referrals, decides the pathway, agrees the leaving, and closes."""

from datetime import UTC, datetime, timedelta
from random import Random

from app.domain.codes.pathways import Pathway
from app.example.desk import Desk, Row
from app.example.words import BEDS, QUESTIONS, RECEIVERS, SETTLED

RETURNED = 0.15
HOME = 0.78
REVIEW_AFTER = timedelta(days=14)


class Hub:
    """Every case manager has a share of the work."""

    def __init__(self, desks: list[Desk], chance: Random) -> None:
        self._desks = desks
        self._chance = chance

    async def triage(self, case: Row) -> bool:
        """Send the referral back, or accept it with a case manager."""
        desk = self._chance.choice(self._desks)
        if not case["returned_at"] and self._chance.random() < RETURNED:
            fields, words, _ = self._chance.choice(QUESTIONS)
            return await desk.put(_path(case, "return"), {"fields": list(fields), "words": words})
        return await desk.put(_path(case, "acceptance"), {"case_manager": str(desk.member.staff_id)})

    async def decide_pathway(self, case: Row) -> bool:
        """Home with support for most; a bed for some, and for each the reason."""
        if self._chance.random() < HOME:
            nothing = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on"))
            body: Row = {"needed": Pathway.P1, "given": Pathway.P1} | nothing
        else:
            why = self._chance.choice(BEDS)
            body = {
                "needed": Pathway.P1 if why.code == "H15" else Pathway.P2,
                "given": Pathway.P2,
                "why_not_home": why.code,
                "words": why.words,
                "home_possible_if": why.home_possible_if,
                "review_on": (datetime.now(UTC) + REVIEW_AFTER).date().isoformat(),
            }
        return await self._desk_of(case).put(_path(case, "pathway"), body)

    async def plan_leaving(self, case: Row, wait: timedelta) -> bool:
        """Agree the slot to leave, `wait` from now on the minute."""
        home = case["pathway_given"] in {Pathway.P0, Pathway.P1}
        at = (datetime.now(UTC) + wait).replace(second=0, microsecond=0)
        body = {
            "leave_at": at.isoformat(),
            "leave_from": self._chance.choice(("ward", "lounge")),
            "going_to": "Own home" if home else "Fellside Intermediate Care Unit",
            "received_by": self._chance.choice(RECEIVERS) if home else "Nurse in charge",
        }
        return await self._desk_of(case).put(_path(case, "leaving"), body)

    async def settle(self, case: Row) -> bool:
        """The person is where they belong; the hub's work is done."""
        body = {"outcome": "settled", "words": self._chance.choice(SETTLED)}
        return await self._desk_of(case).put(_path(case, "closure"), body)

    def _desk_of(self, case: Row) -> Desk:
        mine = [desk for desk in self._desks if str(desk.member.staff_id) == case["case_manager"]]
        return (mine or self._desks)[0]


def _path(case: Row, stage: str) -> str:
    return f"/api/v1/cases/{case['id']}/{stage}"
