"""PROMISE 2: one turn at a time in a system, and a busy or stuck system never delays another."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from app.database import Database, open_database
from app.domain.case import AcceptReferral, CloseCase, ReturnReferral
from app.domain.case.form import ReferralField
from app.domain.case.outcome import Outcome
from app.domain.decider import Command
from app.domain.values import CaseId, Role, SpellId, Words
from app.events import taking
from app.events.handler import decide_in, handle, taken
from app.events.hints import Hints
from app.events.queue import LONGEST_QUEUE, LONGEST_WAIT_SECONDS
from app.events.unavailable import Busy, Unavailable
from tests.facts import Installation, an_empty_system
from tests.promises.commands import an_organisation
from tests.promises.processes import Process, started

ROUNDS = 100
SOAK_ROUNDS = 1_000
LOCK_SECONDS = 3.0
STOPPED_SECONDS = 5.0
SLACK_SECONDS = 2.0


@asynccontextmanager
async def wards(place: Installation, how_many: int) -> AsyncIterator[list[Process]]:
    """Wards of this system, each in a process of its own."""
    async with AsyncExitStack() as stack:
        running = [await stack.enter_async_context(started("tests.promises.ward")) for _ in range(how_many)]
        for ward in running:
            await ward.tell({"url": place.database.url, "system": str(place.system), "hub": str(place.hub)})
        assert [await ward.hear() for ward in running] == ["here"] * how_many
        yield running


@asynccontextmanager
async def locked(place: Installation) -> AsyncIterator[None]:
    """Somebody else holds this system's row, as long as the block lasts."""
    connection = await asyncpg.connect(place.database.url)
    try:
        async with connection.transaction():
            await connection.execute("SELECT 1 FROM system WHERE id = $1 FOR UPDATE", place.system)
            yield
    finally:
        await connection.close()


async def race(place: Installation, rounds: int) -> None:
    """Two wards refer one person twice each, at once; then the case is closed for the next round."""
    _, spell = await place.admit()
    async with wards(place, 2) as running:
        for _ in range(rounds):
            cases = [[str(uuid4()), str(uuid4())] for _ in running]
            for ward, theirs in zip(running, cases, strict=True):
                await ward.tell({"spell": str(spell), "cases": theirs})
            answers = [await ward.hear() for ward in running]
            came = [*zip(chain(*cases), chain(*answers), strict=True)]
            assert sorted(what for _, what in came) == ["already-has-live-case"] * 3 + ["referred"]
            [won] = [case for case, what in came if what == "referred"]
            await place.do(closing(place, CaseId(UUID(won))))


def closing(place: Installation, case: CaseId) -> CloseCase:
    by, at = place.by(Role.HUB_LEAD), datetime.now(UTC)
    return CloseCase(case_id=case, outcome=Outcome.CANCELLED_BY_WARD, words=None, by=by, at=at)


async def test_of_two_wards_that_refer_one_person_at_once_exactly_one_wins(place: Installation) -> None:
    """100 rounds of two processes and four referrals each; 1,000 when run by hand."""
    await race(place, ROUNDS)


@pytest.mark.soak
async def test_exactly_one_wins_in_a_thousand_rounds(place: Installation) -> None:
    await race(place, SOAK_ROUNDS)


async def test_a_stuck_system_turns_writers_away_in_time_and_delays_no_other(
    place: Installation, database: Database
) -> None:
    other = await an_empty_system(database)
    too_many = 20
    async with locked(place):
        commands = [an_organisation(place) for _ in range(LONGEST_QUEUE + 1 + too_many)]
        waiting = [asyncio.create_task(place.do(command)) for command in commands]
        began = time.monotonic()
        await handle(database, Hints(database), other, an_organisation(place, other))
        assert time.monotonic() - began < LOCK_SECONDS
        assert sum(task.done() for task in waiting) >= too_many  # those are not even let into the queue

        async with asyncio.timeout(LONGEST_WAIT_SECONDS + LOCK_SECONDS + SLACK_SECONDS):
            answers = await asyncio.gather(*waiting, return_exceptions=True)
        assert {type(answer) for answer in answers} == {Busy}
    assert (await place.do(commands[0])).recorded == 1


