"""One invented event of every stored name of the work on a case: raised, let go, moved, and taken step by step."""

from datetime import UTC, datetime, time
from typing import Any

from app.domain.case.tasks.doing import TaskAssigned, TaskFinished, TaskNotNeeded, TaskReopened, TaskStarted
from app.domain.case.tasks.planning import Raised, Rescheduled, TasksLetGo, TasksRaised, TasksRescheduled
from app.domain.case.tasks.raising import TaskRaised
from app.domain.case.tasks.state import NotNeeded
from app.domain.codes.owners import Owner
from app.domain.practice.tasks import DoneWhen, Moment, Step, TaskKind, TaskLine, TaskRole, Template, Tick
from app.domain.values import Words
from tests.domain.given import uid
from tests.events.invented import STAFF, TRUST

LEAVES = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
WRITTEN_BY = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
ONE, OTHER, STEP = uid(31), uid(32), uid(33)

MEDICINES = TaskLine(
    template=Template.CORE,
    code="C06",
    words="Medicines to take home written",
    owner=Owner.HOSPITAL,
    role=TaskRole.WARD_DOCTOR,
    due_from=Moment.LEAVING,
    days=-1,
    at=time(15),
    precedes="C07",
    kind=TaskKind.SHOULD,
    tick=Tick.MEDICINES,
)
REQUEST_OUT = TaskLine(
    template=Template.P1,
    code="A5",
    words="Request out to services",
    owner=Owner.HUB,
    role=TaskRole.BROKERAGE,
    due_from=Moment.DECISION,
    hours=1,
    precedes="confirm",
    kind=TaskKind.STOP,
    applies_if="going_home",
    done_when=DoneWhen.REQUEST_SENT,
)

TASK_EXAMPLES: dict[str, Any] = {
    "tasks.raised.1": TasksRaised(
        tasks=(
            Raised(task_id=ONE, line=MEDICINES, owner_id=TRUST, anchor=LEAVES, due_at=WRITTEN_BY),
            Raised(task_id=OTHER, line=REQUEST_OUT, owner_id=None, anchor=None, due_at=None),
        )
    ),
    "tasks.let_go.1": TasksLetGo(task_ids=(ONE, OTHER), why=NotNeeded.PATHWAY_CHANGED),
    "tasks.rescheduled.1": TasksRescheduled(
        tasks=(Rescheduled(task_id=ONE, owner_id=TRUST, anchor=LEAVES, due_at=WRITTEN_BY),)
    ),
    "task.raised.1": TaskRaised(
        task_id=ONE,
        words=Words("Find Zoë’s glasses."),
        owner=Owner.HOSPITAL,
        owner_id=TRUST,
        role=TaskRole.WARD_NURSE,
        kind=TaskKind.STOP,
        precedes=Step.LEAVE,
        due_at=WRITTEN_BY,
    ),
    "task.assigned.1": TaskAssigned(task_id=ONE, assigned_to=STAFF, step_id=STEP),
    "task.started.1": TaskStarted(task_id=ONE, step_id=STEP),
    "task.finished.1": TaskFinished(task_id=ONE, step_id=STEP),
    "task.not_needed.1": TaskNotNeeded(
        task_id=ONE, why=NotNeeded.OTHER, words=Words("Her son brought them."), step_id=STEP
    ),
    "task.reopened.1": TaskReopened(task_id=ONE, step_id=STEP),
}
