"""What each command records on a case: one small function a command, in the file of its ability."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeAlias, assert_never

from app.domain.case.arriving.deciding import AnyArrivingCommand, decide_arriving
from app.domain.case.assessing import ConfirmStillTrue, SignAssessment, confirm_still_true, sign_assessment
from app.domain.case.best_interests import RecordBestInterests, record_best_interests
from app.domain.case.closing import CloseCase, ReopenCase, close_case, reopen_case
from app.domain.case.early_alert import RaiseEarlyAlert, raise_early_alert
from app.domain.case.events import CaseEvent
from app.domain.case.facts import CaseFacts
from app.domain.case.giving import GiveCase, give_case
from app.domain.case.holding.asking import asked_with
from app.domain.case.holding.deciding import AnyHoldingCommand, decide_holding, given_back_with
from app.domain.case.item_answers import (
    AnswerItem,
    ReplyToService,
    ReportDifference,
    answer_item,
    reply_to_service,
    report_difference,
)
from app.domain.case.leaving import (
    PlanLeaving,
    RecordDeparture,
    RecordReturn,
    plan_leaving,
    record_departure,
    record_return,
)
from app.domain.case.medicines import TellMedicines, tell_medicines
from app.domain.case.notes import AmendNote, PinNote, WriteNote, amend_note, pin_note, write_note
from app.domain.case.pathway import DecidePathway, decide_pathway
from app.domain.case.referral import (
    AmendReferral,
    ReturnReferral,
    SubmitReferral,
    amend_referral,
    return_referral,
    submit_referral,
)
from app.domain.case.remaining.deciding import AnyRemainingCommand, decide_remaining
from app.domain.case.requests.deciding import AnyRequestCommand, decide_request, ended_with
from app.domain.case.requests.reading import (
    AnswerOwnItem,
    ReportOwnDifference,
    answer_own_item,
    report_own_difference,
)
from app.domain.case.state import Case, NotReferred
from app.domain.case.stay.deciding import AnyStayCommand, decide_stay
from app.domain.case.stay.dying import died_in
from app.domain.case.tasks.deciding import AnyTaskCommand, decide_task
from app.domain.case.tracking import (
    FollowPerson,
    GoBackToStay,
    TrackCase,
    follow_person,
    go_back_to_stay,
    track_case,
)
from app.domain.case.triage import AcceptReferral, NameCaseManager, accept_referral, name_case_manager
from app.domain.case.undoing import (
    ResumeReferral,
    UndoHubStep,
    UndoSharedStep,
    resume_referral,
    undo_hub_step,
    undo_shared_step,
)
from app.domain.case.withdrawing import WithdrawReferral, withdraw_referral
from app.domain.rejections import NotKnown

AnyCaseCommand: TypeAlias = (
    RaiseEarlyAlert
    | SubmitReferral
    | ReturnReferral
    | AmendReferral
    | WithdrawReferral
    | TrackCase
    | FollowPerson
    | GoBackToStay
    | AcceptReferral
    | NameCaseManager
    | RecordBestInterests
    | DecidePathway
    | PlanLeaving
    | TellMedicines
    | RecordDeparture
    | RecordReturn
    | CloseCase
    | ReopenCase
    | ResumeReferral
    | UndoHubStep
    | UndoSharedStep
    | WriteNote
    | AmendNote
    | PinNote
    | SignAssessment
    | ConfirmStillTrue
    | AnswerItem
    | ReplyToService
    | ReportDifference
    | AnswerOwnItem
    | ReportOwnDifference
    | GiveCase
    | AnyRequestCommand
    | AnyTaskCommand
    | AnyHoldingCommand
    | AnyArrivingCommand
    | AnyStayCommand
    | AnyRemainingCommand
)

_BEGINS = (RaiseEarlyAlert, SubmitReferral)


def decide(command: AnyCaseCommand, case: Case, facts: CaseFacts) -> list[CaseEvent]:
    """What this command records on this case; a repeat records nothing, a refusal is raised."""
    if isinstance(case.stage, NotReferred) and not isinstance(command, _BEGINS):
        raise NotKnown(what="case")
    events = list(_decided(command, case, facts))
    return [*events, *(further for each in events for further in _with(each, events, case, facts, command.at))]


def _with(
    event: CaseEvent, recorded: Sequence[CaseEvent], case: Case, facts: CaseFacts, at: datetime
) -> Iterable[CaseEvent]:
    """What is recorded with an event; `case` is as it stood before."""
    yield from ended_with(event, case)
    yield from given_back_with(event, recorded, case, facts, at)
    yield from asked_with(event, case, at)
    yield from died_in(event, recorded, case, at)


def _decided(command: AnyCaseCommand, case: Case, facts: CaseFacts) -> Iterable[CaseEvent]:
    if isinstance(command, AnyRequestCommand):
        return decide_request(command, case, facts)
    if isinstance(command, AnyTaskCommand):
        return decide_task(command, case, facts)
    if isinstance(command, AnyHoldingCommand):
        return decide_holding(command, case, facts)
    if isinstance(command, AnyArrivingCommand):
        return decide_arriving(command, case, facts)
    if isinstance(command, AnyStayCommand):
        return decide_stay(command, case, facts)
    if isinstance(command, AnyRemainingCommand):
        return decide_remaining(command, case, facts)
    match command:
        case RaiseEarlyAlert():
            return raise_early_alert(command, case, facts)
        case SubmitReferral():
            return submit_referral(command, case, facts)
        case ReturnReferral():
            return return_referral(command, case)
        case AmendReferral():
            return amend_referral(command, case)
        case WithdrawReferral():
            return withdraw_referral(command, case)
        case TrackCase():
            return track_case(command, case, facts)
        case FollowPerson():
            return follow_person(command, case)
        case GoBackToStay():
            return go_back_to_stay(command, case)
        case AcceptReferral():
            return accept_referral(command, case, facts)
        case NameCaseManager():
            return name_case_manager(command, case, facts)
        case RecordBestInterests():
            return record_best_interests(command, case)
        case DecidePathway():
            return decide_pathway(command, case, facts)
        case PlanLeaving():
            return plan_leaving(command, case)
        case TellMedicines():
            return tell_medicines(command, case)
        case RecordDeparture():
            return record_departure(command, case, facts)
        case RecordReturn():
            return record_return(command, case)
        case CloseCase():
            return close_case(command, case)
        case ReopenCase():
            return reopen_case(command, case, facts)
        case ResumeReferral():
            return resume_referral(command, case, facts)
        case UndoHubStep():
            return undo_hub_step(command, case)
        case UndoSharedStep():
            return undo_shared_step(command, case)
        case WriteNote():
            return write_note(command, case, facts)
        case AmendNote():
            return amend_note(command, case, facts)
        case PinNote():
            return pin_note(command, case)
        case SignAssessment():
            return sign_assessment(command, case, facts)
        case ConfirmStillTrue():
            return confirm_still_true(command, case)
        case AnswerItem():
            return answer_item(command, case, facts)
        case ReplyToService():
            return reply_to_service(command, case)
        case ReportDifference():
            return report_difference(command, case, facts)
        case AnswerOwnItem():
            return answer_own_item(command, case, facts)
        case ReportOwnDifference():
            return report_own_difference(command, case, facts)
        case GiveCase():
            return give_case(command, case)
        case _:
            assert_never(command)
