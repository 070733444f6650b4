"""What goes wrong around leaving: what must be done first, the slot itself, and who comes back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from app.domain.case.state import Alerted, AwaitingTriage, Away, Planning, WithWard
from app.domain.case.tasks.standing import facts_of, is_open, open_stops
from app.domain.case.tasks.state import UNFULFILLED, Task
from app.domain.codes.owners import Owner
from app.domain.escalation.cause import Cause, Situation
from app.domain.escalation.causes.recorded import OF_LAW, stopping
from app.domain.escalation.causes.services import service_of
from app.domain.practice.tasks import TaskKind, TaskRole
from app.domain.spell.state import Open
from app.domain.values import OrganisationId

HERE = (Alerted, AwaitingTriage, WithWard, Planning)

CAPACITY_AND_CHOICE = frozenset({"C05", "G2", "G3"})
HOME_HUB_TOLD, HOME_HUB_ANSWERED = "X1", "X2"
"""Codes of the shipped templates (hub practice 9); a hub that renames them loses the trigger, not the task."""


def stop_undone(now: Situation) -> Iterator[Cause]:
    """The person is to leave, and something must be done before: by each whose it is."""
    leave_at = now.moments.leave_at
    if leave_at and isinstance(now.case.stage, HERE):
        for owner in _owners(now):
            yield Cause(trigger="stop_undone", since=leave_at, owner_id=owner, each_owner=True)


def leaving_missed(now: Situation) -> Iterator[Cause]:
    """The agreed slot, while the person is here: it is missed once it passes, and the second time is graver."""
    leave_at, again = now.moments.leave_at, now.moments.missed > 0
    if leave_at and isinstance(now.case.stage, HERE):
        yield Cause(trigger="leaving_missed_twice" if again else "leaving_missed", since=leave_at)


def stop_open(now: Situation) -> Iterator[Cause]:
    """Safeguarding, capacity or choice stops leaving, as a task or as staff recorded it: of each whose it is."""
    facts, raised = facts_of(now.case), now.moments.raised
    tasks = (
        Cause(trigger="stop_open", since=raised[key], owner_id=task.owner_id, each_owner=True)
        for key, task in now.case.tasks.items.items()
        if key in raised and _is_of_law(task) and task.kind is TaskKind.STOP and is_open(task, facts)
    )
    if isinstance(now.case.stage, HERE):
        yield from sorted((*tasks, *_recorded(now)), key=lambda stop: stop.since)


def stop_recorded(now: Situation) -> Iterator[Cause]:
    """The same of somebody in a bed whom no hub works for."""
    if isinstance(now.spell.stage, Open) and not isinstance(now.case.stage, HERE):
        yield from sorted(_recorded(now), key=lambda stop: stop.since)


def left_with_stop_open(now: Situation) -> Iterator[Cause]:
    """The person has left, and something that must be done before is not (DOMAIN rule 11).

    It rings at each whose it is, at the hospital that let them go, and at who takes them in.
    """
    stage, owners, service = now.case.stage, _owners(now), service_of(now)
    if isinstance(stage, Away) and owners:
        left = partial(Cause, trigger="left_with_stop_open", since=stage.left_at, each_owner=True)
        yield from (left(owner_id=owner) for owner in owners)
        yield left(owner=Owner.HOSPITAL)
        if service:
            yield Cause(trigger="comes_with_stop_open", since=stage.left_at, owner_id=service)


def back_same_day(now: Situation) -> Iterator[Cause]:
    """The discharge failed, until the person is to leave again."""
    if _failed(now) and now.moments.back_at and isinstance(now.case.stage, HERE):
        yield Cause(trigger="back_same_day", since=now.moments.back_at, owner_id=service_of(now))


def home_hub_silent(now: Situation) -> Iterator[Cause]:
    """The hub of the person's home was told and has not answered."""
    tasks = now.case.tasks.items
    told = [at for key, at in now.moments.done.items() if key in tasks and tasks[key].code == HOME_HUB_TOLD]
    waits = any(each.code == HOME_HUB_ANSWERED and each.state in UNFULFILLED for each in tasks.values())
    if told and waits and isinstance(now.case.stage, HERE):
        yield Cause(trigger="home_hub_silent", since=max(told))


def _recorded(now: Situation) -> Iterator[Cause]:
    for since, reason, owner in stopping(now):
        if reason in OF_LAW:
            yield Cause(trigger="stop_open", since=since, owner=owner, each_owner=True)


def _failed(now: Situation) -> bool:
    followed = now.case.followed.back if now.case.followed else None
    back = now.case.back or followed
    return back is not None and back.failed


def _is_of_law(task: Task) -> bool:
    return task.role is TaskRole.SAFEGUARDING_LEAD or task.code in CAPACITY_AND_CHOICE


def _owners(now: Situation) -> list[OrganisationId | None]:
    """Whose the stops are that are open, by which is due first."""
    tasks = sorted((now.case.tasks.items[key] for key in open_stops(now.case)), key=_due)
    return [*dict.fromkeys(task.owner_id for task in tasks)]


def _due(task: Task) -> datetime:
    return task.due_at or _LATER


_LATER = datetime.max.replace(tzinfo=UTC)
