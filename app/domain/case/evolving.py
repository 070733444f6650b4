"""The case after one more event. Nothing is refused here."""

from datetime import datetime
from typing import assert_never
from uuid import UUID

from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.arriving.known import arriving_of, both
from app.domain.case.arriving.state import NOTHING_KNOWN
from app.domain.case.assessed import assessed
from app.domain.case.assessing import AssessmentReaffirmed, AssessmentSigned
from app.domain.case.best_interests import BestInterestsDecided, settling
from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.events import CaseEvent
from app.domain.case.failed_discharge import failed
from app.domain.case.giving import CaseGiven
from app.domain.case.holding.evolving import HoldingEvent, held
from app.domain.case.item_answers import FoundDifferent, ItemAccepted, ItemAnswered, ItemQueried, ItemRejected
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital
from app.domain.case.medicines import MedicinesTold
from app.domain.case.notes import NoteAmended, NotePinned, NoteUnpinned, NoteWritten
from app.domain.case.noting import noted
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralAmended, ReferralResubmitted, ReferralReturned, ReferralSubmitted
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.requests.giving_back import ended_by_death
from app.domain.case.since_leaving import after_arriving, after_remaining, after_request, after_stay
from app.domain.case.state import (
    Alerted,
    AwaitingTriage,
    Away,
    Case,
    Ended,
    Following,
    InHospital,
    NotReferred,
    Planning,
    Return,
    WithWard,
)
from app.domain.case.stay.events import StayEvent
from app.domain.case.stay.evolving import as_before, closed, opened, paused
from app.domain.case.tasks.evolving import TaskEvent, tasked
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import CaseManagerNamed, ReferralAccepted
from app.domain.case.undoing import HubStep, LeftAfterAll, StepUndone, TrackingUndone
from app.domain.codes.return_reasons import ReturnReason
from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.values import ActorKind


def evolve(case: Case, recorded: Recorded[CaseEvent]) -> Case:
    """The case once this is known."""
    event = recorded.event
    tasks = tasked(case.tasks, recorded)
    if tasks is not case.tasks:
        case = replace(case, tasks=tasks)
    holding = held(case.holding, recorded)
    if holding is not case.holding:
        case = replace(case, holding=holding)
    if isinstance(event, TaskEvent | HoldingEvent):
        return case
    if isinstance(event, RequestEvent):
        return after_request(case, event)
    if isinstance(event, StayEvent):
        return after_stay(case, event, recorded.at)
    if isinstance(event, RemainingEvent):
        return after_remaining(case, event, recorded.at)
    if isinstance(event, ArrivingEvent):
        return after_arriving(case, event, recorded.at)
    match event:
        case EarlyAlertRaised(person_id=person, spell_id=spell, hub_id=hub):
            return replace(case, stage=Alerted(), person_id=person, spell_id=spell, hub_id=hub)
        case ReferralSubmitted(person_id=person, spell_id=spell, hub_id=hub, form=form):
            sent = replace(case, submitted=form, form=form)
            return replace(sent, stage=AwaitingTriage(), person_id=person, spell_id=spell, hub_id=hub)
        case ReferralReturned():
            return replace(case, stage=WithWard(event.fields, event.words))
        case ReferralResubmitted(form=form):
            return replace(case, stage=AwaitingTriage(), form=case.form.after(form))
        case ReferralAmended(form=form):
            return replace(case, form=case.form.after(form))
        case ReferralAccepted(case_manager=manager):
            accepted = replace(case, stage=Planning(manager), case_manager=manager, accepted_with=manager)
            return replace(accepted, answered=_answered(case, event.acceptance_id))
        case CaseManagerNamed(case_manager=manager):
            return replace(case, stage=Planning(manager), case_manager=manager)
        case BestInterestsDecided():
            return replace(case, best_interests=settling(event, case.form))
        case PathwayDecided():
            return replace(case, pathway=event)
        case LeavingPlanned():
            return replace(case, leaving=event)
        case MedicinesTold():
            return replace(case, medicines=event)
        case LeftHospital():
            fed_at = recorded.at if recorded.by.kind is ActorKind.FEED else None
            known = arriving_of(case)  # where time or way of the same leaving are put right, it stands
            away = Away(before=_in_hospital(case), fed_at=fed_at, left_at=recorded.at, how=event.how, arriving=known)
            return replace(case, stage=away, back=None)
        case CameBack():
            back = _back(case, event, recorded.at)
            mistake = event.reason is ReturnReason.RECORDED_BY_MISTAKE
            stays = case.stays
            if back:
                stays = paused(stays, recorded.at, left_at=back.away.left_at, never_left=mistake)
            return replace(case, stage=_in_hospital(case), back=back or case.back, stays=stays)
        case CaseTracked():
            return _tracked(case, event, recorded.at)
        case LeftAfterAll():
            return replace(_left_again(case, event, case.back), answered=_answered(case, event.undo_id))
        case TrackingUndone():
            return replace(_followed_before(case, event), answered=_answered(case, event.undo_id))
        case StepUndone():
            return replace(_undone(case, event.what), answered=_answered(case, event.undo_id))
        case CaseClosed():
            ended = Ended(outcome=event.outcome, before=_not_ended(case), closed_by=event.closure_id)
            requests = replace(case.requests, at_death=ended_by_death(event, case.requests))
            shut = replace(case, stage=ended, requests=requests, stays=closed(case.stays, recorded.at))
            return replace(shut, answered=_answered(case, event.closure_id))
        case CaseReopened():
            again = replace(case, stage=_not_ended(case), stays=opened(case.stays))
            return replace(again, answered=_answered(case, event.reopening_id))
        case NoteWritten() | NoteAmended() | NotePinned() | NoteUnpinned():
            return replace(case, notes=noted(case.notes, event, recorded.by))
        case AssessmentSigned() | AssessmentReaffirmed() | FoundDifferent():
            return replace(case, assessments=assessed(case.assessments, event, recorded.at))
        case ItemAccepted() | ItemQueried() | ItemRejected() | ItemAnswered():
            return replace(case, assessments=assessed(case.assessments, event, recorded.at))
        case CaseGiven(person_id=person):
            return replace(case, person_id=person)
        case _:
            assert_never(event)


