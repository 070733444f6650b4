"""How cases flow in the example: each stage holds about so many, and the oldest beyond that moves on.

So as many leave as come, whatever a visitor does in between, and nothing need be remembered.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum

from app.domain.codes.pathways import Pathway
from app.example.desk import Row


class Step(Enum):
    """Where a case stands in the example; the value is how many stay there."""

    EXPECTED = ("expected", 4)
    RETURNED = ("returned", 2)
    WAITING = ("waiting", 7)
    ACCEPTED = ("accepted", 5)
    PATHWAY_GIVEN = ("pathway given", 4)
    FINDING = ("finding a service", 6)
    START_AGREED = ("start agreed", 4)
    GETTING_READY = ("getting ready", 2)
    READY = ("ready to leave", 5)
    LEFT = ("left", 3)
    ARRIVED = ("arrived", 4)
    IN_SERVICE = ("in a service", 5)

    @property
    def held(self) -> int:
        """How many stay."""
        return self.value[1]


LIVE_CASES = sum(step.held for step in Step)
MOST_LIVE_CASES = LIVE_CASES + 5
"""While all wait for a leaving that is due later, so many more may be referred: the board moves on."""


def step_of(case: Row) -> Step:
    """Where this case stands."""
    match case:
        case {"stage": "left_hospital", "arriving": {"arrived_at": None}}:
            return Step.LEFT
        case {"stage": "left_hospital"}:
            return Step.ARRIVED
        case {"stage": "in_service"}:
            return Step.IN_SERVICE
        case {"stage": "expected"}:
            return Step.EXPECTED
        case {"stage": "referred", "returned": True}:
            return Step.RETURNED
        case {"stage": "referred"}:
            return Step.WAITING
        case {"pathway_given": None}:
            return Step.ACCEPTED
        case {"stage": "finding_a_service"}:
            return Step.FINDING
        case {"stage": "planning", "pathway_given": Pathway.P0, "leave_at": str()}:
            return Step.GETTING_READY  # a ward discharge needs no service
        case {"stage": "planning"}:
            return Step.PATHWAY_GIVEN
        case {"leave_at": None}:
            return Step.START_AGREED
        case {"stage": "start_agreed"}:
            return Step.GETTING_READY
        case _:
            return Step.READY


def due(cases: Iterable[Row], now: datetime) -> list[Row]:
    """Those whose planned leaving has come, ready or not, the most overdue first."""
    planned = [case for case in cases if step_of(case) in (Step.GETTING_READY, Step.READY)]
    late = [case for case in planned if datetime.fromisoformat(case["leave_at"]) <= now]
    return sorted(late, key=lambda case: str(case["leave_at"]))


def unsettled(cases: Iterable[Row], since: datetime) -> list[Row]:
    """Those for whom somebody was asked before then whether they keep what they hold, and has not answered."""
    return [case for case in cases if case["holders"] and datetime.fromisoformat(case["holders"]["asked_at"]) <= since]


def crowded(cases: Iterable[Row]) -> Mapping[Step, list[Row]]:
    """Steps that hold too many, with their cases, the longest there first. Who is ready waits for their slot."""
    held: dict[Step, list[Row]] = defaultdict(list)
    for case in sorted(cases, key=lambda case: int(case["position"])):
        held[step_of(case)].append(case)
    return {step: waiting for step, waiting in held.items() if len(waiting) > step.held and step is not Step.READY}
