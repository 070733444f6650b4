"""The tasks after one more event of the case. Nothing is refused here."""

from typing import Any, TypeAlias, assert_never, get_args
from uuid import UUID

from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralSubmitted
from app.domain.case.requests.confirming import OfferConfirmed
from app.domain.case.requests.sending import RequestSent
from app.domain.case.tasks.doing import (
    StepEvent,
    TaskAssigned,
    TaskFinished,
    TaskNotNeeded,
    TaskReopened,
    TaskStarted,
)
from app.domain.case.tasks.planning import PlanEvent, Raised, TasksLetGo, TasksRaised, TasksRescheduled
from app.domain.case.tasks.raising import TaskRaised
from app.domain.case.tasks.state import Task, Tasks, TaskState
from app.domain.case.triage import ReferralAccepted
from app.domain.case.undoing import HubStep, StepUndone
from app.domain.decider import Recorded
from app.domain.practice.tasks import Moment
from app.domain.replacing import replace

TaskEvent: TypeAlias = PlanEvent | TaskRaised | StepEvent
TASK_EVENTS: tuple[type[TaskEvent], ...] = get_args(TaskEvent)

_MOMENT_OF: dict[type[object], Moment] = {
    ReferralSubmitted: Moment.REFERRAL,
    ReferralAccepted: Moment.ACCEPTANCE,
    PathwayDecided: Moment.DECISION,
    RequestSent: Moment.REQUEST,
    OfferConfirmed: Moment.CONFIRMATION,
}

_UNDONE = {HubStep.ACCEPTANCE: Moment.ACCEPTANCE, HubStep.PATHWAY: Moment.DECISION}
"""The moments that have not come after all once a step is taken back."""


def tasked(tasks: Tasks, recorded: Recorded[Any]) -> Tasks:
    """The tasks once this is known; events of other abilities tell when things happened."""
    event = recorded.event
    if isinstance(event, TaskEvent):
        return _tasked(tasks, event)
    if isinstance(event, StepUndone):
        over = _UNDONE.get(event.what)
        return replace(tasks, moments={moment: at for moment, at in tasks.moments.items() if moment is not over})
    moment = _MOMENT_OF.get(type(event))
    if moment:
        tasks = replace(tasks, moments={**tasks.moments, moment: recorded.at})
    if isinstance(event, EarlyAlertRaised | ReferralSubmitted):
        tasks = replace(tasks, route=event.route or tasks.route)
    return tasks


def _tasked(tasks: Tasks, event: TaskEvent) -> Tasks:
    match event:
        case TasksRaised():
            return replace(tasks, items={**tasks.items, **{each.task_id: _of_line(each) for each in event.tasks}})
        case TasksLetGo(task_ids=keys, why=why):
            over = {key: tasks.items[key]._replace(dropped=True, why=why) for key in keys}
            return replace(tasks, items={**tasks.items, **over})
        case TasksRescheduled():
            moved = {
                each.task_id: tasks.items[each.task_id]._replace(
                    owner_id=each.owner_id, anchor=each.anchor, due_at=each.due_at
                )
                for each in event.tasks
            }
            return replace(tasks, items={**tasks.items, **moved})
        case TaskRaised():
            return replace(tasks, items={**tasks.items, event.task_id: _by_hand(event)})
        case TaskAssigned(assigned_to=whom):
            return _stepped(tasks, event.task_id, event.step_id, assigned_to=whom)
        case TaskStarted():
            return _stepped(tasks, event.task_id, event.step_id, state=TaskState.STARTED)
        case TaskFinished():
            return _stepped(tasks, event.task_id, event.step_id, state=TaskState.DONE)
        case TaskNotNeeded(why=why):
            return _stepped(tasks, event.task_id, event.step_id, state=TaskState.NOT_NEEDED, why=why)
        case TaskReopened():
            return _stepped(tasks, event.task_id, event.step_id, state=TaskState.OPEN, why=None)
        case _:
            assert_never(event)


def _of_line(raised: Raised) -> Task:
    line = raised.line
    said = line.words, line.owner, line.role, line.kind, line.precedes
    due = raised.anchor, raised.due_at
    return Task(*said, raised.owner_id, line, *due, line.funding)  # by names it takes twice as long


def _by_hand(event: TaskRaised) -> Task:
    return Task(
        words=event.words,
        owner=event.owner,
        role=event.role,
        kind=event.kind,
        precedes=event.precedes,
        owner_id=event.owner_id,
        due_at=event.due_at,
        funding=event.funding,
    )


def _stepped(tasks: Tasks, key: UUID, step: UUID, **changes: Any) -> Tasks:
    items = {**tasks.items, key: tasks.items[key]._replace(**changes)}
    return replace(tasks, items=items, answered=tasks.answered | {step})
