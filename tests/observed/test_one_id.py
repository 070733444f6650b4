"""One id from a request to its log lines, its events, and the rows on a screen; and nobody in any line of any process.

All with the least grave lines shown, as JSON.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest

from app.database import Database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.intake.adt.sender import send
from tests.api.desk import Desk as Api
from tests.facts import Installation, a_system
from tests.intake.adt.telling import told
from tests.observed.canaries import CANARY, CANARY_NUMBER, IN_A_MESSAGE, in_every_text
from tests.observed.collector import Collector, collecting
from tests.observed.lines import line, lines
from tests.promises.life import FAMILIES, Life
from tests.promises.screens import Desk, Screen
from tests.serving import Served, on, served

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"
TRACEPARENT = f"00-{TRACE}-{PARENT}-01"
STEPS = 25


@pytest.fixture(scope="module")
def collector() -> Iterator[Collector]:
    with collecting() as collects:
        yield collects


@pytest.fixture(scope="module")
def homeward(
    postgres: EmbeddedPostgres, collector: Collector, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """All processes, saying as much as they can."""
    said = collector.settings() | {"HOMEWARD_LOG_LEVEL": "debug", "HOMEWARD_LOG_FORMAT": "json"}
    with served(tmp_path_factory.mktemp("observed") / "data", **on(postgres), **said) as running:
        yield running


@pytest.fixture
async def client(homeward: Served) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=homeward.url, trust_env=False, timeout=30) as opened:
        yield opened


async def seen_on(screen: Screen, this: str) -> list[int]:
    """The positions that a screen was told to have come of this id, once it is."""
    while True:
        told = (await screen.message()).get("correlations", {})
        if found := [int(position) for position, of in told.items() if of == this]:
            return found


async def test_one_id_is_followed_from_a_request_to_a_screen(
    homeward: Served, collector: Collector, client: httpx.AsyncClient, place: Installation
) -> None:
    signed_in, api = await place.sign_in(client, Role.WARD_NURSE), Api(client, place)
    async with Desk(client, signed_in).screen(kinds=("spell",)) as screen:
        await screen.message()
        answer = await client.put(
            f"/api/v1/spells/{uuid4()}", json=api.admission(), headers=signed_in | {"traceparent": TRACEPARENT}
        )
        positions = await seen_on(screen, TRACE)

    assert (answer.status_code, answer.headers["x-request-id"]) == (200, TRACE)
    assert set(positions) <= set(await recorded_of(place, TRACE))
    said = line(homeward, "request answered", lambda each: each.get("correlation") == TRACE)
    assert (said["route"], said["status"], said["process"]) == ("/spells/{spell_id}", 200, "web")
    pushed = line(homeward, "rows pushed", lambda each: TRACE in each["correlations"])
    assert pushed["screens"] == 1
    assert "correlation" not in pushed, "what pushes serves every request"

    spans = collector.trace(TRACE, "PUT /spells/{spell_id}", "turn", "wait", "decide", "write", "push")
    assert spans["PUT /spells/{spell_id}"].parent_span_id.hex() == PARENT
    assert spans["turn"].parent_span_id == spans["PUT /spells/{spell_id}"].span_id
    assert {spans[part].parent_span_id for part in ("wait", "decide", "write")} == {spans["turn"].span_id}


async def test_a_message_has_an_id_of_its_own_and_so_has_everything_recorded(
    homeward: Served, collector: Collector, client: httpx.AsyncClient, database: Database
) -> None:
    place = await a_system(database, Hints(database))
    signed_in = await place.sign_in(client, Role.WARD_NURSE)
    raw = told("A01", facility=place.system.hex[:6].upper(), control_id=f"M{uuid4().hex[:8]}", ward=place.ward_code)
    async with Desk(client, signed_in).screen(kinds=("spell",)) as screen:
        await screen.message()
        [answer] = [each async for each in send([raw], "127.0.0.1", homeward.mllp_port)]
        assert answer.code == "AA"
        said = line(homeward, "adt message answered", lambda each: each["system"] == str(place.system))
        assert await seen_on(screen, said["correlation"])

    assert said["process"] == "background"
    spans = collector.trace(said["correlation"], "feed message", "turn", "push")
    assert spans["turn"].parent_span_id == spans["feed message"].span_id
    assert await recorded_of(place, None) == []


async def test_nobody_is_named_in_any_line_or_span_of_any_process(
    homeward: Served, collector: Collector, client: httpx.AsyncClient, place: Installation
) -> None:
    api = Api(client, place)
    async with Desk(client, await place.sign_in(client, Role.WARD_NURSE)).screen() as screen:
        answered = await in_every_text(api)
        assert min(answered[status] for status in (200, 409, 422)) > 9
        message = told("A01", IN_A_MESSAGE, facility=place.system.hex[:6].upper(), control_id=CANARY, ward=CANARY)
        assert [each.code async for each in send([message, b"MSH|" + CANARY.encode()], "127.0.0.1", homeward.mllp_port)]
        life = Life(place, 11)
        for _ in range(STEPS):
            await life.step()
        await screen.until(await api.head())

    said = homeward.said() + "".join(map(str, collector.spans))
    assert lines(homeward)
    assert {each["process"] for each in lines(homeward)} >= {"parent", "web", "background"}
    assert all(datetime.fromisoformat(each["time"]).tzinfo == UTC and each["level"] for each in lines(homeward))
    assert not [each for each in (CANARY, CANARY.lower(), CANARY_NUMBER, *FAMILIES) if each in said]
    assert not [each for each in lines(homeward) if each["level"] in ("error", "critical")]


async def recorded_of(place: Installation, correlation: str | None) -> list[int]:
    """The positions of the events of this system that came of it; of None, those of which nobody knows that."""
    rows = await place.database.reads.fetch(_RECORDED, place.system, correlation)
    return [row["position"] for row in rows]


_RECORDED = "SELECT position FROM event WHERE system_id = $1 AND correlation IS NOT DISTINCT FROM $2::text::uuid"
