"""A round: one package put to fifty services at once, over HTTP, in turns with the bare SQL of what that writes."""

import time
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg

from app.domain.case.requests.packaging import DescribePackage
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.package import Call, Package
from app.domain.values import CaseId, Role, ServiceId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from bench.cases import in_planning
from bench.figures import Figure, median
from bench.floor import floor_round
from bench.installation import Run, cookie_of
from bench.services import furnish, open_in_office_hours
from bench.wire import Client
from tests.facts import Installation, a_system

SERVICES = 50
COUNTS = 14  # a fortnight of daily counts is read with each service
ROUNDS = 20
PROMISED_MS = 300.0


async def measure(run: Run) -> list[Figure]:
    """Each round is of another case, by a member of the hub; every service keeps its own calendar."""
    made = await a_system(run.database, Hints(run.database))
    services = await furnish(made, SERVICES, counts=COUNTS, patch=frozenset({"ZZ97"}))
    await open_in_office_hours(made, services)
    cases = [await _packaged(made, n) for n in range(1 + ROUNDS)]
    async with AsyncExitStack() as stack:
        cookie = await cookie_of(run.database, made, Role.HUB_LEAD)
        client = await stack.enter_async_context(Client(run.host, run.port, cookie))
        bare = await asyncpg.connect(run.database.url)
        stack.push_async_callback(bare.close)
        times = [(await _bare(bare, made, case, services), await _ours(client, case, services)) for case in cases]
    # A worker's first opens its connections and reads the shipped lists, once in its life.
    floor, ours = zip(*times[1:], strict=True)
    return [_figure("p50", median(ours), median(floor)), _figure(f"worst of {ROUNDS}", max(ours), max(floor))]


def _figure(which: str, value: float, floor: float) -> Figure:
    return Figure(
        name=f"a round to {SERVICES} services, {which}",
        unit="ms",
        value=value,
        floor=floor,
        promise=f"≤ {PROMISED_MS:.0f} ms",
        kept=value <= PROMISED_MS,
    )


async def _ours(client: Client, case: CaseId, services: list[ServiceId]) -> float:
    body = {"round": "broadcast", "services": [str(service) for service in services]}
    asked = time.perf_counter()
    receipt = await client.ask("PUT", f"/api/v1/cases/{case}/requests/{uuid4()}", body)
    took = (time.perf_counter() - asked) * 1000
    assert receipt["recorded"] == 1
    return took


async def _bare(
    connection: "asyncpg.Connection[asyncpg.Record]", made: Installation, case: CaseId, services: list[ServiceId]
) -> float:
    asked = time.perf_counter()
    await floor_round(connection, made.system, case, services)
    return (time.perf_counter() - asked) * 1000


async def _packaged(made: Installation, n: int) -> CaseId:
    _, spell = await made.admit(bed=f"A1-{n:02d}")
    now = datetime.now(UTC)
    call = Call(window=Window.MORNING, carers=1, minutes=30)
    start_on = now.date() + timedelta(days=2)
    package = Package(line=ServiceLine.HOME_CARE, start_on=start_on, sector="ZZ97 1", calls=(call,))
    async with taken(made.database, made.hints, made.system) as turn:
        case = await in_planning(made, turn, spell)
        what: dict[str, Any] = {"case_id": case, "by": made.by(Role.HUB_LEAD), "at": now}
        await decide_in(turn, DescribePackage(package=package, words=None, **what))
    return case
