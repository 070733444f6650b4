"""The looks at processes find what they look for."""

import asyncio
import os
from pathlib import Path

import pytest

from tests.soak.judging import left_over
from tests.soak.memory import MOST_GROWTH_MIB, WARM, Memory, resident_mib

sees_processes = pytest.mark.skipif(not Path("/proc/self").exists(), reason="There is no /proc on this machine.")


@sees_processes
async def test_a_process_that_is_left_is_found(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec("sleep", "60", env={"OF": str(tmp_path / "data")})
    try:
        assert left_over(tmp_path) == [f"process {process.pid} is left"]
    finally:
        process.kill()
        await process.wait()
    assert left_over(tmp_path) == []


def test_a_process_that_only_grows_is_told_and_one_that_warms_up_is_not() -> None:
    warms, grows = [70.0, 140.0, 141.0, 142.0], [70.0, 140.0, 200.0, 141 + MOST_GROWTH_MIB]
    memory = Memory({"web-1": _slowly(warms), "web-2": _slowly(grows), "new": grows})
    assert memory.grown() == [f"web-2 grew from 140 to {141 + MOST_GROWTH_MIB:.0f} MiB"]
    assert memory.told()[1] == "web-1 70 → 141 → 142 MiB"


def _slowly(samples: list[float]) -> list[float]:
    return [each for each in samples for _ in range(WARM // len(samples))]


@sees_processes
def test_memory_is_seen() -> None:
    assert 10 < resident_mib(os.getpid()) < 10_000
