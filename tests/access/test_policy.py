"""The one policy table: total over commands and kinds of row, closed by default, to each the work that is theirs."""

from collections.abc import Iterator
from sys import modules

import pytest

from app.access.commands import MAY_COMMAND
from app.access.policy import (
    MAY_SEE,
    NotAllowed,
    abilities,
    check,
    check_sight,
    may_see,
)
from app.domain.calendar import SetCalendar
from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    AnswerItem,
    CloseCase,
    ConfirmStillTrue,
    DecidePathway,
    FollowPerson,
    GiveCase,
    GoBackToStay,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReplyToService,
    ReportDifference,
    ResumeReferral,
    ReturnReferral,
    SignAssessment,
    SubmitReferral,
    TellMedicines,
    TrackCase,
    UndoHubStep,
    UndoSharedStep,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.death import HearOfDeath, HearTheyLive, ReportDeath
from app.domain.case.arriving.no_contact import ReportNoContact
from app.domain.case.arriving.taking_back import TakeArrivingBack
from app.domain.case.holding.answering import AnswerForPlace, AnswerForWork
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.asking_again import AskAgain
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.saying import RecordStayBlocker, SetStayReason
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.case.requests.answering import (
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.expiring import LetOfferExpire
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    FailStart,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
)
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer
from app.domain.case.requests.reading import AnswerOwnItem, OpenAssessment, ReportOwnDifference
from app.domain.case.requests.sending import SendRequest
from app.domain.case.stay.ending import EndStay
from app.domain.case.stay.following_up import FollowUpStay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.planning import PlanTasks
from app.domain.case.tasks.raising import RaiseTask
from app.domain.decider import Command
from app.domain.escalation import (
    AcknowledgeEscalation,
    ActOnEscalation,
    Climb,
    EndEscalation,
    EndWithCause,
    OpenAgain,
    RaiseDue,
    RaiseEscalation,
)
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound, UndoBoardRound
from app.domain.importing import ImportSystem
from app.domain.ladder import NameSeniorOfficer, SetLadder
from app.domain.person import RecordDeath, RecordDetails, RetirePerson, ReverseDeath
from app.domain.practice import SetPractice
from app.domain.service import (
    CloseService,
    ConfirmCapacity,
    DeclareCapacity,
    DescribeService,
    GiveUpPlace,
    HoldPlace,
    KeepPlaceAgain,
    ListService,
    ReopenService,
    TakePlace,
)
from app.domain.spell import (
    AgreeNight,
    CancelExpectedAdmission,
    ChangeClass,
    ContestNight,
    CorrectPlace,
    EndBlocker,
    EndLeave,
    EndSetReason,
    EndSpell,
    ExpectAdmission,
    ExpectDischarge,
    FreezeNight,
    GiveSpell,
    MarkBlocker,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeEarlyAlert,
    ProposeReadiness,
    RecordBlocker,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    SayHubNeed,
    SendToLounge,
    SetReason,
    SettleNight,
    StartLeave,
    TakeSnapshot,
    TellAdmissionReason,
    WithdrawBlocker,
    WithdrawDischargePlan,
    WithdrawTransferPlan,
)
from app.domain.system import (
    AddHub,
    AddOrganisation,
    AddSite,
    AddStaff,
    AddWard,
    ArchiveSystem,
    RemoveStaff,
    RestoreSystem,
)
from app.domain.values import Role
from app.views.kinds import KINDS
from tests.access.route_table import HUB, WARD
from tests.access.somebody import me

