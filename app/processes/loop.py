"""The loop that a child process runs on."""

import asyncio
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
