"""The websocket of a screen, over a real socket: first view, catch-up, beat, and every kind of nonsense."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.database import Database
from app.domain.feed import ChangeFeed
from app.domain.values import FeedId, Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.intake.settings import FeedSettings
from tests.facts import MONDAY, Installation, a_system
from tests.intake.messages import kept_message
from tests.promises.screens import EVERYTHING, Desk, Screen, hello, last_words
from tests.promises.serving import one_worker
from tests.promises.shown import Shown, head, server_shows

ALLOWED_ORIGIN = "http://127.0.0.1:8000"
BEAT_SECONDS = 1.0  # in real use it is longer; what the tests wait for is the same


@pytest.fixture(scope="module")
async def worker(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    async with one_worker(postgres.url(role="app"), beat_seconds=BEAT_SECONDS) as address:
        yield f"http://{address}"


@pytest.fixture(scope="module")
async def anyone(worker: str, database: Database) -> AsyncIterator[Desk]:
    """A manager at a desk of a system in which nothing happens."""
    quiet = await a_system(database, Hints(database))
    async with httpx.AsyncClient(base_url=worker, trust_env=False, timeout=30) as client:
        yield Desk(client, await quiet.sign_in(client, Role.MANAGER))


@pytest.fixture
async def desk(worker: str, place: Installation) -> AsyncIterator[Desk]:
    """A ward nurse at a desk of the place's system."""
    async with httpx.AsyncClient(base_url=worker, trust_env=False, timeout=30) as client:
        yield Desk(client, await place.sign_in(client, Role.WARD_NURSE))


@pytest.fixture(scope="module", autouse=True)
async def silence(anyone: Desk) -> AsyncIterator["asyncio.Task[Any]"]:
    """A screen that says nothing, from the first test of this module on: how it is let go."""

    async def say_nothing() -> Any:
        async with anyone.socket() as connection:
            return await last_words(connection)

    task = asyncio.create_task(say_nothing())
    yield task
    task.cancel()


async def test_a_first_view_is_a_snapshot_and_then_every_change_comes(desk: Desk, place: Installation) -> None:
    _, spell = await place.admit()
    async with desk.screen() as screen:
        assert (await screen.message())["snapshot"] is True
        assert screen.shown.rows == await server_shows(place.database, place.system, EVERYTHING)

        await place.do(place.referral(spell))
        await screen.until(await head(place.database, place.system))
        assert screen.shown.rows == await server_shows(place.database, place.system, EVERYTHING)


async def test_a_screen_that_was_away_gets_what_changed_and_what_is_gone_and_no_more(
    desk: Desk, place: Installation
) -> None:
    _, spell = await place.admit()
    _, staying = await place.admit(bed="A1-02")
    shown = Shown()
    async with desk.screen(shown) as screen:
        await screen.message()
    gone = await desk.put(f"/spells/{spell}/end", {"how": "discharged", "at": datetime.now(UTC).isoformat()})
    assert gone.status_code == 200

    async with desk.screen(shown) as screen:
        message = await screen.message()
    assert message["snapshot"] is False
    assert [(row["id"], row["gone"]) for row in message["rows"]] == [(str(spell), True)]
    assert shown.rows == await server_shows(place.database, place.system, EVERYTHING)
    assert ("spell", str(place.ward), str(staying)) in shown.rows


@pytest.mark.parametrize(
    ("epoch", "ahead", "hash"),
    [
        ("0.0", 0, "same"),
        ("another", 0, "same"),
        (None, 0, "same"),
        ("same", 1, "same"),
        ("same", 2**62, "same"),
        ("same", 0, None),
        ("same", 0, ""),
        ("same", 0, "00" * 32),
        ("same", -1, "same"),
    ],
)
async def test_a_screen_of_another_epoch_or_another_log_gets_a_whole_snapshot(
    desk: Desk, place: Installation, epoch: str | None, ahead: int, hash: str | None
) -> None:
    await place.admit()
    async with desk.screen() as screen:
        held = await screen.message()
    said = held["epoch"] if epoch == "same" else epoch
    of = held["hash"] if hash == "same" else hash
    async with desk.socket() as connection:
        await connection.send(hello(await desk.ticket(), EVERYTHING, said, held["position"] + ahead, of))
        message = json.loads(await connection.recv())
    assert message["snapshot"] is True
    assert (message["position"], message["rows"]) == (held["position"], held["rows"])


async def test_rows_that_are_built_anew_send_screens_for_a_snapshot(desk: Desk, place: Installation) -> None:
    shown = Shown()
    async with desk.screen(shown) as screen:
        await screen.message()
        async with place.database.turns.acquire() as connection:
            await connection.execute("UPDATE system SET epoch = epoch + 1 WHERE id = $1", place.system)
        problem, code = await last_words(screen.connection)
    assert (problem["code"], code) == ("built-anew", 1013)
    async with desk.screen(shown) as screen:
        assert (await screen.message())["snapshot"] is True


