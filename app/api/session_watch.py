"""Whether the session of an open screen still stands: asked again while it follows, since nobody else asks it."""

import asyncio
from dataclasses import replace
from enum import Enum, auto

from app.access import sessions
from app.access.me import Me
from app.database import Database
from app.events.unavailable import is_unavailable


class Standing(Enum):
    """What became of a session."""

    SAME = auto()
    ENDED = auto()
    CHANGED = auto()
    """Another role, ward or hub than when the screen was opened: it may see other rows now."""


class SessionWatch:
    """Looks at one session, at most once in so many seconds. `me` is whose it was when the screen was opened."""

    def __init__(self, database: Database, me: Me, every_seconds: float) -> None:
        self._database, self.me, self._every = database, me, every_seconds
        self._looked_at = asyncio.get_running_loop().time()

    async def look(self) -> Standing:
        """How the session stands; SAME where it was looked at just now, or cannot be: then no rows come either."""
        now = asyncio.get_running_loop().time()
        if now - self._looked_at < self._every:
            return Standing.SAME
        try:
            holder = await sessions.still(self._database, self.me.session)
        except Exception as error:
            if is_unavailable(error):
                return Standing.SAME
            raise
        self._looked_at = now
        if holder is None:
            return Standing.ENDED
        return Standing.SAME if replace(holder, name=self.me.name) == self.me else Standing.CHANGED
