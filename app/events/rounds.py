"""What a process does again and again. A fault in one round is told with its id, and the next round runs all the same.

An absent database is told once, until a round goes well again: a line each second would hide what else is said.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import structlog

from app import correlation
from app.events.unavailable import is_unavailable

log = structlog.get_logger()


async def go_rounds(work: str, seconds: float, *looks: Callable[[], Awaitable[object]]) -> None:
    """Look each way in turn, wait so many seconds, and again, for as long as this process works."""
    faults = Faults(work)
    while True:
        for look in looks:
            with correlation.begun(), faults.told():
                await look()
        await asyncio.sleep(seconds)


class Faults:
    """What goes wrong in rounds of `work`, told as `{work}_failed` or `{work}_waits_for_database`."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._waits = False

    @contextmanager
    def told(self) -> Iterator[None]:
        """Whatever goes wrong in this block ends it and no more: what was to be done is due still at the next round."""
        try:
            yield
        except Exception as error:
            self._tell(error)
        else:
            self._waits = False

    def _tell(self, error: Exception) -> None:
        if not is_unavailable(error):
            log.error(f"{self._work}_failed", exc_info=error)
        elif not self._waits:
            self._waits = True
            log.info(f"{self._work}_waits_for_database", reason=type(error).__name__)