async def test_a_quiet_screen_hears_a_beat_with_the_position_and_the_time(desk: Desk, place: Installation) -> None:
    async with desk.screen() as screen:
        await screen.message()
        assert (await screen.message())["type"] == "beat"  # the first comes at once: the page needs the server's clock
        before = datetime.now(UTC)
        beat = await screen.message()
        after = datetime.now(UTC)
    now = datetime.fromisoformat(beat.pop("now"))
    position = await head(place.database, place.system)
    known = {"position": position, "epoch": screen.shown.epoch, "hash": screen.shown.hash}
    assert beat == {"type": "beat", "feeds": []} | known
    assert before <= now <= after


async def test_a_beat_tells_when_each_feed_was_heard_last(desk: Desk, place: Installation) -> None:
    feed = await a_heard_feed(place)
    async with desk.screen() as screen:
        await screen.message()
        assert (await screen.message())["feeds"] == [
            {
                "name": "Test feed",
                "site_id": None,
                "heard_at": MONDAY.isoformat().replace("+00:00", "Z"),
                "silent_after_minutes": 15,
            }
        ]
        now = datetime.now(UTC)
        await kept_message(place.database, place.system, feed, now)
        said = FeedSettings(site_id=place.site, silent_after_minutes=30).model_dump(mode="json")
        by = place.by(Role.MANAGER)
        await place.do(ChangeFeed(feed_id=feed, name="Northmoor", settings=said, by=by, at=now))
        [told] = (await beat_of(screen, lambda beat: beat["feeds"][0]["name"] == "Northmoor"))["feeds"]
    assert (told["site_id"], told["silent_after_minutes"]) == (str(place.site), 30)
    assert datetime.fromisoformat(told["heard_at"]) == now


async def test_a_beat_comes_though_rows_flow(desk: Desk, place: Installation) -> None:
    async with desk.screen() as screen:
        flowing = asyncio.create_task(news(place))
        beats = [await beat_of(screen, lambda _: True) for _ in range(3)]
        flowing.cancel()
    first, *_, last = [datetime.fromisoformat(beat["now"]) for beat in beats]
    assert timedelta(seconds=1.9 * BEAT_SECONDS) < last - first < timedelta(seconds=2 * BEAT_SECONDS + 1)


async def test_a_service_is_told_nothing_of_feeds(desk: Desk, place: Installation) -> None:
    await a_heard_feed(place)
    provider = Desk(desk.client, await place.sign_in(desk.client, Role.PROVIDER))
    async with provider.screen(kinds=("service",)) as screen:
        assert (await beat_of(screen, lambda _: True))["feeds"] == []


async def test_a_screen_does_not_outlive_its_session_though_rows_flow(desk: Desk, place: Installation) -> None:
    signed_in = await place.sign_in(desk.client, Role.WARD_NURSE)
    async with Desk(desk.client, signed_in).screen() as screen:
        await screen.message()
        assert (await desk.client.post("/sign-out", headers=signed_in)).status_code == 303
        flowing = asyncio.create_task(news(place))
        problem, code = await last_words(screen.connection)
        flowing.cancel()
    assert (problem["code"], code) == ("session-ended", 4401)


async def test_a_screen_of_a_session_that_lay_idle_too_long_is_let_go(desk: Desk, place: Installation) -> None:
    async with desk.screen() as screen:
        await screen.message()
        await change(place, "UPDATE session SET used_at = now() - interval '3 hours' WHERE system_id = $1")
        problem, code = await last_words(screen.connection)
    assert (problem["code"], code) == ("session-ended", 4401)


async def test_an_open_screen_is_no_use_of_its_session(desk: Desk, place: Installation) -> None:
    async with desk.screen() as screen:
        await screen.message()
        await change(place, "UPDATE session SET used_at = now() - interval '1 hour' WHERE system_id = $1")
        assert (await screen.message())["type"] == "beat"
    used = await place.database.reads.fetchval(
        "SELECT now() - max(used_at) FROM session WHERE system_id = $1", place.system
    )
    assert used > timedelta(minutes=59)


async def test_who_has_another_role_now_reconnects_and_sees_by_that(desk: Desk, place: Installation) -> None:
    async with desk.screen() as screen:
        await screen.message()
        await change(place, "UPDATE account SET role = 'hub_lead' WHERE system_id = $1 AND role = 'ward_nurse'")
        problem, code = await last_words(screen.connection)
    assert (problem["code"], code) == ("may-see-other-rows", 1013)
    async with desk.screen() as screen:
        assert (await screen.message())["snapshot"] is True


