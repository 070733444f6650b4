"""Writers of one system wait here, in the process, before they take a connection: a busy system takes one, not all."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from app.domain.values import SystemId
from app.events.unavailable import Busy
from app.tally import TALLY

LONGEST_QUEUE = 256
LONGEST_WAIT_SECONDS = 5.0


@dataclass(slots=True)
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


_queues: dict[SystemId, _Queue] = defaultdict(_Queue)


@asynccontextmanager
async def queued(system: SystemId) -> AsyncIterator[None]:
    """Wait for this process's turn in a system. Raises Busy when the queue is too long or too slow."""
    queue = _queues[system]
    if queue.waiting >= LONGEST_QUEUE:
        raise Busy
    queue.waiting += 1
    TALLY.waits(1)
    try:
        await _acquire(queue.lock)
    finally:
        queue.waiting -= 1
        TALLY.waits(-1)
    try:
        yield
    finally:
        queue.lock.release()


async def _acquire(lock: asyncio.Lock) -> None:
    try:
        async with asyncio.timeout(LONGEST_WAIT_SECONDS):
            await lock.acquire()
    except TimeoutError as error:
        raise Busy from error
