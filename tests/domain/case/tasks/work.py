"""Tasks of the invented case: template lines, what the turn knows, and the steps that people take."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID

from app.domain.calendar import Calendar, Hours
from app.domain.case import CASE, Case, CaseFacts
from app.domain.case.tasks.doing import (
    AssignTask,
    DismissTask,
    FinishTask,
    ReopenTask,
    StartTask,
    TaskFinished,
    TaskNotNeeded,
)
from app.domain.case.tasks.facts import Doer, PlanFacts
from app.domain.case.tasks.planning import PlanTasks, TasksLetGo, TasksRaised, TasksRescheduled, task_id
from app.domain.case.tasks.raising import RaiseTask, TaskRaised
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import NotNeeded, TaskState
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Moment, Step, TaskKind, TaskLine, TaskRole, Template
from app.domain.values import OrganisationId, Words
from tests.domain.case.way import CASE_ID, HUB, STREAM, after, known
from tests.domain.given import NOON, NURSE, given, uid

TRUST, COUNCIL, ELSEWHERE = OrganisationId(uid(71)), OrganisationId(uid(72)), OrganisationId(uid(73))
STEP, OTHER_STEP = uid(91), uid(92)
OFFICE = Calendar(week=((Hours(opens=time(9), closes=time(17)),),) * 5 + ((), ()))
"""Monday to Friday, nine to five."""

_LETTER: dict[str, Any] = {
    "template": Template.CORE,
    "words": "Discharge letter done",
    "owner": Owner.HOSPITAL,
    "role": TaskRole.WARD_DOCTOR,
    "due_from": Moment.LEAVING,
    "precedes": "leave",
    "kind": TaskKind.STOP,
}


def line(code: str = "C08", **other: Any) -> TaskLine:
    return TaskLine(code=code, **_LETTER | other)


LETTER = line(hours=-2)
VISIT_TOLD = line("A8", template=Template.P1, owner=Owner.SERVICE, role=TaskRole.PROVIDER)
CHALLENGE = line("B1", template=Template.P2, owner=Owner.HUB, role=TaskRole.HUB_LEAD, precedes="offers")


def plan_facts(*lines: TaskLine, **other: Any) -> PlanFacts:
    """What the turn knows: these lines, the trust by its id, everybody by the wall clock."""
    return replace(PlanFacts(lines=lines, owners={Owner.HOSPITAL: TRUST}), **other)


def knowing(*lines: TaskLine, doer: Doer | None = None, assignee_known: bool = True, **other: Any) -> CaseFacts:
    return known(plan=plan_facts(*lines, **other), doer=doer, assignee_known=assignee_known)


def planned_after(*past: object, facts: CaseFacts, at: datetime = NOON) -> list[Any]:
    """What the system records of tasks after these events."""
    return after(*past, then=PlanTasks(case_id=CASE_ID, by=NURSE, at=at), facts=facts)


def worked(*past: object, facts: CaseFacts, at: datetime = NOON) -> list[object]:
    """These events, and the tasks that follow from them."""
    return [*past, *planned_after(*past, facts=facts, at=at)]


def raised(events: Sequence[object]) -> list[str]:
    """The codes of the tasks raised."""
    return [each.line.code for event in events if isinstance(event, TasksRaised) for each in event.tasks]


def let_go(events: Sequence[object]) -> dict[UUID, NotNeeded]:
    return {key: event.why for event in events if isinstance(event, TasksLetGo) for key in event.task_ids}


def rescheduled(events: Sequence[object]) -> dict[UUID, datetime | None]:
    return {
        each.task_id: each.due_at for event in events if isinstance(event, TasksRescheduled) for each in event.tasks
    }


def case_of(*past: object) -> Case:
    case: Case = CASE.fold(given(*past, stream=STREAM))
    return case


def state_of(code: str, *past: object) -> TaskState:
    """How far the task of this code is after these events."""
    case = case_of(*past)
    return standing(case.tasks.items[key(code)], facts_of(case))


def key(code: str = "C08") -> UUID:
    return task_id(CASE_ID, code)


OF_HUB = Doer(organisation_id=ELSEWHERE, hub_id=HUB, on_ward=False)
OF_TRUST = Doer(organisation_id=TRUST, hub_id=None, on_ward=False)
ON_WARD = Doer(organisation_id=ELSEWHERE, hub_id=None, on_ward=True)
OF_NOBODY = Doer(organisation_id=ELSEWHERE, hub_id=None, on_ward=False)


def _on(task: UUID | None, step: UUID) -> dict[str, Any]:
    return {"case_id": CASE_ID, "by": NURSE, "at": NOON, "task_id": task or key(), "step_id": step}


def finish(task: UUID | None = None, step: UUID = STEP) -> FinishTask:
    return FinishTask(**_on(task, step))


def start(task: UUID | None = None, step: UUID = STEP) -> StartTask:
    return StartTask(**_on(task, step))


def reopen_task(task: UUID | None = None, step: UUID = STEP) -> ReopenTask:
    return ReopenTask(**_on(task, step))


def assign(to: Any, task: UUID | None = None, step: UUID = STEP) -> AssignTask:
    return AssignTask(assigned_to=to, **_on(task, step))


def dismiss(why: NotNeeded = NotNeeded.NOT_FOR_THIS_PERSON, words: str | None = None, step: UUID = STEP) -> DismissTask:
    return DismissTask(why=why, words=Words(words) if words else None, **_on(None, step))


def ask(kind: TaskKind = TaskKind.SHOULD, precedes: Step | None = None, due_at: datetime | None = None) -> RaiseTask:
    return RaiseTask(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        task_id=uid(95),
        words=Words("Find his glasses."),
        owner=Owner.HOSPITAL,
        role=TaskRole.WARD_NURSE,
        kind=kind,
        precedes=precedes,
        due_at=due_at,
    )


def asked(kind: TaskKind = TaskKind.SHOULD, precedes: Step | None = None) -> TaskRaised:
    return TaskRaised(
        task_id=uid(95),
        words=Words("Find his glasses."),
        owner=Owner.HOSPITAL,
        owner_id=TRUST,
        role=TaskRole.WARD_NURSE,
        kind=kind,
        precedes=precedes,
        due_at=None,
    )


def finished(task: UUID | None = None, step: UUID = STEP) -> TaskFinished:
    return TaskFinished(task_id=task or key(), step_id=step)


def dismissed(step: UUID = STEP) -> TaskNotNeeded:
    return TaskNotNeeded(task_id=key(), why=NotNeeded.NOT_FOR_THIS_PERSON, words=None, step_id=step)
