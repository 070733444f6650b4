"""The example's cases: one is referred, or the one that waited longest where too many wait moves on."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.example.arriving import Arriving
from app.example.assessors import Assessors
from app.example.desk import Desk, Row
from app.example.flow import LIVE_CASES, MOST_LIVE_CASES, Step, crowded, due, step_of, unsettled
from app.example.hospital import Hospital
from app.example.hub import Hub
from app.example.places import HUB, WARDS
from app.example.search import Search
from app.example.stays import Stays
from app.example.wards import WardStaff
from app.example.work import Work

TOLD_EARLY = 0.3
"""The share of whom the hub hears before they are referred."""

SOONEST, LATEST = timedelta(minutes=4), timedelta(minutes=12)
"""From the planning of a leaving to the leaving itself, at the usual pace."""

ANSWERED_AFTER = timedelta(minutes=2)
"""So long who holds something lets others wait who ask whether it is kept."""

_AFTER_LEAVING = (Step.LEFT, Step.ARRIVED, Step.IN_SERVICE)
_MOST_AFTER_LEAVING = sum(step.held for step in _AFTER_LEAVING)


class Cases:
    """`board` may see the hub's board; `pace` is how many times faster than usual the example lives."""

    def __init__(
        self,
        board: Desk,
        hub: Hub,
        search: Search,
        work: Work,
        assessors: Assessors,
        arriving: Arriving,
        stays: Stays,
        staff: WardStaff,
        hospital: Hospital,
        chance: Random,
        pace: float,
    ) -> None:
        self._board = board
        self._hub = hub
        self._search = search
        self._work = work
        self._assessors = assessors
        self._arriving = arriving
        self._stays = stays
        self._staff = staff
        self._hospital = hospital
        self._chance = chance
        self._pace = pace

    async def live(self) -> list[Row]:
        """The live cases of the hub."""
        return await self._board.cases(HUB)

    async def fill(self) -> None:
        """Bring the board to its usual state, at once."""
        for _ in range(LIVE_CASES * 2 * len(Step)):
            if not await self.advance(in_hurry=True):
                return

    async def plan_exits(self) -> list[Row]:
        """The services say when those whom they have are to leave; the cases of whom that is new."""
        there = [case for case in await self.live() if step_of(case) is Step.IN_SERVICE]
        return [case for case in there if await self._stays.plan_exit(case)]

    async def advance(self, *, in_hurry: bool = False) -> bool:
        """Do one thing on one case; False when there is nothing to do. In a hurry people leave at once."""
        cases = await self.live()
        if late := due(cases, datetime.now(UTC)):
            if step_of(late[0]) is Step.READY:
                await self._leave(late[0])
                return True
            return await self._work.go_on(self._hub.desk_of(late[0]), late[0], all_of_it=True)
        asked = unsettled(cases, datetime.now(UTC) - ANSWERED_AFTER / self._pace)
        if asked and not in_hurry:
            return await self._work.keep(self._hub.desk_of(asked[0]), asked[0])
        waiting = crowded(cases)
        if waiting:
            step = self._chance.choice(sorted(waiting, key=lambda step: step.name))
            left = sum(step_of(case) in _AFTER_LEAVING for case in cases)
            return await self._move_on(step, waiting[step][0], at_once=in_hurry and left < _MOST_AFTER_LEAVING)
        return len(cases) < (LIVE_CASES if in_hurry else MOST_LIVE_CASES) and await self._refer(cases)

    async def _move_on(self, step: Step, case: Row, *, at_once: bool) -> bool:
        match step:
            case Step.EXPECTED:
                return await self._staff.refer_expected(case)
            case Step.RETURNED:
                return await self._staff.answer_return(case)
            case Step.WAITING:
                return await self._hub.triage(case)
            case Step.ACCEPTED:
                await self._work.catch_up(self._hub.desk_of(case), case)
                await self._assessors.begin(self._hub.desk_of(case), case)
                return await self._hub.decide_pathway(case)
            case Step.PATHWAY_GIVEN if case["pathway_given"] != Pathway.P0:
                return await self._search.begin(self._hub.desk_of(case), case)
            case Step.FINDING:
                return await self._search.follow(self._hub.desk_of(case), case)
            case Step.PATHWAY_GIVEN:
                await self._assessors.assess(self._hub.desk_of(case), case)
                return await self._plan_leaving(case, at_once=at_once)
            case Step.START_AGREED:
                return await self._plan_leaving(case, at_once=at_once)
            case Step.LEFT:
                await self._assessors.hear_from_home(self._hub.desk_of(case), case)
                return await self._arriving.arrive(self._hub.desk_of(case), case)
            case Step.ARRIVED if case["service_id"]:
                return await self._arriving.meet(case)
            case Step.ARRIVED:
                return await self._hub.settle(case)
            case Step.IN_SERVICE:
                return await self._stays.go_on(case)
            case Step.GETTING_READY:
                await self._work.catch_up(self._hub.desk_of(case), case)
                return await self._work.go_on(self._hub.desk_of(case), case)
            case Step.READY:
                return False  # they leave when it is time

    async def _plan_leaving(self, case: Row, *, at_once: bool) -> bool:
        await self._staff.tell_medicines(case)
        wait = timedelta(0) if at_once else self._chance.uniform(SOONEST / LATEST, 1) * LATEST / self._pace
        return await self._hub.plan_leaving(case, wait)

    async def _leave(self, case: Row) -> None:
        """The hospital's system tells it; for someone who was admitted by hand, the ward does."""
        stay = await self._hospital.stay(case["spell_id"])
        if stay:
            await self._hospital.discharge(stay)
        else:
            await self._staff.end_by_hand(case["spell_id"])

    async def _refer(self, cases: list[Row]) -> bool:
        have_case = {str(case["spell_id"]) for case in cases}
        ward, case_id = self._chance.choice(WARDS), UUID(int=self._chance.getrandbits(128), version=4)
        expected = sum(step_of(case) is Step.EXPECTED for case in cases)
        if expected < Step.EXPECTED.held or self._chance.random() < TOLD_EARLY:
            return await self._staff.tell_early(ward, have_case, case_id)
        return await self._staff.refer(ward, have_case, case_id)