WITH_THE_FEED = {
    *(RecordDeath, ReverseDeath, CorrectPlace, ChangeClass, ProposeReadiness, ProposeEarlyAlert, TellAdmissionReason),
    *(ExpectAdmission, CancelExpectedAdmission, PlanDischarge, WithdrawDischargePlan),
    *(PlanTransfer, WithdrawTransferPlan),
}
AT_MIDNIGHT = {FreezeNight, FreezeStayNight, TakeSnapshot, TakeStaySnapshot}
BY_WHO_RUNS_IT = {ArchiveSystem, RestoreSystem}
BY_THE_CLOCK = {LetOfferExpire, AskAgain, RaiseDue, Climb, EndWithCause, OpenAgain}
WITH_THE_BOOKING = {HoldPlace, TakePlace, GiveUpPlace, KeepPlaceAgain}
NOT_BY_HAND = {
    *(RetirePerson, GiveCase, GiveSpell, PlanTasks, AskHolders, HearOfDeath, HearTheyLive, FollowPerson, GoBackToStay),
    *(*WITH_THE_FEED, *WITH_THE_BOOKING, *AT_MIDNIGHT, *BY_THE_CLOCK, *BY_WHO_RUNS_IT),
}
"""What no one commands by itself: what belongs to a retired record goes with the merge, a place is kept by the answer
that a service gives, only time lets an offer expire, a night freeze or a snapshot be taken, tasks follow from whatever
moves a case, holders are asked by what happens to the person, and a case follows whoever is admitted again. Whether a
system is worked in is told at a terminal.
"""


ANSWERS = HUB | {Role.PROVIDER}
SPEAKS_FOR_A_SERVICE = {Role.PROVIDER, Role.HUB_LEAD, Role.MANAGER}


def commands(of: type[Command] = Command) -> Iterator[type[Command]]:
    """Every command that somebody could give. Of a class with slots only the second making counts."""
    kinds = [each for each in of.__subclasses__() if getattr(modules[each.__module__], each.__name__) is each]
    if not kinds:
        yield of
    for each in kinds:
        yield from commands(each)


def test_every_command_is_in_the_table() -> None:
    assert set(commands()) == set(MAY_COMMAND) | NOT_BY_HAND


def test_every_kind_of_row_is_in_the_table() -> None:
    assert set(MAY_SEE) == set(KINDS)


@pytest.mark.parametrize("role", Role)
def test_what_is_not_in_the_table_is_not_allowed(role: Role) -> None:
    with pytest.raises(NotAllowed):
        check(me(role), RetirePerson)
    with pytest.raises(NotAllowed):
        check_sight(me(role), "payslip")
    assert not may_see(me(role), "payslip")


