"""The case after one more event. Nothing is refused here."""

from typing import assert_never
from uuid import UUID

from app.domain.case.arriving.evolving import ArrivingEvent
from app.domain.case.assessed import assessed
from app.domain.case.assessing import AssessmentReaffirmed, AssessmentSigned
from app.domain.case.best_interests import BestInterestsDecided, settling
from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.coming_and_going import came_back, followed_before, left, left_again, not_ended, tracked, waiting
from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.events import CaseEvent
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
from app.domain.case.state import Alerted, AwaitingTriage, Case, Ended, Planning, WithWard
from app.domain.case.stay.events import StayEvent
from app.domain.case.stay.evolving import closed, opened
from app.domain.case.tasks.evolving import TaskEvent, tasked
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import CaseManagerNamed, ReferralAccepted
from app.domain.case.undoing import HubStep, LeftAfterAll, StepUndone, TrackingUndone
from app.domain.decider import Recorded
from app.domain.replacing import replace


def evolve(case: Case, recorded: Recorded[CaseEvent]) -> Case:
    """The case once this is known."""
    return waiting(_evolved(case, recorded), recorded.at)


def _evolved(case: Case, recorded: Recorded[CaseEvent]) -> Case:
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
            return replace(case, leaving=event, slot_used=False)
        case MedicinesTold():
            return replace(case, medicines=event)
        case LeftHospital():
            return left(case, event, recorded)
        case CameBack():
            return came_back(case, event, recorded.at)
        case CaseTracked():
            return tracked(case, event, recorded.at)
        case LeftAfterAll():
            return replace(left_again(case, event, event.left_at, case.back), answered=_answered(case, event.undo_id))
        case TrackingUndone():
            return replace(followed_before(case, event, recorded.at), answered=_answered(case, event.undo_id))
        case StepUndone():
            return replace(_undone(case, event.what), answered=_answered(case, event.undo_id))
        case CaseClosed():
            ended = Ended(outcome=event.outcome, before=not_ended(case), closed_by=event.closure_id)
            requests = replace(case.requests, at_death=ended_by_death(event, case))
            shut = replace(case, stage=ended, requests=requests, stays=closed(case.stays, recorded.at))
            return replace(shut, answered=_answered(case, event.closure_id))
        case CaseReopened():
            again = replace(case, stage=not_ended(case), stays=opened(case.stays))
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
