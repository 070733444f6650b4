"""A collector of circles that does not look again and again at what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded stays: to look for circles in it, again and again while it grew, took a sixth of loading it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def spare_the_collector() -> None:
    """What was loaded so far stays, so it need not be looked through; what is made since leaves few circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
