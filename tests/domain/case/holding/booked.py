"""Ada, for whom everything is booked: two services hold a place, or one is confirmed; transport, medicines, letter."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case.facts import CaseFacts
from app.domain.case.holding.answering import (
    AnswerForPlace,
    AnswerForWork,
    AnswerHolder,
    HolderAnswered,
    KeepOrRelease,
)
from app.domain.case.holding.asking import AskHolders, HoldersAsked
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.holders import Holder, HolderKind
from app.domain.case.tasks.doing import TaskFinished, TaskStarted
from app.domain.case.tasks.facts import Doer
from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import TaskKind, TaskRole, Tick
from tests.domain.case.events import planned
from tests.domain.case.requests.asking import (
    AT_EAST,
    AT_WEST,
    CARERS,
    EAST,
    FACTS,
    OTHERS,
    READY,
    WEST,
    assessed,
    confirmed,
    held,
    sent,
)
from tests.domain.case.tasks.work import ELSEWHERE, LETTER, OF_HUB, TRUST, key, line
from tests.domain.case.way import CASE_ID
from tests.domain.given import NOON, NURSE, uid

TRANSPORT = line("C09", role=TaskRole.TRANSPORT, tick=Tick.TRANSPORT)
MEDICINES = line("C07", role=TaskRole.PHARMACY, tick=Tick.MEDICINES)
BED = line("A7b", role=TaskRole.EQUIPMENT, owner=Owner.COMMUNITY)
WARDS_OWN = line("C12", role=TaskRole.WARD_NURSE)
AFTERWARDS = line("C15", role=TaskRole.PHARMACY, kind=TaskKind.AFTER, precedes=None)
LINES = (TRANSPORT, MEDICINES, replace(LETTER, tick=Tick.LETTER), BED, WARDS_OWN, AFTERWARDS)

HELD_AT_TWO = (*READY, sent(EAST, WEST), held(), held(AT_WEST, n=141, at=WEST))
BOOKED = (*READY, sent(EAST), held(), assessed(), confirmed(n=133))

raised = TasksRaised(
    tasks=tuple(Raised(task_id=key(each.code), line=each, owner_id=TRUST, anchor=None, due_at=None) for each in LINES)
)


def done(code: str, n: int) -> TaskFinished:
    return TaskFinished(task_id=key(code), step_id=uid(n))


def begun(code: str, n: int) -> TaskStarted:
    return TaskStarted(task_id=key(code), step_id=uid(n))


ALL_BOOKED = (*BOOKED, raised, done("C09", 201), begun("C07", 202), done("C08", 203), planned())
"""The bed at home is not ordered yet; what the ward does itself, and what comes after leaving, holds nothing."""

AT = {"service": AT_EAST, "transport": key("C09"), "pharmacy": key("C07"), "letter": key("C08")}
EVERYONE = tuple(Holder(holder_id=each, kind=HolderKind(kind)) for kind, each in AT.items())


def asked(cause: Cause = Cause.MEETS_AGAIN, *holders: Holder) -> HoldersAsked:
    return HoldersAsked(cause=cause, holders=holders or EVERYONE)


def ask(cause: Cause = Cause.MEETS_AGAIN, at: datetime = NOON) -> AskHolders:
    return AskHolders(case_id=CASE_ID, by=NURSE, at=at, cause=cause)


TILL = NOON + timedelta(days=2)


def keep(holder: UUID = AT_EAST, n: int = 301, until: datetime | None = TILL, **more: Any) -> AnswerHolder:
    return _answer(holder, KeepOrRelease.KEEP, n, until=until, **more)


def release(holder: UUID = AT_EAST, n: int = 301, **more: Any) -> AnswerHolder:
    return _answer(holder, KeepOrRelease.RELEASE, n, **more)


def kept(holder: UUID = AT_EAST, n: int = 301, until: datetime = TILL) -> HolderAnswered:
    return HolderAnswered(holder_id=holder, answer=KeepOrRelease.KEEP, until=until, words=None, answer_id=uid(n))


def released(holder: UUID = AT_EAST, n: int = 301) -> HolderAnswered:
    return HolderAnswered(holder_id=holder, answer=KeepOrRelease.RELEASE, until=None, words=None, answer_id=uid(n))


def _answer(holder: UUID, answer: KeepOrRelease, n: int, **more: Any) -> AnswerHolder:
    of_place = holder in (AT_EAST, AT_WEST)
    on: dict[str, Any] = {"case_id": CASE_ID, "by": NURSE, "at": NOON, "holder_id": holder, "answer_id": uid(n)}
    return (AnswerForPlace if of_place else AnswerForWork)(answer=answer, **on | more)


OF_CARERS = Doer(organisation_id=CARERS, hub_id=None, on_ward=False)
OF_OTHERS = Doer(organisation_id=OTHERS, hub_id=None, on_ward=False)
ON_THE_WARD = Doer(organisation_id=ELSEWHERE, hub_id=None, on_ward=True)


def said_by(doer: Doer | None = OF_HUB) -> CaseFacts:
    """Who answers; the hub unless a test says otherwise."""
    return replace(FACTS, doer=doer)
