"""The steps of a task: given to somebody, started, done, not needed, and open again.

Each step has an id made by who asks, so that asking late records nothing. A step may be taken by the task's owner, by
the hub, and by the ward where the person lies; another organisation's task is refused.
"""

from dataclasses import dataclass
from typing import TypeAlias, assert_never
from uuid import UUID

from app.domain.case.arriving.booking import bookings_held
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Case, Ended
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, NotNeeded, Task, TaskState
from app.domain.codes.owners import Owner
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Role, StaffId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAssigned:
    """It is on somebody's own list now; None takes it off everybody's."""

    task_id: UUID
    assigned_to: StaffId | None
    step_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStarted:
    """Work on it has begun."""

    task_id: UUID
    step_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFinished:
    """It is done."""

    task_id: UUID
    step_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskNotNeeded:
    """It need not be done, for a reason."""

    task_id: UUID
    why: NotNeeded
    words: Words | None
    step_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReopened:
    """It is to be done after all."""

    task_id: UUID
    step_id: UUID


StepEvent: TypeAlias = TaskAssigned | TaskStarted | TaskFinished | TaskNotNeeded | TaskReopened


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep(CaseCommand):
    """A step on one task."""

    task_id: UUID
    step_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignTask(TaskStep):
    """Give the task to a member of staff, or to nobody."""

    assigned_to: StaffId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTask(TaskStep):
    """Say that work on it has begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(TaskStep):
    """Say that it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissTask(TaskStep):
    """Say that it is not needed, and why."""

    why: NotNeeded
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenTask(TaskStep):
    """Say that it is to be done after all."""


AnyTaskStep: TypeAlias = AssignTask | StartTask | FinishTask | DismissTask | ReopenTask


def step_task(command: AnyTaskStep, case: Case, facts: CaseFacts) -> list[StepEvent]:
    """What this step records; where the task stands there already, nothing."""
    if command.step_id in case.tasks.answered:
        return []
    task = case.tasks.items.get(command.task_id)
    if task is None:
        raise NotKnown(what="task")
    stands = standing(task, facts_of(case))
    events = _stepped(command, task, stands, facts)
    if events and isinstance(case.stage, Ended):
        raise CaseIsClosed
    if events:
        _require_own(command, task, case, facts)
    return events


def _stepped(command: AnyTaskStep, task: Task, stands: TaskState, facts: CaseFacts) -> list[StepEvent]:
    common = {"task_id": command.task_id, "step_id": command.step_id}
    match command:
        case AssignTask(assigned_to=whom):
            return [] if task.assigned_to == whom else _assigned(command, stands, facts)
        case StartTask():
            _refuse(stands, TaskState.DONE, TaskState.NOT_NEEDED)
            return [] if stands is TaskState.STARTED else [TaskStarted(**common)]
        case FinishTask():
            _refuse(stands, TaskState.NOT_NEEDED)
            return [] if stands is TaskState.DONE else [TaskFinished(**common)]
        case DismissTask(why=why, words=words):
            _refuse(stands, TaskState.DONE)
            if stands is TaskState.NOT_NEEDED:
                return []
            if why is NotNeeded.OTHER and not words:
                raise WhyNotNeededInWords(fields="words")
            return [TaskNotNeeded(why=why, words=words, **common)]
        case ReopenTask():
            return _reopened(command, task, stands)
        case _:
            assert_never(command)


def _assigned(command: AssignTask, stands: TaskState, facts: CaseFacts) -> list[StepEvent]:
    _refuse(stands, TaskState.DONE, TaskState.NOT_NEEDED)
    if command.assigned_to and not facts.assignee_known:
        raise NotOnTheRoster(fields="assigned_to")
    return [TaskAssigned(task_id=command.task_id, assigned_to=command.assigned_to, step_id=command.step_id)]


def _reopened(command: ReopenTask, task: Task, stands: TaskState) -> list[StepEvent]:
    if stands in UNFULFILLED:
        return []
    if task.dropped:
        raise CaseCallsForItNoMore
    if task.state in UNFULFILLED:
        raise DoneByFact
    return [TaskReopened(task_id=command.task_id, step_id=command.step_id)]


def _refuse(stands: TaskState, *refused: TaskState) -> None:
    if stands in refused:
        raise TaskIsDone if stands is TaskState.DONE else TaskIsNotNeeded


def _require_own(command: AnyTaskStep, task: Task, case: Case, facts: CaseFacts) -> None:
    doer = facts.doer
    if doer is None:
        raise AnotherOrganisationsTask
    of_hub = doer.hub_id is not None and doer.hub_id == case.hub_id
    of_owner = task.owner_id is not None and doer.organisation_id == task.owner_id
    # Staff of a service speak for it alone, whatever else they are on the roster for.
    beside = command.by.role is not Role.PROVIDER and (of_hub or doer.on_ward)
    if not (beside or (of_owner and _still_its_work(task, case))):
        raise AnotherOrganisationsTask


def _still_its_work(task: Task, case: Case) -> bool:
    """A service that is not booked any more has nothing to do for the person, and nobody owns its tasks yet."""
    if task.owner is not Owner.SERVICE:
        return True
    held = bookings_held(case.requests, case.stays)
    return any(case.requests.offers[booking].organisation_id == task.owner_id for booking in held)


class AnotherOrganisationsTask(Rejection):
    """This task belongs to another organisation. Ask its people to say so, or the hub, or the ward the person is on."""


class TaskIsDone(Rejection):
    """This task is done. If that was wrong, reopen it first."""


class TaskIsNotNeeded(Rejection):
    """This task was marked as not needed. If that was wrong, reopen it first."""


class WhyNotNeededInWords(Rejection):
    """Say in words why it is not needed, or choose one of the other reasons."""


class DoneByFact(Rejection):
    """This task is done by what is recorded on the case. If that is wrong, take it back there: the task opens again."""


class CaseCallsForItNoMore(Rejection):
    """The case does not call for this task any more. Raise it by hand if it is wanted all the same."""


class NotOnTheRoster(Rejection):
    """This person is not on the roster. Choose somebody from the list."""
