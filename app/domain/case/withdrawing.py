"""The ward takes its referral back: three different things that are never counted as one."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.case.closing import CaseClosed
from app.domain.case.command import CaseCommand
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.state import Alerted, AwaitingTriage, Case, Ended, WithWard
from app.domain.rejections import Rejection
from app.domain.values import Words


class Withdrawal(StrEnum):
    """Why the ward takes it back; each is an outcome of the case."""

    CANCELLED_BY_WARD = Outcome.CANCELLED_BY_WARD.value
    NO_LONGER_NEEDED = Outcome.NO_LONGER_NEEDED.value
    PERSON_DECLINED = Outcome.PERSON_DECLINED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawReferral(CaseCommand):
    """Take an early alert or a referral back; `closure_id` is made by who asks, as that of a closure is."""

    why: Withdrawal
    words: Words | None
    closure_id: UUID | None = None


def withdraw_referral(command: WithdrawReferral, case: Case) -> list[CaseClosed]:
    """Until the hub has accepted it; after that the hub closes the case."""
    if command.closure_id in case.answered:
        return []
    outcome = Outcome(command.why)
    match case.stage:
        case Ended(outcome=already) if already is outcome:
            return []
        case Ended():
            raise CaseIsClosed
        case Alerted() | AwaitingTriage() | WithWard():
            return [CaseClosed(outcome=outcome, words=command.words, closure_id=command.closure_id)]
        case _:
            raise AcceptedByHub


class AcceptedByHub(Rejection):
    """The hub has accepted this referral and works on it. Ask the case manager to close the case, and say why."""
