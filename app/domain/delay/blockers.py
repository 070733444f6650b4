"""Blockers that people record: what is in the way, since when, whose it is, and whether it stops leaving (rule 6).

Everyone in a bed may have some, case or not; several at once. One that does not stop leaving is a flag: it is shown,
and is no reason, unless it is a step or a wait that the reporting rule knows.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias, assert_never
from uuid import UUID

from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay.recorded import Delays, RecordedBlocker
from app.domain.local_time import local_date
from app.domain.rejections import NotKnown, Rejection
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


def blocker_is_news(event: BlockerEvent, at: datetime, delays: Delays, *, corrects: bool = True) -> bool:
    """Whether this changes what is known of the blocker; raises what is wrong with saying it.

    Where `at` was not said, telling again what stands already `corrects` nothing.
    """
    match event:
        case BlockerRecorded():
            return _is_new(event, at, delays)
        case BlockerMarked():
            blocker = _blocker(event.blocker_id, delays)
            stands = blocker.marks.get(at) if corrects else blocker.stopped_at(at)
            return stands != event.stops_leaving and _after_start(at, blocker)
        case BlockerEnded():
            blocker = _blocker(event.blocker_id, delays)
            repeats = blocker.end == at or (blocker.end is not None and not corrects)
            return not repeats and _after_start(at, blocker)
        case BlockerWithdrawn():
            return event.blocker_id not in delays.withdrawn and bool(_blocker(event.blocker_id, delays))
        case _:
            assert_never(event)


def require_in_force(reason: DelayReason, at: datetime) -> None:
    """The reason must be on the national list on the local date of that time. Raises ReasonNotInForce."""
    require_listed(reason, local_date(at))


def require_listed(reason: DelayReason, on: date) -> None:
    """The same of a date, be it long past. Raises ReasonNotInForce."""
    if not LISTED[reason].in_force(on):
        raise ReasonNotInForce(fields="reason")


class ReasonNotInForce(Rejection):
    """This reason was not on the national list on that day. Choose one of the list as it was then."""


class BlockerRecordedBefore(Rejection):
    """This blocker was recorded with other words, or was taken back. Record a new one."""


class BlockerEndsBeforeStart(Rejection):
    """This is before the blocker began. Check the time, or take the blocker back if it was a mistake."""


def _is_new(event: BlockerRecorded, at: datetime, delays: Delays) -> bool:
    before = delays.blockers.get(event.blocker_id)
    if event.blocker_id in delays.withdrawn:
        raise BlockerRecordedBefore
    if before:
        if (before.reason, before.owner, before.words) != (event.reason, event.owner, event.words):
            raise BlockerRecordedBefore
        return False
    require_in_force(event.reason, at)
    return True


def _blocker(key: UUID, delays: Delays) -> RecordedBlocker:
    if key not in delays.blockers:
        raise NotKnown(what="blocker")
    return delays.blockers[key]


def _after_start(at: datetime, blocker: RecordedBlocker) -> bool:
    if at < blocker.start:
        raise BlockerEndsBeforeStart(fields="at")
    return True