async def test_a_writer_that_stops_in_its_turn_frees_its_system_within_5_s(place: Installation) -> None:
    async with wards(place, 1) as [ward]:
        await ward.tell({"stop": True})
        assert await ward.hear() == "has the turn"
        began, command = time.monotonic(), an_organisation(place)
        while await is_refused(place, command):
            assert time.monotonic() - began < STOPPED_SECONDS + SLACK_SECONDS
        assert time.monotonic() - began < STOPPED_SECONDS + SLACK_SECONDS

        os.kill(ward.pid, signal.SIGCONT)
        assert await ward.hear() == "lost the turn"
    assert (await place.do(command)).recorded == 0


async def is_refused(place: Installation, command: Command) -> bool:
    try:
        await place.do(command)
    except Unavailable:
        return True
    return False


@pytest.mark.parametrize("broken", [ValueError("a bug"), asyncio.CancelledError()])
async def test_what_breaks_in_a_turn_leaves_no_trace_and_no_lock(place: Installation, broken: BaseException) -> None:
    first = an_organisation(place)
    head = (await place.do(first)).position

    async def break_in_the_middle() -> None:
        async with taken(place.database, place.hints, place.system) as turn:
            await decide_in(turn, an_organisation(place))
            raise broken

    with pytest.raises(type(broken)):
        await break_in_the_middle()
    assert (await place.do(replace(first, name="A trust again"))).position == head + 1


async def test_a_turn_whose_task_is_cancelled_gives_its_turn_back(place: Installation) -> None:
    entered = asyncio.Event()

    async def dawdle() -> None:
        async with taking.turn(place.database, place.system):
            entered.set()
            await asyncio.sleep(60)

    dawdling = asyncio.create_task(dawdle())
    await entered.wait()
    dawdling.cancel()
    assert (await place.do(an_organisation(place))).recorded == 1


@asynccontextmanager
async def counted(place: Installation) -> AsyncIterator[list[str]]:
    """The statements that turns send from here on, in order."""
    said: list[str] = []
    usual, place.database = place.database, await open_database(place.database.url, turns=1)
    async with place.database.turns.acquire() as connection:
        connection.add_query_logger(lambda query: said.append(query.query))
    try:
        yield said
    finally:
        await place.database.close()
        place.database = usual


async def test_a_command_takes_at_most_five_statements_seven_where_tasks_follow_and_a_repeat_no_write(
    place: Installation,
) -> None:
    (_, first), (_, second) = await place.admit(), await place.admit()
    async with counted(place) as said:
        for command in on_the_way(place, first):  # here the driver also asks, once, how array types look
            await place.do(command)
        counts = [await statements(place, said, command) for command in on_the_way(place, second)]
    assert counts == [(5, 3), (4, 3), (5, 3), (7, 4)]


def on_the_way(place: Installation, spell: SpellId) -> list[Command]:
    """Refer, send back, refer again, accept; the first and the last read facts of other streams."""
    case = CaseId(uuid4())
    what: dict[str, Any] = {"case_id": case, "by": place.by(Role.HUB_LEAD), "at": datetime.now(UTC)}
    return [
        place.referral(spell, case),
        ReturnReferral(fields=frozenset({ReferralField.NEEDS}), words=Words("Which?"), **what),
        place.referral(spell, case, "She needs meals."),
        AcceptReferral(case_manager=place.staff[Role.CASE_MANAGER], **what),
    ]


async def statements(place: Installation, said: list[str], command: Command) -> tuple[int, int]:
    """How many statements the command takes, BEGIN and COMMIT included, and how many when it is repeated."""
    said.clear()
    assert (await place.do(command)).recorded == 1
    assert "FOR UPDATE" in said[0]
    assert said[-1] == "COMMIT"
    first = len(said)
    said.clear()
    assert (await place.do(command)).recorded == 0
    assert not any("INSERT" in statement for statement in said)
    return first, len(said)
