"""A decision made for somebody who lacks capacity for it: about what, by whom, and who was consulted.

Capacity is for one decision, never in general, and so is what is decided in somebody's best interests.

Source: DOMAIN rule 4; Mental Capacity Act 2005, s1(5) and s4.
"""

from dataclasses import dataclass, replace

from app.domain.case.command import CaseCommand
from app.domain.case.form import Capacity, CapacityState, ReferralForm
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Case, Ended
from app.domain.codes.pathways import Pathway
from app.domain.rejections import Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class BestInterestsDecided:
    """What was decided in the person's best interests, who decided it, and whom they consulted.

    `about` is the decision it settles, as field 5 of the referral named it then.
    """

    decision: Words
    decided_by: Words
    consulted: Words
    about: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBestInterests(CaseCommand):
    """Record a best-interests decision, or a later one that takes its place. `about`: what it settles, if said."""

    decision: Words
    decided_by: Words
    consulted: Words
    about: Words | None = None


def record_best_interests(command: RecordBestInterests, case: Case) -> list[BestInterestsDecided]:
    """Only for somebody who lacks capacity for the decision: who has it decides, and doubt is settled first."""
    if _stands(command, case.best_interests):
        return []
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    if not _is(case.form.capacity, CapacityState.LACKS):
        raise CapacityNotLacking
    named = decision_of(case.form)
    if named is None:
        raise DecisionNotNamed
    if command.about not in (None, named):
        raise AnotherDecisionNamed
    return [
        BestInterestsDecided(
            decision=command.decision, decided_by=command.decided_by, consulted=command.consulted, about=named
        )
    ]


def decision_of(form: ReferralForm) -> Words | None:
    """The decision that field 5 is about."""
    return form.capacity.decision if form.capacity else None


def settling(decided: BestInterestsDecided, form: ReferralForm) -> BestInterestsDecided:
    """With what it settles: one that was recorded before that was kept is about what the referral named by then."""
    return decided if decided.about else replace(decided, about=decision_of(form))


def is_settled(case: Case) -> bool:
    """Whether a best-interests decision stands about what the referral names now."""
    return case.best_interests is not None and case.best_interests.about == decision_of(case.form)


def require_capacity_settled(given: Pathway, case: Case) -> None:
    """A bed is not decided over somebody's head, nor a care home while it is open whether they can decide."""
    if given.is_home:
        return
    if _is(case.form.capacity, CapacityState.LACKS) and not is_settled(case):
        raise BestInterestsAboutAnother if case.best_interests else BestInterestsMissing
    if given is Pathway.P3 and _is(case.form.capacity, CapacityState.DOUBT):
        raise CapacityInDoubt


class CapacityNotLacking(Rejection):
    """The referral does not say that this person lacks capacity. Change that there first, or ask the person."""


class DecisionNotNamed(Rejection):
    """The referral does not say which decision this person lacks capacity for. Name it there first, under Capacity."""


class AnotherDecisionNamed(Rejection):
    """The referral names another decision by now. Look at which one it is, and record what was decided about that."""


class BestInterestsAboutAnother(Rejection):
    """What was decided in their best interests was about another decision than the referral names now.

    Record first what was decided about that one.
    """


class BestInterestsMissing(Rejection):
    """This person lacks capacity to decide this. Record first what was decided in their best interests, and by whom."""


class CapacityInDoubt(Rejection):
    """Whether they can decide this is in doubt. Have it assessed and change the referral before giving a care home."""


def _stands(command: RecordBestInterests, decided: BestInterestsDecided | None) -> bool:
    """Word for word as it was recorded; who does not say about what means the one that stands."""
    if decided is None:
        return False
    said = (command.decision, command.decided_by, command.consulted, command.about or decided.about)
    return said == (decided.decision, decided.decided_by, decided.consulted, decided.about)


def _is(capacity: Capacity | None, state: CapacityState) -> bool:
    return capacity is not None and capacity.state is state
