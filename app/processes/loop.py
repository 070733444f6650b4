"""The loop that a child process runs on, and a collector that does not look again and again at what stays."""

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any

import uvloop

from app import tracing


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run until it is done."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(work)
    finally:
        tracing.end()


def spare_the_collector() -> None:
    """What was loaded so far stays, so it need not be looked through; requests and messages leave few circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
