"""Answers that many screens ask for at once: worked out once, and good for a moment."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any

SECONDS = 0.25


class Recent:
    """By key, the answer that is being worked out or was just now; one that failed is asked for anew."""

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[float, asyncio.Future[Any]]] = {}

    async def get(self, key: Hashable, work_out: Callable[[], Awaitable[Any]]) -> Any:
        """The answer of this key, at most so old."""
        now = asyncio.get_running_loop().time()
        held = self._held.get(key)
        if held is None or now - held[0] > SECONDS:
            self._held = {each: (at, answer) for each, (at, answer) in self._held.items() if now - at <= SECONDS}
            held = self._held[key] = (now, asyncio.ensure_future(work_out()))
        try:
            return await asyncio.shield(held[1])
        except Exception:
            if self._held.get(key) is held:
                del self._held[key]
            raise
