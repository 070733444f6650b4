"""Blockers that people record: what is in the way, since when, whose it is, and whether it stops leaving (rule 6).

Everyone on the ward list may have some, case or not; several at once. One that does not stop leaving is a flag: it is
shown, and is no reason, unless it is a step or a wait that the reporting rule knows.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.local_time import local_date
from app.domain.practice.tasks import Owner
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.delays import RecordedBlocker
from app.domain.spell.state import Spell, SpellWasCancelled, Voided, admission_of
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockerRecorded:
    """Something is in the way, since when this is said to be."""

    blocker_id: UUID
    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockerMarked:
    """It stops leaving from then on, or does so no longer and is only a flag."""

    blocker_id: UUID
    stops_leaving: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockerEnded:
    """It is out of the way since then; told again, the later telling counts."""

    blocker_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockerWithdrawn:
    """It was recorded by mistake and never was."""

    blocker_id: UUID


BlockerEvent: TypeAlias = BlockerRecorded | BlockerMarked | BlockerEnded | BlockerWithdrawn


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
    """Say that it is out of the way since `at`."""

    blocker_id: UUID


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
    before = spell.delays.blockers.get(command.blocker_id)
    if command.blocker_id in spell.delays.withdrawn:
        raise BlockerRecordedBefore
    if before:
        if (before.reason, before.owner, before.words) != (command.reason, command.owner, command.words):
            raise BlockerRecordedBefore
        return []
    require_in_force(command.reason, command.at)
    require_within_stay(command.at, spell)
    return [recorded]


def mark_blocker(command: MarkBlocker, spell: Spell) -> list[BlockerMarked]:
    """While it is in the way; what it says already is none."""
    blocker = _blocker(command.blocker_id, spell)
    if blocker.marks.get(command.at, blocker.stops) == command.stops_leaving:
        return []
    require_within_stay(command.at, spell)
    _require_after_start(command.at, blocker)
    return [BlockerMarked(blocker_id=command.blocker_id, stops_leaving=command.stops_leaving)]


def end_blocker(command: EndBlocker, spell: Spell) -> list[BlockerEnded]:
    """Not before it began; another time than was said before puts that right."""
    blocker = _blocker(command.blocker_id, spell)
    if blocker.end == command.at:
        return []
    _require_after_start(command.at, blocker)
    return [BlockerEnded(blocker_id=command.blocker_id)]


def withdraw_blocker(command: WithdrawBlocker, spell: Spell) -> list[BlockerWithdrawn]:
    """Once is enough."""
    if command.blocker_id in spell.delays.withdrawn:
        return []
    _blocker(command.blocker_id, spell)
    return [BlockerWithdrawn(blocker_id=command.blocker_id)]


def require_in_force(reason: DelayReason, at: datetime) -> None:
    """The reason must be on the national list on the local date of that time. Raises ReasonNotInForce."""
    if not LISTED[reason].in_force(local_date(at)):
        raise ReasonNotInForce(fields="reason")


def require_within_stay(at: datetime, spell: Spell) -> None:
    """The time must lie between admission and leaving. Raises DelayOutsideStay or SpellWasCancelled."""
    admission = admission_of(spell)
    if isinstance(spell.stage, Voided):
        raise SpellWasCancelled
    if at < admission.at or (spell.left_bed_at and at > spell.left_bed_at):
        raise DelayOutsideStay(fields="at")


class ReasonNotInForce(Rejection):
    """This reason was not on the national list on that day. Choose one of the list as it was then."""


class DelayOutsideStay(Rejection):
    """This time lies before the admission or after the person left. Check the time."""


class BlockerRecordedBefore(Rejection):
    """This blocker was recorded with other words, or was taken back. Record a new one."""


class BlockerEndsBeforeStart(Rejection):
    """This is before the blocker began. Check the time, or take the blocker back if it was a mistake."""


def _blocker(key: UUID, spell: Spell) -> RecordedBlocker:
    if key not in spell.delays.blockers:
        raise NotKnown(what="blocker")
    return spell.delays.blockers[key]


def _require_after_start(at: datetime, blocker: RecordedBlocker) -> None:
    if at < blocker.start:
        raise BlockerEndsBeforeStart(fields="at")
