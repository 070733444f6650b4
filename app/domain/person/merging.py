"""Two records turn out to be of one person: one of them is retired and leads to the other from then on."""

from dataclasses import dataclass

from app.domain.person.command import PersonCommand
from app.domain.values import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMergedInto:
    """This record is retired: what was known by it belongs to the survivor."""

    survivor_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RetirePerson(PersonCommand):
    """Retire this record in favour of the survivor; their stays and cases are given with commands of their own."""

    survivor_id: PersonId


def retire_person(command: RetirePerson, merged_into: PersonId | None) -> list[PersonMergedInto]:
    """A record is retired once: where its survivor goes, it goes too."""
    return [] if merged_into else [PersonMergedInto(survivor_id=command.survivor_id)]
