"""How the feeds of a system are: when each was last heard, how much it sends, what is refused and what waits."""

from datetime import datetime, timedelta
from typing import Annotated, TypeAlias
from uuid import UUID

import asyncpg
from pydantic import BaseModel, Field

from app.domain.values import SystemId
from app.intake.senders import ANY, FEEDS, stored_settings
from app.intake.settings import FeedSettings

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record] | asyncpg.pool.PoolConnectionProxy[asyncpg.Record]"


class FeedHealth(BaseModel, frozen=True):
    """`heard_at` is when the last message came that was not a repeat. Shares are of 0 to 1; the last day is 24 hours.

    `silent` and `waits_too_long` are alarms, by the feed's own settings.
    """

    heard_at: datetime | None
    in_last_hour: int
    per_minute: Annotated[float, Field(description="over the last hour")]
    in_last_day: int
    refused_in_last_day: int
    share_refused: float
    waiting: int
    waiting_since: datetime | None
    silent: bool
    waits_too_long: bool


class Feed(BaseModel, frozen=True):
    """A feed as it was set up, with how it is read; `settings_version` grows when that changes, 0 until it is said."""

    feed_id: UUID
    name: str
    application: str
    facility: str
    settings: FeedSettings
    settings_version: int
    health: FeedHealth


async def feeds_of(connection: Connection, system: SystemId, now: datetime) -> list[Feed]:
    """Every feed of the system by name, as it stands at `now`."""
    rows = await connection.fetch(_HEALTH, system, now - timedelta(hours=1), now - timedelta(days=1))
    return [_feed(row, now) for row in rows]


def _feed(row: asyncpg.Record, now: datetime) -> Feed:
    settings = stored_settings(row["settings"])
    return Feed(
        feed_id=row["feed_id"],
        name=row["name"],
        application=row["application"],
        facility=row["facility"],
        settings=settings,
        settings_version=row["settings_version"],
        health=_health(row, settings, now),
    )


def _health(row: asyncpg.Record, settings: FeedSettings, now: datetime) -> FeedHealth:
    in_last_day, waiting_since = row["in_last_day"], row["waiting_since"]
    return FeedHealth(
        heard_at=row["heard_at"],
        in_last_hour=row["in_last_hour"],
        per_minute=round(row["in_last_hour"] / 60, 2),
        in_last_day=in_last_day,
        refused_in_last_day=row["refused_in_last_day"],
        share_refused=round(row["refused_in_last_day"] / in_last_day, 4) if in_last_day else 0.0,
        waiting=row["waiting"],
        waiting_since=waiting_since,
        silent=_is_longer_ago(_expected_since(row), settings.silent_after_minutes, now),
        waits_too_long=_is_longer_ago(waiting_since, settings.waiting_after_minutes, now),
    )


def _expected_since(row: asyncpg.Record) -> datetime | None:
    """From when on its silence counts; a feed for whatever else may come is expected only once it was heard."""
    takes_anything = row["application"] == row["facility"] == ANY
    since: datetime | None = row["heard_at"] or (None if takes_anything else row["added_at"])
    return since


def _is_longer_ago(since: datetime | None, minutes: int, now: datetime) -> bool:
    return since is not None and now - since > timedelta(minutes=minutes)


# Each part is led by an index and bounded by a time or by what still waits, however much was ever received.
_HEALTH = f"""
    SELECT feed.feed_id, feed.application, feed.facility, coalesce(said.name, feed.name) AS name, said.settings,
        coalesce(said.settings_version, 0) AS settings_version, said.added_at,
        heard.heard_at, lately.in_last_hour, lately.in_last_day, refused.refused_in_last_day,
        coalesce(waits.waiting, 0) AS waiting, waits.waiting_since
    FROM {FEEDS}
    CROSS JOIN LATERAL (
        SELECT max(received_at) AS heard_at FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id) heard
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE received_at > $2) AS in_last_hour, count(*) AS in_last_day FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id AND received_at > $3) lately
    CROSS JOIN LATERAL (
        SELECT count(*) AS refused_in_last_day FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id AND received_at > $3 AND state = 'refused') refused
    LEFT JOIN (
        SELECT feed_id, count(*) AS waiting, min(received_at) AS waiting_since FROM feed_message
        WHERE system_id = $1 AND state = 'waiting' GROUP BY feed_id) waits ON waits.feed_id = feed.feed_id
    WHERE feed.system_id = $1 ORDER BY name, feed.feed_id"""
