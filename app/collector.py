"""A collector of circles that does not look again and again at what stays."""

import gc


def spare_the_collector() -> None:
    """What was loaded so far stays, so it need not be looked through; what is made since leaves few circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
