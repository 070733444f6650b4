"""A person in the log: that they became known, what changed, whether they died, whose record goes on; never who."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias, assert_never

from app.domain.decider import Decider, Recorded
from app.domain.person.death import (
    DeathEvent,
    DeathNews,
    DeathReversed,
    PersonDied,
    RecordDeath,
    ReverseDeath,
    death,
    record_death,
    reverse_death,
    with_news,
)
from app.domain.person.details import (
    Detail,
    DetailsEvent,
    PersonDetailsChanged,
    PersonRegistered,
    RecordDetails,
    record_details,
)
from app.domain.person.merging import PersonMergedInto, RetirePerson, retire_person
from app.domain.rejections import NotKnown
from app.domain.values import ActorKind, PersonId

__all__ = [
    "PERSON",
    "PERSON_EVENTS",
    "AnyPersonCommand",
    "DeathReversed",
    "Detail",
    "Person",
    "PersonDetailsChanged",
    "PersonDied",
    "PersonEvent",
    "PersonMergedInto",
    "PersonRegistered",
    "RecordDeath",
    "RecordDetails",
    "RetirePerson",
    "ReverseDeath",
]

PersonEvent: TypeAlias = DetailsEvent | DeathEvent | PersonMergedInto
AnyPersonCommand: TypeAlias = RecordDetails | RecordDeath | ReverseDeath | RetirePerson


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whether the system knows the person, all that was said of their death, and whose record theirs leads to."""

    known: bool = False
    deaths: tuple[DeathNews, ...] = ()
    merged_into: PersonId | None = None

    @property
    def died_at(self) -> datetime | None:
        """When the person died; None as far as is known."""
        known = death(self.deaths)
        return known.at if known else None


def decide(command: AnyPersonCommand, person: Person, _facts: None) -> list[PersonEvent]:
    """What this command records on this person; a repeat records nothing."""
    if not person.known and not isinstance(command, RecordDetails):
        raise NotKnown(what="person")
    match command:
        case RecordDetails():
            return [*record_details(command, person.known)]
        case RecordDeath():
            return [*record_death(command, person.deaths)]
        case ReverseDeath():
            return [*reverse_death(command, person.deaths)]
        case RetirePerson():
            return [*retire_person(command, person.merged_into)]
        case _:
            assert_never(command)


def evolve(person: Person, recorded: Recorded[PersonEvent]) -> Person:
    """The person after one more event."""
    event = recorded.event
    match event:
        case PersonRegistered():
            return replace(person, known=True)
        case PersonDetailsChanged():
            return person
        case PersonDied() | DeathReversed():
            word = DeathNews(recorded.said_at, recorded.at, event, recorded.by.kind is ActorKind.STAFF)
            return replace(person, deaths=with_news(person.deaths, word))
        case PersonMergedInto(survivor_id=survivor):
            return replace(person, merged_into=survivor)
        case _:
            assert_never(event)


PERSON = Decider(initial=Person(), decide=decide, evolve=evolve)
PERSON_EVENTS = (PersonRegistered, PersonDetailsChanged, PersonDied, DeathReversed, PersonMergedInto)
