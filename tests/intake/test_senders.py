"""A sender is told by MSH-3 and MSH-4; the feed that names more of it wins, `*` stands for any."""

from typing import Any
from uuid import uuid4

import pytest

from app.database import Database
from app.domain.feed import ChangeFeed, SenderTaken
from app.domain.rejections import NotKnown
from app.domain.values import FeedId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from app.intake.senders import ANY, Sender, UnknownSender, add_feed, sender_of, stored_settings
from app.intake.settings import DEFAULT, FeedSettings
from tests.facts import MONDAY, a_feed, an_empty_system
from tests.intake.adt.systems import BY

FEEDS = {
    "both": ("PAS", "SENDER-TESTS"),
    "application": ("SENDER-TESTS-PAS", ANY),
    "facility": (ANY, "SENDER-TESTS"),
}


@pytest.mark.parametrize(
    ("application", "facility", "found"),
    [
        ("PAS", "SENDER-TESTS", "both"),
        ("SENDER-TESTS-PAS", "ELSEWHERE", "application"),
        ("SENDER-TESTS-PAS", "", "application"),
        ("LAB", "SENDER-TESTS", "facility"),
        ("", "SENDER-TESTS", "facility"),
        ("SENDER-TESTS-PAS", "SENDER-TESTS", "application"),
        ("PAS", "ELSEWHERE", None),
        ("pas", "sender-tests", None),
        ("", "", None),
    ],
)
async def test_the_feed_that_names_most_of_a_sender_is_its_own(
    database: Database, application: str, facility: str, found: str | None
) -> None:
    system = await an_empty_system(database)
    feeds = {name: a_feed(application=one, facility=other) for name, (one, other) in FEEDS.items()}
    for feed in feeds.values():
        await add_feed(database, Hints(database), system, feed)
    try:
        sender = await told_by(database, application, facility)
        assert found
        assert (sender.system, sender.feed_id) == (system, feeds[found].feed_id)
    except UnknownSender:
        assert found is None
    async with database.turns.acquire() as connection:
        await connection.execute("DELETE FROM feed WHERE system_id = $1", system)


async def test_a_feed_added_again_is_added_once(database: Database) -> None:
    system, feed = await an_empty_system(database), a_feed(application="PAS", facility=uuid4().hex)
    receipts = [await add_feed(database, Hints(database), system, feed) for _ in range(2)]
    assert [receipt.recorded for receipt in receipts] == [1, 0]


async def test_a_sender_has_one_feed_in_the_whole_installation(database: Database) -> None:
    code = uuid4().hex
    here, elsewhere = [await an_empty_system(database) for _ in range(2)]
    await add_feed(database, Hints(database), here, a_feed(application="PAS", facility=code))
    for system in (here, elsewhere):
        with pytest.raises(SenderTaken):
            await add_feed(database, Hints(database), system, a_feed(application="PAS", facility=code))
    assert (await told_by(database, "PAS", code)).system == here
    assert await database.reads.fetchval("SELECT count(*) FROM event WHERE system_id = $1", elsewhere) == 0


async def test_a_sender_is_read_as_was_said_last(database: Database) -> None:
    system, feed = await an_empty_system(database), a_feed(application="PAS", facility=uuid4().hex)
    await add_feed(database, Hints(database), system, feed)
    assert await told_by(database, "PAS", feed.facility) == Sender(system, feed.feed_id, DEFAULT)

    for wanted in (FeedSettings(silent_after_minutes=45), FeedSettings(time_zone="Europe/Dublin")):
        await change(database, system, feed.feed_id, wanted)
        assert (await told_by(database, "PAS", feed.facility)).settings == wanted


async def test_a_feed_set_up_before_its_settings_were_kept_can_be_changed(database: Database) -> None:
    system, feed_id, facility = await an_empty_system(database), FeedId(uuid4()), uuid4().hex
    async with database.turns.acquire() as connection:
        await connection.execute(
            "INSERT INTO feed (system_id, feed_id, application, facility, name) VALUES ($1, $2, 'PAS', $3, 'Old')",
            system,
            feed_id,
            facility,
        )
    assert await told_by(database, "PAS", facility) == Sender(system, feed_id, DEFAULT)

    wanted = FeedSettings(silent_after_minutes=45)
    assert await change(database, system, feed_id, wanted) == 2
    assert await change(database, system, feed_id, wanted) == 0
    assert await told_by(database, "PAS", facility) == Sender(system, feed_id, wanted)


async def test_a_feed_that_was_never_set_up_is_not_known(database: Database) -> None:
    with pytest.raises(NotKnown):
        await change(database, await an_empty_system(database), FeedId(uuid4()), DEFAULT)


def test_settings_that_a_newer_version_stored_are_read_as_far_as_they_are_known() -> None:
    assert stored_settings('{"silent_after_minutes": 45, "read_by_moonlight": true}') == FeedSettings(
        silent_after_minutes=45
    )


async def told_by(database: Database, application: str, facility: str) -> Sender:
    async with database.reads.acquire() as connection:
        return await sender_of(connection, application, facility)


async def change(database: Database, system: SystemId, feed: FeedId, wanted: FeedSettings) -> int:
    """How many events it took."""
    said: dict[str, Any] = wanted.model_dump(mode="json")
    command = ChangeFeed(feed_id=feed, name="Changed", settings=said, by=BY, at=MONDAY)
    past = await database.reads.fetchval(
        "SELECT count(*) FROM event WHERE system_id = $1 AND stream = $2", system, command.stream
    )
    return (await handle(database, Hints(database), system, command, past)).recorded
