"""What a card and the ward list show of the work on a case: what is next, what is asked of the ward, the four ticks."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from pydantic_core import to_jsonable_python

from app.domain.case import Case
from app.domain.case.state import Ended
from app.domain.case.tasks.lists import LIST_OF, TaskList
from app.domain.case.tasks.standing import facts_of, open_stops, stage_of, standing
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.codes.pathways import Pathway
from app.domain.practice.tasks import TaskKind, Tick

_LATER = datetime.max.replace(tzinfo=UTC)


def work_of(case: Case) -> dict[str, Any] | None:
    """`next` what, who and due; `ward` how many, the first and its due; `ticks` whether each is done; open `stops`.

    `ticking` are those of the stops by which a tick becomes done. None where the case has no tasks.
    """
    if not case.tasks.items:
        return None
    facts = facts_of(case)
    stands = [(task, standing(task, facts)) for task in case.tasks.items.values()]
    lives = not isinstance(case.stage, Ended)
    todo = sorted((task for task, state in stands if lives and state in UNFULFILLED), key=_in_order)
    of_ward = [task for task in todo if LIST_OF[task.role] is TaskList.WARD]
    stops = open_stops(case)
    work = {
        "next": _said(todo) or None,
        "ward": {"count": len(of_ward), **_said(of_ward)} if of_ward else None,
        "ticks": dict(_ticks(stands)),
        "stops": len(stops),
        "ticking": [key for key in stops if (line := case.tasks.items[key].line) and line.tick],
    }
    said: dict[str, Any] = to_jsonable_python(work)
    return said


def with_work(stage: str, pathway: str | None, work: dict[str, Any] | None) -> str:
    """The board's column once the work counts. A case that has none stands where it stood."""
    if work is None:
        return stage
    return stage_of(stage, booked=stage == "start_agreed", p0=pathway == Pathway.P0, stops=work["stops"])


def _in_order(task: Task) -> tuple[bool, datetime, bool]:
    """What is due first; of what has no time yet the stops first, and what comes after leaving last."""
    return task.kind is TaskKind.AFTER, task.due_at or _LATER, task.kind is not TaskKind.STOP


def _said(todo: Iterable[Task]) -> dict[str, Any]:
    first = next(iter(todo), None)
    return {"words": first.words, "role": first.role, "due_at": first.due_at} if first else {}


def _ticks(stands: Iterable[tuple[Task, TaskState]]) -> Iterator[tuple[Tick, bool]]:
    """A tick is done when all of its tasks are; one that this person does not need is not shown."""
    done = dict[Tick, bool]()
    for task, state in stands:
        tick = task.line.tick if task.line else None
        if tick and state is not TaskState.NOT_NEEDED:
            done[tick] = done.get(tick, True) and state is TaskState.DONE
    return ((tick, done[tick]) for tick in Tick if tick in done)
