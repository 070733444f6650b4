"""What unsettles a case, at random, and what those who hold something for it answer; deaths that were none too."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case import CloseCase, ReopenCase
from app.domain.case.holding.answering import AnswerForPlace, AnswerForWork, KeepOrRelease
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.causes import Cause
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import offer_id_of
from app.domain.case.tasks.doing import FinishTask
from app.domain.case.tasks.planning import task_id
from app.domain.decider import Command
from app.domain.values import CaseId
from tests.promises.searches import SERVICES
from tests.promises.teller import Teller

HOLDS = ("C07", "C08", "C09", "A7b")


def unsettled(teller: Teller, case: CaseId, asked: list[UUID]) -> list[Command]:
    """Something is arranged, something happens, and some of those who are asked answer; `asked` are the requests."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    desk = task_id(case, teller.one_of(HOLDS))
    offers = [offer_id_of(request, teller.one_of(SERVICES)) for request in asked[-2:]]
    dies = CloseCase(outcome=Outcome.DIED, words=None, **what)
    asks: list[Command] = [AskHolders(cause=teller.one_of(list(Cause)), **what)]
    happens: list[Command] = teller.one_of([asks, asks, asks, [dies, ReopenCase(words=teller.words(), **what)]])
    arranged = FinishTask(task_id=desk, step_id=teller.new_id(), **what)
    places = [AnswerForPlace(**_answer(teller, each), **what) for each in offers]
    return [arranged, *happens, AnswerForWork(**_answer(teller, desk), **what), *places]


def _answer(teller: Teller, holder: UUID) -> dict[str, Any]:
    return {
        "holder_id": holder,
        "answer": teller.one_of(list(KeepOrRelease)),
        "answer_id": teller.new_id(),
        "until": teller.now + timedelta(days=teller.chance.randint(1, 3)),
        "words": teller.words(),
    }
