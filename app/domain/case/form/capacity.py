"""Field 5, *capacity*: for one decision, never in general; who may decide with or for the person."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import Words


class CapacityState(StrEnum):
    """Whether the person can make this decision (Mental Capacity Act 2005, s2-3)."""

    NO_DOUBT = "no_doubt"
    DOUBT = "doubt"
    LACKS = "lacks"


class Representative(StrEnum):
    """Who speaks for the person."""

    ATTORNEY_HEALTH = "attorney_health"
    ATTORNEY_FINANCE = "attorney_finance"
    DEPUTY = "deputy"
    ADVOCATE = "advocate"
    ADVOCATE_NEEDED = "advocate_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """`decision` is the one that is doubted; `who` names attorney, deputy or advocate."""

    state: CapacityState
    decision: Words | None = None
    representatives: frozenset[Representative] = frozenset()
    who: Words | None = None
