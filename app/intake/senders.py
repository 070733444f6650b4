"""Which system a sender's messages belong to, and how they are read: from configuration, never from their content."""

import asyncio
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

import asyncpg

from app.database import Database
from app.domain.feed import AddFeed
from app.domain.values import FeedId, SystemId
from app.events.handler import Receipt, decide_in, taken
from app.events.hints import Hints
from app.intake.settings import DEFAULT, FeedSettings

ANY = "*"
FEEDS = "feed LEFT JOIN feed_1 said ON said.system_id = feed.system_id AND said.scope = '*' AND said.id = feed.feed_id"
"""SQL: every feed as `feed`, with its name and settings as they were said last as `said`, if they ever were."""

KNOWN_SECONDS = 1.0
MOST_KNOWN = 1_000


@dataclass(frozen=True, slots=True)
class Sender:
    """One feed of one system, and the position of the settings by which it is read; None where none were ever said."""

    system: SystemId
    feed_id: FeedId
    settings: FeedSettings = DEFAULT
    as_of: int | None = field(default=None, compare=False)


class UnknownSender(Exception):
    """No feed is set up for this sender, nor one for any sender."""


class Senders:
    """The senders heard of late: asked for once a second at most, since a line names the same one again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[str, str], tuple[float, Sender]] = {}

    async def of(self, application: str, facility: str) -> Sender:
        """As `sender_of`, as it stood a second ago at most. Raises UnknownSender."""
        named = (application, facility)
        now = asyncio.get_running_loop().time()
        known = self._known.get(named)
        if known and now - known[0] <= KNOWN_SECONDS:
            return known[1]
        async with self._database.reads.acquire() as connection:
            sender = await sender_of(connection, application, facility)
        if len(self._known) > MOST_KNOWN:
            self.forget()
        self._known[named] = (now, sender)
        return sender

    def forget(self) -> None:
        """Ask again for every sender."""
        self._known.clear()


async def sender_of(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", application: str, facility: str
) -> Sender:
    """The feed of this sender, else of its application, else of its facility, else of any. Raises UnknownSender."""
    row = await connection.fetchrow(_FIND, application, facility)
    if row is None:
        raise UnknownSender
    return Sender(SystemId(row["system_id"]), FeedId(row["feed_id"]), stored_settings(row["settings"]), row["as_of"])


async def sender_of_feed(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId, feed_id: UUID
) -> Sender:
    """The feed of this id, with its settings as they are now."""
    row = await connection.fetchrow(_SETTINGS, system, feed_id)
    settings, as_of = (row["settings"], row["position"]) if row else (None, None)
    return Sender(system, FeedId(feed_id), stored_settings(settings), as_of)


@lru_cache(maxsize=256)
def stored_settings(text: str | None) -> FeedSettings:
    """The settings as they were said last; None where nobody ever said any."""
    # A newer version may have stored settings that this one does not know: it reads the feed as it always did.
    return FeedSettings.model_validate_json(text, extra="ignore") if text else DEFAULT


async def add_feed(database: Database, hints: Hints, system: SystemId, command: AddFeed) -> Receipt:
    """Take a sender's messages into this system; `*` stands for any. Said twice is said once.

    Raises SenderTaken where another feed has the sender, in whichever system of the installation.
    """
    async with taken(database, hints, system) as turn:
        receipt = await decide_in(turn, command)
        sender = (command.application, command.facility, command.name)
        await turn.connection.execute(_SET_UP, system, command.feed_id, *sender)
        return receipt


_FIND = f"""
    SELECT feed.system_id, feed.feed_id, said.settings, said.position AS as_of
    FROM {FEEDS}
    WHERE feed.application IN ($1, '{ANY}') AND feed.facility IN ($2, '{ANY}')
    ORDER BY feed.application = '{ANY}', feed.facility = '{ANY}' LIMIT 1"""

_SETTINGS = "SELECT settings, position FROM feed_1 WHERE system_id = $1 AND scope = '*' AND id = $2"

_SET_UP = """
    INSERT INTO feed (system_id, feed_id, application, facility, name) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (system_id, feed_id) DO NOTHING"""
