"""What each command on tasks records."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.facts import CaseFacts
from app.domain.case.state import Case
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask, step_task
from app.domain.case.tasks.evolving import TaskEvent
from app.domain.case.tasks.planning import PlanTasks, plan_tasks
from app.domain.case.tasks.raising import RaiseTask, raise_task

AnyTaskCommand: TypeAlias = PlanTasks | RaiseTask | AssignTask | StartTask | FinishTask | DismissTask | ReopenTask


def decide_task(command: AnyTaskCommand, case: Case, facts: CaseFacts) -> Sequence[TaskEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case PlanTasks():
            return plan_tasks(command, case, facts.plan)
        case RaiseTask():
            return raise_task(command, case, facts.plan)
        case AssignTask() | StartTask() | FinishTask() | DismissTask() | ReopenTask():
            return step_task(command, case, facts)
        case _:
            assert_never(command)
