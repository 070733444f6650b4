"""A case goes with its person: to the record that goes on after a merge, or whose visit the stay turned out to be."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.state import Case
from app.domain.values import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseGiven:
    """This case is of another record: the two were merged, or the visit was moved."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveCase(CaseCommand):
    """Give the case to another record."""

    person_id: PersonId


def give_case(command: GiveCase, case: Case) -> list[CaseGiven]:
    """At any stage; given to whom it belongs already, nothing changes."""
    if case.person_id is None or case.person_id == command.person_id:
        return []
    return [CaseGiven(person_id=command.person_id)]
