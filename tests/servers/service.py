"""A real `homeward serve` on a cluster of a test's own, with everybody at work on it: nurses, a hospital, a screen."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import websockets

from app.database import open_database
from app.domain.values import Role
from app.events.hints import Hints
from app.example.messages import Bed, Stay, message
from app.example.people import person
from app.intake.adt.sender import Sent, send
from tests.facts import Installation, a_system
from tests.promises.load import Load, goes_on, nothing_is_lost
from tests.promises.screens import EVERYTHING, Desk
from tests.promises.shown import Shown, head, server_shows
from tests.servers.cluster import Cluster
from tests.serving import Served, served

NURSES = 4


@dataclass(frozen=True, slots=True)
class Service:
    """`environment` is what it was started with; its commands in a terminal need the same."""

    cluster: Cluster
    homeward: Served
    environment: dict[str, str]
    place: Installation

    @property
    def owner_url(self) -> str:
        """The way to the server itself."""
        return self.environment["HOMEWARD_MIGRATION_URL"]

    async def asked(self, question: str, *about: Any) -> Any:
        """One value out of the database, as its owner."""
        connection = await asyncpg.connect(self.owner_url)
        try:
            return await connection.fetchval(question, *about)
        finally:
            await connection.close()


@contextmanager
def serving(folder: Path, app_url: str, owner_url: str, **more: str) -> Iterator[tuple[Served, dict[str, str]]]:
    """An empty Homeward on these addresses, and the settings that it was started with."""
    environment = {
        "HOMEWARD_EXAMPLE": "off",
        "HOMEWARD_DATA_DIR": str(folder / "data"),
        "HOMEWARD_DATABASE_URL": app_url,
        "HOMEWARD_MIGRATION_URL": owner_url,
        **more,
    }
    folder.mkdir(parents=True, exist_ok=True)
    with served(folder / "data", **environment) as homeward:
        yield homeward, environment


@asynccontextmanager
async def at(cluster: Cluster, homeward: Served, environment: dict[str, str]) -> AsyncIterator[Service]:
    """With a system in which tests act."""
    pooler = environment.get("HOMEWARD_DATABASE_POOLER") == "transaction"
    database = await open_database(environment["HOMEWARD_DATABASE_URL"], pooler=pooler)
    yield Service(cluster, homeward, environment, await a_system(database, Hints(database)))
    await database.close()


@dataclass
class Work:
    """What was acknowledged to nurses and to a hospital, and what a screen shows."""

    load: Load
    shown: Shown = field(default_factory=Shown)
    answers: list[Sent] = field(default_factory=list)

    async def goes_on(self) -> None:
        """Everybody gets on: commands, messages and the screen."""
        messages, position = len(self.answers), self.shown.position or 0
        await goes_on(self.load, 2 * NURSES)
        async with asyncio.timeout(60):
            while len(self.answers) == messages or (self.shown.position or 0) <= position:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def at_work(service: Service) -> AsyncIterator[Work]:
    """Everybody works until the block ends; then nothing is lost, and the screen shows what the server shows."""
    place, work = service.place, Work(Load(service.place, service.homeward.url))
    async with httpx.AsyncClient(base_url=service.homeward.url, trust_env=False, timeout=30) as http:
        headers = await place.sign_in(http, Role.WARD_NURSE)
        desk = Desk(http, headers)
        async with asyncio.TaskGroup() as tasks:
            nurses = [tasks.create_task(work.load.client(headers)) for _ in range(NURSES)]
            others = [tasks.create_task(_hospital(service, work)), tasks.create_task(_look(desk, work.shown))]
            await work.goes_on()
            yield work
            await work.goes_on()
            work.load.ending = True
            await asyncio.gather(*nurses)
            for other in others:
                other.cancel()
        await nothing_is_lost(place.database, service.owner_url, work.load)
        await _every_message_is_kept(service, work)
        await _ends_as_the_server(desk, work.shown, place)


async def _hospital(service: Service, work: Work) -> None:
    """Sends one message after another, each again until it is answered."""
    facility = await service.asked("SELECT facility FROM feed WHERE system_id = $1", service.place.system)
    told = (_admission(n, facility) for n in range(1, 1_000_000))
    async for sent in send(told, "127.0.0.1", service.homeward.mllp_port, answer_timeout=5, give_up_after=None):
        work.answers.append(sent)


def _admission(n: int, facility: str) -> bytes:
    now = datetime.now(UTC)
    said = message("A01", Stay(person=person(1, n), bed=Bed("A1", f"A1-{n}"), admitted_at=now), at=now, sent_at=now)
    parts = said.split(b"|")
    parts[2:4] = [b"PAS", facility.encode()]
    return b"|".join(parts)


async def _every_message_is_kept(service: Service, work: Work) -> None:
    assert {sent.code for sent in work.answers} == {"AA"}
    kept = await service.asked(
        "SELECT array_agg(control_id ORDER BY message_id) FROM feed_message WHERE system_id = $1", service.place.system
    )
    assert len(kept) == len(set(kept))
    assert [each for each in (sent.control_id for sent in work.answers) if each not in set(kept)] == []


async def _look(desk: Desk, shown: Shown) -> None:
    """A browser at the screen: it comes again whenever it was let go."""
    while True:
        with suppress(httpx.HTTPError, websockets.WebSocketException, OSError, TimeoutError):
            async with desk.screen(shown) as screen:
                while True:
                    await screen.message()
        await asyncio.sleep(0.1)


async def _ends_as_the_server(desk: Desk, shown: Shown, place: Installation) -> None:
    async with desk.screen(shown) as screen:
        await screen.message()
        expected, position = {}, -1
        while position != (now := await head(place.database, place.system)):  # the clock records what comes due
            position = now
            await screen.until(position)
            expected = await server_shows(place.database, place.system, EVERYTHING, Role.WARD_NURSE)
    assert shown.rows == expected
