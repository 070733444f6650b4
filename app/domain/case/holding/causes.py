"""Why those who hold something for a person are asked whether they keep it."""

from enum import StrEnum


class Cause(StrEnum):
    """What happened; its words are in `WORDS`."""

    MEETS_AGAIN = "meets_again"
    MOVED_WARD = "moved_ward"
    SLOT_MOVED = "slot_moved"
    SLOT_PASSED = "slot_passed"
    GOING_ELSEWHERE = "going_elsewhere"
    OTHER_RECEIVER = "other_receiver"
    OTHER_PICK_UP = "other_pick_up"
    START_MOVED = "start_moved"
    CAME_BACK = "came_back"
    DEATH_TAKEN_BACK = "death_taken_back"
    TRANSFERRED = "transferred"
    CASE_CLOSED = "case_closed"


WORDS = {
    Cause.MEETS_AGAIN: "Meets the criteria to reside again",
    Cause.MOVED_WARD: "Moved to another ward",
    Cause.SLOT_MOVED: "Planned leaving moved",
    Cause.SLOT_PASSED: "Planned leaving has passed, still here",
    Cause.GOING_ELSEWHERE: "Going elsewhere than planned",
    Cause.OTHER_RECEIVER: "Somebody else receives them",
    Cause.OTHER_PICK_UP: "Picked up from elsewhere",
    Cause.START_MOVED: "Agreed start moved, which the planned leaving does not fit",
    Cause.CAME_BACK: "Back in hospital",
    Cause.DEATH_TAKEN_BACK: "Recorded as dead by mistake",
    Cause.TRANSFERRED: "In another hospital",
    Cause.CASE_CLOSED: "The hub's case is closed",
}
