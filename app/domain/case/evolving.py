"""The case after one more event. Nothing is refused here."""

from dataclasses import replace
from typing import assert_never
from uuid import UUID

from app.domain.case.best_interests import BestInterestsDecided
from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.early_alert import EarlyAlertRaised
from app.domain.case.events import CaseEvent
from app.domain.case.giving import CaseGiven
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital
from app.domain.case.pathway import PathwayDecided
from app.domain.case.referral import ReferralAmended, ReferralResubmitted, ReferralReturned, ReferralSubmitted
from app.domain.case.state import (
    Alerted,
    AwaitingTriage,
    Away,
    Case,
    Ended,
    InHospital,
    NotReferred,
    Planning,
    WithWard,
)
from app.domain.case.tracking import CaseTracked
from app.domain.case.triage import CaseManagerNamed, ReferralAccepted
from app.domain.decider import Recorded


def evolve(case: Case, recorded: Recorded[CaseEvent]) -> Case:
    """The case once this is known."""
    event = recorded.event
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
            return replace(case, stage=Planning(manager), case_manager=manager, accepted_with=manager)
        case CaseManagerNamed(case_manager=manager):
            return replace(case, stage=Planning(manager), case_manager=manager)
        case BestInterestsDecided():
            return replace(case, best_interests=event)
        case PathwayDecided():
            return replace(case, pathway=event)
        case LeavingPlanned():
            return replace(case, leaving=event)
        case LeftHospital():
            fed_at = recorded.at if recorded.told_at else None
            return replace(case, stage=Away(before=_in_hospital(case), fed_at=fed_at))
        case CameBack():
            return replace(case, stage=_in_hospital(case))
        case CaseTracked(spell_id=spell):
            return replace(case, stage=_in_hospital(case), spell_id=spell)
        case CaseClosed():
            ended = Ended(outcome=event.outcome, before=_not_ended(case))
            return replace(case, stage=ended, answered=_answered(case, event.closure_id))
        case CaseReopened():
            return replace(case, stage=_not_ended(case), answered=_answered(case, event.reopening_id))
        case CaseGiven(person_id=person):
            return replace(case, person_id=person)
        case _:
            assert_never(event)


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
