"""Someone is admitted, or the admission is cancelled. Feeds tell of one admission several times."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.codes.patient_classes import PatientClass
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Ended, Spell, Voided, person_of, require_open
from app.domain.values import PersonId, WardId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellOpened:
    """A person was admitted; the event's time is the time of admission.

    `inferred`: from news of something else, so it counts only where no admission was told before it.
    """

    person_id: PersonId
    ward_id: WardId
    bed: str
    patient_class: PatientClass | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionCorrected:
    """The admission was told again with another bed or time; the event's time is the time of admission."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellReopened:
    """A cancelled admission took place after all; the event's time is the time of admission."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionReversed:
    """The admission was cancelled: the spell is void, what was recorded is kept. `words`: why, where it was said."""

    words: Words | None = None


OpeningEvent: TypeAlias = SpellOpened | AdmissionCorrected | SpellReopened | AdmissionReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpell(SpellCommand):
    """Admit a person; `at` is the time of admission. `inferred`: unless they are admitted already."""

    person_id: PersonId
    ward_id: WardId
    bed: str
    patient_class: PatientClass | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseAdmission(SpellCommand):
    """Cancel the admission."""

    words: Words | None = None


def open_spell(command: OpenSpell, spell: Spell) -> list[OpeningEvent]:
    """The first time it opens; told again it corrects the admission, reopens what was cancelled, never what has ended.

    `spell` is as it stood when this was said, which may be before anything else that was heard of the stay.
    """
    match spell.stage:
        case Ended() if spell.admission:
            return []
        case Voided() if spell.admission and not command.inferred:
            return [SpellReopened(ward_id=command.ward_id, bed=command.bed)]
    if spell.admission and not command.inferred:
        return [AdmissionCorrected(ward_id=command.ward_id, bed=command.bed)]
    opened = SpellOpened(
        person_id=command.person_id,
        ward_id=command.ward_id,
        bed=command.bed,
        patient_class=command.patient_class,
        inferred=command.inferred,
    )
    return [opened]


def check_whose(command: OpenSpell, spell: Spell) -> None:
    """One stay is one person's. Raises SpellOfAnotherPerson."""
    if (spell.admission or spell.expected) and person_of(spell) != command.person_id:
        raise SpellOfAnotherPerson


def reverse_admission(command: ReverseAdmission, spell: Spell) -> list[OpeningEvent]:
    """Cancelled twice is cancelled once. By hand only a stay that is open; a feed may void one that has ended."""
    cancelled = AdmissionReversed(words=command.words)
    if isinstance(spell.stage, Voided) or spell.has_heard(command.at, cancelled):
        return []
    if command.by_hand:
        require_open(spell)
    return [cancelled]


class SpellOfAnotherPerson(Rejection):
    """This stay is recorded for another person. Check the visit number and the person before anything is changed."""
