"""What may be told of the work on a case, at random: tasks by hand, and steps on any of its tasks."""

from typing import Any

from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.planning import task_id
from app.domain.case.tasks.raising import RaiseTask
from app.domain.case.tasks.state import NotNeeded
from app.domain.codes.owners import Owner
from app.domain.decider import Command
from app.domain.practice.tasks import Step, TaskKind, TaskRole
from app.domain.values import CaseId, Role, Words
from tests.promises.teller import Teller

CODES = ("C02", "C07", "C08", "C10", "A3", "A8", "B1", "R2")


def of_a_task(teller: Teller, case: CaseId) -> Command:
    """A task is raised, given to somebody, begun, done, not needed or open again."""
    by_hand = task_id(case, "by hand")
    one = teller.one_of([by_hand, *(task_id(case, code) for code in CODES)])
    on: dict[str, Any] = {"case_id": case, "task_id": one, **teller.said()}
    step = on | {"step_id": teller.new_id()}
    whom = teller.one_of([None, teller.place.staff[Role.CASE_MANAGER]])
    steps: list[Command] = [
        RaiseTask(
            words=Words("Find the glasses."),
            owner=teller.one_of([Owner.HOSPITAL, Owner.COUNCIL]),
            role=teller.one_of([TaskRole.WARD_NURSE, TaskRole.SOCIAL_WORKER]),
            kind=TaskKind.STOP,
            precedes=Step.LEAVE,
            due_at=teller.one_of([None, teller.now]),
            funding=teller.one_of([False, True]),
            **on | {"task_id": by_hand},
        ),
        AssignTask(assigned_to=whom, **step),
        StartTask(**step),
        *[FinishTask(**step)] * 3,
        DismissTask(why=NotNeeded.PLAN_CHANGED, words=teller.words(), **step),
        ReopenTask(**step),
    ]
    return teller.one_of(steps)
