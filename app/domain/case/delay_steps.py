"""What each step of a case changes of why the person is still in hospital: its stage, its search, its undone tasks."""

from collections.abc import Collection, Iterator
from datetime import datetime
from operator import attrgetter, is_
from typing import NamedTuple
from uuid import UUID

from app.domain.case.form import ReferralField
from app.domain.case.heard import Heard, how_far
from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import Offer, OfferState
from app.domain.case.state import Away, Case, Ended, InHospital, NotReferred, Planning, WithWard
from app.domain.case.tasks.state import UNFULFILLED, Task, Tasks
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay.facts import ASKED, NEEDED, SENT, Field, Search
from app.domain.practice.tasks import Moment, Step, TaskKind, TaskRole, Template, Tick

_MEDICAL = frozenset({ReferralField.READINESS, ReferralField.WHY_IN_HOSPITAL})
_THERAPY = frozenset({ReferralField.FUNCTION, ReferralField.NEEDS})
"""What the ward is waited for by the fields that the hub returned."""

_OF_TICK = {
    Tick.MEDICINES: DelayReason.HP5,
    Tick.LETTER: DelayReason.HP5,
    Tick.TRANSPORT: DelayReason.HP4,
}
_AGREES = frozenset({OfferState.IN_PRINCIPLE, OfferState.ASSESSED})
_OF_OTHER_FIELDS = frozenset({DelayReason.CA11, DelayReason.CT3})
"""What tasks tell that is not a mere wait before leaving."""


class _Waited(NamedTuple):
    """What an undone task stands for; `once_agreed`: only when a service would come."""

    reason: DelayReason
    once_agreed: bool = False


_TELLING = attrgetter("stage", "submitted", "pathway", "requests", "stays", "leaving", "slot_used")
"""What of a case tells anything, beside its tasks."""


class Steps(Heard):
    """Hears each step of a case in time and keeps what it changed; only what moved is looked at again."""

    def __init__(self) -> None:
        super().__init__()
        self._undone: dict[UUID, _Waited] = {}

    def hear(self, before: Case, case: Case, at: datetime) -> None:
        """One step of the case, and when it happened."""
        undone = case.tasks is not before.tasks and self._hear_tasks(before.tasks, case.tasks)
        if undone or not all(map(is_, _TELLING(before), _TELLING(case))):  # most steps of a long case tell nothing
            offers = standing(case.requests, case.stays)
            self.keep(self._standing(case, offers.values()), at)
            self.ask(offers, case, at)

    def _hear_tasks(self, before: Tasks, tasks: Tasks) -> bool:
        """Whether what is waited for changed, or where the person's home is."""
        known = self._undone.copy()
        for key, task in tasks.items.items():
            if before.items.get(key) is task:
                continue
            waited = _waited_for(task)
            if waited and task.state in UNFULFILLED and not task.dropped:
                self._undone[key] = waited
            else:
                self._undone.pop(key, None)
        return self._undone != known or tasks.route is not before.route

    def _standing(self, case: Case, offers: Collection[Offer]) -> Iterator[tuple[Field, str | None]]:
        requests = case.requests
        booked = requests.offers[requests.booking] if requests.booking else None
        sought = requests.sent[booked.request_id] if booked else requests.package
        starts = booked.arrive_from.isoformat() if booked and booked.arrive_from else None
        agreed = any(each.is_open and each.state in _AGREES for each in offers)
        undone = {each.reason for each in self._undone.values() if agreed or not each.once_agreed}
        yield Field.REFERRAL, _referral(case)
        yield Field.PATHWAY, case.pathway.given if case.pathway and not isinstance(case.stage, Ended) else None
        yield Field.LINE, sought.line if sought else None
        yield Field.SEARCH, Search.CONFIRMED if booked else how_far(offers)
        yield Field.LEAVE_FROM, starts
        yield Field.LEAVING, _planned(case)
        yield Field.RESTART, starts or (ASKED if DelayReason.CA11 in undone else None)
        yield Field.FUNDING, NEEDED if DelayReason.CT3 in undone else None
        yield Field.COUNCIL, case.tasks.route.council if case.tasks.route else None
        yield Field.COMMISSIONER, case.tasks.route.icb if case.tasks.route else None
        yield Field.UNDONE, " ".join(sorted(undone - _OF_OTHER_FIELDS)) or None


def _referral(case: Case) -> str | None:
    match _in_hospital(case):
        case WithWard(fields=fields):
            if fields & _THERAPY:
                return DelayReason.HP1
            return DelayReason.HP2 if fields & _MEDICAL else DelayReason.HP3
        case Planning():
            return SENT
        case None:
            return None
        case _:
            return SENT if case.submitted else None


def _planned(case: Case) -> str | None:
    """The slot that they wait for: who has left waits for none, and who left by it and is back for the next."""
    stage = case.stage.before if isinstance(case.stage, Ended) else case.stage
    slot = None if isinstance(stage, Away) else case.slot
    return slot.leave_at.isoformat() if slot else None


def _in_hospital(case: Case) -> InHospital | None:
    """Where the case stands with hub and ward; None when nobody works on it (yet, or any more)."""
    match case.stage:
        case Away(before=before):
            return before
        case NotReferred() | Ended():
            return None
        case stage:
            return stage


def _waited_for(task: Task) -> _Waited | None:
    """What a task stands for while it is undone; most stand for nothing.

    Money is waited for at once, but where a template leaves it until a service confirms: then once one would come.
    """
    line = task.line
    if task.kind is not TaskKind.STOP:
        return None
    if task.funding:
        return _Waited(DelayReason.CT3, once_agreed=line is not None and line.due_from is Moment.CONFIRMATION)
    if line is None:
        return None
    if line.tick in _OF_TICK:
        return _Waited(_OF_TICK[line.tick])
    if line.role is TaskRole.EQUIPMENT:
        return _Waited(DelayReason.CA10)
    restart = line.template is Template.P0 and line.owner is Owner.SERVICE and line.precedes == Step.LEAVE
    return _Waited(DelayReason.CA11) if restart else None
