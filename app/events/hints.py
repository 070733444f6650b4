"""A hint that a system moved: at once to this process, and by NOTIFY to the others.

Sent outside the turn and coalesced, since NOTIFY inside it would cost most of the throughput. A lost hint costs at
most the second until every process looks anyway: the table is the truth.
"""

import asyncio
from collections.abc import Callable
from uuid import UUID

import asyncpg
import structlog

from app.database import Database
from app.domain.values import SystemId
from app.events.unavailable import is_unavailable

CHANNEL = "homeward"
COALESCE_SECONDS = 0.025
RECONNECT_SECONDS = 1.0
PROVE_SECONDS = 30.0  # what only listens never hears that its connection was lost

Listener = Callable[[SystemId], None]
log = structlog.get_logger()


class Hints:
    """Hints out of, and into, one process."""

    def __init__(self, database: Database, listener: Listener | None = None) -> None:
        self._database = database
        self._listener = listener
        self._moved: set[SystemId] = set()
        self._wake = asyncio.Event()

    def tell(self, system: SystemId) -> None:
        """Something was recorded in this system."""
        if self._listener:
            self._listener(system)
        self._moved.add(system)
        self._wake.set()

    async def send(self) -> None:
        """Pass hints on to other processes, until cancelled."""
        if self._database.pooler:
            return  # no LISTEN behind a transaction-mode pooler: the others look each second
        while True:
            await self._wake.wait()
            self._wake.clear()
            moved, self._moved = self._moved, set()
            await self._notify([str(system) for system in moved])
            await asyncio.sleep(COALESCE_SECONDS)  # the first hint goes at once; those of a burst go together

    async def receive(self) -> None:
        """Hear the other processes' hints, until cancelled; reconnects for as long as it takes."""
        if self._database.pooler or self._listener is None:
            return
        while True:
            try:
                await self._listen()
            except Exception as error:
                _not_passed("hints_not_heard", error)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _notify(self, systems: list[str]) -> None:
        try:
            async with self._database.turns.acquire() as connection:
                await connection.execute(f"SELECT pg_notify('{CHANNEL}', s) FROM unnest($1::text[]) s", systems)
        except Exception as error:
            _not_passed("hint_not_sent", error)

    async def _listen(self) -> None:
        closed = asyncio.Event()
        connection = await asyncpg.connect(self._database.url)
        try:
            connection.add_termination_listener(lambda _: closed.set())
            await connection.add_listener(CHANNEL, self._heard)
            while not closed.is_set():
                try:
                    async with asyncio.timeout(PROVE_SECONDS):
                        await closed.wait()
                except TimeoutError:
                    await connection.execute("SELECT 1", timeout=PROVE_SECONDS)
        finally:
            if not connection.is_closed():
                await connection.close(timeout=1)

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        if self._listener:
            self._listener(SystemId(UUID(str(payload))))


def _not_passed(what: str, error: Exception) -> None:
    """Whatever it is, the next hint may pass; and the others look each second anyway."""
    if is_unavailable(error):
        log.info(what, reason=type(error).__name__)
    else:
        log.error(what, exc_info=error)
