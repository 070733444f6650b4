"""The tasks of one case, as its page shows them: by what they precede, the stops first."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from app.domain.case import Case
from app.domain.case.tasks.lists import LIST_OF
from app.domain.case.tasks.standing import facts_of, open_stops, standing, step_before, steps_of
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.practice.tasks import DoneWhen, Step, TaskKind
from app.views.phrases import Names, where

_STEPS = [*Step, None]
_KINDS = [TaskKind.STOP, TaskKind.SHOULD, TaskKind.AFTER]


class TaskPart(BaseModel):
    """One task. `by_fact`: it is done by what is recorded on the case; `stops_leaving`: it is open and stops that.

    `before` is the step that it precedes, also where another task stands between; None: it precedes none.
    """

    task_id: UUID
    code: str | None
    words: str
    template: str | None
    list: str
    owner: str
    owner_name: str | None
    role: str
    kind: str
    before: str | None
    due_at: datetime | None
    state: str
    by_fact: bool
    why: str | None
    assigned_to: UUID | None
    stops_leaving: bool


def task_parts(case: Case, names: Names) -> list[TaskPart]:
    """Every task of the case but those that it let go."""
    facts, stops = facts_of(case), set(open_stops(case))
    kept = {key: task for key, task in case.tasks.items.items() if not task.dropped}
    parts = [_part(key, task, case, facts, names, stops=key in stops) for key, task in kept.items()]
    return sorted(parts, key=_in_order)


def _part(key: UUID, task: Task, case: Case, facts: frozenset[DoneWhen], names: Names, *, stops: bool) -> TaskPart:
    state = standing(task, facts)
    return TaskPart(
        task_id=key,
        code=task.code,
        words=task.words,
        template=task.line.template if task.line else None,
        list=LIST_OF[task.role],
        owner=task.owner,
        owner_name=where(names, task.owner_id) if task.owner_id else None,
        role=task.role,
        kind=task.kind,
        before=step_before(task, steps_of(case)),
        due_at=task.due_at,
        state=state,
        by_fact=state is TaskState.DONE and task.state in UNFULFILLED,
        why=task.why,
        assigned_to=task.assigned_to,
        stops_leaving=stops,
    )


def _in_order(part: TaskPart) -> tuple[int, int, bool, str, str]:
    step = _STEPS.index(Step(part.before) if part.before else None)
    due = part.due_at.isoformat() if part.due_at else ""
    return step, _KINDS.index(TaskKind(part.kind)), part.due_at is None, due, part.code or ""
