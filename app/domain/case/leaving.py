"""The agreed slot to leave, the leaving itself, and the way back when it did not happen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.case.command import CaseCommand
from app.domain.case.state import Away, Case, Ended, Planning
from app.domain.case.triage import NotInPlanning
from app.domain.rejections import Rejection
from app.domain.values import Words


class LeaveFrom(StrEnum):
    """Where transport picks the person up."""

    WARD = "ward"
    LOUNGE = "lounge"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPlanned:
    """When the person leaves, from where, to where, and who receives them. Never mixed with the EDD or ready date."""

    leave_at: datetime
    leave_from: LeaveFrom
    going_to: Words
    received_by: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftHospital:
    """The person left hospital; once more, where a feed puts the time right that it gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """The leaving was cancelled or failed: the person is in hospital after all, and the case stands where it stood."""


LeavingEvent = LeavingPlanned | LeftHospital | CameBack


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLeaving(CaseCommand):
    """Agree, or change, the slot to leave."""

    leave_at: datetime
    leave_from: LeaveFrom
    going_to: Words
    received_by: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeparture(CaseCommand):
    """Say that the person left hospital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturn(CaseCommand):
    """Say that the person is in hospital after all."""


def plan_leaving(command: PlanLeaving, case: Case) -> list[LeavingEvent]:
    """The slot is agreed while the hub plans; the same slot again changes nothing, then or later."""
    planned = LeavingPlanned(
        leave_at=command.leave_at,
        leave_from=command.leave_from,
        going_to=command.going_to,
        received_by=command.received_by,
    )
    if case.leaving == planned:
        return []
    if not isinstance(case.stage, Planning):
        raise NotInPlanning
    return [planned]


def record_departure(command: RecordDeparture, case: Case) -> list[LeavingEvent]:
    """A person may leave at any stage, planned or not. Only its own time may a feed put right, never that of staff."""
    match case.stage:
        case Away(fed_at=fed_at) if not command.by_hand and fed_at and fed_at != command.at:
            return [LeftHospital()]
        case Away():
            return []
        case Ended():
            raise CaseIsClosed
        case _:
            return [LeftHospital()]


def record_return(_command: RecordReturn, case: Case) -> list[LeavingEvent]:
    """Only somebody who left can be back."""
    return [CameBack()] if isinstance(case.stage, Away) else []


class CaseIsClosed(Rejection):
    """This case is closed. Reopen it first if the work on it goes on."""
