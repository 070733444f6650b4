"""The board of the example holds about as many cases as it should, whatever happens to them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.example.flow import LIVE_CASES, Step, crowded, due, step_of, unsettled

NOON_AND_A_HALF = "2026-11-20T12:30:00+00:00"
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def a_case(position: int, **differing: Any) -> dict[str, Any]:
    """A row as the board gets it: just referred."""
    fresh = {"stage": "referred", "returned": False, "pathway_given": None, "leave_at": None}
    return {"id": str(position), "position": position} | fresh | differing


def test_every_stage_of_the_board_has_its_step() -> None:
    planning, agreed = {"stage": "planning"}, {"stage": "start_agreed", "pathway_given": "P1"}
    slot = {"leave_at": NOW.isoformat()}

    assert step_of(a_case(1, stage="expected")) is Step.EXPECTED
    assert step_of(a_case(1)) is Step.WAITING
    assert step_of(a_case(1, returned=True)) is Step.RETURNED
    assert step_of(a_case(1, **planning)) is Step.ACCEPTED
    assert step_of(a_case(1, **planning, pathway_given="P1")) is Step.PATHWAY_GIVEN
    assert step_of(a_case(1, **planning, pathway_given="P0")) is Step.PATHWAY_GIVEN
    assert step_of(a_case(1, **planning, pathway_given="P0", **slot)) is Step.GETTING_READY
    assert step_of(a_case(1, stage="finding_a_service", pathway_given="P1")) is Step.FINDING
    assert step_of(a_case(1, **agreed)) is Step.START_AGREED
    assert step_of(a_case(1, **agreed, **slot)) is Step.GETTING_READY
    assert step_of(a_case(1, **agreed | {"stage": "ready_to_leave"}, **slot)) is Step.READY
    left = {"stage": "left_hospital", "pathway_given": "P1"}
    assert step_of(a_case(1, **left, arriving={"arrived_at": None})) is Step.LEFT
    assert step_of(a_case(1, **left, arriving={"arrived_at": NOW.isoformat()})) is Step.ARRIVED
    assert step_of(a_case(1, **left | {"stage": "in_service"})) is Step.IN_SERVICE


def test_only_a_step_that_holds_too_many_moves_on_and_the_longest_there_comes_first() -> None:
    held = Step.WAITING.held
    just_enough = [a_case(position) for position in range(held)]

    assert crowded(just_enough) == {}
    assert [row["position"] for row in crowded([a_case(99), *just_enough])[Step.WAITING]] == [*range(held), 99]


def test_who_is_asked_whether_they_keep_it_answers_after_a_while() -> None:
    asked = a_case(1, holders={"count": 2, "asked_at": NOON_AND_A_HALF, "cause": "moved_ward"})
    nobody = a_case(2, holders=None)
    assert unsettled([asked, nobody], NOW) == []
    assert unsettled([asked, nobody], NOW + timedelta(hours=4)) == [asked]


def test_a_planned_leaving_waits_until_it_is_due_however_many_there_are() -> None:
    later = [
        a_case(position, stage="ready_to_leave", pathway_given="P1", leave_at=(NOW + timedelta(minutes=1)).isoformat())
        for position in range(LIVE_CASES)
    ]

    assert crowded(later) == {}
    assert due(later, NOW) == []
    assert len(due(later, NOW + timedelta(minutes=1))) == LIVE_CASES
