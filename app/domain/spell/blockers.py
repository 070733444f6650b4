"""Saying on a stay in hospital what is in the way, of everyone on the ward list, case or not."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeAlias

from app.domain.delay.blockers import BlockerEnded, BlockerMarked, BlockerRecorded, BlockerWithdrawn
from app.domain.delay.saying import Ending, Marking, OfBlocker, Recording, news
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, SpellWasCancelled, Voided, admission_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBlocker(SpellCommand, Recording):
    """Say what is in the way since `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkBlocker(SpellCommand, Marking):
    """Say whether it stops leaving, from `at` on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndBlocker(SpellCommand, Ending):
    """Say that it is out of the way since `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawBlocker(SpellCommand, OfBlocker):
    """Say that it was recorded by mistake."""


AnyBlockerCommand: TypeAlias = RecordBlocker | MarkBlocker | EndBlocker | WithdrawBlocker


def record_blocker(command: RecordBlocker, spell: Spell) -> list[BlockerRecorded]:
    """A reason in force on that day, within the stay; the same id again with the same content is none."""
    recorded = BlockerRecorded(**command.content())
    return news(recorded, command.at, spell.delays, in_bed=partial(require_within_stay, spell=spell))


def mark_blocker(command: MarkBlocker, spell: Spell) -> list[BlockerMarked]:
    """While it is in the way; what stands already is none, where no time was said."""
    marked = BlockerMarked(blocker_id=command.blocker_id, stops_leaving=command.stops_leaving)
    in_bed = partial(require_within_stay, spell=spell)
    return news(marked, command.at, spell.delays, corrects=command.corrects, in_bed=in_bed)


def end_blocker(command: EndBlocker, spell: Spell) -> list[BlockerEnded]:
    """Not before it began; another time than was said before puts that right."""
    ended = BlockerEnded(blocker_id=command.blocker_id)
    return news(ended, command.at, spell.delays, corrects=command.corrects)


def withdraw_blocker(command: WithdrawBlocker, spell: Spell) -> list[BlockerWithdrawn]:
    """Once is enough."""
    return news(BlockerWithdrawn(blocker_id=command.blocker_id), command.at, spell.delays)


def require_within_stay(at: datetime, spell: Spell) -> None:
    """The time must lie between admission and leaving. Raises DelayOutsideStay or SpellWasCancelled."""
    admission = admission_of(spell)
    if isinstance(spell.stage, Voided):
        raise SpellWasCancelled
    if at < admission.at or (spell.left_bed_at and at > spell.left_bed_at):
        raise DelayOutsideStay(fields="at")


class DelayOutsideStay(Rejection):
    """This time lies before the admission or after the person left. Check the time."""