@pytest.mark.parametrize(
    ("command", "roles"),
    [
        *((each, WARD) for each in (RaiseEarlyAlert, SubmitReferral, WithdrawReferral)),
        *((each, WARD | HUB) for each in (AmendReferral, TrackCase)),
        *((each, {Role.WARD_CLINICIAN}) for each in (ReviewCriteria, TellMedicines)),
        (RecordBestInterests, {Role.WARD_CLINICIAN} | HUB),
        *((each, WARD) for each in (OpenSpell, MovePerson, EndSpell)),
        *((each, WARD) for each in (ReverseAdmission, ReverseMove, ReverseEnd, StartLeave, EndLeave)),
        *((each, WARD | HUB) for each in (ExpectDischarge, SayHubNeed, UndoSharedStep, RecordDetails)),
        *((each, WARD | HUB) for each in (RecordBlocker, MarkBlocker, EndBlocker, WithdrawBlocker)),
        *((each, WARD | HUB) for each in (SetReason, EndSetReason)),
        *((each, set(Role)) for each in (AgreeNight, ContestNight, SettleNight)),
        *((each, WARD) for each in (SendToLounge, ReturnToWard, ResumeReferral)),
        (UndoHubStep, HUB),
        *((each, HUB) for each in (ReturnReferral, AcceptReferral, NameCaseManager, DecidePathway, PlanLeaving)),
        *((each, HUB) for each in (CloseCase, ReopenCase, HoldBoardRound, UndoBoardRound)),
        *((each, WARD | HUB) for each in (WriteNote, AmendNote, PinNote)),
        *((each, WARD | HUB) for each in (RecordDeparture, RecordReturn, RaiseTask)),
        *((each, WARD | HUB) for each in (SignAssessment, ConfirmStillTrue, ReplyToService, ReportDifference)),
        (AnswerItem, HUB),
        *((each, {Role.PROVIDER}) for each in (OpenAssessment, AnswerOwnItem, ReportOwnDifference)),
        *((each, WARD | HUB | {Role.PROVIDER}) for each in (AssignTask, StartTask, FinishTask)),
        *((each, WARD | HUB | {Role.PROVIDER}) for each in (DismissTask, ReopenTask, ConfirmArrival)),
        *((each, ANSWERS) for each in (ReviewStay, ExtendStay, TellCharging, PlanExit)),
        *((each, ANSWERS) for each in (EndStay, FollowUpStay, TakeStepBack)),
        *((each, ANSWERS) for each in (ConfirmFirstContact, ReportNoContact, ReportDeath, TakeArrivingBack)),
        *((each, {Role.MANAGER}) for each in (AddOrganisation, AddSite, AddWard, AddHub, AddStaff)),
        *((each, SPEAKS_FOR_A_SERVICE) for each in (DescribeService, DeclareCapacity, ConfirmCapacity)),
        *((each, SPEAKS_FOR_A_SERVICE) for each in (CloseService, ReopenService)),
        *((each, {Role.MANAGER}) for each in (RemoveStaff, ListService, AddFeed, ChangeFeed, SetCalendar)),
        (ImportSystem, {Role.MANAGER}),
        (RaiseEscalation, WARD | HUB),
        *((each, set(Role)) for each in (AcknowledgeEscalation, ActOnEscalation, EndEscalation)),
        *((each, {Role.MANAGER, Role.HUB_LEAD}) for each in (SetLadder, NameSeniorOfficer, SetPractice)),
        *((each, HUB) for each in (DescribePackage, SendRequest, WithdrawRequest, WithdrawOffer, AnswerQuery)),
        *((each, HUB) for each in (TakeCounter, RecordPersonAnswer, ChangeStart, EndBooking)),
        *((each, ANSWERS) for each in (OpenDetail, HoldInPrinciple, RecordAssessed, CounterOffer, QueryOffer)),
        *((each, ANSWERS) for each in (DeclineOffer, TakeBackOffer, ConfirmOffer, FailStart, AnswerForPlace)),
        (AnswerForWork, WARD | HUB | {Role.PROVIDER}),
        *((each, ANSWERS) for each in (RecordStayBlocker, SetStayReason, AgreeStayNight, ContestStayNight)),
        (SettleStayNight, ANSWERS),
    ],
)
def test_each_command_is_for_those_whose_work_it_is(command: type[Command], roles: set[Role]) -> None:
    assert set(MAY_COMMAND[command]) == roles


def test_a_provider_speaks_for_its_services_and_sees_whom_they_have() -> None:
    provider = me(Role.PROVIDER)
    assert abilities(provider) == [
        *("acknowledge_escalation", "act_on_escalation", "agree_night", "agree_stay_night", "answer_for_place"),
        *("answer_for_work", "answer_own_item", "assign_task", "close_service", "confirm_arrival", "confirm_capacity"),
        *("confirm_first_contact", "confirm_offer", "contest_night", "contest_stay_night", "counter_offer"),
        *("declare_capacity", "decline_offer", "describe_service", "dismiss_task", "end_escalation"),
        *("end_set_stay_reason", "end_stay", "end_stay_blocker", "extend_stay", "fail_start", "finish_task"),
        *("follow_up_stay", "hold_in_principle", "mark_stay_blocker", "open_assessment", "open_detail", "plan_exit"),
        *("query_offer", "record_assessed", "record_stay_blocker", "reopen_service", "reopen_task", "report_death"),
        *("report_no_contact", "report_own_difference", "review_stay", "set_stay_reason", "settle_night"),
        *("settle_stay_night", "start_task", "take_arriving_back", "take_back_offer", "take_step_back"),
        *("tell_charging", "withdraw_stay_blocker"),
    ]
    seen = {kind for kind in KINDS if may_see(provider, kind)}
    assert seen == {
        *("staff", "place", "service", "offer", "stay", "stay_night"),
        *("stay_snapshot", "escalation", "calendar", "ladder", "practice"),
    }
