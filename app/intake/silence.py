"""A feed that falls silent is escalated on the system's own ladder, and no more once it is heard again.

How often a feed is heard is no event, so what came and went between two looks left no trace: it did no harm either.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import asyncpg

from app import clock
from app.bank_holidays import ENGLAND
from app.database import Database
from app.domain.escalation import About, Escalations
from app.domain.escalation.causes.feed import feed_silent
from app.domain.escalation.looking import Chapter, look
from app.domain.escalation.rules import Rules, by_trigger
from app.domain.practice import EscalationPolicy
from app.domain.values import FeedId, SystemId
from app.events.archiving import WORKED_IN
from app.events.escalation.looking import look_and_do
from app.events.handler import taken
from app.events.hints import Hints
from app.events.practice import practice_in
from app.events.rounds import go_rounds
from app.intake.senders import ANY, FEEDS

LOOK_SECONDS = 15.0


class Heard(NamedTuple):
    """From when on the silence of a feed counts, and whether anything is escalated about it."""

    system: SystemId
    feed_id: FeedId
    since: datetime
    escalated: bool


async def keep_listening(database: Database, hints: Hints) -> None:
    """Look for silent feeds for as long as this process works."""
    await asyncio.sleep(LOOK_SECONDS)  # senders that lost us with the process before come back first
    await go_rounds("silence", LOOK_SECONDS, lambda: listen(database, hints, clock.now()))


async def listen(database: Database, hints: Hints, now: datetime, only: SystemId | None = None) -> None:
    """Look at every feed, of one system or all, that has been silent for long or was at the last look."""
    async with database.reads.acquire() as connection:
        heard = [Heard(*row) for row in await connection.fetch(_HEARD, ANY, only)]
        due = [each for each in heard if each.escalated or await _is_due(connection, each, now)]
    for each in due:
        async with taken(database, hints, each.system) as turn:
            rules = await _rules(turn.connection, each.system)
            await look_and_do(turn, each.feed_id, About(feed_id=each.feed_id), _chapters(each), rules, now)


async def _is_due(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", heard: Heard, now: datetime) -> bool:
    rules = await _rules(connection, heard.system)
    about = About(feed_id=heard.feed_id)
    return bool(look(heard.feed_id, about, Escalations(), _chapters(heard), rules, now).commands)


async def _rules(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", system: SystemId) -> Rules:
    policy = await practice_in(connection, system, EscalationPolicy)
    return Rules(lines=by_trigger(policy.lines), days_off=ENGLAND)


def _chapters(heard: Heard) -> Sequence[Chapter]:
    return [Chapter(begins=heard.since, causes=[feed_silent(heard.since)])]


# A feed for whatever else may come is expected only once it was heard.
_HEARD = f"""
    SELECT feed.system_id, feed.feed_id, since.at, EXISTS (
        SELECT 1 FROM escalation_1 open
        WHERE open.system_id = feed.system_id AND open.subject = feed.feed_id AND NOT open.gone)
    FROM {FEEDS} JOIN system ON system.id = feed.system_id
    CROSS JOIN LATERAL (
        SELECT max(received_at) AS at FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id) heard
    CROSS JOIN LATERAL (
        SELECT coalesce(heard.at, CASE WHEN feed.application = $1 AND feed.facility = $1 THEN NULL
            ELSE said.added_at END) AS at) since
    WHERE {WORKED_IN} AND since.at IS NOT NULL AND ($2::uuid IS NULL OR feed.system_id = $2)"""
