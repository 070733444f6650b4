"""Ada's stay and case as one story of dated events, and a clock that looks at it: plain values, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.case.events import CASE_EVENTS
from app.domain.codes.owners import Owner
from app.domain.decider import Recorded
from app.domain.escalation import About, Escalation, EscalationEnded, EscalationRaised, Escalations
from app.domain.escalation.cause import Cause
from app.domain.escalation.causes import OF_CASE, OF_STAY, causes
from app.domain.escalation.deciding import ByClock, EscalationEvent, after, found
from app.domain.escalation.history import chapters_of_case, chapters_of_stay, situations
from app.domain.escalation.looking import Looked, look
from app.domain.escalation.rules import Rules, by_trigger
from app.domain.practice import EscalationPolicy
from app.domain.practice.escalation import Ladders
from app.domain.values import OrganisationId, Stream
from app.events.practice import shipped_rule
from app.events.practice.shipped import shipped
from tests.domain.case.way import ADA, CASE_ID, HUB, SPELL
from tests.domain.given import NOON, NURSE, uid

TRUST, COUNCIL, OFFICE, ICB = (OrganisationId(uid(n)) for n in (71, 72, 74, 75))
OWNERS = {Ladders.WARD: TRUST, Ladders.HUB: OFFICE, Ladders.COMMISSIONER: ICB}
PARTIES = {Owner.HOSPITAL: TRUST, Owner.HUB: OFFICE, Owner.COUNCIL: COUNCIL}
ABOUT = About(person_id=ADA, spell_id=SPELL, case_id=CASE_ID, hub_id=HUB)
REPORTING = shipped_rule()
SHIPPED = by_trigger(shipped(EscalationPolicy).lines)

Told = tuple[datetime, object]


def later(hours: float = 0, *, days: float = 0) -> datetime:
    """A time after noon of 2 November 2026, a Monday."""
    return NOON + timedelta(days=days, hours=hours)


def rules(**other: Any) -> Rules:
    """The shipped policy; the trust owns the ward, everybody works by the wall clock."""
    said: dict[str, Any] = {"lines": SHIPPED, "owners": OWNERS, "parties": PARTIES}
    return Rules(**said | other)


def story(*told: Told) -> list[Recorded[Any]]:
    """These events in this order on the streams they belong to, each recorded when it happened."""
    return [
        Recorded(
            stream=Stream(f"case:{CASE_ID}" if isinstance(event, CASE_EVENTS) else f"spell:{SPELL}"),
            position=n,
            version=n,
            at=at,
            recorded_at=at,
            by=NURSE,
            event=event,
        )
        for n, (at, event) in enumerate(told, start=1)
    ]


def wrong_after(*told: Told) -> dict[str, Cause]:
    """What is wrong by these facts, by trigger: the first where several owe the same."""
    return {cause.trigger: cause for cause in reversed(all_wrong_after(*told))}


def all_wrong_after(*told: Told) -> Sequence[Cause]:
    """What is wrong by these facts, of each owner."""
    _, now = situations(*_apart(story(*told)), 0, REPORTING)[-1]
    return causes(now, (*OF_CASE, *OF_STAY))


@dataclass(slots=True)
class Clock:
    """Looks at Ada's case, or at her stay, and keeps what came of it. A look reads what is new since the one before."""

    told: Sequence[Recorded[Any]]
    rules: Rules = field(default_factory=rules)
    of_stay: bool = False
    past: Escalations = field(default_factory=Escalations)
    log: list[tuple[datetime, EscalationEvent]] = field(default_factory=list)
    next_at: datetime | None = None
    _since: int = 0

    def look(self, now: datetime) -> list[EscalationEvent]:
        """What this look records."""
        known = [each for each in self.told if each.recorded_at <= now]
        looked = self._looked(known, now)
        recorded = [event for command in looked.commands for event in self._do(command)]
        self._since, self.next_at = len(known), looked.next_at
        return recorded

    def forget(self) -> None:
        """As if it had never looked; what it recorded stands."""
        self._since = 0

    def look_at(self, times: Iterable[datetime]) -> "Clock":
        """Look at each of these times."""
        for now in times:
            self.look(now)
        return self

    def says(self, event: EscalationEvent, at: datetime = NOON) -> None:
        """A person says something of it."""
        self.past = after(self.past, event, at)

    def the(self, trigger: str) -> Escalation:
        """The latest of this trigger, open or not."""
        return [each for each in self.past.items.values() if each.trigger == trigger][-1]

    def is_open(self, trigger: str) -> bool:
        return self._open(trigger) is not None

    def key(self, trigger: str) -> UUID:
        found = self._open(trigger)
        assert found
        return found

    @property
    def raised(self) -> list[tuple[str, datetime, datetime]]:
        """Trigger, since when there was a cause, and when it fell due: of all that were raised."""
        told = [(event.trigger, event.cause_at, at) for at, event in self.log if isinstance(event, EscalationRaised)]
        return sorted(told)

    @property
    def ended(self) -> list[tuple[str, datetime, str]]:
        """Trigger, when it ended, and why."""
        told = [
            (self.past.items[event.escalation_id].trigger, at, str(event.because))
            for at, event in self.log
            if isinstance(event, EscalationEnded)
        ]
        return sorted(told)

    def _open(self, trigger: str) -> UUID | None:
        return next((key for key, each in self.past.open.items() if each.trigger == trigger), None)

    def _looked(self, known: Sequence[Recorded[Any]], now: datetime) -> Looked:
        then = situations(*_apart(known), self._since, REPORTING)
        chapters = chapters_of_stay(then) if self.of_stay else chapters_of_case(then)
        return look(SPELL if self.of_stay else CASE_ID, ABOUT, self.past, chapters, self.rules, now)

    def _do(self, command: ByClock) -> Sequence[EscalationEvent]:
        events = found(command, self.past)
        for event in events:
            self.past = after(self.past, event, command.at)
            self.log.append((command.at, event))
        return events


def _apart(told: Sequence[Recorded[Any]]) -> tuple[list[Recorded[Any]], list[list[Recorded[Any]]]]:
    spell = [each for each in told if each.stream.startswith("spell")]
    return spell, [[each for each in told if each not in spell]]
