"""When each feed was last heard, for the screens that live from it: asked once for all of them, and seldom."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from app.database import Database
from app.domain.values import SystemId
from app.events.unavailable import is_unavailable
from app.intake.senders import FEEDS, stored_settings

ASK_SECONDS = 3.0


class HeardFeed(BaseModel, frozen=True):
    """A feed that was heard at least once; `site_id` is the only site that it tells of, None for any."""

    name: str
    site_id: UUID | None
    heard_at: datetime
    silent_after_minutes: int


@dataclass(slots=True)
class _Known:
    feeds: tuple[HeardFeed, ...] = ()
    asked_at: float = float("-inf")
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Heard:
    """The feeds of each system as one process knows them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[SystemId, _Known] = {}

    async def feeds(self, system: SystemId) -> tuple[HeardFeed, ...]:
        """The feeds that were ever heard, as known a few seconds ago; older while the database is away."""
        known = self._known.setdefault(system, _Known())
        if not _is_fresh(known):
            async with known.asking:
                if not _is_fresh(known):  # nobody asked while this one waited
                    await self._ask(system, known)
        return known.feeds

    async def _ask(self, system: SystemId, known: _Known) -> None:
        try:
            async with self._database.reads.acquire() as connection:
                rows = await connection.fetch(_HEARD, system)
        except Exception as error:
            if not is_unavailable(error):
                raise
        else:
            known.feeds = tuple(_heard(*row) for row in rows)
        known.asked_at = _clock()


def _heard(name: str, settings_text: str | None, heard_at: datetime) -> HeardFeed:
    settings = stored_settings(settings_text)
    return HeardFeed(
        name=name,
        site_id=settings.site_id,
        heard_at=heard_at,
        silent_after_minutes=settings.silent_after_minutes,
    )


def _is_fresh(known: _Known) -> bool:
    return _clock() - known.asked_at < ASK_SECONDS


def _clock() -> float:
    return asyncio.get_running_loop().time()


_HEARD = f"""
    SELECT coalesce(said.name, feed.name) AS name, said.settings, heard.heard_at
    FROM {FEEDS}
    CROSS JOIN LATERAL (
        SELECT max(received_at) AS heard_at FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id) heard
    WHERE feed.system_id = $1 AND heard.heard_at IS NOT NULL ORDER BY name, feed.feed_id"""
