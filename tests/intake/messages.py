"""Messages as the feed keeps them, received whenever a test says."""

from datetime import datetime
from uuid import uuid4

from app.database import Database
from app.domain.values import FeedId, SystemId

_KEEP = """
    INSERT INTO feed_message (system_id, feed_id, received_at, state, control_id,
        application, facility, body_hash, trigger, raw, answer)
    VALUES ($1, $2, $3, $4, $5, 'PAS', 'TESTS', ''::bytea, 'A08', ''::bytea, 'AA')"""


async def kept_message(
    database: Database, system: SystemId, feed: FeedId, received_at: datetime, state: str = "applied"
) -> None:
    """One more message of this feed."""
    async with database.turns.acquire() as connection:
        await connection.execute(_KEEP, system, feed, received_at, state, uuid4().hex)
