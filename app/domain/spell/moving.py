"""Someone moves, a place is put right, a move is cancelled. Late news is recorded and placed by its own time."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Ended, Spell, SpellIsOver, require_open
from app.domain.values import WardId, Words


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
    """A move was cancelled; the place is where the person is now. `from_*`: where it had gone, if that was said."""

    ward_id: WardId
    bed: str
    from_ward_id: WardId | None = None
    from_bed: str | None = None
    words: Words | None = None


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
    """Cancel a move; the place is where the person is now. `from_*`: where it had gone, if that is known."""

    ward_id: WardId
    bed: str
    from_ward_id: WardId | None = None
    from_bed: str | None = None
    words: Words | None = None


def move_person(command: MovePerson, spell: Spell) -> list[MovingEvent]:
    """A move to where the person already is counts too: without it, older news could put them elsewhere."""
    return _news(command, PersonMoved(ward_id=command.ward_id, bed=command.bed), spell)


def reverse_move(command: ReverseMove, spell: Spell) -> list[MovingEvent]:
    """The same cancellation twice is one."""
    back = MoveReversed(
        ward_id=command.ward_id,
        bed=command.bed,
        from_ward_id=command.from_ward_id,
        from_bed=command.from_bed,
        words=command.words,
    )
    return _news(command, back, spell)


def correct_place(command: CorrectPlace, spell: Spell) -> list[MovingEvent]:
    """What already stands needs no correction; nobody is put anywhere of a time after they left."""
    if isinstance(spell.stage, Ended) and (command.by_hand or command.at > spell.stage.at):
        return []
    if command.by_hand:
        require_open(spell)
    return [PlaceCorrected(ward_id=command.ward_id, bed=command.bed)]


def _news(command: MovePerson | ReverseMove, event: PersonMoved | MoveReversed, spell: Spell) -> list[MovingEvent]:
    """By hand the person must be in the bed; a feed may tell afterwards of a move before they left."""
    if spell.has_heard(command.at, event):
        return []
    if command.by_hand:
        require_open(spell)
    elif isinstance(spell.stage, Ended) and command.at > spell.stage.at:
        raise SpellIsOver
    return [event]
