"""Who holds something for a case: services by their offers, the other desks by the tasks that they began or did."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.case.state import Case
from app.domain.case.tasks.lists import LIST_OF, TaskList
from app.domain.case.tasks.state import Task, TaskState
from app.domain.practice.tasks import TaskKind, Tick


class HolderKind(StrEnum):
    """What is held."""

    SERVICE = "service"
    TRANSPORT = "transport"
    PHARMACY = "pharmacy"
    EQUIPMENT = "equipment"
    LETTER = "letter"


KIND_WORDS = {
    HolderKind.SERVICE: "Service",
    HolderKind.TRANSPORT: "Transport",
    HolderKind.PHARMACY: "Medicines",
    HolderKind.EQUIPMENT: "Equipment",
    HolderKind.LETTER: "Discharge letter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One that holds something: `holder_id` is the id of its offer, or of its task."""

    holder_id: UUID
    kind: HolderKind


_BEGUN = frozenset({TaskState.STARTED, TaskState.DONE})
_DESKS = {
    TaskList.TRANSPORT: HolderKind.TRANSPORT,
    TaskList.PHARMACY: HolderKind.PHARMACY,
    TaskList.EQUIPMENT: HolderKind.EQUIPMENT,
}


def holders_of(case: Case) -> tuple[Holder, ...]:
    """Everyone who holds something now, the services first. A task that nobody has begun holds nothing."""
    return tuple(_holders(case))


def desk_of(task: Task) -> HolderKind | None:
    """What this task holds for the leaving; None where nothing, and for what comes after it."""
    if task.dropped or task.state not in _BEGUN or task.kind is TaskKind.AFTER:
        return None
    if task.line and task.line.tick is Tick.LETTER:
        return HolderKind.LETTER
    return _DESKS.get(LIST_OF[task.role])


def _holders(case: Case) -> Iterator[Holder]:
    for key, offer in case.requests.offers.items():
        if offer.holds:
            yield Holder(holder_id=key, kind=HolderKind.SERVICE)
    for key, task in case.tasks.items.items():
        kind = desk_of(task)
        if kind:
            yield Holder(holder_id=key, kind=kind)
