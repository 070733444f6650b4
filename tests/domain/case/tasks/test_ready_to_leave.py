"""*Ready to leave*: a start is agreed, or it is a ward discharge, and every stop before leaving is done."""

from typing import Any

import pytest

from app.domain.case.tasks.standing import open_stops, stage_of
from app.domain.practice.tasks import Step, TaskKind
from tests.domain.case.events import accepted, submitted
from tests.domain.case.tasks.work import LETTER, asked, case_of, dismissed, finished, key, knowing, line, worked
from tests.domain.given import uid

WRITTEN = line("C06", precedes="C07", kind=TaskKind.STOP)
ON_WARD = line("C07")


@pytest.mark.parametrize("over", [finished(), dismissed()], ids=["done", "not needed"])
def test_a_stop_that_is_done_or_not_needed_stops_nobody(over: object) -> None:
    past = worked(submitted(), accepted, facts=knowing(LETTER))
    assert open_stops(case_of(*past)) == [key()]
    assert open_stops(case_of(*past, over)) == []


@pytest.mark.parametrize(
    "other", [{"kind": TaskKind.SHOULD}, {"precedes": "confirm"}, {"kind": TaskKind.AFTER, "precedes": "exit"}]
)
def test_only_stops_before_leaving_count(other: dict[str, Any]) -> None:
    past = worked(submitted(), accepted, facts=knowing(line(**other)))
    assert open_stops(case_of(*past)) == []


def test_what_precedes_a_task_that_precedes_leaving_precedes_it_too() -> None:
    past = worked(submitted(), accepted, facts=knowing(WRITTEN, ON_WARD))
    assert open_stops(case_of(*past)) == [key("C06"), key("C07")]


def test_a_stop_raised_by_hand_stops_too() -> None:
    assert open_stops(case_of(submitted(), accepted, asked(TaskKind.STOP, Step.LEAVE))) == [uid(95)]


@pytest.mark.parametrize(
    ("stage", "booked", "p0", "stops", "column"),
    [
        ("start_agreed", True, False, 0, "ready_to_leave"),
        ("start_agreed", True, False, 1, "start_agreed"),
        ("planning", False, True, 0, "ready_to_leave"),
        ("planning", False, True, 2, "planning"),
        ("planning", False, False, 0, "planning"),
        ("finding_a_service", False, False, 0, "finding_a_service"),
        ("left_hospital", True, False, 0, "left_hospital"),
    ],
)
def test_the_column_follows_from_booking_and_stops(stage: str, booked: bool, p0: bool, stops: int, column: str) -> None:
    assert stage_of(stage, booked=booked, p0=p0, stops=stops) == column
