"""The example lives: its hospital and its staff do one thing after another, every few seconds something to be seen."""

import asyncio
import signal
from contextlib import suppress
from random import Random

import structlog

from app.example.answers import Answers
from app.example.arriving import Arriving
from app.example.assessors import Assessors
from app.example.cases import Cases
from app.example.chain import Chain
from app.example.day import Day
from app.example.desk import Desk
from app.example.hospital import Hospital
from app.example.hub import Hub
from app.example.line import Line
from app.example.places import WARDS
from app.example.problems import Problems
from app.example.providers import Providers
from app.example.roster import CASE_MANAGERS, CLINICIANS, NURSES, PROVIDERS
from app.example.search import Search
from app.example.stays import Stays
from app.example.wards import WardStaff
from app.example.work import Work
from app.settings import Settings

SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 2.0, 5.0
log = structlog.get_logger()


async def live(settings: Settings, url: str) -> None:
    """Until told to stop: the first days at once, then life at its pace. `url` is where Homeward is served."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        life = Life(settings, url)
        await life.first_days()
        while True:
            await life.pause()
            await life.go_on()


class Life:
    """Everybody in the example, and what they do next."""

    def __init__(self, settings: Settings, url: str) -> None:
        self._chance = chance = Random(settings.example_seed)
        self._pace = settings.example_pace
        nurses = {nurse.site or "": Desk(nurse, url) for nurse in NURSES}
        clinicians = {clinician.site or "": Desk(clinician, url) for clinician in CLINICIANS}
        case_managers = [Desk(manager, url) for manager in CASE_MANAGERS]
        line = Line(settings.mllp_host, settings.mllp_port)
        self._staff = WardStaff(clinicians, nurses, chance)
        self._hospital = Hospital(line, next(iter(nurses.values())), settings.example_seed, chance)
        self._day = Day(self._hospital, chance, self._pace)
        providers = [Desk(provider, url) for provider in PROVIDERS]
        self._providers = Providers(providers, chance)
        self._hub, answers = Hub(case_managers, chance), Answers(providers, chance)
        assessors = Assessors(chance)
        search = Search(answers, assessors, chance)
        work = Work({str(ward.id): nurses[ward.site] for ward in WARDS}, answers, chance)
        arriving, stays = Arriving(answers, chance), Stays(answers, chance)
        self._chain = Chain(case_managers[0], self._hub, search)
        told = (search, work, assessors, arriving, stays)
        staff, hospital = self._staff, self._hospital
        self._cases = Cases(case_managers[0], self._hub, *told, staff, hospital, chance, self._pace)
        self._problems = Problems(case_managers[0], chance)

    async def first_days(self) -> None:
        """Fill the wards, review everybody new, and bring the board to its usual state; the second time, little."""
        await self._hospital.fill()
        for ward in WARDS:
            for row in await self._staff.people(ward):
                if row["reviewed_at"] is None:
                    await self._staff.review_history(ward, row)
        await self._providers.first_day()
        await self._cases.fill()
        leaving = await self._cases.plan_exits()
        await self._chain.go_on(await self._cases.live())
        await self._providers.fill_up(case["service_id"] for case in leaving)
        await self._hub.hold_board_round()
        await self._problems.first_day(await self._cases.live())
        log.info("example is ready")

    async def go_on(self) -> None:
        """One thing happens."""
        ward = self._chance.choice(WARDS)
        match self._chance.choices(("case", "hospital", "review", "service", "problem"), (9, 2, 2, 1, 1))[0]:
            case "case" if await self._cases.advance():
                return
            case "hospital":
                have_case = {str(case["spell_id"]) for case in await self._cases.live()}
                await self._day.go_on(ward, await self._staff.people(ward), have_case)
            case "service" if await self._chain.go_on(await self._cases.live()):
                return
            case "service":
                await self._providers.go_on()
            case "problem":
                await self._problems.go_on(await self._cases.live())
            case _:
                await self._staff.review(ward)

    async def pause(self) -> None:
        """Until the next thing happens."""
        await asyncio.sleep(self._chance.uniform(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS) / self._pace)
