"""Which system a sender's messages belong to. It comes from configuration, never from the message's content."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import asyncpg

from app.domain.values import SystemId

ANY = "*"


@dataclass(frozen=True, slots=True)
class Sender:
    """One feed of one system."""

    system: SystemId
    feed_id: UUID


class UnknownSender(Exception):
    """No feed is set up for this sender, nor one for any sender."""


async def sender_of(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", application: str, facility: str
) -> Sender:
    """The feed of this sender, else of its application, else of its facility, else of any. Raises UnknownSender."""
    row = await connection.fetchrow(_FIND, application, facility)
    if row is None:
        raise UnknownSender
    return Sender(SystemId(row["system_id"]), row["feed_id"])


async def add_feed(
    connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record] | asyncpg.Connection[asyncpg.Record]",
    system: SystemId,
    *,
    name: str,
    application: str = ANY,
    facility: str = ANY,
) -> None:
    """Say that a sender's messages belong to this system; `*` stands for any. Said twice is said once."""
    await connection.execute(_ADD, system, uuid4(), application, facility, name)


_FIND = f"""
    SELECT system_id, feed_id FROM feed WHERE application IN ($1, '{ANY}') AND facility IN ($2, '{ANY}')
    ORDER BY application = '{ANY}', facility = '{ANY}' LIMIT 1"""

_ADD = """
    INSERT INTO feed (system_id, feed_id, application, facility, name) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (application, facility) DO NOTHING"""
