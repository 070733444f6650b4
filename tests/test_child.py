"""A child is started again whatever was in the way, and ends with its parent, also while it is still loading."""

import asyncio
import os
import signal
import subprocess
import sys

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


def test_a_child_whose_parent_is_gone_ends_before_it_has_loaded_what_it_works_with() -> None:
    words = [sys.executable, "-X", "importtime", "-m", "app.processes", "web", "--fd", "0"]
    ended = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == -signal.SIGTERM
    assert "app.main" not in ended.stderr
