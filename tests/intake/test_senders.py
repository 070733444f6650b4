"""A sender is told by MSH-3 and MSH-4; the feed that names more of it wins, `*` stands for any."""

import pytest

from app.database import Database
from app.intake.senders import ANY, UnknownSender, add_feed, sender_of
from tests.facts import an_empty_system

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
    async with database.turns.acquire() as connection:
        for name, (one, other) in FEEDS.items():
            await add_feed(connection, system, name=name, application=one, facility=other)
            await add_feed(connection, system, name="again", application=one, facility=other)
        try:
            sender = await sender_of(connection, application, facility)
            name = await connection.fetchval("SELECT name FROM feed WHERE feed_id = $1", sender.feed_id)
            assert (sender.system, name) == (system, found)
        except UnknownSender:
            assert found is None
        await connection.execute("DELETE FROM feed WHERE system_id = $1", system)
