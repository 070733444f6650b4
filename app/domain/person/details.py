"""The system learns of a person, and of what changed about them; never of what it is."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.person.command import PersonCommand
from app.domain.values import PersonId


class Detail(StrEnum):
    """A detail of a person that is kept outside the log."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    NHS_NUMBER = "nhs_number"
    HOSPITAL_NUMBER = "hospital_number"
    ADDRESS = "address"
    PHONE = "phone"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRegistered:
    """The system learnt of a person."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetailsChanged:
    """Details of the person were corrected; the values live with the person, so that screens hear of it."""

    details: frozenset[Detail]


DetailsEvent = PersonRegistered | PersonDetailsChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDetails(PersonCommand):
    """Register the person, or say which details now differ from those kept."""

    changed: frozenset[Detail]


def record_details(command: RecordDetails, known: bool) -> list[DetailsEvent]:
    """A new person is registered; a known one with nothing changed records nothing."""
    if not known:
        return [PersonRegistered(person_id=command.person_id)]
    return [PersonDetailsChanged(details=command.changed)] if command.changed else []
