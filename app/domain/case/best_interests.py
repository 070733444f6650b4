"""A decision made for somebody who lacks capacity for it: what, by whom, and who was consulted.

Source: DOMAIN rule 4; Mental Capacity Act 2005, s1(5) and s4.
"""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.form import Capacity, CapacityState
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Case, Ended
from app.domain.codes.pathways import Pathway
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class BestInterestsDecided:
    """What was decided in the person's best interests, who decided it, and whom they consulted."""

    decision: Words
    decided_by: Words
    consulted: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBestInterests(CaseCommand):
    """Record a best-interests decision, or a later one that takes its place."""

    decision: Words
    decided_by: Words
    consulted: Words


def record_best_interests(command: RecordBestInterests, case: Case) -> list[BestInterestsDecided]:
    """Only for somebody who lacks capacity for the decision: who has it decides, and doubt is settled first."""
    decided = BestInterestsDecided(
        decision=command.decision, decided_by=command.decided_by, consulted=command.consulted
    )
    if case.best_interests == decided:
        return []
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    if not _is(case.form.capacity, CapacityState.LACKS):
        raise CapacityNotLacking
    return [decided]


def require_capacity_settled(given: Pathway, case: Case) -> None:
    """A bed is not decided over somebody's head, nor a care home while it is open whether they can decide."""
    if given.is_home:
        return
    if _is(case.form.capacity, CapacityState.LACKS) and case.best_interests is None:
        raise BestInterestsMissing
    if given is Pathway.P3 and _is(case.form.capacity, CapacityState.DOUBT):
        raise CapacityInDoubt


class CapacityNotLacking(Rejection):
    """The referral does not say that this person lacks capacity. Change that there first, or ask the person."""


class BestInterestsMissing(Rejection):
    """This person lacks capacity to decide this. Record first what was decided in their best interests, and by whom."""


class CapacityInDoubt(Rejection):
    """Whether they can decide this is in doubt. Have it assessed and change the referral before giving a care home."""


def _is(capacity: Capacity | None, state: CapacityState) -> bool:
    return capacity is not None and capacity.state is state
