"""Home care to ask: services with runs of every window, some full and some held."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from app.domain.calendar import Calendar, Hours, SetCalendar
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.service import DeclareCapacity, DescribeService, HoldPlace, ListService, Run, Unit
from app.domain.values import Actor, ActorKind, CaseId, ServiceId
from app.events.handler import decide_in, taken
from tests.facts import Installation

BY = Actor(kind=ActorKind.SYSTEM, id="bench")
IN_A_TURN = 100

_OFFICE = Hours(opens=time(8), closes=time(18))
_WEEK = ((_OFFICE,), (_OFFICE,), (_OFFICE,), (_OFFICE,), (_OFFICE,), (), ())


async def furnish(
    made: Installation, services: int, *, counts: int = 1, patch: frozenset[str] = frozenset()
) -> list[ServiceId]:
    """So many services, each of which has counted once a day, so often; each of two sectors where no patch is named."""
    keys = [ServiceId(uuid4()) for _ in range(services)]
    now = datetime.now(UTC) - timedelta(hours=1)
    for start in range(0, services, IN_A_TURN):
        async with taken(made.database, made.hints, made.system) as turn:
            for n, key in list(enumerate(keys))[start : start + IN_A_TURN]:
                said: dict[str, Any] = {"service_id": key, "by": BY, "at": now}
                what: dict[str, Any] = {"line": ServiceLine.HOME_CARE, "pathway": Pathway.P1}
                hold: dict[str, Any] = {"hold_id": uuid4(), "case_id": CaseId(uuid4()), "over_count": True}
                sectors = patch or frozenset({f"ZZ97 {n % 9 + 1}", f"ZZ97 {(n + 1) % 9 + 1}"})
                await decide_in(turn, ListService(name=f"Care {n:04d}", organisation_id=made.trust, **what, **said))
                await decide_in(turn, DescribeService(sectors=sectors, **said))
                for ago in reversed(range(counts)):
                    counted = said | {"at": now - timedelta(days=ago)}
                    await decide_in(turn, DeclareCapacity(units=_units(n + ago), **counted))
                await decide_in(turn, HoldPlace(units=("morning 1",), until=now + timedelta(hours=9), **hold, **said))
    return keys


async def open_in_office_hours(made: Installation, services: list[ServiceId]) -> None:
    """Each of them keeps a calendar of its own."""
    now = datetime.now(UTC)
    async with taken(made.database, made.hints, made.system) as turn:
        for key in services:
            await decide_in(turn, SetCalendar(owner_id=key, calendar=Calendar(week=_WEEK), by=BY, at=now))


def _units(n: int) -> tuple[Unit, ...]:
    return tuple(
        Unit(key=f"{window} {carers}", commissioned=9, usable=6, occupied=n % 7, run=Run(window=window, carers=carers))
        for window in Window
        for carers in (1, 2)
    )
