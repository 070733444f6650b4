"""The one background process: it receives the hospitals' messages and keeps time while it holds the lease."""

import asyncio
import signal
from contextlib import suppress

import structlog

from app.collector import spare_the_collector
from app.database import Database, open_database
from app.events.hints import Hints
from app.events.midnight import keep_midnight
from app.events.timekeeper import keep_time
from app.intake.adt.feed import Feed
from app.intake.adt.listener import MllpListener
from app.intake.adt.waiting_room import keep_looking
from app.intake.silence import keep_listening
from app.processes.tenure import Tenure
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
    spare_the_collector()
    tenure = Tenure(database, LEASE, holder, STOP_SECONDS)
    with suppress(asyncio.CancelledError):
        try:
            await _work(settings, database, tenure)
        finally:
            await tenure.end()
            await database.close()


async def _work(settings: Settings, database: Database, tenure: Tenure) -> None:
    hints = Hints(database)
    feed = Feed(database, hints)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(hints.send())
        while True:
            stop_at = await tenure.begin()
            log.info("lease taken", lease=LEASE)
            listener = MllpListener(settings.mllp_host, settings.mllp_port, feed.receive, stop_timeout=STOP_SECONDS)
            async with listener:
                loops = (keep_looking, keep_time, keep_midnight, keep_listening)
                working = [tasks.create_task(each(database, hints)) for each in loops]
                await tenure.keep(stop_at)
                for each in working:
                    each.cancel()
            log.warning("lease lost", lease=LEASE)
