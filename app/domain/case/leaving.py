"""The agreed slot to leave, the leaving itself, and the way back when it did not happen."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.state import Away, Case, Ended, Planning
from app.domain.case.triage import NotInPlanning
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.slot_reasons import SlotReason
from app.domain.codes.ways_out import WayOut
from app.domain.rejections import Rejection
from app.domain.values import WardId, Words


class LeaveFrom(StrEnum):
    """Where transport picks the person up."""

    WARD = "ward"
    LOUNGE = "lounge"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPlanned:
    """When the person leaves, from where, to where, and who receives them. Never mixed with the EDD or ready date.

    `reason` and `why` say why an earlier slot was changed; the first slot has none.
    """

    leave_at: datetime
    leave_from: LeaveFrom
    going_to: Words
    received_by: Words
    reason: SlotReason | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftHospital:
    """The person left hospital; once more, where time or way are put right. `how`: where the stay said so.

    `ward_id` is the ward that they left, where the stay tells.
    """

    how: WayOut | None = None
    ward_id: WardId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """The leaving was cancelled or failed: the person is in hospital after all, and the case stands where it stood."""

    reason: ReturnReason | None = None
    words: Words | None = None


LeavingEvent = LeavingPlanned | LeftHospital | CameBack


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLeaving(CaseCommand):
    """Agree, or change, the slot to leave."""

    leave_at: datetime
    leave_from: LeaveFrom
    going_to: Words
    received_by: Words
    reason: SlotReason | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeparture(CaseCommand):
    """Say that the person left hospital, and how if the stay says so."""

    how: WayOut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturn(CaseCommand):
    """Say that the person is in hospital after all; where the discharge failed, why."""

    reason: ReturnReason | None = None
    words: Words | None = None


def plan_leaving(command: PlanLeaving, case: Case) -> list[LeavingEvent]:
    """The slot is agreed while the hub plans; the same slot again changes nothing, then or later.

    Pharmacy, transport, provider and family work from the slot, so that one is changed for a reason. Who left by it
    and is back has none any more: the next is agreed anew, be it for the same time.
    """
    planned = LeavingPlanned(
        leave_at=command.leave_at,
        leave_from=command.leave_from,
        going_to=command.going_to,
        received_by=command.received_by,
    )
    if case.slot and replace(case.slot, reason=None, why=None) == planned:
        return []
    if not isinstance(case.stage, Planning):
        raise NotInPlanning
    if case.leaving is None:
        return [planned]
    if command.reason is None and case.slot:
        raise SlotReasonMissing(fields="reason")
    if command.reason is SlotReason.OTHER and not command.why:
        raise SlotReasonMissing(fields="why")
    return [replace(planned, reason=command.reason, why=command.why)]


def record_departure(command: RecordDeparture, case: Case, facts: CaseFacts) -> list[LeavingEvent]:
    """A person may leave at any stage, planned or not, and from the virtual ward once more.

    Only its own time may a feed put right, never that of staff.
    """
    left = LeftHospital(how=command.how, ward_id=facts.ward_id)
    match case.stage:
        case Away(how=WayOut.VIRTUAL_WARD) if command.how not in (None, WayOut.VIRTUAL_WARD):
            return [left]
        case Away(fed_at=fed_at, how=how) if not command.by_hand and fed_at:
            return [] if (fed_at, how) == (command.at, command.how) else [left]
        case Away():
            return []
        case Ended():
            raise CaseIsClosed
        case _:
            return [left]


def record_return(command: RecordReturn, case: Case) -> list[LeavingEvent]:
    """Only somebody who left can be back. *Other* is said in words."""
    if not isinstance(case.stage, Away):
        return []
    if command.reason is ReturnReason.OTHER and not command.words:
        raise ReturnReasonInWords(fields="words")
    return [CameBack(reason=command.reason, words=command.words)]


class CaseIsClosed(Rejection):
    """This case is closed. Reopen it first if the work on it goes on."""


class SlotReasonMissing(Rejection):
    """A slot is agreed already, and others work from it. Say why it changes; for *other*, say it in words."""


class ReturnReasonInWords(Rejection):
    """Say in words why they are back in hospital, or choose one of the other reasons."""
