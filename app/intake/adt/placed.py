"""One subject of a message that is being placed: what every way of placing it starts from."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from app.domain.decider import Command
from app.domain.values import Actor, ActorKind, PersonId, SpellId
from app.events.handler import Receipt, decide_in
from app.events.log import Turn
from app.intake.adt.decision import Decision, IsPerson, NewPerson
from app.intake.adt.outcome import Outcome, Waits
from app.intake.adt.person import details_of
from app.intake.adt.stays import Stay, stay_of
from app.intake.adt.subjects import Subject
from app.intake.adt.triggers import MAY_OPEN
from app.intake.adt.understood import Understood
from app.intake.adt.visit import Visit
from app.intake.adt.waits_for import for_somebody, for_visit
from app.intake.senders import Sender
from app.intake.settings import Trusted
from app.people.details import Details
from app.people.merging import survivor_of
from app.people.record import numbers_of
from app.people.registry import Match, find, is_kept, led_to, people_key

_NUMBERS_DISAGREE = "The numbers in this message lead to two people here, or to one whose name or birth date differs."


@dataclass(frozen=True)
class Task:
    """The turn in hand, whose message it is, which of its people, and what was decided about it at the desk.

    `applied_to` is the stay that it was applied to when it was placed before.
    """

    turn: Turn
    sender: Sender
    message: Understood
    subject: Subject
    decision: Decision | None
    applied_to: SpellId | None = None

    @property
    def trigger(self) -> str:
        """Such as A01; "" where the message names none."""
        return self.message.header.trigger or ""

    @property
    def at(self) -> datetime:
        """When what it tells of happened."""
        return self.message.event_time.at

    @cached_property
    def by(self) -> Actor:
        """The feed."""
        return Actor(kind=ActorKind.FEED, id=str(self.sender.feed_id))

    @property
    def said(self) -> dict[str, Any]:
        """By whom and when it was told: what every command carries."""
        return {"by": self.by, "told_at": self.message.told_at}

    @cached_property
    def details(self) -> Details:
        """The person as told."""
        return details_of(self.subject.patient, self.sender.feed_id)

    async def stay(self, person: PersonId | None, visit: Visit | None) -> Stay | None:
        """The stay that it is about. Raises Waits where the person has several."""
        told_at = None if self.trigger in MAY_OPEN else self.message.told_at
        return await stay_of(self.turn, self.sender, visit, person, applied_to=self.applied_to, told_at=told_at)

    def trusts(self, what: Trusted) -> bool:
        """Whether the feed may change this."""
        return what in self.sender.settings.trusted

    async def match(self) -> Match:
        """Whom the person's numbers lead to, or who was named at the desk. Raises Waits where they disagree."""
        if isinstance(self.decision, IsPerson):
            return Match(await self._named(PersonId(self.decision.person_id)))
        if isinstance(self.decision, NewPerson):
            return Match(None)
        found = await self._found()
        if found.conflict:
            raise Waits("numbers-disagree", _NUMBERS_DISAGREE)
        return found

    async def _named(self, person: PersonId) -> PersonId:
        survivor = await survivor_of(self.turn.connection, self.turn.system, person)
        if not await is_kept(self.turn.connection, self.turn.system, survivor):
            raise Waits("person-not-known", _NOT_KNOWN)
        return survivor

    async def _found(self) -> Match:
        """What was asked ahead counts once: afterwards this message itself may have changed it."""
        rows = self.turn.memo.pop(people_key(numbers_of(self.details)), None)
        if rows is None:
            return await find(self.turn.connection, self.turn.system, self.details)
        return led_to(rows, self.details)

    async def decide(self, command: Command) -> Receipt:
        """Decide one command of the message in its turn."""
        return await decide_in(self.turn, command)

    def unknown_person(self) -> Outcome:
        """Nobody here yet has these numbers: looked at again when somebody is registered who has."""
        return Outcome(state="recorded", code="unknown-person", words=_UNKNOWN, waits_for=for_somebody(self.details))

    @property
    def waits_for(self) -> str | None:
        """More news of the visit it names; without a number, of the person."""
        return for_visit(self.subject.visit.number if self.subject.visit else None) or for_somebody(self.details)


_NOT_KNOWN = "The person that was named at the desk is not known here any more."
_UNKNOWN = "Nobody here is known by these numbers, so nothing changed. It is looked at again when they are admitted."
