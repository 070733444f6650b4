"""What a case tells of why the person is still in hospital: the facts that it changes, each from its own time."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter, is_
from typing import Any, NamedTuple
from uuid import UUID

from app.domain.case import CASE
from app.domain.case.form import ReferralField
from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Away, Case, Ended, InHospital, NotReferred, Planning, WithWard
from app.domain.case.tasks.state import UNFULFILLED, Task, Tasks
from app.domain.codes.delay_reasons import DelayReason
from app.domain.decider import Recorded
from app.domain.delay.facts import ASKED, NEEDED, SENT, Asked, Fact, Field, History, Search
from app.domain.lived import states
from app.domain.practice.tasks import Moment, Owner, Step, TaskKind, TaskRole, Template, Tick
from app.domain.values import OrganisationId

_MEDICAL = frozenset({ReferralField.READINESS, ReferralField.WHY_IN_HOSPITAL})
_THERAPY = frozenset({ReferralField.FUNCTION, ReferralField.NEEDS})
"""What the ward is waited for by the fields that the hub returned."""

_OF_TICK = {
    Tick.MEDICINES: DelayReason.HP5,
    Tick.LETTER: DelayReason.HP5,
    Tick.TRANSPORT: DelayReason.HP4,
}
_NO_PLACE = frozenset({EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.NO_ANSWER})
_WAITS_FOR_HUB = frozenset({OfferState.QUERIED, OfferState.COUNTERED})
_AGREES = frozenset({OfferState.IN_PRINCIPLE, OfferState.ASSESSED})
_OF_OTHER_FIELDS = frozenset({DelayReason.CA11, DelayReason.CT3})
"""What tasks tell that is not a mere wait before leaving."""


class _Waited(NamedTuple):
    """What an undone task stands for; `once_agreed`: only when a service would come."""

    reason: DelayReason
    once_agreed: bool = False


Standing = Mapping[Field, str | None]

_TELLING = attrgetter("stage", "submitted", "pathway", "requests", "leaving")
"""What of a case tells anything, beside its tasks."""


def delay_facts(events: Sequence[Recorded[Any]]) -> tuple[Case, History]:
    """The case as it stands, and each change of a fact on the way there."""
    case, told = Case(), Told()
    for recorded, after in zip(events, states(events, CASE), strict=True):
        before, case = case, after
        told.hear(before, case, recorded.at)
    return case, told.history


class Heard:
    """What is known of each field, and each change of it on the way there; and whose services were asked when."""

    def __init__(self) -> None:
        self._known: dict[Field, str | None] = {}
        self._facts: list[Fact] = []
        self._asked: dict[OrganisationId, datetime] = {}
        self._were_asked: list[Asked] = []
        self._history: History | None = None

    @property
    def history(self) -> History:
        """What was heard until now."""
        if self._history is None:
            still = (Asked(organisation_id=who, start=since) for who, since in self._asked.items())
            self._history = History(tuple(self._facts), asked=(*self._were_asked, *still))
        return self._history

    def ask(self, offers: Mapping[UUID, Offer], booking: UUID | None, at: datetime) -> None:
        """Who of these is asked from then on, or has confirmed, has the next step."""
        now = {each.organisation_id for key, each in offers.items() if each.is_asked or key == booking}
        if now == self._asked.keys():
            return
        self._history = None
        for who in self._asked.keys() - now:
            self._were_asked.append(Asked(organisation_id=who, start=self._asked.pop(who), end=at))
        self._asked |= dict.fromkeys(sorted(now - self._asked.keys()), at)

    def keep(self, standing: Iterable[tuple[Field, str | None]], at: datetime) -> None:
        """What stands from then on; what stood before already is no news."""
        for field, value in standing:
            if self._known.get(field) != value:
                self._known[field] = value
                self._facts.append(Fact(at, field, value))
                self._history = None


class Told(Heard):
    """Hears each step of a case and keeps what it changed; only what moved is looked at again."""

    def __init__(self) -> None:
        super().__init__()
        self._undone: dict[UUID, _Waited] = {}

    def hear(self, before: Case, case: Case, at: datetime) -> None:
        """One step of the case, and when it happened."""
        undone = case.tasks is not before.tasks and self._hear_tasks(before.tasks, case.tasks)
        if undone or not all(map(is_, _TELLING(before), _TELLING(case))):  # most steps of a long case tell nothing
            self.keep(self._standing(case), at)
            if case.requests is not before.requests:
                self.ask(standing(case.requests), case.requests.booking, at)

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

    def _standing(self, case: Case) -> Iterator[tuple[Field, str | None]]:
        requests, offers = case.requests, standing(case.requests).values()
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
        yield Field.LEAVING, case.leaving.leave_at.isoformat() if case.leaving else None
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


def _in_hospital(case: Case) -> InHospital | None:
    """Where the case stands with hub and ward; None when nobody works on it (yet, or any more)."""
    match case.stage:
        case Away(before=before):
            return before
        case NotReferred() | Ended():
            return None
        case stage:
            return stage


def how_far(offers: Collection[Offer]) -> Search | None:
    """How far the search is by what these services said, while none has confirmed."""
    asked = [offer for offer in offers if offer.is_asked]
    if asked:
        return Search.ASKED_MORE if all(offer.state in _WAITS_FOR_HUB for offer in asked) else Search.OUT
    return Search.NOBODY if any(offer.ended in _NO_PLACE for offer in offers) else None


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
