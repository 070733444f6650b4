"""Where each task stands: by what people said of it, and by the facts of the case that are a task's being done."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from app.domain.case.arriving.known import arriving_of
from app.domain.case.requests.standing import standing as standing_offers
from app.domain.case.requests.state import OfferState, PersonSaid
from app.domain.case.state import Case
from app.domain.case.stay.state import open_stay
from app.domain.case.tasks.state import UNFULFILLED, Task, TaskState
from app.domain.practice.tasks import DoneWhen, Step, TaskKind

_ASSESSED = {OfferState.ASSESSED, OfferState.CONFIRMED}
_STEPS = frozenset(Step)


def facts_of(case: Case) -> frozenset[DoneWhen]:
    """The facts that stand. One that is taken back, such as a pathway, opens its tasks again by itself."""
    return frozenset(_facts(case))


def standing(task: Task, facts: frozenset[DoneWhen]) -> TaskState:
    """How far this task is."""
    if task.dropped:
        return TaskState.NOT_NEEDED
    by_fact = task.line is not None and task.line.done_when in facts
    return TaskState.DONE if by_fact and task.state in UNFULFILLED else task.state


def is_open(task: Task, facts: frozenset[DoneWhen]) -> bool:
    """Whether somebody has still to do it."""
    return standing(task, facts) in UNFULFILLED


def open_stops(case: Case) -> list[UUID]:
    """The tasks that must be done before the person leaves, and are not."""
    facts, items = facts_of(case), case.tasks.items
    steps = steps_of(case)
    stops = ((key, task) for key, task in items.items() if task.kind is TaskKind.STOP and is_open(task, facts))
    return [key for key, task in stops if step_before(task, steps) == Step.LEAVE]


def steps_of(case: Case) -> dict[str, str | None]:
    """What each task with a code precedes."""
    return {task.code: task.precedes for task in case.tasks.items.values() if task.code}


def stage_of(stage: str, *, booked: bool, p0: bool, stops: int) -> str:
    """*Ready to leave*: a start is confirmed, or it is a ward discharge, and no stop before leaving is open."""
    return "ready_to_leave" if stage in ("planning", "start_agreed") and (booked or p0) and not stops else stage


def step_before(task: Task, steps: Mapping[str, str | None]) -> str | None:
    """The step that a task precedes, also where other tasks stand between: templates allow no circle."""
    precedes = task.precedes
    while precedes is not None and precedes in steps:
        precedes = steps[precedes]
    return precedes if precedes in _STEPS else None


def _waits(case: Case) -> bool:
    """In hospital again, or left it since, and the service has not met them anew."""
    stay = open_stay(case.stays)
    return stay is not None and stay.paused_at is not None


def _facts(case: Case) -> Iterator[DoneWhen]:
    offers = standing_offers(case.requests, case.stays).values()
    if case.accepted_with:
        yield DoneWhen.TRIAGED
    if case.case_manager:
        yield DoneWhen.CASE_MANAGER_NAMED
    if case.pathway:
        yield DoneWhen.PATHWAY_DECIDED
    if case.pathway and case.pathway.why_not_home and case.pathway.home_possible_if:
        yield DoneWhen.WHY_NOT_HOME_SAID
    if offers:
        yield DoneWhen.REQUEST_SENT
    if any(offer.state in _ASSESSED for offer in offers):
        yield DoneWhen.ASSESSED
    alive = [offer for offer in offers if offer.state is not OfferState.ENDED]
    if case.best_interests or any(offer.person_said is PersonSaid.AGREES for offer in alive):
        yield DoneWhen.PERSON_AGREES
    if case.requests.booking:
        yield DoneWhen.START_CONFIRMED
    known, met = arriving_of(case), bool(case.stays) and not _waits(case)
    if known.is_there or met:
        yield DoneWhen.ARRIVED
    if met:
        yield DoneWhen.FIRST_CONTACT_MADE
