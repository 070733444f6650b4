"""A feed that fell silent is escalated once, on the system's own ladder, until it is heard again."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.escalation import AcknowledgeEscalation
from app.domain.values import Role
from app.intake.senders import add_feed
from app.intake.silence import listen
from tests.facts import Installation, a_feed
from tests.intake.messages import kept_message

NOW = datetime.now(UTC)


async def test_silence_is_escalated_once_and_over_when_the_feed_is_heard(place: Installation) -> None:
    feed = a_feed(application="LAB", facility=str(place.system))
    await add_feed(place.database, place.hints, place.system, feed)
    await kept_message(place.database, place.system, feed.feed_id, NOW - timedelta(minutes=14))
    await listen(place.database, place.hints, NOW, place.system)
    assert await standing(place, feed.feed_id) == []
    for minutes in (2, 3):
        await listen(place.database, place.hints, NOW + timedelta(minutes=minutes), place.system)
    [row] = await standing(place, feed.feed_id)
    assert (row["trigger"], row["scope"], row["level"], row["feed_id"]) == ("feed_silent", "system", "L2", feed.feed_id)
    assert row["cause_at"] == NOW - timedelta(minutes=14)
    said: dict[str, Any] = {"subject": feed.feed_id, "escalation_id": row["id"], "acknowledgement_id": row["id"]}
    await place.do(AcknowledgeEscalation(**said, by=place.by(Role.MANAGER), at=NOW))
    await listen(place.database, place.hints, NOW + timedelta(minutes=60), place.system)
    [row] = await standing(place, feed.feed_id)
    assert row["acknowledged_at"] is not None

    await kept_message(place.database, place.system, feed.feed_id, NOW + timedelta(minutes=61))
    await listen(place.database, place.hints, NOW + timedelta(minutes=62), place.system)
    assert await standing(place, feed.feed_id) == []


async def test_unanswered_silence_climbs_on_the_systems_ladder(place: Installation) -> None:
    feed = a_feed(application="LAB", facility=str(place.system))
    await add_feed(place.database, place.hints, place.system, feed)
    await kept_message(place.database, place.system, feed.feed_id, NOW - timedelta(minutes=20))
    for minutes in (0, 16):
        await listen(place.database, place.hints, NOW + timedelta(minutes=minutes), place.system)
    [row] = await standing(place, feed.feed_id)
    assert (row["level"], row["owner_id"]) == ("L3", None)


async def standing(place: Installation, feed: object) -> list[dict[str, Any]]:
    rows = await place.database.reads.fetch(
        "SELECT * FROM escalation_1 WHERE system_id = $1 AND subject = $2 AND NOT gone", place.system, feed
    )
    return [dict(row) for row in rows]
