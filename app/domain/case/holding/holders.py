"""Who holds something for a case: services by their offers, the other desks by the tasks that they began or did."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.case.state import Away, Case, Ended, InHospital
from app.domain.case.stay.state import is_over
from app.domain.case.tasks.lists import LIST_OF, TaskList
from app.domain.case.tasks.state import Task, TaskState
from app.domain.codes.ways_out import WayOut
from app.domain.practice.tasks import TaskKind, TaskRole, Tick


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


EVERYBODY = frozenset(HolderKind)


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


def desk_of(task: Task, deliveries: Collection[str]) -> HolderKind | None:
    """What this task holds for the leaving; None where nothing, and for what comes after it.

    `deliveries` are the codes of those that bring equipment.
    """
    if task.dropped or task.state not in _BEGUN or task.kind is TaskKind.AFTER:
        return None
    if task.precedes in deliveries:
        return HolderKind.EQUIPMENT if task.state is TaskState.DONE else None
    if task.line and task.line.tick is Tick.LETTER:
        return HolderKind.LETTER
    return _DESKS.get(LIST_OF[task.role])


def to_ask(case: Case) -> tuple[Holder, ...]:
    """Who is asked what it does: whoever delivers equipment, else whoever ordered it."""
    holders, items, deliveries = holders_of(case), case.tasks.items, _deliveries(case)
    orders = {each.holder_id for each in holders if (task := items.get(each.holder_id)) and task.precedes in deliveries}
    delivers = any(each.kind is HolderKind.EQUIPMENT and each.holder_id not in orders for each in holders)
    return tuple(each for each in holders if not (delivers and each.holder_id in orders))


def still_asked(case: Case) -> bool:
    """Whether what is held may be needed at another time than planned: they are in hospital, here or in another."""
    stage = case.stage
    return isinstance(stage, InHospital) or (isinstance(stage, Away) and stage.how is WayOut.TRANSFERRED)


def may_answer(case: Case) -> bool:
    """Whether what was asked may be answered: also once the case is closed, which ends every question but its own."""
    return still_asked(case) or isinstance(case.stage, Ended)


def _holders(case: Case) -> Iterator[Holder]:
    for key, offer in case.requests.offers.items():
        if offer.holds and not is_over(case.stays, key):
            yield Holder(holder_id=key, kind=HolderKind.SERVICE)
    deliveries = _deliveries(case)
    for key, task in case.tasks.items.items():
        kind = desk_of(task, deliveries)
        if kind:
            yield Holder(holder_id=key, kind=kind)


def _deliveries(case: Case) -> frozenset[str]:
    """The codes of the tasks of equipment: one that precedes such a task, done, tells that equipment is on its way."""
    its = (task for task in case.tasks.items.values() if task.role is TaskRole.EQUIPMENT)
    return frozenset(task.code for task in its if task.code)