async def a_heard_feed(place: Installation) -> FeedId:
    """The feed of the place, heard on a Monday."""
    feed = FeedId(await place.database.reads.fetchval("SELECT feed_id FROM feed WHERE system_id = $1", place.system))
    await kept_message(place.database, place.system, feed, MONDAY)
    return feed


async def beat_of(screen: Screen, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The next beat that is as wanted."""
    while True:
        message = await screen.message()
        if message["type"] == "beat" and wanted(message):
            return message


async def news(place: Installation) -> None:
    """Somebody is admitted each half second."""
    while True:
        await place.admit(bed=uuid4().hex)
        await asyncio.sleep(0.5)


async def change(place: Installation, statement: str) -> None:
    async with place.database.turns.acquire() as connection:
        await connection.execute(statement, place.system)


GOOD = '{"ticket": "%s", "watch": [{"kind": "case"}]}'
NONSENSE = {
    "no JSON": ("Good morning", "bad-message", 4400),
    "nothing": ("", "bad-message", 4400),
    "a list": ("[]", "bad-message", 4400),
    "deeply nested": ("[" * 30_000, "bad-message", 4400),
    "no ticket": ('{"watch": [{"kind": "case"}]}', "bad-message", 4400),
    "nothing watched": ('{"ticket": "%s", "watch": []}', "bad-message", 4400),
    "too much watched": (GOOD.replace("]", ', {"kind": "case"}' * 50 + "]"), "bad-message", 4400),
    "a position below zero": (GOOD[:-1] + ', "epoch": "1.1", "position": -1}', "bad-message", 4400),
    "a position beyond all": (GOOD[:-1] + ', "epoch": "1.1", "position": 9223372036854775808}', "bad-message", 4400),
    "a hash in words": (GOOD[:-1] + ', "epoch": "1.1", "position": 1, "hash": "all"}', "bad-message", 4400),
    "half a hash": (GOOD[:-1] + ', "epoch": "1.1", "position": 1, "hash": "abc"}', "bad-message", 4400),
    "a position in words": (GOOD[:-1] + ', "epoch": "1.1", "position": "all"}', "bad-message", 4400),
    "half a character": ('{"ticket": "\\ud800", "watch": [{"kind": "case"}]}', "bad-message", 4400),
    "an invented ticket": ('{"ticket": "me", "watch": [{"kind": "case"}]}', "ticket-spent", 4401),
    "a ticket with NUL": ('{"ticket": "\\u0000", "watch": [{"kind": "case"}]}', "ticket-spent", 4401),
    "an unknown kind": (GOOD.replace("case", "salary"), "kind-not-known", 1013),
}


@pytest.mark.parametrize("what", NONSENSE)
async def test_nonsense_is_answered_in_words_and_the_service_goes_on(what: str, anyone: Desk) -> None:
    said, problem_code, close_code = NONSENSE[what]
    async with anyone.socket() as connection:
        await connection.send(said.replace("%s", await anyone.ticket()))
        problem, code = await last_words(connection)
    assert (problem["type"], problem["code"], code) == ("problem", problem_code, close_code)
    assert problem["detail"].endswith(".")
    async with anyone.screen() as screen:
        assert (await screen.message())["type"] == "rows"


async def test_bytes_are_no_first_message(anyone: Desk) -> None:
    async with anyone.socket() as connection:
        await connection.send(hello(await anyone.ticket()).encode())
        problem, code = await last_words(connection)
    assert (problem["code"], code) == ("bad-message", 4400)


async def test_a_ticket_opens_one_screen(anyone: Desk) -> None:
    ticket = await anyone.ticket()
    async with anyone.socket() as first, anyone.socket() as second:
        await first.send(hello(ticket))
        assert json.loads(await first.recv())["type"] == "rows"
        await second.send(hello(ticket))
        problem, code = await last_words(second)
    assert (problem["code"], code) == ("ticket-spent", 4401)


async def test_a_page_of_another_site_opens_nothing(anyone: Desk) -> None:
    async with anyone.socket(origin="https://example.org") as connection:
        problem, code = await last_words(connection)
    assert (problem["code"], code) == ("origin-not-allowed", 4403)
    async with anyone.socket(origin=ALLOWED_ORIGIN) as connection:
        await connection.send(hello(await anyone.ticket()))
        assert json.loads(await connection.recv())["type"] == "rows"


async def test_who_says_nothing_is_let_go_after_10_s(silence: "asyncio.Task[Any]") -> None:
    problem, code = await silence
    assert (problem["code"], code) == ("no-message", 4400)
