"""How a case ends."""

from enum import StrEnum


class Outcome(StrEnum):
    """Why the hub's work on a case is over."""

    SETTLED = "settled"
    CANCELLED_BY_WARD = "cancelled_by_ward"
    NO_LONGER_NEEDED = "no_longer_needed"
    PERSON_DECLINED = "person_declined"
    WARD_DISCHARGE = "ward_discharge"
    SELF_DISCHARGE = "self_discharge"
    OTHER_HOSPITAL = "other_hospital"
    OTHER_HUB = "other_hub"
    ADMISSION_CANCELLED = "admission_cancelled"
    DIED = "died"


WORDS = {
    Outcome.SETTLED: "Settled",
    Outcome.CANCELLED_BY_WARD: "Cancelled by the ward",
    Outcome.NO_LONGER_NEEDED: "No longer needed",
    Outcome.PERSON_DECLINED: "The person declined",
    Outcome.WARD_DISCHARGE: "Ward discharge (P0), settled at home",
    Outcome.SELF_DISCHARGE: "Took their own discharge",
    Outcome.OTHER_HOSPITAL: "In another hospital",
    Outcome.OTHER_HUB: "Handed to another hub",
    Outcome.ADMISSION_CANCELLED: "The admission was cancelled",
    Outcome.DIED: "Died",
}

AFTER_LEAVING = frozenset({Outcome.SETTLED, Outcome.WARD_DISCHARGE})
"""The outcomes of somebody who has left: a ward discharge too stays on the board with what it waits for until then."""
