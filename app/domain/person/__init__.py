"""A person in the log: that they became known, and which of their details changed; never the details."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, assert_never

from app.domain.decider import Command, Decider, Recorded
from app.domain.values import PersonId, Stream, stream


class Detail(StrEnum):
    """A detail of a person that is kept outside the log."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    NHS_NUMBER = "nhs_number"
    HOSPITAL_NUMBER = "hospital_number"
    ADDRESS = "address"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRegistered:
    """The system learnt of a person."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetailsChanged:
    """Details of the person were corrected; the values live with the person, so that screens hear of it."""

    details: frozenset[Detail]


PersonEvent: TypeAlias = PersonRegistered | PersonDetailsChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDetails(Command):
    """Register the person, or say which details now differ from those kept."""

    person_id: PersonId
    changed: frozenset[Detail]

    @property
    def stream(self) -> Stream:
        """The person's own stream."""
        return stream("person", self.person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whether the system knows the person."""

    known: bool = False


def decide(command: RecordDetails, person: Person, _facts: None) -> list[PersonEvent]:
    """A new person is registered; a known one with nothing changed records nothing."""
    if not person.known:
        return [PersonRegistered(person_id=command.person_id)]
    return [PersonDetailsChanged(details=command.changed)] if command.changed else []


def evolve(person: Person, recorded: Recorded[PersonEvent]) -> Person:
    """The person after one more event."""
    match recorded.event:
        case PersonRegistered():
            return replace(person, known=True)
        case PersonDetailsChanged():
            return person
        case _:
            assert_never(recorded.event)


PERSON = Decider(initial=Person(), decide=decide, evolve=evolve)
PERSON_EVENTS = (PersonRegistered, PersonDetailsChanged)
