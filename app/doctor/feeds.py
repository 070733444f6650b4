"""The feeds: when each was last heard, and which is silent for longer than its own settings allow (DOMAIN rule 16)."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import TYPE_CHECKING

from app.doctor.finding import Finding
from app.doctor.lasting import in_words
from app.intake.health import Feed, feeds_of

if TYPE_CHECKING:
    from asyncpg import Connection, Record


async def of_feeds(connection: "Connection[Record]", now: datetime) -> AsyncIterator[Finding]:
    """Of every system worked in, of those feeds that were heard or are waited for."""
    found = False
    for system in await connection.fetch("SELECT id, name FROM system WHERE archived_at IS NULL ORDER BY name"):
        for feed in await feeds_of(connection, system["id"], now):
            if feed.health.heard_at or feed.health.silent:
                found = True
                yield _of_feed(feed, system["name"], now)
    if not found:
        yield Finding.well("Feeds", "No message was ever received, and none is waited for.")


def _of_feed(feed: Feed, system: str, now: datetime) -> Finding:
    heard_at, what = feed.health.heard_at, f"Feed {feed.application}"
    words = f"{system} heard it {in_words(now - heard_at)} ago." if heard_at else f"{system} never heard it."
    if feed.health.silent:
        return Finding.look(what, words, "Ask the hospital's integration team whether it sends, and to this port.")
    return Finding.well(what, words)
