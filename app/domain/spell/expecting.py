"""Someone is to come: a planned admission, and its withdrawal. Nobody is in a bed for it and no case follows."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell
from app.domain.values import PersonId, WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionExpected:
    """A person is to be admitted; the event's time is when. The ward may not have been said."""

    person_id: PersonId
    ward_id: WardId | None
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedAdmissionCancelled:
    """The person is not to come after all."""


ExpectingEvent: TypeAlias = AdmissionExpected | ExpectedAdmissionCancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectAdmission(SpellCommand):
    """Say that a person is to be admitted; `at` is when."""

    person_id: PersonId
    ward_id: WardId | None
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelExpectedAdmission(SpellCommand):
    """Say that the person is not to come."""


def expect_admission(command: ExpectAdmission) -> list[ExpectingEvent]:
    """Told again with another time or ward, the newer counts."""
    return [AdmissionExpected(person_id=command.person_id, ward_id=command.ward_id, bed=command.bed)]


def cancel_expected_admission(_command: CancelExpectedAdmission, spell: Spell) -> list[ExpectingEvent]:
    """Only somebody who is expected can be expected no longer."""
    return [ExpectedAdmissionCancelled()] if spell.expected else []
