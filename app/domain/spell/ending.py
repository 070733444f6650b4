"""Someone leaves, or did not leave after all: then they are back in the bed and the clock goes on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.returning import require_after
from app.domain.spell.state import Admission, Ended, Open, Spell, VirtualWard, require_open
from app.domain.values import WardId, Words

FEEDS_DIFFER = timedelta(minutes=1)
"""A feed gives the admission to the second and the leaving to the minute: so much is no mistake."""


class ToldAs(StrEnum):
    """What the news was of: the leaving; the time of one told before; the death, with its time, or as of when told."""

    LEAVING = "leaving"
    TIME_OF_LEAVING = "time_of_leaving"
    DEATH = "death"
    UNTIMED_DEATH = "untimed_death"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellEnded:
    """The person left hospital, went home on the virtual ward, or died.

    News of the death alone does not bring back who had left alive. Of the time of leaving alone nobody leaves, and it
    is not that of a death.
    """

    how: WayOut
    told_as: ToldAs = ToldAs.LEAVING


@dataclass(frozen=True, slots=True, kw_only=True)
class EndReversed:
    """The leaving was cancelled. The place is where the person is now; when it was not said, where they were.

    `of_death`: the person lives after all, so only a stay that ended in death goes on. `reason` and `words`: why, where
    somebody said so; the person's case hears of it.
    """

    ward_id: WardId | None
    bed: str | None
    of_death: bool = False
    reason: ReturnReason | None = None
    words: Words | None = None


EndingEvent: TypeAlias = SpellEnded | EndReversed


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSpell(SpellCommand):
    """Say that the person left, and how."""

    how: WayOut
    told_as: ToldAs = ToldAs.LEAVING


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseEnd(SpellCommand):
    """Cancel the leaving; the place may be left out. `of_death`: because the person lives after all."""

    ward_id: WardId | None = None
    bed: str | None = None
    of_death: bool = False
    reason: ReturnReason | None = None
    words: Words | None = None


def end_spell(command: EndSpell, spell: Spell) -> list[EndingEvent]:
    """Left twice at one time and in one way is left once. A feed may put time and way right, staff take it back."""
    if command.told_as is ToldAs.TIME_OF_LEAVING:
        how = spell.stage.how if isinstance(spell.stage, Ended) else None
        return [SpellEnded(how=how, told_as=command.told_as)] if how else []
    if (spell.left_bed_at, spell.way_out) == (command.at, command.how):
        return []
    if command.by_hand:
        _require_not_left(command, spell)
    if ends_before(spell.admission, command.at, timedelta() if command.by_hand else FEEDS_DIFFER):
        raise EndsBeforeAdmission
    return [SpellEnded(how=command.how, told_as=command.told_as)]


def ends_before(admission: Admission | None, at: datetime, tolerance: timedelta = FEEDS_DIFFER) -> bool:
    """Whether this time of leaving is of no use beside the admission."""
    return admission is not None and at < admission.at - tolerance


def reverse_end(command: ReverseEnd, spell: Spell) -> list[EndingEvent]:
    """Only what was ended can be taken back: a cancellation that overtook its discharge waits for it."""
    taken_back = EndReversed(
        ward_id=command.ward_id,
        bed=command.bed,
        of_death=command.of_death,
        reason=command.reason,
        words=command.words,
    )
    if spell.has_heard(command.at, taken_back):
        return []  # a late repeat must not take back a discharge that came after it
    match spell.stage:
        case Ended() | VirtualWard():
            return [taken_back]
        case Open() if spell.end_reversed:
            return []
    if command.of_death:
        return []
    if command.by_hand:
        require_open(spell)
    raise NeverEnded


def _require_not_left(command: EndSpell, spell: Spell) -> None:
    """In the bed, or on the virtual ward, which ends as a stay in a bed does."""
    match spell.stage:
        case VirtualWard(since=since):
            require_after(command.at, since)
        case _:
            require_open(spell)


class EndsBeforeAdmission(Rejection):
    """This time of leaving is before the admission. Check both times."""


class NeverEnded(Rejection):
    """No discharge is recorded on this stay, so there is none to cancel. The person is shown as still here."""
