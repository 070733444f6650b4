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
    ADMISSION_CANCELLED = "admission_cancelled"
    DIED = "died"
