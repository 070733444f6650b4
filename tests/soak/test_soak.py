"""PROMISES 3, 6 and 7 under fire: one of each way to fail; `make soak` does the same for half an hour."""

from pathlib import Path

import pytest

from tests.soak.running import Plan, run
from tests.soak.schedule import EVERY_KIND, What, faults, short_faults


@pytest.mark.soak
async def test_one_of_each_way_to_fail_loses_nothing(tmp_path: Path) -> None:
    plan = Plan(seed=1, seconds=60, faults=short_faults(), systems=1, writers=2, screens=2, quiet_seconds=0.1)
    done = await run(plan, tmp_path, lambda _line: None)
    assert done.recorder.wrong == []
    assert done.inflicted.total() == len([*short_faults()])
    assert done.recorder.not_now  # it was felt


def test_each_way_to_fail_that_heals_at_once_is_among_the_short_ones() -> None:
    assert {fault.what for fault in short_faults()} == {*What} - {What.LOST}


def test_a_seed_repeats_its_faults_and_each_comes_before_any_comes_again() -> None:
    first, again, other = faults(5), faults(5), faults(6)
    told = [next(first) for _ in EVERY_KIND]
    assert [next(again) for _ in EVERY_KIND] == told != [next(other) for _ in EVERY_KIND]
    assert {(fault.what, fault.whom) for fault in told} == {*EVERY_KIND}
