"""The example's hub: it returns or accepts referrals, decides the pathway, agrees the leaving, and closes."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.domain.local_time import local_date
from app.example.desk import Desk, Row
from app.example.pathways import decision
from app.example.places import HUB
from app.example.words import BEST_INTERESTS, LEARNT, NOTES, QUESTIONS, RECEIVERS, SETTLED

AT_THE_DOOR = timedelta(hours=2)
LATER_START = "Medicines are not ready before."
RETURNED = 0.15
LEARNT_MORE, NOTED = 0.5, 0.6


class Hub:
    """Every case manager has a share of the work."""

    def __init__(self, desks: list[Desk], chance: Random) -> None:
        self._desks = desks
        self._chance = chance

    async def triage(self, case: Row) -> bool:
        """Send the referral back, or accept it with a case manager."""
        desk = self._chance.choice(self._desks)
        if not case["returned_at"] and self._chance.random() < RETURNED:
            fields, words, answer = self._chance.choice(QUESTIONS)
            if not await self._is_known(desk, case, answer):
                return await desk.put(_path(case, "return"), {"fields": list(fields), "words": words})
        accepted = await desk.put(_path(case, "acceptance"), {"case_manager": str(desk.member.staff_id)})
        if accepted and self._chance.random() < NOTED:
            await self._note(desk, case)
        if accepted and self._chance.random() < LEARNT_MORE:
            await self._add_what_was_learnt(desk, case)
        return accepted

    async def _is_known(self, desk: Desk, case: Row, answer: Row) -> bool:
        """Whether the ward answered so before: the same again is nothing new, and the case would wait for ever."""
        page = await desk.read(f"/api/v1/cases/{case['id']}")
        form = page["referral"]["form"] if page and page["referral"] else {}
        return all(_says(form.get(field), said) for field, said in answer.items())

    async def hold_board_round(self) -> None:
        """Everybody has gone through the board."""
        round_id = UUID(int=self._chance.getrandbits(128), version=4)
        await self._desks[0].put(f"/api/v1/hubs/{HUB}/board-rounds/{round_id}", {})

    async def decide_pathway(self, case: Row) -> bool:
        """Home with support for most, a bed for some; for who lacks capacity their best interests come first."""
        desk, flags = self.desk_of(case), frozenset(case["flags"])
        if "lacks_capacity" in flags and "best_interests_decided" not in flags:
            await desk.put(_path(case, "best-interests"), BEST_INTERESTS)
        return await desk.put(_path(case, "pathway"), decision(self._chance, local_date(datetime.now(UTC)), case))

    async def plan_leaving(self, case: Row, wait: timedelta) -> bool:
        """Agree the slot to leave, `wait` from now on the minute; whoever starts too early for it starts later."""
        going_to, received_by = self._destination(case)
        at = (datetime.now(UTC) + wait).replace(second=0, microsecond=0)
        body = {
            "leave_at": at.isoformat(),
            "leave_from": self._chance.choice(("ward", "lounge")),
            "going_to": going_to,
            "received_by": received_by,
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

    def _destination(self, case: Row) -> tuple[str, str]:
        """Where to, and who is there."""
        match case["pathway_given"], case["going_to"]:
            case Pathway.P0 | Pathway.P1, "own_care_home":
                return "Own care home", "Nurse in charge of the home"
            case Pathway.P0 | Pathway.P1, _:
                return "Own home", self._chance.choice(RECEIVERS)
            case _:
                return "The place that was booked", "Nurse in charge"

    async def _note(self, desk: Desk, case: Row) -> None:
        audience, words, pinned = self._chance.choice(NOTES)
        note_id = UUID(int=self._chance.getrandbits(128), version=4)
        await desk.put(_path(case, f"notes/{note_id}"), {"audience": audience, "words": words, "pinned": pinned})

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


def _says(known: object, said: object) -> bool:
    """Whether all that was said is known; a page shows what is left open beside it."""
    if isinstance(known, dict) and isinstance(said, dict):
        return all(_says(known.get(name), each) for name, each in said.items())
    return known == said


def _path(case: Row, stage: str) -> str:
    return f"/api/v1/cases/{case['id']}/{stage}"
