"""Someone moves, a place is put right, a move is cancelled. Late news is recorded and placed by its own time."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts, require_ward
from app.domain.spell.state import Ended, Spell, in_stay, require_open
from app.domain.spell.whereabouts import Place, place_at
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMoved:
    """The person went to another bed or ward."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCorrected:
    """The person had been shown in the wrong place; nobody moved."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReversed:
    """A move was cancelled; the place is where the person is now."""

    ward_id: WardId
    bed: str


MovingEvent: TypeAlias = PersonMoved | PlaceCorrected | MoveReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePerson(SpellCommand):
    """Say that the person went to another bed or ward."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPlace(SpellCommand):
    """Put right where the person is shown."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseMove(SpellCommand):
    """Cancel a move; the place is where the person is now."""

    ward_id: WardId
    bed: str


def move_person(command: MovePerson, spell: Spell, facts: SpellFacts) -> list[MovingEvent]:
    """A move to where the person already is counts too: without it, older news could put them elsewhere."""
    return _news(command.at, PersonMoved(ward_id=command.ward_id, bed=command.bed), spell, facts)


def reverse_move(command: ReverseMove, spell: Spell, facts: SpellFacts) -> list[MovingEvent]:
    """The same cancellation twice is one."""
    return _news(command.at, MoveReversed(ward_id=command.ward_id, bed=command.bed), spell, facts)


def correct_place(command: CorrectPlace, spell: Spell, facts: SpellFacts) -> list[PlaceCorrected]:
    """What already stands needs no correction; after the person has left nobody is put anywhere."""
    if isinstance(spell.stage, Ended):
        return []
    require_open(spell)
    return correction(command.at, PlaceCorrected(ward_id=command.ward_id, bed=command.bed), spell, facts)


def correction(at: datetime, corrected: PlaceCorrected, spell: Spell, facts: SpellFacts) -> list[PlaceCorrected]:
    """The correction of an open spell, unless the person was shown there at that time or it was heard before."""
    place = Place(corrected.ward_id, corrected.bed)
    if (at, corrected) in spell.heard or place == place_at(spell.places, in_stay(spell, at)):
        return []
    require_ward(facts)
    return [corrected]


def _news(at: datetime, event: PersonMoved | MoveReversed, spell: Spell, facts: SpellFacts) -> list[MovingEvent]:
    if (at, event) in spell.heard:
        return []
    require_open(spell)
    require_ward(facts)
    return [event]
