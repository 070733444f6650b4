"""The example's hub: it returns or accepts referrals, decides the pathway, agrees the leaving, and closes."""

from datetime import UTC, datetime, timedelta
from random import Random

from app.domain.codes.pathways import Pathway
from app.example.desk import Desk, Row
from app.example.pathways import decision
from app.example.words import BEST_INTERESTS, LEARNT, QUESTIONS, RECEIVERS, SETTLED

AT_THE_DOOR = timedelta(hours=2)
LATER_START = "Medicines are not ready before."
RETURNED = 0.15
LEARNT_MORE = 0.5


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
        accepted = await desk.put(_path(case, "acceptance"), {"case_manager": str(desk.member.staff_id)})
        if accepted and self._chance.random() < LEARNT_MORE:
            await self._add_what_was_learnt(desk, case)
        return accepted

    async def decide_pathway(self, case: Row) -> bool:
        """Home with support for most, a bed for some; for who lacks capacity their best interests come first."""
        desk, flags = self.desk_of(case), frozenset(case["flags"])
        if "lacks_capacity" in flags and "best_interests_decided" not in flags:
            await desk.put(_path(case, "best-interests"), BEST_INTERESTS)
        doubt = "capacity_doubt" in flags
        return await desk.put(_path(case, "pathway"), decision(self._chance, datetime.now(UTC).date(), doubt=doubt))

    async def plan_leaving(self, case: Row, wait: timedelta) -> bool:
        """Agree the slot to leave, `wait` from now on the minute; whoever starts too early for it starts later."""
        home = case["pathway_given"] in {Pathway.P0, Pathway.P1}
        at = (datetime.now(UTC) + wait).replace(second=0, microsecond=0)
        body = {
            "leave_at": at.isoformat(),
            "leave_from": self._chance.choice(("ward", "lounge")),
            "going_to": "Own home" if home else "Fellside Intermediate Care Unit",
            "received_by": self._chance.choice(RECEIVERS) if home else "Nurse in charge",
        }
        desk = self.desk_of(case)
        if case["start_to"] and datetime.fromisoformat(case["start_to"]) <= at:
            start = {"arrive_from": at.isoformat(), "arrive_to": (at + AT_THE_DOOR).isoformat(), "words": LATER_START}
            await desk.answer(_path(case, "booking/start"), start)
        return await desk.put(_path(case, "leaving"), body)

    async def settle(self, case: Row) -> bool:
        """The person is where they belong; the hub's work is done."""
        body = {"outcome": "settled", "words": self._chance.choice(SETTLED)}
        return await self.desk_of(case).put(_path(case, "closure"), body)

    async def _add_what_was_learnt(self, desk: Desk, case: Row) -> None:
        """Only what the referral leaves open: what the ward said is not overwritten."""
        page = await desk.read(f"/api/v1/cases/{case['id']}")
        form = page["referral"]["form"] if page else {}
        open_still = [said for said in LEARNT if not any(form.get(name) for name in said)]
        if open_still:
            await desk.put(_path(case, "amendment"), dict(self._chance.choice(open_still)))

    def desk_of(self, case: Row) -> Desk:
        """Where the case's manager sits."""
        mine = [desk for desk in self._desks if str(desk.member.staff_id) == case["case_manager"]]
        return (mine or self._desks)[0]


def _path(case: Row, stage: str) -> str:
    return f"/api/v1/cases/{case['id']}/{stage}"
