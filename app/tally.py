"""What is counted too often to write each time where all processes see it: kept in memory, and settled soon."""

import asyncio
from collections import Counter
from time import monotonic

from app.measuring import COMMANDS, TURN_QUEUE

SETTLE_SECONDS = 0.5


class Tally:
    """The commands that one process decided, and its writers that wait for a turn."""

    def __init__(self) -> None:
        self._decided = Counter[tuple[str, str]]()
        self._waiting = 0
        self._settles_by = 0.0

    def decided(self, command: str, outcome: str) -> None:
        """One command, and what came of it."""
        self._decided[command, outcome] += 1
        self._settle_soon()

    def waits(self, writers: int) -> None:
        """So many more writers wait for a turn, or fewer."""
        self._waiting += writers
        self._settle_soon()

    def settle(self) -> None:
        """Write what was kept."""
        for (command, outcome), times in self._decided.items():
            COMMANDS.labels(command, outcome).inc(times)
        self._decided.clear()
        TURN_QUEUE.set(self._waiting)

    def _settle_soon(self) -> None:
        now = monotonic()
        if now > self._settles_by:
            self._settles_by = now + SETTLE_SECONDS
            asyncio.get_running_loop().call_later(SETTLE_SECONDS, self.settle)


TALLY = Tally()
"""This process's."""
