"""How long to wait before trying again: each time twice as long, up to a longest."""

from collections.abc import Iterator


def pauses(first: float, longest: float) -> Iterator[float]:
    """Seconds, without end."""
    pause = first
    while True:
        yield min(pause, longest)
        pause = min(pause * 2, longest)
