"""Unfulfilled tasks across cases: one row a task, in the scope of the list that it stands on.

A task that is done, not needed, or of a closed case is `gone`; one that was done, and whose owner is asked whether it
keeps what it holds, is not. Who the person is and where they lie are other rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Column, DateTime, Index, Text, Uuid, text

from app.domain.case import Case, CaseEvent, evolve
from app.domain.case.holding.state import Question
from app.domain.case.state import Away, Ended
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.lists import LIST_OF
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.decider import Recorded
from app.domain.practice.tasks import DoneWhen
from app.domain.values import key_of
from app.views.apart import NOTES, without_notes
from app.views.kind import Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(Row):
    """One task. `scope` is its list, `owner_id` the organisation that owns it, where the case makes it known.

    `weight` is stop, should or after; `leave_at` is when the person is to leave, or left. `question` is why its owner
    is asked whether it keeps what it holds, since `question_at`; `done_when` is the fact that does it, if one does.
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
    question: str | None
    question_at: datetime | None
    done_when: str | None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[TaskRow]:
    """Every task of a case, each at the position of what changed it last."""
    if not any(isinstance(each.event, TASK_EVENTS) for each in events):
        return []
    case, around, shown, positions = Case(), _around(Case()), dict[UUID, _Shown](), dict[UUID, int]()
    for recorded in without_notes(events):
        known, before = case.tasks.items, around
        case = evolve(case, recorded)
        around = _around(case)
        as_before = around == before
        for key, task in case.tasks.items.items():
            if as_before and known.get(key) is task:
                continue  # most events move one task, or none
            now = _shown(key, task, case, around)
            if shown.get(key) != now:
                shown[key], positions[key] = now, recorded.position
    last = events[-1]
    return [_row(key, task, shown[key], case, last, positions[key]) for key, task in case.tasks.items.items()]


class _Shown(NamedTuple):
    """All that a row shows and that may change, made at every event: far cheaper than the row."""

    of_case: tuple[object, ...]
    of_task: tuple[object, ...]
    state: TaskState
    gone: bool
    question: Question | None


_OF_CASE = attrgetter("person_id", "spell_id", "hub_id")
_OF_TASK = attrgetter("code", "words", "owner", "owner_id", "role", "kind", "precedes", "due_at", "assigned_to")


class _Around(NamedTuple):
    """What the rows of all tasks of a case hang on."""

    facts: frozenset[DoneWhen]
    of_case: tuple[object, ...]
    ended: bool
    asked: Mapping[UUID, Question]


def _shown(key: UUID, task: Task, case: Case, around: _Around) -> _Shown:
    state, question = standing(task, around.facts), around.asked.get(key)
    gone = around.ended or (state not in UNFULFILLED and question is None)
    return _Shown(around.of_case, _OF_TASK(task), state, gone, question)


def _around(case: Case) -> _Around:
    return _Around(facts_of(case), (*_OF_CASE(case), _leaves(case)), isinstance(case.stage, Ended), case.holding.asked)


def _row(key: UUID, task: Task, shown: _Shown, case: Case, recorded: Recorded[CaseEvent], position: int) -> TaskRow:
    assert case.person_id, "who has tasks is known"
    assert case.spell_id, "who has tasks is in hospital"
    assert case.hub_id, "who has tasks has a hub"
    return TaskRow(
        id=key,
        scope=LIST_OF[task.role],
        position=position,
        gone=shown.gone,
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
        state=shown.state,
        assigned_to=task.assigned_to,
        question=shown.question.cause if shown.question else None,
        question_at=shown.question.asked_at if shown.question else None,
        done_when=task.line.done_when if task.line else None,
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
    Column("question", Text, comment="why its owner is asked whether it keeps what it holds"),
    Column("question_at", DateTime(timezone=True)),
    Column("done_when", Text, comment="the fact by which it is done by itself"),
    indexes=[
        Index("task_of_case", "system_id", "case_id"),
        # The lists: who leaves first, then what is due first.
        Index("task_unfulfilled", "system_id", "scope", "leave_at", "due_at", "id", postgresql_where=text("NOT gone")),
    ],
)

TASK = Kind(name="task", stream="case", table=TABLE, rows=rows, unmoved_by=NOTES, person_named=True)
