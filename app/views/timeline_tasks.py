"""The work on a case in words: what was raised and let go, and the steps that people took."""

from collections.abc import Sequence
from typing import assert_never
from uuid import UUID

from app.domain.case import CaseEvent
from app.domain.case.tasks.doing import TaskAssigned, TaskFinished, TaskNotNeeded, TaskReopened, TaskStarted
from app.domain.case.tasks.evolving import TaskEvent
from app.domain.case.tasks.planning import TasksLetGo, TasksRaised, TasksRescheduled
from app.domain.case.tasks.raising import TaskRaised
from app.domain.decider import Recorded
from app.views.phrases import Names, moment, name, plain, quoted


def say_task(event: TaskEvent, names: Names) -> str:
    """One event of the work as a sentence. `names` holds the tasks' words too, by `task_names`."""
    match event:
        case TasksRaised(tasks=tasks):
            templates = ", ".join(dict.fromkeys(plain(each.line.template) for each in tasks))
            return f"{_count(len(tasks))} raised ({templates})."
        case TasksLetGo(task_ids=keys, why=why):
            return f"{_count(len(keys))} not needed: {plain(why)}."
        case TasksRescheduled(tasks=tasks):
            return f"{_count(len(tasks))} due otherwise, or with another owner."
        case TaskRaised():
            due = f", due {moment(event.due_at)}" if event.due_at else ""
            money = " to settle the funding" if event.funding else ""
            return f"Task raised for {plain(event.role)}{money}{due}.{quoted(event.words)}"
        case TaskAssigned(task_id=key, assigned_to=whom):
            return f"{_task(names, key)}: given to {name(names, whom)}." if whom else f"{_task(names, key)}: nobody's."
        case TaskStarted(task_id=key):
            return f"{_task(names, key)}: begun."
        case TaskFinished(task_id=key):
            return f"{_task(names, key)}: done."
        case TaskNotNeeded(task_id=key, why=why):
            return f"{_task(names, key)}: not needed, {plain(why)}.{quoted(event.words)}"
        case TaskReopened(task_id=key):
            return f"{_task(names, key)}: open again."
        case _:
            assert_never(event)


def task_names(events: Sequence[Recorded[CaseEvent]]) -> dict[UUID, str]:
    """The words of every task of a case, by id."""
    words: dict[UUID, str] = {}
    for event in (each.event for each in events):
        if isinstance(event, TasksRaised):
            words |= {each.task_id: each.line.words for each in event.tasks}
        elif isinstance(event, TaskRaised):
            words[event.task_id] = event.words
    return words


def _task(names: Names, key: UUID) -> str:
    return f"Task “{names.get(key, 'not known')}”"


def _count(many: int) -> str:
    return "1 task" if many == 1 else f"{many} tasks"
