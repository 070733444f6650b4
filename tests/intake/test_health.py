"""How a feed is, by what it sent and when; and that many screens ask as seldom as one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from app.database import Database
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.values import Actor, ActorKind, SystemId
from app.embedded import EmbeddedPostgres
from app.events.handler import handle
from app.events.hints import Hints
from app.intake.health import FeedHealth, feeds_of
from app.intake.heard import Heard
from app.intake.senders import ANY, add_feed
from app.intake.settings import FeedSettings
from tests.facts import a_feed, an_empty_system
from tests.intake.messages import kept_message

NOW = datetime.now(UTC)
BY = Actor(kind=ActorKind.SYSTEM, id="tests")


def ago(**since: float) -> datetime:
    return NOW - timedelta(**since)


@pytest.fixture
async def system(database: Database) -> SystemId:
    """A system without a feed."""
    return await an_empty_system(database)


async def added(database: Database, system: SystemId, name: str = "PAS", **settings: Any) -> AddFeed:
    """A feed of the system, with these settings."""
    feed = a_feed(application=name, facility=uuid4().hex, name=name)
    await add_feed(database, Hints(database), system, feed)
    said = FeedSettings(**settings).model_dump(mode="json")
    change = ChangeFeed(feed_id=feed.feed_id, name=name, settings=said, by=BY, at=NOW)
    await handle(database, Hints(database), system, change)
    return feed


async def health(database: Database, system: SystemId, now: datetime = NOW) -> dict[str, FeedHealth]:
    async with database.reads.acquire() as connection:
        return {feed.name: feed.health for feed in await feeds_of(connection, system, now)}


async def test_a_feed_is_described_by_what_it_sent_lately(database: Database, system: SystemId) -> None:
    feed, quiet = await added(database, system), await added(database, system, "LAB")
    for minutes in (1, 2, 59):
        await kept_message(database, system, feed.feed_id, ago(minutes=minutes))
    await kept_message(database, system, feed.feed_id, ago(hours=23), state="refused")
    await kept_message(database, system, feed.feed_id, ago(hours=25), state="refused")
    await kept_message(database, system, quiet.feed_id, ago(minutes=61))

    found = await health(database, system)
    busy = found["PAS"]
    assert (busy.heard_at, busy.in_last_hour, busy.per_minute) == (ago(minutes=1), 3, 0.05)
    assert (busy.in_last_day, busy.refused_in_last_day, busy.share_refused) == (4, 1, 0.25)
    assert (busy.silent, busy.waiting, busy.waiting_since, busy.waits_too_long) == (False, 0, None, False)
    assert (found["LAB"].in_last_hour, found["LAB"].in_last_day, found["LAB"].silent) == (0, 1, True)


async def test_a_feed_is_silent_when_it_was_not_heard_for_longer_than_its_settings_say(
    database: Database, system: SystemId
) -> None:
    for name, minutes in (("usual", 15), ("patient", 60)):
        feed = await added(database, system, name, silent_after_minutes=minutes)
        await kept_message(database, system, feed.feed_id, ago(minutes=15))
    assert {name: each.silent for name, each in (await health(database, system)).items()} == {
        "usual": False,
        "patient": False,
    }
    later = await health(database, system, NOW + timedelta(seconds=1))
    assert {name: each.silent for name, each in later.items()} == {"usual": True, "patient": False}


async def test_a_feed_not_heard_yet_is_silent_once_it_was_added_longer_ago_than_that(
    database: Database, system: SystemId
) -> None:
    await added(database, system)
    [soon] = (await health(database, system, datetime.now(UTC) + timedelta(minutes=14))).values()
    assert (soon.heard_at, soon.silent) == (None, False)
    [later] = (await health(database, system, datetime.now(UTC) + timedelta(minutes=16))).values()
    assert (later.heard_at, later.silent) == (None, True)


@pytest.fixture
async def anybodys(database: Database, system: SystemId) -> AsyncIterator[AddFeed]:
    """The feed of any sender; gone afterwards, so that other tests' unknown senders stay unknown."""
    feed = a_feed(application=ANY, facility=ANY)
    await add_feed(database, Hints(database), system, feed)
    yield feed
    async with database.turns.acquire() as connection:
        await connection.execute("DELETE FROM feed WHERE system_id = $1", system)


async def test_a_feed_for_whatever_may_come_is_expected_only_once_it_was_heard(
    database: Database, system: SystemId, anybodys: AddFeed
) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    [never] = (await health(database, system, later)).values()
    assert never.silent is False

    await kept_message(database, system, anybodys.feed_id, NOW)
    [once] = (await health(database, system, later)).values()
    assert once.silent is True


async def test_what_waits_is_counted_from_the_first_and_is_an_alarm_after_its_time(
    database: Database, system: SystemId
) -> None:
    feed = await added(database, system, waiting_after_minutes=30)
    await kept_message(database, system, feed.feed_id, ago(minutes=5), state="waiting")
    [soon] = (await health(database, system)).values()
    assert (soon.waiting, soon.waiting_since, soon.waits_too_long) == (1, ago(minutes=5), False)

    await kept_message(database, system, feed.feed_id, ago(days=40), state="waiting")
    await kept_message(database, system, feed.feed_id, ago(days=41), state="ignored")
    [found] = (await health(database, system)).values()
    assert (found.waiting, found.waiting_since, found.waits_too_long) == (2, ago(days=40), True)


async def test_a_feed_of_another_system_counts_there(database: Database, system: SystemId) -> None:
    elsewhere = await an_empty_system(database)
    feed = await added(database, elsewhere)
    await kept_message(database, elsewhere, feed.feed_id, NOW)
    await added(database, system)
    assert [each.heard_at for each in (await health(database, system)).values()] == [None]


@pytest.fixture
async def watched(database: Database, postgres: EmbeddedPostgres) -> AsyncIterator[tuple[Database, list[str]]]:
    """The database, and every statement that reads messages there."""
    statements: list[str] = []

    async def note(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        connection.add_query_logger(
            lambda sent: statements.append(sent.query) if "feed_message" in sent.query else None
        )

    async with asyncpg.create_pool(postgres.url(role="app"), min_size=1, max_size=4, init=note) as reads:
        yield replace(database, reads=reads), statements


async def test_300_screens_that_beat_at_once_ask_the_database_once(
    watched: tuple[Database, list[str]], system: SystemId
) -> None:
    database, statements = watched
    feed = await added(database, system, silent_after_minutes=20)
    await added(database, system, "LAB")
    await kept_message(database, system, feed.feed_id, NOW)
    statements.clear()

    heard = Heard(database)
    told = await asyncio.gather(*(heard.feeds(system) for _ in range(300)))
    assert len(statements) == 1
    [only] = set(told)
    assert [each.model_dump() for each in only] == [
        {"name": "PAS", "site_id": None, "heard_at": NOW, "silent_after_minutes": 20}
    ]
    await heard.feeds(await an_empty_system(database))
    assert len(statements) == 2


async def test_while_the_database_is_away_screens_are_told_what_was_known(database: Database, system: SystemId) -> None:
    away = replace(database, reads=await asyncpg.create_pool("postgresql://nobody@127.0.0.1:1/none", min_size=0))
    assert await Heard(away).feeds(system) == ()
    await away.reads.close()
