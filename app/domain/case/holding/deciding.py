"""What each command on holders records; and what follows for them when a death is taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce
from typing import TypeAlias, assert_never

from app.domain.case.closing import CaseReopened
from app.domain.case.facts import CaseFacts
from app.domain.case.holding.answering import AnswerEvent, AnswerForPlace, AnswerForWork, answer_holder
from app.domain.case.holding.asking import AskHolders, HoldersAsked, ask_holders, asked
from app.domain.case.holding.asking_again import AskAgain, ask_again
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from app.domain.case.requests.evolving import requested
from app.domain.case.requests.giving_back import OffersGivenBack, booked_again, given_back
from app.domain.case.state import Case, Ended
from app.domain.case.stay.events import StepTakenBack

AnyHoldingCommand: TypeAlias = AskHolders | AskAgain | AnswerForPlace | AnswerForWork


def decide_holding(command: AnyHoldingCommand, case: Case, facts: CaseFacts) -> Sequence[HoldersAsked | AnswerEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case AskHolders():
            return ask_holders(command, case)
        case AskAgain():
            return ask_again(command, case, facts)
        case AnswerForPlace() | AnswerForWork():
            return answer_holder(command, case, facts)
        case _:
            assert_never(command)


def given_back_with(
    event: object, case: Case, facts: CaseFacts, at: datetime
) -> Sequence[OffersGivenBack | HoldersAsked]:
    """A death that was none: what it had ended stands again where it can, and all who hold something are asked.

    They may have stood down meanwhile. `case` is as it stood before the event.
    """
    if isinstance(event, StepTakenBack):
        return booked_again(event, case)
    if not isinstance(event, CaseReopened) or not isinstance(case.stage, Ended):
        return []
    if case.stage.outcome is not Outcome.DIED:
        return []
    back = given_back(case, facts, at)
    lives = replace(case, stage=case.stage.before, requests=reduce(requested, back, case.requests))
    return [*back, *asked(lives, Cause.DEATH_TAKEN_BACK, at)]
