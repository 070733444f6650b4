"""`/metrics`: for whoever has the token and nobody else; it counts what all processes did, and names nobody."""

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from pydantic import ValidationError

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.example.messages import Bed, Stay, message
from app.example.people import person
from app.intake.adt.sender import send
from app.main import create_app
from app.settings import Settings
from tests.api.desk import NURSE, Desk, refusal
from tests.facts import Installation
from tests.intake.adt.feeding import Hospital
from tests.serving import on, served, until

TOKEN = "a-token-of-some-length"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
async def watched(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """The web application where a token was set."""
    async with watching(database) as client:
        yield client


def watching(database: Database) -> httpx.AsyncClient:
    app = create_app(Settings(example=False, metrics_token=TOKEN), database)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000")


def figure(said: str, name: str, **labels: str) -> float:
    """One figure; 0 where it was never counted."""
    told = ",".join(f'{label}="{value}"' for label, value in labels.items())
    found = re.search(rf"^{name}{re.escape(f'{{{told}}}' if told else '')} (\S+)$", said, re.MULTILINE)
    return float(found[1]) if found else 0.0


async def test_commands_are_counted_by_what_came_of_them(watched: httpx.AsyncClient, place: Installation) -> None:
    async def counted() -> list[float]:
        answer = (await watched.get("/metrics", headers=WITH_TOKEN)).text
        named = {"command": "OpenSpell"}
        outcomes = ("recorded", "repeated", "refused")
        return [figure(answer, "homeward_commands_total", **named, outcome=each) for each in outcomes]

    before, desk, spell = await counted(), Desk(watched, place), uuid4()
    for family in ("Example", "Example", "Another"):
        await desk.put(f"/spells/{spell}", desk.admission(family=family), NURSE)
    nowhere = desk.admission() | {"ward_id": str(uuid4())}
    assert (await desk.put(f"/spells/{uuid4()}", nowhere, NURSE)).status_code == 409

    recorded, repeated, refused = (now - then for now, then in zip(await counted(), before, strict=True))
    assert (recorded, refused) == (1, 1)
    assert repeated >= 1


async def test_a_feed_is_told_by_its_age_and_by_what_waits(watched: httpx.AsyncClient, hospital: Hospital) -> None:
    system = {"system": str(hospital.place.system)}
    await hospital.tell("A03", visit="V-unknown")

    answer = (await watched.get("/metrics", headers=WITH_TOKEN)).text

    assert figure(answer, "homeward_database_up") == 1
    feed = re.search(rf'homeward_feed_waiting{{feed="([^"]+)",system="{system["system"]}"}} 1.0', answer)
    assert feed, answer
    assert figure(answer, "homeward_feed_age_seconds", feed=feed[1], **system) > 0
    assert "Example" not in answer


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer another-token-of-some-length"}])
async def test_without_the_token_there_is_nothing_here(watched: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert refusal(await watched.get("/metrics", headers=headers))[0] == 404


async def test_where_no_token_is_set_nobody_reads_it(client: httpx.AsyncClient) -> None:
    assert (await client.get("/metrics", headers={"Authorization": "Bearer None"})).status_code == 404


def test_a_token_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(metrics_token="short")


async def test_beside_a_dead_database_the_processes_are_still_told_of() -> None:
    database = await open_database("postgresql://app:app@127.0.0.1:9/app")
    async with watching(database) as client:
        answer = await client.get("/metrics", headers=WITH_TOKEN)
    await database.close()

    assert (answer.status_code, figure(answer.text, "homeward_database_up")) == (200, 0)


async def test_any_worker_answers_for_all_processes_and_for_one_that_was_killed(
    postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    """A message is answered by the background process; the measures are read from a web worker."""
    stay = Stay(person=person(1, 1), bed=Bed("A1", "A1-01"), admitted_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC))
    raw = message("A01", stay, at=stay.admitted_at, sent_at=stay.admitted_at)
    with served(tmp_path / "data", HOMEWARD_METRICS_TOKEN=TOKEN, **on(postgres)) as homeward:
        codes = [answer.code async for answer in send([raw], "127.0.0.1", homeward.mllp_port)]
        async with httpx.AsyncClient(base_url=homeward.url, headers=WITH_TOKEN, trust_env=False) as client:

            async def answered() -> float:
                return figure((await client.get("/metrics")).text, "homeward_messages_total", answer=codes[0])

            assert await answered() == 1
            killed = homeward.child("background")
            homeward.signal("background", signal.SIGKILL)
            await asyncio.to_thread(until, lambda: homeward.child("background") != killed or None, "it is back")
            assert await answered() == 1
        assert not [*(tmp_path / "data" / "measures").glob(f"gauge_live*_{killed}.db")]
