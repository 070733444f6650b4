"""How long what was done at one place took to be seen at another."""

import os
import statistics
import time

A_SECOND = 1.0


class Delays:
    """In seconds, each from the act to the sight of it. One may be late on a busy machine; usually they are not."""

    def __init__(self) -> None:
        self._began = 0.0
        self._seconds: list[float] = []

    def act(self) -> None:
        """Something is done now."""
        self._began = time.monotonic()

    def seen(self) -> None:
        """What was done last is seen now."""
        self._seconds.append(time.monotonic() - self._began)

    def assert_usually_within_a_second(self) -> None:
        """The median is what a person notices; where many share a processor, a second's work takes so much longer."""
        assert statistics.median(self._seconds) <= A_SECOND * _sharing(), self._seconds


def _sharing() -> float:
    """How many want each processor just now; 1 while there is one for everybody."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
