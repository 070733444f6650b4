"""One person's way from referral to home: the commands on a case, and how its events fold."""

from dataclasses import replace
from typing import TypeAlias, assert_never
from uuid import UUID

from app.domain.case.closing import (
    CaseClosed,
    CaseReopened,
    CloseCase,
    ClosingEvent,
    ReopenCase,
    close_case,
    reopen_case,
)
from app.domain.case.facts import CaseFacts
from app.domain.case.giving import CaseGiven, GiveCase, give_case
from app.domain.case.leaving import (
    CameBack,
    LeavingEvent,
    LeavingPlanned,
    LeftHospital,
    PlanLeaving,
    RecordDeparture,
    RecordReturn,
    plan_leaving,
    record_departure,
    record_return,
)
from app.domain.case.pathway import DecidePathway, PathwayDecided, decide_pathway
from app.domain.case.referral import (
    ReferralEvent,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    ReturnReferral,
    SubmitReferral,
    return_referral,
    submit_referral,
)
from app.domain.case.state import (
    AwaitingTriage,
    Away,
    Case,
    Ended,
    InHospital,
    NotReferred,
    Planning,
    Referral,
    WithWard,
)
from app.domain.case.triage import (
    AcceptReferral,
    CaseManagerNamed,
    NameCaseManager,
    ReferralAccepted,
    TriageEvent,
    accept_referral,
    name_case_manager,
)
from app.domain.decider import Decider, Recorded
from app.domain.rejections import NotKnown

__all__ = [
    "CASE",
    "CASE_EVENTS",
    "AcceptReferral",
    "AnyCaseCommand",
    "CameBack",
    "Case",
    "CaseClosed",
    "CaseEvent",
    "CaseFacts",
    "CaseGiven",
    "CaseManagerNamed",
    "CaseReopened",
    "CloseCase",
    "DecidePathway",
    "GiveCase",
    "LeavingPlanned",
    "LeftHospital",
    "NameCaseManager",
    "PathwayDecided",
    "PlanLeaving",
    "RecordDeparture",
    "RecordReturn",
    "ReferralAccepted",
    "ReferralResubmitted",
    "ReferralReturned",
    "ReferralSubmitted",
    "ReopenCase",
    "ReturnReferral",
    "SubmitReferral",
]

CaseEvent: TypeAlias = ReferralEvent | TriageEvent | PathwayDecided | LeavingEvent | ClosingEvent | CaseGiven
AnyCaseCommand: TypeAlias = (
    SubmitReferral
    | ReturnReferral
    | AcceptReferral
    | NameCaseManager
    | DecidePathway
    | PlanLeaving
    | RecordDeparture
    | RecordReturn
    | CloseCase
    | ReopenCase
    | GiveCase
)


def decide(command: AnyCaseCommand, case: Case, facts: CaseFacts) -> list[CaseEvent]:
    """What this command records on this case; a repeat records nothing, a refusal is raised."""
    if isinstance(case.stage, NotReferred) and not isinstance(command, SubmitReferral):
        raise NotKnown(what="case")
    events: list[CaseEvent] = []
    match command:
        case SubmitReferral():
            events += submit_referral(command, case, facts)
        case ReturnReferral():
            events += return_referral(command, case)
        case AcceptReferral():
            events += accept_referral(command, case, facts)
        case NameCaseManager():
            events += name_case_manager(command, case, facts)
        case DecidePathway():
            events += decide_pathway(command, case)
        case PlanLeaving():
            events += plan_leaving(command, case)
        case RecordDeparture():
            events += record_departure(command, case)
        case RecordReturn():
            events += record_return(command, case)
        case CloseCase():
            events += close_case(command, case)
        case ReopenCase():
            events += reopen_case(command, case, facts)
        case GiveCase():
            events += give_case(command, case)
        case _:
            assert_never(command)
    return events


def evolve(case: Case, recorded: Recorded[CaseEvent]) -> Case:
    """The case after one more event."""
    event = recorded.event
    match event:
        case ReferralSubmitted():
            sent = Referral(
                person_id=event.person_id,
                spell_id=event.spell_id,
                hub_id=event.hub_id,
                needs=event.needs,
                words=event.words,
            )
            return replace(case, stage=AwaitingTriage(), referral=sent)
        case ReferralReturned():
            return replace(case, stage=WithWard(event.fields, event.words))
        case ReferralResubmitted():
            again = replace(case.referral, needs=event.needs, words=event.words) if case.referral else None
            return replace(case, stage=AwaitingTriage(), referral=again)
        case ReferralAccepted(case_manager=manager):
            return replace(case, stage=Planning(manager), case_manager=manager, accepted_with=manager)
        case CaseManagerNamed(case_manager=manager):
            return replace(case, stage=Planning(manager), case_manager=manager)
        case PathwayDecided():
            return replace(case, pathway=event)
        case LeavingPlanned():
            return replace(case, leaving=event)
        case LeftHospital():
            fed_at = recorded.at if recorded.told_at else None
            return replace(case, stage=Away(before=_in_hospital(case), fed_at=fed_at))
        case CameBack():
            return replace(case, stage=_in_hospital(case))
        case CaseClosed():
            ended = Ended(outcome=event.outcome, before=_not_ended(case))
            return replace(case, stage=ended, answered=_answered(case, event.closure_id))
        case CaseReopened():
            return replace(case, stage=_not_ended(case), answered=_answered(case, event.reopening_id))
        case CaseGiven(person_id=person):
            return replace(case, referral=replace(case.referral, person_id=person) if case.referral else None)
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


CASE = Decider(initial=Case(), decide=decide, evolve=evolve)
CASE_EVENTS = (
    ReferralSubmitted,
    ReferralReturned,
    ReferralResubmitted,
    ReferralAccepted,
    CaseManagerNamed,
    PathwayDecided,
    LeavingPlanned,
    LeftHospital,
    CameBack,
    CaseClosed,
    CaseReopened,
    CaseGiven,
)
