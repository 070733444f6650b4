"""The one background process: it receives the hospitals' messages for as long as it holds the lease."""

import asyncio
import signal
from contextlib import suppress

import structlog

from app.database import Database, open_database
from app.events import lease
from app.events.hints import Hints
from app.events.unavailable import is_unavailable
from app.intake.adt.feed import Feed
from app.intake.adt.listener import MllpListener
from app.settings import Settings

LEASE = "background"
STOP_SECONDS = 3.0
log = structlog.get_logger()


async def run_background(settings: Settings, holder: str) -> None:
    """Work until told to stop. `holder` outlives a killed child, so that its successor need not wait for the lease."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    database = await open_database(settings.database_url or "", pooler=settings.database_pooler == "transaction")
    with suppress(asyncio.CancelledError):
        try:
            await _work(settings, database, holder)
        finally:
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(1), database.engine.begin() as connection:
                    await lease.release(connection, LEASE, holder)
            await database.close()


async def _work(settings: Settings, database: Database, holder: str) -> None:
    hints = Hints(database)
    feed = Feed(database, hints)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(hints.send())
        while True:
            await _take(database, holder)
            log.info("lease taken", lease=LEASE)
            listener = MllpListener(settings.mllp_host, settings.mllp_port, feed.receive, stop_timeout=STOP_SECONDS)
            async with listener:
                await _keep(database, holder)
            log.warning("lease lost", lease=LEASE)


async def _take(database: Database, holder: str) -> None:
    while not await _hold(database, holder):
        await asyncio.sleep(lease.RENEW_SECONDS / 2)


async def _keep(database: Database, holder: str) -> None:
    """Until another has the lease, or it has run out because the database is away."""
    loop = asyncio.get_running_loop()
    safe_until = loop.time() + lease.LIFE.total_seconds() - lease.RENEW_SECONDS
    while loop.time() < safe_until:
        await asyncio.sleep(lease.RENEW_SECONDS)
        asked = loop.time()
        held = await _hold(database, holder)
        if held is False:
            return
        if held:
            safe_until = asked + lease.LIFE.total_seconds()


async def _hold(database: Database, holder: str) -> bool | None:
    """Whether we have the lease; None when the database cannot say."""
    try:
        async with asyncio.timeout(lease.RENEW_SECONDS), database.engine.begin() as connection:
            return await lease.hold(connection, LEASE, holder)
    except Exception as error:
        if not is_unavailable(error):
            raise
        log.info("lease waits for database", reason=type(error).__name__)
        return None
