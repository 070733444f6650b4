"""The example lives: its hospital and its staff do one thing after another, every few seconds something to be seen."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import structlog

from app.example.desk import Desk, Row
from app.example.flow import LIVE_CASES, Step, crowded, due
from app.example.hospital import FULL, Hospital, free_beds
from app.example.hub import Hub
from app.example.line import Line
from app.example.places import HUB, WARDS
from app.example.roster import CASE_MANAGERS, CLINICIANS, NURSES, Member
from app.example.wards import WardStaff
from app.settings import Settings

SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 2.0, 5.0
MOST_FIRST_STEPS = 400
log = structlog.get_logger()


async def live(settings: Settings) -> None:
    """Until told to stop: the first days at once, then life at its pace."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    life = Life(settings, f"http://{settings.host}:{settings.port}")
    with suppress(asyncio.CancelledError):
        await life.first_days()
        while True:
            await asyncio.sleep(life.pause())
            await life.step()


class Life:
    """Everybody in the example, and what they do next."""

    def __init__(self, settings: Settings, url: str) -> None:
        self._chance = chance = Random(settings.example_seed)
        self._pace = settings.example_pace

        def desk(member: Member) -> Desk:
            return Desk(member, url)

        nurses = {nurse.site or "": desk(nurse) for nurse in NURSES}
        clinicians = {clinician.site or "": desk(clinician) for clinician in CLINICIANS}
        self._hub_desk = desk(CASE_MANAGERS[0])
        self._hub = Hub([self._hub_desk, *map(desk, CASE_MANAGERS[1:])], chance)
        self._staff = WardStaff(clinicians, nurses, chance)
        line = Line(settings.mllp_host, settings.mllp_port)
        self._hospital = Hospital(line, next(iter(nurses.values())), settings.example_seed, chance)

    def pause(self) -> float:
        """Seconds until the next thing happens."""
        return self._chance.uniform(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS) / self._pace

    async def first_days(self) -> None:
        """Fill the wards, review everybody who was never reviewed, and bring the board to its usual state."""
        await self._hospital.fill()
        for ward in WARDS:
            for row in await self._staff.people(ward):
                if row["reviewed_at"] is None:
                    await self._staff.review_history(ward, row)
            await self._some_cases(len(WARDS))
        for _ in range(MOST_FIRST_STEPS):
            if not await self._advance(hurry=True):
                break
        log.info("example is ready")

    async def step(self) -> None:
        """One thing happens."""
        happenings: list[Callable[[], Awaitable[object]]] = [self._advance, self._hospital_step, self._review]
        await self._chance.choices(happenings, (5, 3, 2))[0]()