def _back(case: Case, event: CameBack, at: datetime) -> Return | None:
    if not isinstance(case.stage, Away):
        return None
    return Return(case.stage, failed(case.stage.left_at, at, event.reason), case.stays, at)


def _tracked(case: Case, event: CaseTracked, at: datetime) -> Case:
    back = Return(case.stage, event.failed_discharge, case.stays, at) if isinstance(case.stage, Away) else None
    followed = Following(case.spell_id, back, event.by_itself, case.followed) if case.spell_id else None
    stays = paused(case.stays, at, left_at=back.away.left_at) if back else case.stays
    following = replace(case, spell_id=event.spell_id, followed=followed, let_go=case.let_go - {event.spell_id})
    return replace(following, stage=_in_hospital(case), back=None, stays=stays)


def _followed_before(case: Case, event: TrackingUndone) -> Case:
    """What was said of an arrival since is of the leaving that stands again."""
    followed = case.followed
    before = replace(case, spell_id=event.spell_id, followed=followed.before if followed else None)
    if event.let_go and case.spell_id:
        before = replace(before, let_go=case.let_go | {case.spell_id})
    return _left_again(before, event, followed.back if followed else None)


def _left_again(case: Case, event: LeftAfterAll | TrackingUndone, back: Return | None) -> Case:
    """Away as they were; who had not left the earlier stay is in hospital still."""
    if event.left_at is None:
        return replace(case, stage=_in_hospital(case), back=None)
    fed_at, known = (back.away.fed_at, both(back.away.arriving, arriving_of(case))) if back else (None, NOTHING_KNOWN)
    away = Away(before=_in_hospital(case), fed_at=fed_at, left_at=event.left_at, how=event.how, arriving=known)
    stays = as_before(case.stays, back.stays) if back else case.stays
    return replace(case, stage=away, back=None, stays=stays)


def _undone(case: Case, step: HubStep) -> Case:
    match step:
        case HubStep.REFERRAL_RETURN:
            return replace(case, stage=AwaitingTriage())
        case HubStep.ACCEPTANCE:
            return replace(case, stage=AwaitingTriage(), case_manager=None, accepted_with=None)
        case HubStep.PATHWAY:
            return replace(case, pathway=None)
        case HubStep.LEAVING:
            return replace(case, leaving=None)
        case HubStep.BEST_INTERESTS:
            return replace(case, best_interests=None)
        case _:
            assert_never(step)


def _answered(case: Case, asked: UUID | None) -> frozenset[UUID]:
    return case.answered | {asked} if asked else case.answered


def _not_ended(case: Case) -> InHospital | Away:
    stage = case.stage
    if isinstance(stage, Ended):
        return stage.before
    return AwaitingTriage() if isinstance(stage, NotReferred) else stage


def _in_hospital(case: Case) -> InHospital:
    stage = _not_ended(case)
    return stage.before if isinstance(stage, Away) else stage
