"""Saying what is in the way of leaving a community bed, and setting the reason by hand."""

from dataclasses import dataclass
from functools import partial
from typing import TypeAlias
from uuid import UUID

from app.domain.case.remaining.command import RemainingCommand, bed_of, require_in_bed
from app.domain.case.remaining.events import (
    StayBlockerEnded,
    StayBlockerMarked,
    StayBlockerRecorded,
    StayBlockerWithdrawn,
    StayReasonSet,
    StaySetReasonEnded,
)
from app.domain.case.state import Case
from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.overriding import reason_is_news
from app.domain.delay.saying import Ending, Marking, OfBlocker, Recording, news
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStayBlocker(RemainingCommand, Recording):
    """Say what is in the way since `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStayBlocker(RemainingCommand, Marking):
    """Say whether it stops leaving, from `at` on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStayBlocker(RemainingCommand, Ending):
    """Say that it is out of the way since `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStayBlocker(RemainingCommand, OfBlocker):
    """Say that it was recorded by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStayReason(RemainingCommand):
    """Set the reason from `at` on, and say why."""

    override_id: UUID
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSetStayReason(RemainingCommand):
    """The derived reason counts again from `at` on. `corrects`: the time was said, so it puts right an earlier one."""

    override_id: UUID
    corrects: bool = True


SayingCommand: TypeAlias = (
    RecordStayBlocker | MarkStayBlocker | EndStayBlocker | WithdrawStayBlocker | SetStayReason | EndSetStayReason
)


def record_stay_blocker(command: RecordStayBlocker, case: Case) -> list[StayBlockerRecorded]:
    """A reason in force, while they were in the bed; the same id again with the same content is none."""
    stay = bed_of(command, case)
    recorded = StayBlockerRecorded(stay_id=stay.stay_id, **command.content())
    return news(recorded, command.at, stay.delays, in_bed=partial(require_in_bed, stay=stay))


def mark_stay_blocker(command: MarkStayBlocker, case: Case) -> list[StayBlockerMarked]:
    """While it is in the way; what stands already is none, where no time was said."""
    stay = bed_of(command, case)
    marked = StayBlockerMarked(stay_id=stay.stay_id, blocker_id=command.blocker_id, stops_leaving=command.stops_leaving)
    in_bed = partial(require_in_bed, stay=stay)
    return news(marked, command.at, stay.delays, corrects=command.corrects, in_bed=in_bed)


def end_stay_blocker(command: EndStayBlocker, case: Case) -> list[StayBlockerEnded]:
    """Not before it began; another time than was said before puts that right."""
    stay = bed_of(command, case)
    ended = StayBlockerEnded(stay_id=stay.stay_id, blocker_id=command.blocker_id)
    return news(ended, command.at, stay.delays, corrects=command.corrects)


def withdraw_stay_blocker(command: WithdrawStayBlocker, case: Case) -> list[StayBlockerWithdrawn]:
    """Once is enough."""
    stay = bed_of(command, case)
    return news(StayBlockerWithdrawn(stay_id=stay.stay_id, blocker_id=command.blocker_id), command.at, stay.delays)


def set_stay_reason(command: SetStayReason, case: Case) -> list[StayReasonSet]:
    """A reason in force, while they were in the bed, and in words why; the same again is none."""
    stay = bed_of(command, case)
    own = StayReasonSet(
        stay_id=stay.stay_id, override_id=command.override_id, reason=command.reason, words=command.words
    )
    if not reason_is_news(own, command.at, stay.delays):
        return []
    require_in_bed(command.at, stay)
    return [own]


def end_set_stay_reason(command: EndSetStayReason, case: Case) -> list[StaySetReasonEnded]:
    """Not before it was set; another time than was said before puts that right."""
    stay = bed_of(command, case)
    ended = StaySetReasonEnded(stay_id=stay.stay_id, override_id=command.override_id)
    return [ended] if reason_is_news(ended, command.at, stay.delays, corrects=command.corrects) else []
