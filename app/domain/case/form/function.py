"""Field 8, *function*: what the person managed before, and what they manage now."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much help it takes."""

    ALONE = "alone"
    PROMPTING = "prompting"
    ONE_PERSON = "one_person"
    TWO_PEOPLE = "two_people"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Before the stay and now."""

    before: Level | None = None
    now: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """The seven rows of the grid; None is not asked yet."""

    transfers: Change | None = None
    walking: Change | None = None
    stairs: Change | None = None
    wash_and_dress: Change | None = None
    toilet: Change | None = None
    eat_and_drink: Change | None = None
    medicines: Change | None = None
