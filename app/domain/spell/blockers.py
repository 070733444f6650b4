"""Saying on a stay in hospital what is in the way, of everyone on the ward list, case or not."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.blockers import (
    BlockerEnded,
    BlockerMarked,
    BlockerRecorded,
    BlockerWithdrawn,
    blocker_is_news,
)
from app.domain.practice.tasks import Owner
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, SpellWasCancelled, Voided, admission_of
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBlocker(SpellCommand):
    """Say what is in the way since `at`."""

    blocker_id: UUID
    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkBlocker(SpellCommand):
    """Say whether it stops leaving, from `at` on."""

    blocker_id: UUID
    stops_leaving: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EndBlocker(SpellCommand):
    """Say that it is out of the way since `at`. `corrects`: the time was said, so it puts right an earlier one."""

    blocker_id: UUID
    corrects: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawBlocker(SpellCommand):
    """Say that it was recorded by mistake."""

    blocker_id: UUID


AnyBlockerCommand: TypeAlias = RecordBlocker | MarkBlocker | EndBlocker | WithdrawBlocker


def record_blocker(command: RecordBlocker, spell: Spell) -> list[BlockerRecorded]:
    """A reason in force on that day, within the stay; the same id again with the same content is none."""
    recorded = BlockerRecorded(
        blocker_id=command.blocker_id,
        reason=command.reason,
        owner=command.owner,
        stops_leaving=command.stops_leaving,
        words=command.words,
    )
    if not blocker_is_news(recorded, command.at, spell.delays):
        return []
    require_within_stay(command.at, spell)
    return [recorded]


def mark_blocker(command: MarkBlocker, spell: Spell) -> list[BlockerMarked]:
    """While it is in the way; what it says already is none."""
    marked = BlockerMarked(blocker_id=command.blocker_id, stops_leaving=command.stops_leaving)
    if not blocker_is_news(marked, command.at, spell.delays):
        return []
    require_within_stay(command.at, spell)
    return [marked]


def end_blocker(command: EndBlocker, spell: Spell) -> list[BlockerEnded]:
    """Not before it began; another time than was said before puts that right."""
    ended = BlockerEnded(blocker_id=command.blocker_id)
    return [ended] if blocker_is_news(ended, command.at, spell.delays, corrects=command.corrects) else []


def withdraw_blocker(command: WithdrawBlocker, spell: Spell) -> list[BlockerWithdrawn]:
    """Once is enough."""
    withdrawn = BlockerWithdrawn(blocker_id=command.blocker_id)
    return [withdrawn] if blocker_is_news(withdrawn, command.at, spell.delays) else []


def require_within_stay(at: datetime, spell: Spell) -> None:
    """The time must lie between admission and leaving. Raises DelayOutsideStay or SpellWasCancelled."""
    admission = admission_of(spell)
    if isinstance(spell.stage, Voided):
        raise SpellWasCancelled
    if at < admission.at or (spell.left_bed_at and at > spell.left_bed_at):
        raise DelayOutsideStay(fields="at")


class DelayOutsideStay(Rejection):
    """This time lies before the admission or after the person left. Check the time."""
