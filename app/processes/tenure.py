"""Holding a lease: asked for until it is had, kept while the database says so, and let go before it can run out."""

import asyncio
from contextlib import suppress

import structlog

from app.database import Database
from app.events import lease
from app.events.unavailable import is_unavailable
from app.processes.reach import is_unmigrated

ASK_AGAIN_SECONDS = lease.RENEW_SECONDS / 2

log = structlog.get_logger()


class Tenure:
    """One holder of one piece of work. `stop_seconds` is how long it takes to put the work down."""

    def __init__(self, database: Database, work: str, holder: str, stop_seconds: float) -> None:
        self._database = database
        self._work = work
        self._holder = holder
        self._safe_seconds = lease.LIFE.total_seconds() - stop_seconds

    async def begin(self) -> float:
        """Wait until we have the lease; the loop's time at which to stop, unless `keep` makes it later."""
        while True:
            asked = asyncio.get_running_loop().time()
            if await self._hold():
                return asked + self._safe_seconds
            await asyncio.sleep(ASK_AGAIN_SECONDS)

    async def keep(self, stop_at: float) -> None:
        """Until another has the lease, or we must stop because the database does not renew it."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(stop_at) as limit:
                while True:
                    await asyncio.sleep(ASK_AGAIN_SECONDS)
                    asked = asyncio.get_running_loop().time()
                    held = await self._hold()
                    if held is False:
                        return
                    if held:
                        limit.reschedule(asked + self._safe_seconds)

    async def end(self) -> None:
        """Give the lease back, if the database is there to take it; without it, the lease runs out."""
        try:
            async with asyncio.timeout(1), self._database.engine.begin() as connection:
                await lease.release(connection, self._work, self._holder)
        except Exception as error:
            if not (is_unavailable(error) or is_unmigrated(error)):
                raise

    async def _hold(self) -> bool | None:
        """Whether we have the lease; None when the database cannot say."""
        try:
            async with asyncio.timeout(lease.RENEW_SECONDS), self._database.engine.begin() as connection:
                return await lease.hold(connection, self._work, self._holder)
        except Exception as error:
            if is_unmigrated(error):
                log.warning("waiting for a migrated database", lease=self._work)
            elif is_unavailable(error):
                log.info("lease waits for database", reason=type(error).__name__)
            else:
                raise
            return None
