"""The case as its person comes and goes: out of hospital, back, into another stay, and back to where it was."""

from datetime import datetime

from app.domain.case.arriving.known import both_known, known_of
from app.domain.case.failed_discharge import failed
from app.domain.case.last_return import last_return
from app.domain.case.leaving import CameBack, LeftHospital
from app.domain.case.state import AwaitingTriage, Away, Case, Ended, Following, InHospital, NotReferred, Return
from app.domain.case.stay.evolving import as_before, paused
from app.domain.case.stay.state import open_stay
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import LeftAfterAll, TrackingUndone
from app.domain.codes.return_reasons import ReturnReason
from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.values import ActorKind


def left(case: Case, event: LeftHospital, recorded: Recorded[object]) -> Case:
    """They left; what is known of the arrival stands where time or way of the same leaving are put right."""
    fed_at = recorded.at if recorded.by.kind is ActorKind.FEED else None
    known = known_of(case)
    away = Away(before=_in_hospital(case), fed_at=fed_at, left_at=recorded.at, how=event.how, known=known)
    return replace(case, stage=away, back=None)


def came_back(case: Case, event: CameBack, at: datetime) -> Case:
    """They are in the same stay again."""
    back = _back(case, event, at)
    mistake = event.reason is ReturnReason.RECORDED_BY_MISTAKE
    stays = paused(case.stays, at, left_at=back.away.left_at, never_left=mistake) if back else case.stays
    used = _slot_used(case, at) if back and not mistake else case.slot_used
    return replace(case, stage=_in_hospital(case), back=back or case.back, stays=stays, slot_used=used)


def _back(case: Case, event: CameBack, at: datetime) -> Return | None:
    if not isinstance(case.stage, Away):
        return None
    return Return(case.stage, failed(case.stage.left_at, at, event.reason), case.stays, at, case.slot_used)


def tracked(case: Case, event: CaseTracked, at: datetime) -> Case:
    """They are in another stay, which began `at`."""
    away = case.stage if isinstance(case.stage, Away) else None
    back = Return(away, event.failed_discharge, case.stays, at, case.slot_used) if away else None
    followed = Following(case.spell_id, back, event.by_itself, case.followed, case.back) if case.spell_id else None
    stays = paused(case.stays, at, left_at=back.away.left_at) if back else case.stays
    following = replace(case, spell_id=event.spell_id, followed=followed, let_go=case.let_go - {event.spell_id})
    used = _slot_used(case, at) if back else case.slot_used
    return replace(following, stage=_in_hospital(case), back=None, stays=stays, slot_used=used)


def followed_before(case: Case, event: TrackingUndone, at: datetime) -> Case:
    """What was said of an arrival since is of the leaving that stands again."""
    followed = case.followed
    before = replace(case, spell_id=event.spell_id, followed=followed.before if followed else None)
    if event.let_go and case.spell_id:
        before = replace(before, let_go=case.let_go | {case.spell_id})
    if event.left_at is None:
        return _never_left(before, at, followed.returned if followed else None)
    return left_again(before, event, event.left_at, followed.back if followed else None)


def _never_left(case: Case, at: datetime, returned: Return | None) -> Case:
    """Who had not left the earlier stay is in hospital still: who met them since waits from when that is known."""
    left_at = case.stage.left_at if isinstance(case.stage, Away) else None
    stays = paused(case.stays, at, left_at=left_at) if left_at else case.stays
    return replace(case, stage=_in_hospital(case), back=returned, stays=stays)


def left_again(case: Case, event: LeftAfterAll | TrackingUndone, left_at: datetime, back: Return | None) -> Case:
    """Away as they were."""
    fed_at, known = (back.away.fed_at, both_known(back.away, case)) if back else (None, {})
    away = Away(before=_in_hospital(case), fed_at=fed_at, left_at=left_at, how=event.how, known=known)
    stays = as_before(case.stays, back.stays) if back else case.stays
    used = case.slot_used and back is not None and back.slot_used
    return replace(case, stage=away, back=None, stays=stays, slot_used=used)


def waiting(case: Case, at: datetime) -> Case:
    """Who is in hospital is in no service's care: a stay that goes on there after all waits since they came back."""
    if not case.stays or isinstance(case.stage, Away | Ended):
        return case
    stay, back = open_stay(case.stays), last_return(case)
    if stay is None or stay.paused_at:
        return case
    met_at = max([stay.started_at, *(each.until for each in stay.pauses if each.until)])
    stays = paused(case.stays, max(back.at, met_at) if back else at, left_at=back.away.left_at if back else None)
    return replace(case, stays=stays)


def not_ended(case: Case) -> InHospital | Away:
    """Where it stands, or stood before it was closed."""
    stage = case.stage
    if isinstance(stage, Ended):
        return stage.before
    return AwaitingTriage() if isinstance(stage, NotReferred) else stage


def _slot_used(case: Case, back_at: datetime) -> bool:
    """Who is back before the time that was agreed had not left by it: it stands."""
    return case.slot_used or (case.leaving is not None and case.leaving.leave_at <= back_at)


def _in_hospital(case: Case) -> InHospital:
    stage = not_ended(case)
    return stage.before if isinstance(stage, Away) else stage
