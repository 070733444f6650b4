"""A child is started again whatever was in the way, a machine that has no process to give included."""

import asyncio
import os

import pytest

from app.processes.child import Child


async def test_a_child_that_could_not_be_started_is_started_later(capsys: pytest.CaptureFixture[str]) -> None:
    environment, started = dict(os.environ) | {"TOO_MUCH": "x" * 10_000_000}, asyncio.Event()
    child = Child("any", ["--help"], environment, changed=started.set)
    child.start()
    try:
        async with asyncio.timeout(60):
            while "not started: Argument list too long" not in (said := "".join(capsys.readouterr())):
                await asyncio.sleep(0.01)
            assert "child died" in said
            assert not started.is_set()
            del environment["TOO_MUCH"]
            await started.wait()
    finally:
        await child.stop(5)
