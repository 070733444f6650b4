"""What the chain says: who could go, by what, and who cannot be helped, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.exit_chain.facts import Leaving
from app.domain.service.fitting import WhyNot
from app.domain.values import CaseId, ServiceId


class How(StrEnum):
    """By what a place can be had; its words are in `HOW`."""

    FREE = "free"
    HELD = "held"
    HOLD_RUNS_OUT = "hold_runs_out"
    LEAVING = "leaving"


HOW = {
    How.FREE: "Free now by its own count",
    How.HELD: "Held for them",
    How.HOLD_RUNS_OUT: "Held for somebody else, until the hold runs out",
    How.LEAVING: "Freed by who leaves",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Freed:
    """One bed, call or place: since when it can be had, by what, and whom it is freed by."""

    how: How
    at: datetime
    unit: str
    by: CaseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """This person could go to this service on that day, by what is `freed`. `link` 2 waits for a link 1, and so on."""

    case_id: CaseId
    service_id: ServiceId
    on: date
    freed: tuple[Freed, ...]
    link: int


class Why(StrEnum):
    """Why nothing that is expected helps somebody; its words are in `WHY`."""

    NO_SERVICE = "no_service"
    CANNOT = "cannot"
    SAID_NO = "said_no"
    RING = "ring"
    OTHERS_FIRST = "others_first"
    NOBODY_LEAVES = "nobody_leaves"


WHY = {
    Why.NO_SERVICE: "No service runs this line",
    Why.CANNOT: "No service of this line can do what is needed",
    Why.SAID_NO: "Every service that could take them has said no, or the person has",
    Why.RING: "A service that could take them may have room, but its count is too old: ring",
    Why.OTHERS_FIRST: "What comes free goes to those before them",
    Why.NOBODY_LEAVES: "Nobody is expected to leave a service that could take them",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Somebody whom nothing that is expected helps. `against` is why no service can, `ring` who may have room."""

    case_id: CaseId
    why: Why
    against: tuple[WhyNot, ...] = ()
    ring: tuple[ServiceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """`moves` by day, each day link by link in the order of those who wait; `stuck` in that order too.

    `passed` are the leavings that have not come about in time: nothing counts on them until they are planned anew.
    """

    moves: tuple[Move, ...]
    stuck: tuple[Stuck, ...]
    passed: tuple[Leaving, ...]

    @property
    def move_of(self) -> Mapping[CaseId, Move]:
        """The move of each person who could go."""
        return {move.case_id: move for move in self.moves}
