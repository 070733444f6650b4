"""Someone is admitted, or the admission is cancelled. Feeds tell of one admission several times."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts, require_ward
from app.domain.spell.moving import PlaceCorrected, correction
from app.domain.spell.state import Ended, Open, Spell, Voided, admission_of, require_open
from app.domain.values import PersonId, WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellOpened:
    """A person was admitted; the event's time is the time of admission."""

    person_id: PersonId
    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellReopened:
    """A cancelled admission took place after all; the event's time is the time of admission."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionReversed:
    """The admission was cancelled: the spell is void, what was recorded is kept."""


OpeningEvent: TypeAlias = SpellOpened | SpellReopened | PlaceCorrected | AdmissionReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpell(SpellCommand):
    """Admit a person; `at` is the time of admission."""

    person_id: PersonId
    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseAdmission(SpellCommand):
    """Cancel the admission."""


def open_spell(command: OpenSpell, spell: Spell, facts: SpellFacts) -> list[OpeningEvent]:
    """The first time it opens; told again it corrects the place, reopens what was cancelled, never what has ended."""
    if spell.admission is None:
        require_ward(facts)
        return [SpellOpened(person_id=command.person_id, ward_id=command.ward_id, bed=command.bed)]
    if spell.admission.person_id != command.person_id:
        raise SpellOfAnotherPerson
    match spell.stage:
        case Ended():
            return []
        case Voided():
            require_ward(facts)
            return [SpellReopened(ward_id=command.ward_id, bed=command.bed)]
        case Open():
            return [*_corrected(command, spell, facts)]


def reverse_admission(command: ReverseAdmission, spell: Spell) -> list[OpeningEvent]:
    """Cancelled twice is cancelled once."""
    cancelled = AdmissionReversed()
    admission_of(spell)
    if isinstance(spell.stage, Voided) or (command.at, cancelled) in spell.heard:
        return []
    require_open(spell)
    return [cancelled]


class SpellOfAnotherPerson(Rejection):
    """This stay is recorded for another person. Check the visit number and the person before anything is changed."""


def _corrected(command: OpenSpell, spell: Spell, facts: SpellFacts) -> list[PlaceCorrected]:
    opened = SpellOpened(person_id=command.person_id, ward_id=command.ward_id, bed=command.bed)
    reopened = SpellReopened(ward_id=command.ward_id, bed=command.bed)
    if spell.heard & {(command.at, opened), (command.at, reopened)}:
        return []
    return correction(command.at, PlaceCorrected(ward_id=command.ward_id, bed=command.bed), spell, facts)
