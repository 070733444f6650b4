"""The tasks of a case as they stand: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.domain.codes.owners import Owner
from app.domain.practice.tasks import Moment, TaskKind, TaskLine, TaskRole
from app.domain.routing import HomeRoute
from app.domain.values import OrganisationId, StaffId


class TaskState(StrEnum):
    """How far a task is."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    NOT_NEEDED = "not_needed"


UNFULFILLED = frozenset({TaskState.OPEN, TaskState.STARTED})


class NotNeeded(StrEnum):
    """Why a task is not needed."""

    PATHWAY_CHANGED = "pathway_changed"
    NO_LONGER_APPLIES = "no_longer_applies"
    NOT_FOR_THIS_PERSON = "not_for_this_person"
    DONE_OTHERWISE = "done_otherwise"
    PLAN_CHANGED = "plan_changed"
    OTHER = "other"


class Task(NamedTuple):
    """One task. `line` is the copy of the template's line, None when raised by hand; `state` is what people said of it.

    `anchor` is the moment from which `due_at` was counted; `dropped` says that the case needs it no more, by itself.
    `funding`: it settles the money without which nothing starts.
    A tuple, because each agreed slot moves all tasks of a case: a changed one is made four times as fast.
    """

    words: str
    owner: Owner
    role: TaskRole
    kind: TaskKind
    precedes: str | None
    owner_id: OrganisationId | None = None
    line: TaskLine | None = None
    anchor: datetime | None = None
    due_at: datetime | None = None
    funding: bool = False
    state: TaskState = TaskState.OPEN
    why: NotNeeded | None = None
    dropped: bool = False
    assigned_to: StaffId | None = None

    @property
    def code(self) -> str | None:
        """The code of its line."""
        return self.line.code if self.line else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """`items` are by id, as raised; `moments` when what tasks are due from happened; `answered` the ids of steps."""

    items: Mapping[UUID, Task] = field(default_factory=dict)
    moments: Mapping[Moment, datetime] = field(default_factory=dict)
    route: HomeRoute | None = None
    answered: frozenset[UUID] = frozenset()
