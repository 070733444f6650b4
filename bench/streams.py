"""A command on a long stream beside the same on a short one: a case that has lived through much stays as quick."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from app.domain.case import PlanLeaving, WriteNote
from app.domain.case.audience import Audience
from app.domain.case.leaving import LeaveFrom
from app.domain.case.tasks.doing import AssignTask
from app.domain.case.tasks.raising import RaiseTask
from app.domain.codes.owners import Owner
from app.domain.codes.slot_reasons import SlotReason
from app.domain.decider import Command
from app.domain.practice.tasks import TaskKind, TaskRole
from app.domain.values import CaseId, Role, SpellId, Words, stream
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.overwriting import version_filled
from bench.cases import in_planning
from bench.figures import Figure, percentile
from bench.installation import Run, cookie_of
from bench.wire import Client
from tests.facts import Installation, a_system

SHORT, LONG = 20, 200
CASES = 15  # of each length
ROUNDS = 3
TO_COME = 5  # measuring makes a stream longer, by three events a round: this is about the middle
TIMES_MORE = 2.5


@dataclass(slots=True)
class Lived:
    """A case, the stay that it is of, and the etag of its slot to leave."""

    case: CaseId
    spell: SpellId
    slot: str = ""


async def measure(run: Run) -> list[Figure]:
    """The cheapest command, a note, and one of the dearest, another slot to leave, which moves the case's tasks."""
    made = await a_system(run.database, Hints(run.database))
    cases = {length: [await lived_through(made, length) for _ in range(CASES)] for length in (SHORT, LONG)}
    notes: dict[int, list[float]] = {length: [] for length in cases}
    slots: dict[int, list[float]] = {length: [] for length in cases}
    async with Client(run.host, run.port, await cookie_of(run.database, made, Role.HUB_LEAD)) as client:
        for n in range(ROUNDS):
            for pair in zip(*cases.values(), strict=True):
                for length, lived in zip(cases, pair, strict=True):
                    notes[length].append(await _note(client, lived))
                    slots[length].append(await _slot(client, lived, n))
    return [_figure("a note", notes), _figure("another slot to leave", slots)]


def _figure(what: str, times: dict[int, list[float]]) -> Figure:
    short, long = (percentile(times[length], 0.5) for length in (SHORT, LONG))
    return Figure(
        name=f"{what} on a stream of {LONG} events, p50; the floor: of {SHORT}",
        unit="ms",
        value=long,
        floor=short,
        promise=f"≤ {TIMES_MORE} × one of {SHORT}",
        kept=long <= TIMES_MORE * short,
    )


async def _note(client: Client, lived: Lived) -> float:
    body = {"audience": "everyone", "words": "Rang family, no answer.", "pinned": False}
    took, _ = await _timed(client, f"/api/v1/cases/{lived.case}/notes/{uuid4()}", body)
    return took


async def _slot(client: Client, lived: Lived, n: int) -> float:
    leave_at = (datetime.now(UTC) + timedelta(days=3 + n)).isoformat()
    body = {"leave_at": leave_at, "leave_from": "ward", "going_to": "Home", "received_by": "Daughter"}
    path = f"/api/v1/cases/{lived.case}/leaving"
    took, lived.slot = await _timed(client, path, body | {"reason": "family"}, lived.slot)
    return took


async def _timed(client: Client, path: str, body: dict[str, Any], if_match: str = "") -> tuple[float, str]:
    """Milliseconds, and the etag of what was changed."""
    asked = time.perf_counter()
    receipt = await client.ask("PUT", path, body, if_match)
    took = (time.perf_counter() - asked) * 1000
    assert receipt["recorded"] == 1
    return took, receipt["etag"]


async def lived_through(made: Installation, length: int) -> Lived:
    """A case whose stream has got about so long, and no longer."""
    _, spell = await made.admit()
    async with taken(made.database, made.hints, made.system) as turn:
        case = await in_planning(made, turn, spell)
        past = await turn.read(stream("case", case))
        lived = Lived(case, spell)
        for command in days(made, case):
            if len(past.events) + TO_COME > length and lived.slot:
                return lived
            receipt = await decide_in(turn, command, version_filled(command, past.events))
            lived.slot = receipt.etag if isinstance(command, PlanLeaving) else lived.slot
    raise AssertionError("days go on")


def days(made: Installation, case: CaseId) -> Iterator[Command]:
    """What people do to a case, on and on: mostly notes and steps on tasks, now and then another slot to leave."""
    now, task = datetime.now(UTC), uuid4()
    what: dict[str, Any] = {"case_id": case, "by": made.by(Role.HUB_LEAD), "at": now}
    asked: dict[str, Any] = {"owner": Owner.HUB, "role": TaskRole.CASE_MANAGER, "kind": TaskKind.SHOULD}
    slot: dict[str, Any] = {"leave_from": LeaveFrom.WARD, "going_to": Words("Home"), "received_by": Words("Nobody")}
    yield RaiseTask(task_id=task, words=Words("Find his glasses."), precedes=None, due_at=None, **asked, **what)
    for n in count():
        yield PlanLeaving(leave_at=now + timedelta(hours=n), reason=SlotReason.MEDICINES, **slot, **what)
        for role in (Role.HUB_LEAD, Role.CASE_MANAGER, Role.WARD_NURSE):
            words = Words("Daughter rang back.")
            yield WriteNote(note_id=uuid4(), audience=Audience.EVERYONE, words=words, pinned=False, **what)
            yield AssignTask(task_id=task, step_id=uuid4(), assigned_to=made.staff[role], **what)
