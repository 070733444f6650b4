"""Someone leaves, or did not leave after all: then they are back in the bed and the clock goes on."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.codes.ways_out import WayOut
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts, require_ward
from app.domain.spell.state import Ended, Open, Spell, admission_of, require_open
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellEnded:
    """The person left hospital, or died."""

    how: WayOut


@dataclass(frozen=True, slots=True, kw_only=True)
class EndReversed:
    """The leaving was cancelled. The place is where the person is now; when it was not said, where they were."""

    ward_id: WardId | None
    bed: str | None


EndingEvent: TypeAlias = SpellEnded | EndReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSpell(SpellCommand):
    """Say that the person left, and how."""

    how: WayOut


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseEnd(SpellCommand):
    """Cancel the leaving; the place may be left out."""

    ward_id: WardId | None = None
    bed: str | None = None


def end_spell(command: EndSpell, spell: Spell) -> list[EndingEvent]:
    """Left twice at one time and in one way is left once."""
    if spell.stage == Ended(command.at, command.how):
        return []
    require_open(spell)
    if command.at < admission_of(spell).at:
        raise EndsBeforeAdmission
    return [SpellEnded(how=command.how)]


def reverse_end(command: ReverseEnd, spell: Spell, facts: SpellFacts) -> list[EndingEvent]:
    """Only what was ended can be taken back: a cancellation that overtook its discharge waits for it."""
    taken_back = EndReversed(ward_id=command.ward_id, bed=command.bed)
    if (command.at, taken_back) in spell.heard:
        return []  # a late repeat must not take back a discharge that came after it
    match spell.stage:
        case Ended():
            require_ward(facts)
            return [taken_back]
        case Open() if spell.end_reversed:
            return []
    require_open(spell)
    raise NeverEnded


class EndsBeforeAdmission(Rejection):
    """This time of leaving is before the admission. Check both times."""


class NeverEnded(Rejection):
    """No discharge is recorded on this stay, so there is none to cancel. The person is shown as still here."""
