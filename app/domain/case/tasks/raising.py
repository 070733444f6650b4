"""Raising a task by hand: work that no template foresees, in free words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Case, Ended
from app.domain.case.tasks.facts import PlanFacts
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Step, TaskKind, TaskRole
from app.domain.rejections import Rejection
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRaised:
    """Somebody asks for a piece of work. `owner_id` is the organisation that owns it, where the case tells.

    `funding`: it settles the money without which nothing starts.
    """

    task_id: UUID
    words: Words
    owner: Owner
    owner_id: OrganisationId | None
    role: TaskRole
    kind: TaskKind
    precedes: Step | None
    due_at: datetime | None
    funding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseTask(CaseCommand):
    """Ask for a piece of work; `task_id` is made by who asks."""

    task_id: UUID
    words: Words
    owner: Owner
    role: TaskRole
    kind: TaskKind
    precedes: Step | None
    due_at: datetime | None
    funding: bool = False


_SAID = ("words", "owner", "role", "kind", "precedes", "due_at", "funding")


def raise_task(command: RaiseTask, case: Case, facts: PlanFacts) -> list[TaskRaised]:
    """A stop stops something, and what comes before the end of a stay comes after leaving, as in templates."""
    known = case.tasks.items.get(command.task_id)
    if known and all(getattr(known, name) == getattr(command, name) for name in _SAID):
        return []
    if known or facts.task_elsewhere:
        raise TaskSentBefore
    if isinstance(case.stage, Ended):
        raise CaseIsClosed
    if command.kind is TaskKind.STOP and command.precedes is None:
        raise StopsNothing(fields="precedes")
    if (command.precedes is Step.EXIT) is not (command.kind is TaskKind.AFTER) and command.precedes:
        raise WrongSideOfLeaving(fields="kind")
    if command.funding and command.kind is not TaskKind.STOP:
        raise FundingStops(fields="kind")
    return [
        TaskRaised(
            task_id=command.task_id,
            words=command.words,
            owner=command.owner,
            owner_id=facts.owners.get(command.owner),
            role=command.role,
            kind=command.kind,
            precedes=command.precedes,
            due_at=command.due_at,
            funding=command.funding,
        )
    ]


class TaskSentBefore(Rejection):
    """A task of this id was raised before, otherwise or on another case. Reload the case; raise it with a new id."""


class StopsNothing(Rejection):
    """A *stop* must be done before something. Say before what, or choose *should*."""


class FundingStops(Rejection):
    """Money without which nothing starts stops what waits for it. Choose *stop*, or say that it is no such money."""


class WrongSideOfLeaving(Rejection):
    """A task that comes *after* leaving can only precede the end of the stay. Choose another kind, or another step."""
