"""Who frees what: 1,000 people who wait for one of 300 full services, and 300 who are to leave one.

Beside the bare rows of those who wait, and of the services. Who leaves is made up: their rows cost next to nothing.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.domain.case.requests.packaging import DescribePackage
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.exit_chain import Chain, InStay, Leaving, exit_chain
from app.domain.package import Call, Package
from app.domain.practice import ServiceLines
from app.domain.service import DeclareCapacity, DescribeService, ListService, Run, Unit
from app.domain.values import CaseId, Role, ServiceId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.practice import practice_in
from app.views.exit_chain import leavers, seekers
from app.views.offering import offerings
from bench.cases import in_planning
from bench.figures import Figure, percentile
from bench.installation import Run as BenchRun
from bench.services import BY, IN_A_TURN
from tests.facts import Installation, a_system

WAITING, SERVICES, LEAVING = 1_000, 300, 300
READINGS = 20
CHAIN_MS = 100.0
_LINES = (ServiceLine.HOME_CARE, ServiceLine.REAB, ServiceLine.BRIDGE)
_WINDOWS = list(Window)

_BARE = "SELECT * FROM case_1 WHERE system_id = $1 AND NOT gone AND sought IS NOT NULL"
_BARE_SERVICES = "SELECT * FROM service_1 WHERE system_id = $1"


async def measure(run: BenchRun) -> list[Figure]:
    """Each place that comes free is looked at for everybody whom it may help."""
    made = await a_system(run.database, Hints(run.database))
    services = await _full_services(made)
    for n in range(WAITING):
        await _wait(made, n)
    now = datetime.now(UTC)
    leaving = [_leave(services, n, now) for n in range(LEAVING)]
    bare, ours = [], []
    async with run.database.reads.acquire() as connection:
        for _ in range(READINGS):
            started = time.perf_counter()
            await connection.fetch(_BARE, made.system)
            await connection.fetch(_BARE_SERVICES, made.system)
            between = time.perf_counter()
            chain = await _read(connection, made, leaving, now)
            ours.append((time.perf_counter() - between) * 1000)
            bare.append((between - started) * 1000)
            assert len(chain.moves) + len(chain.stuck) == WAITING, "everybody is told something"
            assert len(chain.moves) > LEAVING / 2, "most places serve somebody"
    floor, value = percentile(bare, 0.5), percentile(ours, 0.5)
    name = f"who frees what, {WAITING:,} waiting, {SERVICES} services, p50"
    promise = f"≤ {CHAIN_MS:.0f} ms"
    return [Figure(name=name, unit="ms", value=value, floor=floor, promise=promise, kept=value <= CHAIN_MS)]


async def _read(connection: Any, made: Installation, leaving: list[Leaving], now: datetime) -> Chain:
    waiting = await seekers(connection, made.system, now)
    known = await leavers(connection, made.system)
    services = {each.service_id: each.service for each in await offerings(connection, made.system)}
    lines = await practice_in(connection, made.system, ServiceLines)
    expected = [*(each.leaving for each in known), *leaving]
    return exit_chain((each.waiting for each in waiting), expected, services, now, lines)


async def _full_services(made: Installation) -> list[ServiceId]:
    keys, now = [ServiceId(uuid4()) for _ in range(SERVICES)], datetime.now(UTC)
    for start in range(0, SERVICES, IN_A_TURN):
        async with taken(made.database, made.hints, made.system) as turn:
            for n, key in list(enumerate(keys))[start : start + IN_A_TURN]:
                said: dict[str, Any] = {"service_id": key, "by": BY, "at": now}
                what: dict[str, Any] = {"line": _LINES[n % len(_LINES)], "pathway": Pathway.P1}
                await decide_in(turn, ListService(name=f"Care {n:04d}", organisation_id=made.trust, **what, **said))
                await decide_in(turn, DescribeService(sectors=frozenset({f"ZZ97 {n % 9 + 1}"}), **said))
                await decide_in(turn, DeclareCapacity(units=_FULL, **said))
    return keys


async def _wait(made: Installation, n: int) -> None:
    calls = tuple(Call(window=window, carers=1, minutes=30 + n % 4 * 15) for window in _WINDOWS[: 1 + n % 2])
    start = (datetime.now(UTC) + timedelta(days=n % 3)).date()
    package = Package(line=_LINES[n % len(_LINES)], start_on=start, sector=f"ZZ97 {n % 9 + 1}", calls=calls)
    _, spell = await made.admit(bed=f"A1-{n:04d}")
    async with taken(made.database, made.hints, made.system) as turn:
        case = await in_planning(made, turn, spell)
        by = made.by(Role.HUB_LEAD)
        await decide_in(turn, DescribePackage(case_id=case, package=package, by=by, at=datetime.now(UTC)))


def _leave(services: list[ServiceId], n: int, now: datetime) -> Leaving:
    place = InStay(stay_id=uuid4(), service_id=services[n], units=tuple(unit.key for unit in _FULL[:2]))
    return Leaving(case_id=CaseId(uuid4()), place=place, at=now + timedelta(days=n % 30))


_FULL = tuple(
    Unit(key=str(window), commissioned=9, usable=6, occupied=6, run=Run(window=window, carers=1)) for window in Window
)
