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
from app.domain.case.requests.booked_again import booked_again
from app.domain.case.requests.evolving import requested
from app.domain.case.requests.giving_back import OffersGivenBack, given_back
from app.domain.case.state import Case, Ended
from app.domain.case.stay.dying import lives_on
from app.domain.case.stay.events import StepTakenBack
from app.domain.case.stay.evolving import stayed

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
    event: object, recorded: Sequence[object], case: Case, facts: CaseFacts, at: datetime
) -> Sequence[OffersGivenBack | StepTakenBack | HoldersAsked]:
    """A death that was none: what it had ended stands again where it can, and all who hold something are asked.

    They may have stood down meanwhile. `recorded` is what the same command records already; `case` is as it stood
    before.
    """
    if not isinstance(event, CaseReopened) or not isinstance(case.stage, Ended):
        return booked_again(event, case)
    if case.stage.outcome is not Outcome.DIED:
        return booked_again(event, case)
    lives = lives_on(event, recorded, case, at)
    goes_on = [*lives, *(each for each in recorded if isinstance(each, StepTakenBack))]
    back = given_back(case, facts, at)
    again = [each for step in lives for each in booked_again(step, case)]
    requests = reduce(requested, [*back, *again], case.requests)
    stays = reduce(lambda stays, step: stayed(stays, step, at), goes_on, case.stays)
    stands = replace(case, stage=case.stage.before, requests=requests, stays=stays)
    return [*back, *lives, *again, *asked(stands, Cause.DEATH_TAKEN_BACK, at)]
