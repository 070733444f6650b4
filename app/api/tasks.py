"""Tasks: raised by hand on a case, taken step by step, and read across cases by the desk whose work they are."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from app.access.policy import tasks_kept_to
from app.api.problems import problems
from app.api.shapes import Instant
from app.api.state import Handle, HomewardState, Me, Now
from app.api.task_bodies import AssignmentIn, DismissalIn, KeepOrReleaseIn, StepIn, TaskIn
from app.domain.case.holding.answering import AnswerForWork
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.lists import TaskList
from app.domain.case.tasks.raising import RaiseTask
from app.domain.values import CaseId
from app.events.handler import Receipt
from app.views.task_list import Unfulfilled, unfulfilled

router = APIRouter(tags=["tasks"])
_TASK = "/cases/{case_id}/tasks/{task_id}"


class TasksPage(BaseModel):
    """Unfulfilled tasks: who leaves first, then what is due first. `count` is how many there are, shown or not."""

    count: int
    tasks: list[Unfulfilled]


@router.get("/tasks", responses=problems())
async def read_tasks(
    homeward: HomewardState,
    me: Me,
    list: TaskList | None = None,
    ward_id: UUID | None = None,
    owner_id: UUID | None = None,
    leaves_before: Instant | None = None,
) -> TasksPage:
    """What is still to be done across cases: of one list or all, of a ward, an owner, or who leaves before a time.

    A provider is told what its own services have to do for those who agreed to come to them, and not where they lie.
    """
    own = tasks_kept_to(me)
    async with homeward.database.reads.acquire() as connection:
        count, tasks = await unfulfilled(connection, me.system, list, ward_id, owner_id, leaves_before, own)
    if own:
        tasks = [replace(each, ward_id=None, bed=None) for each in tasks]
    return TasksPage(count=count, tasks=tasks)


@router.put(_TASK, responses=problems(404, 409))
async def raise_task(case_id: UUID, task_id: UUID, task: TaskIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Ask for a piece of work on a case. Sending it again changes nothing."""
    return await handle(RaiseTask(**_on(case_id, task_id), by=me.actor, at=now, **task.values()))


@router.put(f"{_TASK}/assignment", responses=problems(404, 409))
async def assign_task(case_id: UUID, task_id: UUID, to: AssignmentIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Give the task to somebody, or to nobody."""
    return await handle(AssignTask(**_on(case_id, task_id), by=me.actor, at=now, **to.values()))


@router.put(f"{_TASK}/start", responses=problems(404, 409))
async def start_task(case_id: UUID, task_id: UUID, step: StepIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Work on the task has begun."""
    return await handle(StartTask(**_on(case_id, task_id), by=me.actor, at=now, **step.values()))


@router.put(f"{_TASK}/completion", responses=problems(404, 409))
async def finish_task(case_id: UUID, task_id: UUID, step: StepIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The task is done; said by its owner, the hub, or the ward where the person lies."""
    return await handle(FinishTask(**_on(case_id, task_id), by=me.actor, at=now, **step.values()))


@router.put(f"{_TASK}/dismissal", responses=problems(404, 409))
async def dismiss_task(case_id: UUID, task_id: UUID, why: DismissalIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The task is not needed, for a reason."""
    return await handle(DismissTask(**_on(case_id, task_id), by=me.actor, at=now, **why.values()))


@router.put(f"{_TASK}/reopening", responses=problems(404, 409))
async def reopen_task(case_id: UUID, task_id: UUID, step: StepIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The task is to be done after all."""
    return await handle(ReopenTask(**_on(case_id, task_id), by=me.actor, at=now, **step.values()))


@router.put(f"{_TASK}/keep-or-release", responses=problems(404, 409))
async def keep_or_release(
    case_id: UUID, task_id: UUID, answer: KeepOrReleaseIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Whether what was arranged by this task is kept, and until when; released, the task is open again."""
    of = CaseId(case_id)
    return await handle(AnswerForWork(case_id=of, holder_id=task_id, by=me.actor, at=now, **answer.values()))


def _on(case_id: UUID, task_id: UUID) -> dict[str, Any]:
    return {"case_id": CaseId(case_id), "task_id": task_id}
