"""DOMAIN rule 7: of those who race for the last place of a service, in processes of their own, exactly one has it.

50 rounds of two processes with a hold and a confirmation each; 1,000 when run by hand.
"""

from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service import Beds, DeclareCapacity, GiveUpPlace, ListService, Unit
from app.domain.values import Role, ServiceId
from app.events.verify import verify
from tests.facts import Installation
from tests.promises.processes import Process, started
from tests.promises.provider import UNIT

ROUNDS, SOAK_ROUNDS, BLOCK = 50, 1_000, 25
"""Rounds in all; and those on one service: then another is taken, so that no stream grows without end."""


async def race(place: Installation, rounds: int) -> None:
    """Each round all four want the one bed; whoever has it gives it up for the next."""
    first = {"url": place.database.url, "system": str(place.system)}
    async with AsyncExitStack() as stack:
        providers = [await stack.enter_async_context(started("tests.promises.provider")) for _ in range(2)]
        for provider in providers:
            await provider.tell(first)
        assert [await provider.hear() for provider in providers] == ["here", "here"]
        for _ in range(rounds // BLOCK):
            service = await _with_one_bed(place)
            for _ in range(BLOCK):
                await _round(place, service, providers)
    connection = await asyncpg.connect(place.database.url)
    assert (await verify(connection, place.system)).broken_at is None
    await connection.close()


async def _round(place: Installation, service: ServiceId, providers: list[Process]) -> None:
    wanted = [(str(uuid4()), str(uuid4())) for _ in providers]
    for provider, (hold, take) in zip(providers, wanted, strict=True):
        await provider.tell({"service": str(service), "hold": [hold], "take": [take]})
    answers = [answer for provider in providers for answer in await provider.hear()]
    assert sorted(answers) == ["capacity-gone"] * 3 + ["kept"]
    [won] = [key for key, came in zip(sum(wanted, ()), answers, strict=True) if came == "kept"]
    await place.do(GiveUpPlace(hold_id=UUID(won), **_said(place, service)))


async def _with_one_bed(place: Installation) -> ServiceId:
    service = ServiceId(uuid4())
    what: dict[str, Any] = {"organisation_id": place.trust, "line": ServiceLine.IC_UNIT, "pathway": Pathway.P2}
    await place.do(ListService(name="Fell Unit", **what, **_said(place, service)))
    bed = Unit(key=UNIT, commissioned=6, usable=6, occupied=5, beds=Beds())
    await place.do(DeclareCapacity(units=(bed,), **_said(place, service)))
    return service


def _said(place: Installation, service: ServiceId) -> dict[str, Any]:
    return {"service_id": service, "by": place.by(Role.MANAGER), "at": datetime.now(UTC)}


async def test_of_those_who_race_for_the_last_place_exactly_one_has_it(place: Installation) -> None:
    await race(place, ROUNDS)


@pytest.mark.soak
async def test_exactly_one_has_it_in_a_thousand_rounds(place: Installation) -> None:
    await race(place, SOAK_ROUNDS)
