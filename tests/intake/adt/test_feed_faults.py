"""PROMISES 7 for the feed: what is answered is committed; what the database cannot take now is held, applied once."""

import asyncio
import os
import random
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import asyncpg
import pytest

from app.database import open_database
from app.embedded import EmbeddedPostgres
from app.intake.adt.listener import MllpListener
from app.intake.adt.sender import send
from app.intake.adt.wire import frame
from app.migrating import migrate
from tests.intake.adt.feeding import Hospital, assert_sound
from tests.intake.adt.lines import PATIENCE_SECONDS, calling, until
from tests.intake.adt.systems import a_hospital

Receive = Callable[[bytes, datetime], Awaitable[bytes]]
MOVES = 40
CUT_WITHIN_SECONDS = 0.02


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[EmbeddedPostgres]:
    """A server that may be stopped and killed: what it has committed is on disk."""
    server = EmbeddedPostgres(folder)
    server.start()
    migrate(server.url(role="owner"))
    yield server
    server.stop()


@pytest.fixture
async def hospital(server: EmbeddedPostgres) -> AsyncIterator[Hospital]:
    server.start()
    database = await open_database(server.url(role="app"))
    yield await a_hospital(database)
    await database.close()


def stop(server: EmbeddedPostgres, _folder: Path) -> None:
    server.stop()


def kill(server: EmbeddedPostgres, folder: Path) -> None:
    os.kill(int((folder / "postgres/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    while server.is_running:
        time.sleep(0.01)


@pytest.mark.parametrize("end", [stop, kill])
async def test_a_message_is_held_while_the_database_is_away_and_applied_once_when_it_is_back(
    server: EmbeddedPostgres, folder: Path, hospital: Hospital, end: Callable[[EmbeddedPostgres, Path], None]
) -> None:
    admission, move = hospital.write("A01"), hospital.write("A02", ward="BIRCH", bed="B1", at="11:30")
    received = Tries(hospital.feed.receive)
    async with listening(received) as listener, calling(listener) as peer:
        await peer.say(frame(admission))
        assert await peer.answer() == "AA|M1"
        await asyncio.to_thread(end, server, folder)
        await peer.say(frame(move))
        answer = asyncio.create_task(peer.answer())
        await until(lambda: received.failed > 1)
        assert not answer.done()
        await asyncio.to_thread(server.start)
        assert await answer == "AA|M2"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    assert await hospital.recorded("spell") == ["spell.opened.1", "spell.person_moved.1"]
    assert [(kept["trigger"], kept["repeats"]) for kept in await hospital.kept()] == [("A01", 0), ("A02", 0)]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_message_whose_answer_was_lost_is_told_again_and_applied_once(hospital: Hospital) -> None:
    """We die after the commit and before the answer: the sender cannot know, and sends it again."""
    answers = 0

    async def dies_once(raw: bytes, received_at: datetime) -> bytes:
        nonlocal answers
        answer = await hospital.feed.receive(raw, received_at)
        answers += 1
        if answers == 1:
            raise RuntimeError
        return answer

    async with listening(dies_once) as listener, calling(listener) as peer:
        await peer.say(frame(hospital.write("A01")))
        assert await peer.answer() == "AA|M1"
    assert [kept["repeats"] for kept in await hospital.kept()] == [1]
    assert await hospital.recorded() == ["person.registered.1", "spell.opened.1"]


async def test_an_answer_says_that_the_message_is_committed(
    server: EmbeddedPostgres, folder: Path, hospital: Hospital
) -> None:
    """Killed the moment the answer is read, the server still has what was answered."""
    async with listening(hospital.feed.receive) as listener, calling(listener) as peer:
        for n in range(3):
            await peer.say(frame(hospital.write("A01", bed=f"A1-{n:02}", at=f"11:{n:02}")))
            assert await peer.answer() == f"AA|M{n + 1}"
            await asyncio.to_thread(kill, server, folder)
            await asyncio.to_thread(server.start)
            assert len(await until_back(hospital.kept)) == n + 1
    assert await hospital.beds() == ["ASH A1-02 Marrow"]


async def test_cut_off_again_and_again_each_message_is_applied_once(
    server: EmbeddedPostgres, hospital: Hospital
) -> None:
    moves = [hospital.write("A02", bed=f"A1-{n:02}", at=f"11:{n:02}") for n in range(MOVES)]
    received = Tries(hospital.feed.receive)
    owner = await asyncpg.connect(server.url(role="owner"))
    async with listening(cut_off_once_each(received, owner)) as listener:
        messages = [hospital.write("A01"), *moves]
        assert [one.code async for one in send(messages, listener.host, listener.port)] == ["AA"] * (MOVES + 1)
    await owner.close()
    assert received.failed > 0  # the cuts were felt
    assert await hospital.recorded("spell") == ["spell.opened.1", *["spell.person_moved.1"] * MOVES]
    assert len(await hospital.kept()) == MOVES + 1
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_sender_that_leaves_while_its_message_is_held_sends_it_again(
    server: EmbeddedPostgres, hospital: Hospital
) -> None:
    raw, received = hospital.write("A01"), Tries(hospital.feed.receive)
    async with listening(received) as listener:
        await asyncio.to_thread(server.stop)
        async with calling(listener) as peer:
            await peer.say(frame(raw))
            await until(lambda: received.failed > 1)
        await until(lambda: listener.connections == 0)
        await asyncio.to_thread(server.start)
        assert [one.code async for one in send([raw], listener.host, listener.port)] == ["AA"]
    assert await hospital.recorded() == ["person.registered.1", "spell.opened.1"]


class Tries:
    """Receives, and counts how often it could not."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.failed = 0

    async def __call__(self, raw: bytes, received_at: datetime) -> bytes:
        try:
            return await self._receive(raw, received_at)
        except Exception:
            self.failed += 1
            raise


@asynccontextmanager
async def listening(receive: Receive) -> AsyncIterator[MllpListener]:
    async with MllpListener("127.0.0.1", 0, receive, first_pause=0.05) as listener:
        yield listener


def cut_off_once_each(receive: Receive, owner: "asyncpg.Connection[asyncpg.Record]") -> Receive:
    """Each message loses every connection to the database once: before it is applied, in the midst of it, or after."""
    chance, met = random.Random(7), set[bytes]()

    async def cut() -> None:
        await asyncio.sleep(chance.random() * CUT_WITHIN_SECONDS)
        await owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'homeward_app'")

    async def received(raw: bytes, received_at: datetime) -> bytes:
        if raw in met:
            return await receive(raw, received_at)
        met.add(raw)
        cutting = asyncio.create_task(cut())
        try:
            return await receive(raw, received_at)
        finally:
            await cutting

    return received


async def until_back(ask: Callable[[], Awaitable[list[asyncpg.Record]]]) -> list[asyncpg.Record]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            try:
                return await ask()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await asyncio.sleep(0.02)
