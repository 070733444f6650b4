"""Keeping the tasks of a case in step with it: what its pathway and form call for is raised, the rest is let go.

It follows in the same turn from whatever moves a case, so nobody has to ask for it; asked again it records nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID, uuid5

from app.domain.case.command import CaseCommand
from app.domain.case.state import Away, Case, InHospital
from app.domain.case.tasks.applying import applies, tags_of, templates_of
from app.domain.case.tasks.due import due_at
from app.domain.case.tasks.facts import PlanFacts
from app.domain.case.tasks.moments import moments
from app.domain.case.tasks.standing import facts_of, is_open
from app.domain.case.tasks.state import NotNeeded, Task
from app.domain.practice.tasks import Moment, TaskLine, Template
from app.domain.values import CaseId, OrganisationId

PATHWAYS = frozenset({Template.P0, Template.P1, Template.P2, Template.P3})


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """A task with a copy of its template's line, so that a later template does not change it."""

    task_id: UUID
    line: TaskLine
    owner_id: OrganisationId | None
    anchor: datetime | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduled:
    """What a task is due from moved, or its owner became known."""

    task_id: UUID
    owner_id: OrganisationId | None
    anchor: datetime | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksRaised:
    """The case calls for these tasks; one that it had let go is called for again."""

    tasks: tuple[Raised, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksLetGo:
    """The case does not call for these tasks any more."""

    task_ids: tuple[UUID, ...]
    why: NotNeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksRescheduled:
    """These tasks are due otherwise, or have another owner."""

    tasks: tuple[Rescheduled, ...]


PlanEvent: TypeAlias = TasksRaised | TasksLetGo | TasksRescheduled


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTasks(CaseCommand):
    """Bring the tasks into step with the case. The system asks it, after whatever moved the case."""


def task_id(case_id: CaseId, code: str) -> UUID:
    """The id of a template's task: the same whenever it is raised."""
    return uuid5(case_id, code)


def plan_tasks(command: PlanTasks, case: Case, facts: PlanFacts) -> list[PlanEvent]:
    """Raise, let go and reschedule. What was done stays done; once the person has left nothing is raised or let go."""
    if not isinstance(case.stage, InHospital | Away):
        return []
    known = moments(case, facts) | {Moment.NOTICED: command.at}
    events: list[PlanEvent] = []
    if isinstance(case.stage, InHospital):
        raised = tuple(_raised(command, case, facts, known))
        events += [TasksRaised(tasks=raised)] if raised else []
        events += _let_go(case)
    over = {key for event in events if isinstance(event, TasksLetGo) for key in event.task_ids}
    moved = tuple(each for each in _moved(case, facts, known) if each.task_id not in over)
    return [*events, TasksRescheduled(tasks=moved)] if moved else events


def _raised(command: PlanTasks, case: Case, facts: PlanFacts, known: Mapping[Moment, datetime]) -> Iterator[Raised]:
    templates, tags = templates_of(case), tags_of(case)
    for line in facts.lines:
        key = task_id(command.case_id, line.code)
        held = case.tasks.items.get(key)
        if applies(line, templates, tags) and (held is None or held.dropped):
            anchor = known.get(line.due_from)
            owner = facts.owners.get(line.owner)
            yield Raised(task_id=key, line=line, owner_id=owner, anchor=anchor, due_at=_due(line, anchor, facts))


def _let_go(case: Case) -> list[PlanEvent]:
    templates, tags, known = templates_of(case), tags_of(case), facts_of(case)
    over: dict[NotNeeded, list[UUID]] = {}
    for key, task in case.tasks.items.items():
        if task.line and is_open(task, known) and not applies(task.line, templates, tags):
            of_pathway = task.line.template in PATHWAYS - templates
            why = NotNeeded.PATHWAY_CHANGED if of_pathway else NotNeeded.NO_LONGER_APPLIES
            over.setdefault(why, []).append(key)
    return [TasksLetGo(task_ids=tuple(keys), why=why) for why, keys in over.items()]


def _moved(case: Case, facts: PlanFacts, known: Mapping[Moment, datetime]) -> Iterator[Rescheduled]:
    done = facts_of(case)
    for key, task in case.tasks.items.items():
        if task.line is None or not is_open(task, done):
            continue
        anchor = _anchor(task, task.line, known)
        owner = facts.owners.get(task.owner, task.owner_id)
        if (anchor, owner) != (task.anchor, task.owner_id):
            due = _due(task.line, anchor, facts)
            yield Rescheduled(task_id=key, owner_id=owner, anchor=anchor, due_at=due)


def _anchor(task: Task, line: TaskLine, known: Mapping[Moment, datetime]) -> datetime | None:
    return task.anchor if line.due_from is Moment.NOTICED else known.get(line.due_from)


def _due(line: TaskLine, anchor: datetime | None, facts: PlanFacts) -> datetime | None:
    return due_at(line, anchor, facts.calendar(line.owner), facts.days_off) if anchor else None
