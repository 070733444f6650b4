"""Unfulfilled tasks across cases: one row a task, in the scope of the list that it stands on.

A task that is done, not needed, or of a closed case is `gone`. Who the person is and where they lie are other rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, DateTime, Index, Text, Uuid, text

from app.domain.case import Case, CaseEvent, NoteEvent, evolve
from app.domain.case.state import Away, Ended
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.lists import LIST_OF
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.decider import Recorded
from app.domain.values import key_of
from app.views.kind import Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(Row):
    """One task. `scope` is its list, `owner_id` the organisation that owns it, where the case makes it known.

    `weight` is stop, should or after; `leave_at` is when the person is to leave, or left.
    """

    case_id: UUID
    person_id: UUID
    spell_id: UUID
    hub_id: UUID
    code: str | None
    words: str
    owner: str
    owner_id: UUID | None
    role: str
    weight: str
    precedes: str | None
    due_at: datetime | None
    leave_at: datetime | None
    state: str
    assigned_to: UUID | None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[TaskRow]:
    """Every task of a case, each at the position of what changed it last."""
    case, found = Case(), dict[UUID, TaskRow]()
    if not any(isinstance(each.event, TASK_EVENTS) for each in events):
        return []
    for recorded in events:
        case = evolve(case, recorded)
        if case.tasks.items and not isinstance(recorded.event, NoteEvent):
            found = _after(found, case, recorded)
    return list(found.values())


def _after(found: Mapping[UUID, TaskRow], case: Case, recorded: Recorded[CaseEvent]) -> dict[UUID, TaskRow]:
    facts = facts_of(case)
    rows = (_row(key, task, standing(task, facts), case, recorded) for key, task in case.tasks.items.items())
    return {row.id: _latest(found.get(row.id), row) for row in rows}


def _latest(before: TaskRow | None, now: TaskRow) -> TaskRow:
    return before if before and replace(now, position=before.position) == before else now


def _row(key: UUID, task: Task, state: TaskState, case: Case, recorded: Recorded[CaseEvent]) -> TaskRow:
    assert case.person_id, "who has tasks is known"
    assert case.spell_id, "who has tasks is in hospital"
    assert case.hub_id, "who has tasks has a hub"
    return TaskRow(
        id=key,
        scope=LIST_OF[task.role],
        position=recorded.position,
        gone=state not in UNFULFILLED or isinstance(case.stage, Ended),
        case_id=key_of(recorded.stream),
        person_id=case.person_id,
        spell_id=case.spell_id,
        hub_id=case.hub_id,
        code=task.code,
        words=task.words,
        owner=task.owner,
        owner_id=task.owner_id,
        role=task.role,
        weight=task.kind,
        precedes=task.precedes,
        due_at=task.due_at,
        leave_at=_leaves(case),
        state=state,
        assigned_to=task.assigned_to,
    )


def _leaves(case: Case) -> datetime | None:
    if isinstance(case.stage, Away):
        return case.stage.left_at
    return case.leaving.leave_at if case.leaving else None


TABLE = row_table(
    "task_1",
    Column("case_id", Uuid, nullable=False),
    Column("person_id", Uuid, nullable=False),
    Column("spell_id", Uuid, nullable=False),
    Column("hub_id", Uuid, nullable=False),
    Column("code", Text),
    Column("words", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("owner_id", Uuid),
    Column("role", Text, nullable=False),
    Column("weight", Text, nullable=False, comment="stop, should or after"),
    Column("precedes", Text),
    Column("due_at", DateTime(timezone=True)),
    Column("leave_at", DateTime(timezone=True)),
    Column("state", Text, nullable=False),
    Column("assigned_to", Uuid),
    indexes=[
        Index("task_of_case", "system_id", "case_id"),
        # The lists: who leaves first, then what is due first.
        Index("task_unfulfilled", "system_id", "scope", "leave_at", "due_at", "id", postgresql_where=text("NOT gone")),
    ],
)

TASK = Kind(name="task", stream="case", table=TABLE, rows=rows, person_named=True)
