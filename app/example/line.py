"""The example hospital's line to Homeward: one connection, over which a message is told and its answer heard."""

import asyncio
from collections.abc import AsyncIterator

import structlog

from app.intake.adt.sender import send

log = structlog.get_logger()


class Line:
    """Tells messages in order; waits for as long as Homeward does not answer."""

    def __init__(self, host: str, port: int) -> None:
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()
        self._answers = send(self._messages(), host, port, give_up_after=None)

    async def tell(self, message: bytes) -> None:
        """Send one message and wait until it is answered."""
        self._waiting.put_nowait(message)
        answer = await anext(self._answers)
        if answer.code != "AA":
            log.warning("example message refused", code=answer.code, words=answer.words)

    async def _messages(self) -> AsyncIterator[bytes]:
        while True:
            yield await self._waiting.get()
