"""Ways out and back of the invented case: what is said of them, and the commands that say it."""

from datetime import datetime
from uuid import UUID

from app.domain.case import (
    CameBack,
    LeavingPlanned,
    LeftAfterAll,
    LeftHospital,
    PlanLeaving,
    RecordDeparture,
    RecordReturn,
    ResumeReferral,
    StepUndone,
    TrackingUndone,
    UndoHubStep,
    UndoSharedStep,
)
from app.domain.case.leaving import LeaveFrom
from app.domain.case.undoing import HubStep, SharedStep
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.slot_reasons import SlotReason
from app.domain.codes.ways_out import WayOut
from app.domain.values import SpellId, Words
from tests.domain.case.way import CASE_ID, SPELL, TOMORROW
from tests.domain.given import NOON, NURSE, uid

WHY = "Not this one."
UNDO, OTHER_UNDO = uid(81), uid(82)


def left_by(how: WayOut) -> LeftHospital:
    return LeftHospital(how=how)


def back_for(reason: ReturnReason | None, words: str | None = None) -> CameBack:
    return CameBack(reason=reason, words=Words(words) if words else None)


def changed(at: datetime = TOMORROW, reason: SlotReason | None = None, why: str | None = None) -> LeavingPlanned:
    return LeavingPlanned(
        leave_at=at,
        leave_from=LeaveFrom.LOUNGE,
        going_to=Words("Own home"),
        received_by=Words("Her daughter"),
        reason=reason,
        why=Words(why) if why else None,
    )


def change(at: datetime = TOMORROW, reason: SlotReason | None = None, why: str | None = None) -> PlanLeaving:
    return PlanLeaving(
        case_id=CASE_ID,
        by=NURSE,
        at=NOON,
        leave_at=at,
        leave_from=LeaveFrom.LOUNGE,
        going_to=Words("Own home"),
        received_by=Words("Her daughter"),
        reason=reason,
        why=Words(why) if why else None,
    )


def leave_by(how: WayOut | None, at: datetime = NOON) -> RecordDeparture:
    return RecordDeparture(case_id=CASE_ID, by=NURSE, at=at, how=how)


def return_for(reason: ReturnReason | None, words: str | None = None, at: datetime = NOON) -> RecordReturn:
    said = Words(words) if words else None
    return RecordReturn(case_id=CASE_ID, by=NURSE, at=at, reason=reason, words=said)


def undone(what: HubStep, undo: UUID = UNDO) -> StepUndone:
    return StepUndone(what=what, words=Words(WHY), undo_id=undo)


def undo(what: HubStep, undo: UUID = UNDO) -> UndoHubStep:
    return UndoHubStep(case_id=CASE_ID, by=NURSE, at=NOON, what=what, words=Words(WHY), undo_id=undo)


def undo_shared(what: SharedStep, undo: UUID = UNDO) -> UndoSharedStep:
    return UndoSharedStep(case_id=CASE_ID, by=NURSE, at=NOON, what=what, words=Words(WHY), undo_id=undo)


def left_after_all(at: datetime = NOON, *, how: WayOut | None = None, failed: bool = True) -> LeftAfterAll:
    return LeftAfterAll(left_at=at, how=how, failed=failed, words=Words(WHY), undo_id=UNDO)


def tracking_undone(spell: SpellId = SPELL, at: datetime | None = NOON, *, failed: bool = False) -> TrackingUndone:
    return TrackingUndone(spell_id=spell, left_at=at, how=None, failed=failed, words=Words(WHY), undo_id=UNDO)


def resume(asked: UUID = UNDO) -> ResumeReferral:
    return ResumeReferral(case_id=CASE_ID, by=NURSE, at=NOON, words=Words(WHY), reopening_id=asked)
