"""One list of unfulfilled tasks over 1,000 live cases, beside the bare rows of the same list."""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.case import AcceptReferral, DecidePathway, PlanLeaving
from app.domain.case.leaving import LeaveFrom
from app.domain.case.tasks.lists import TaskList
from app.domain.codes.pathways import Pathway
from app.domain.values import Role, Words
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.views.task_list import MOST_SHOWN, unfulfilled
from bench.figures import Figure, percentile
from bench.installation import Run
from tests.facts import Installation, a_system

CASES = 1_000
READINGS = 40
LIST_MS = 50.0

_BARE = """
    SELECT * FROM task_1 WHERE system_id = $1 AND scope = $2 AND NOT gone
    ORDER BY leave_at, due_at, id LIMIT $3"""


async def measure(run: Run) -> list[Figure]:
    """The slowest of the desks' lists that every case has tasks on: pharmacy's."""
    made = await a_system(run.database, Hints(run.database))
    for n in range(CASES):
        await begin(made, n)
    async with run.database.reads.acquire() as connection:
        bare = await _times(lambda: connection.fetch(_BARE, made.system, TaskList.PHARMACY, MOST_SHOWN))
        ours = await _times(lambda: unfulfilled(connection, made.system, TaskList.PHARMACY))
    floor, value = percentile(bare, 0.95), percentile(ours, 0.95)
    name = f"list of unfulfilled tasks, {CASES:,} live cases, p95"
    promise = f"≤ {LIST_MS:.0f} ms"
    return [Figure(name=name, unit="ms", value=value, floor=floor, promise=promise, kept=value <= LIST_MS)]


async def _times(read: Callable[[], Awaitable[Any]]) -> list[float]:
    times = []
    for _ in range(READINGS):
        started = time.perf_counter()
        await read()
        times.append((time.perf_counter() - started) * 1000)
    return times


async def begin(made: Installation, n: int, admitted_at: datetime | None = None) -> None:
    """One case with a pathway and a slot, in one turn."""
    _, spell = await made.admit(bed=f"A1-{n:04d}", at=admitted_at)
    referral, now = made.referral(spell), datetime.now(UTC)  # in the order of time, as in life
    what: dict[str, Any] = {"case_id": referral.case_id, "by": made.by(Role.HUB_LEAD), "at": now}
    slot: dict[str, Any] = {"leave_at": now + timedelta(hours=n), "leave_from": LeaveFrom.WARD}
    decided: dict[str, Any] = {"why_not_home": None, "words": None, "home_possible_if": None, "review_on": None}
    async with taken(made.database, made.hints, made.system) as turn:
        await decide_in(turn, referral)
        await decide_in(turn, AcceptReferral(case_manager=made.staff[Role.CASE_MANAGER], **what))
        await decide_in(turn, DecidePathway(needed=Pathway.P1, given=Pathway.P1, **decided, **what))
        await decide_in(turn, PlanLeaving(**slot, going_to=Words("Home"), received_by=Words("Nobody"), **what))
