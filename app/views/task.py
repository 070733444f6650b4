"""Unfulfilled tasks across cases: one row a task, in the scope of the list that it stands on.

A task that is done, not needed, or of a closed case is `gone`; one that was done, and whose owner is asked whether it
keeps what it holds, is not. Who the person is and where they lie are other rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Column, DateTime, Index, Text, Uuid, text

from app.domain.case import Case, CaseEvent
from app.domain.case.holding.state import Question
from app.domain.case.state import Away, Ended
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.case.tasks.lists import LIST_OF
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.decider import Recorded
from app.domain.practice.tasks import DoneWhen
from app.domain.values import Stream, key_of
from app.views.apart import NOTES, lived_through
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
    lived = lived_through(events)
    last, moved = _seen(lived[-1][1]), _moved(lived)
    return [_row(key, last, events[-1].stream, moved[key]) for key in last.case.tasks.items]


def _moved(lived: Sequence[tuple[Recorded[CaseEvent], Case]]) -> dict[UUID, int]:
    """The position of what changed the row of each task last; looked for from the end, where most are found at once."""
    moved = dict[UUID, int]()
    sought = {*lived[-1][1].tasks.items}
    states = map(_seen, (*(case for _, case in reversed(lived)), Case()))
    for (recorded, _), (after, before) in zip(reversed(lived), pairwise(states), strict=True):
        found = {key for key in sought if _differs(key, before, after)}
        moved |= dict.fromkeys(found, recorded.position)
        sought -= found
        if not sought:
            break  # before the states that nobody asked for are looked at
    return moved


class _Shown(NamedTuple):
    """All that a row shows and that may change: far cheaper to make than the row."""

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


class _Seen(NamedTuple):
    """A case, and what the rows of its tasks hang on."""

    case: Case
    around: _Around


def _seen(case: Case) -> _Seen:
    of_case = (*_OF_CASE(case), _leaves(case))
    return _Seen(case, _Around(facts_of(case), of_case, isinstance(case.stage, Ended), case.holding.asked))


def _differs(key: UUID, before: _Seen, after: _Seen) -> bool:
    was, task = before.case.tasks.items.get(key), after.case.tasks.items[key]
    if was is None:
        return True
    if was is task and before.around == after.around:
        return False  # most events move one task, or none
    return _shown(key, was, before.around) != _shown(key, task, after.around)


def _shown(key: UUID, task: Task, around: _Around) -> _Shown:
    state, question = standing(task, around.facts), around.asked.get(key)
    gone = question is None and (around.ended or state not in UNFULFILLED)
    return _Shown(around.of_case, _OF_TASK(task), state, gone, question)


def _row(key: UUID, seen: _Seen, stream: Stream, position: int) -> TaskRow:
    case, task = seen.case, seen.case.tasks.items[key]
    shown = _shown(key, task, seen.around)
    assert case.person_id, "who has tasks is known"
    assert case.spell_id, "who has tasks is in hospital"
    assert case.hub_id, "who has tasks has a hub"
    return TaskRow(
        id=key,
        scope=LIST_OF[task.role],
        position=position,
        gone=shown.gone,
        case_id=key_of(stream),
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
    return case.slot.leave_at if case.slot else None


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
