"""Which role may give which command. What is not in the table is not allowed."""

from app.domain.calendar import SetCalendar
from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    AnswerItem,
    CloseCase,
    ConfirmStillTrue,
    DecidePathway,
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
from app.domain.case.arriving.death import ReportDeath
from app.domain.case.arriving.no_contact import ReportNoContact
from app.domain.case.arriving.taking_back import TakeArrivingBack
from app.domain.case.holding.answering import AnswerForPlace, AnswerForWork
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.saying import (
    EndSetStayReason,
    EndStayBlocker,
    MarkStayBlocker,
    RecordStayBlocker,
    SetStayReason,
    WithdrawStayBlocker,
)
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
from app.domain.case.tasks.raising import RaiseTask
from app.domain.decider import Command
from app.domain.escalation import AcknowledgeEscalation, ActOnEscalation, EndEscalation, RaiseEscalation
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound, UndoBoardRound
from app.domain.importing import ImportSystem
from app.domain.ladder import NameSeniorOfficer, SetLadder
from app.domain.person import RecordDetails
from app.domain.practice import SetPractice
from app.domain.service import (
    CloseService,
    ConfirmCapacity,
    DeclareCapacity,
    DescribeService,
    ListService,
    ReopenService,
)
from app.domain.spell import (
    AgreeNight,
    ContestNight,
    EndBlocker,
    EndLeave,
    EndSetReason,
    EndSpell,
    ExpectDischarge,
    MarkBlocker,
    MovePerson,
    OpenSpell,
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
    WithdrawBlocker,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, RemoveStaff
from app.domain.values import Role

WARD = frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN})
HUB = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})
MANAGER = frozenset({Role.MANAGER})
LEAD = frozenset({Role.HUB_LEAD})
PROVIDER = frozenset({Role.PROVIDER})
CLINICIAN = frozenset({Role.WARD_CLINICIAN})
PEOPLE = WARD | HUB | MANAGER
ANSWERS = HUB | {Role.PROVIDER}
"""Who says what a service answers: whoever runs it, or the hub, which is told on the telephone."""

OF_A_SERVICE = frozenset({Role.PROVIDER, Role.HUB_LEAD}) | MANAGER
"""Who says how a service is: whoever runs it (`check_runs`), or those who ring it and write down what they hear."""

MAY_COMMAND: dict[type[Command], frozenset[Role]] = {
    RaiseEarlyAlert: WARD,
    SubmitReferral: WARD,
    AmendReferral: WARD | HUB,
    WithdrawReferral: WARD,
    TrackCase: WARD | HUB,
    ReturnReferral: HUB,
    AcceptReferral: HUB,
    NameCaseManager: HUB,
    RecordBestInterests: CLINICIAN | HUB,
    DecidePathway: HUB,
    PlanLeaving: HUB,
    TellMedicines: CLINICIAN,
    RecordDeparture: WARD | HUB,
    RecordReturn: WARD | HUB,
    ConfirmArrival: WARD | HUB | PROVIDER,
    **dict.fromkeys((ReviewStay, ExtendStay, TellCharging, PlanExit, EndStay, FollowUpStay, TakeStepBack), ANSWERS),
    **dict.fromkeys((RecordStayBlocker, MarkStayBlocker, EndStayBlocker, WithdrawStayBlocker), ANSWERS),
    **dict.fromkeys((SetStayReason, EndSetStayReason, AgreeStayNight, ContestStayNight, SettleStayNight), ANSWERS),
    **dict.fromkeys((ConfirmFirstContact, ReportNoContact, ReportDeath, TakeArrivingBack), ANSWERS),
    CloseCase: HUB,
    ReopenCase: HUB,
    ResumeReferral: WARD,
    UndoHubStep: HUB,
    UndoSharedStep: WARD | HUB,
    WriteNote: WARD | HUB,
    AmendNote: WARD | HUB,
    PinNote: WARD | HUB,
    SignAssessment: WARD | HUB,
    ConfirmStillTrue: WARD | HUB,
    AnswerItem: HUB,
    ReplyToService: WARD | HUB,
    ReportDifference: WARD | HUB,
    **dict.fromkeys((OpenAssessment, AnswerOwnItem, ReportOwnDifference), PROVIDER),
    **dict.fromkeys((DescribePackage, SendRequest, WithdrawRequest, WithdrawOffer, AnswerQuery, TakeCounter), HUB),
    **dict.fromkeys((RecordPersonAnswer, ChangeStart, EndBooking), HUB),
    **dict.fromkeys((OpenDetail, HoldInPrinciple, RecordAssessed, CounterOffer, QueryOffer), ANSWERS),
    **dict.fromkeys((DeclineOffer, TakeBackOffer, ConfirmOffer, FailStart, AnswerForPlace), ANSWERS),
    **dict.fromkeys((RaiseTask, RaiseEscalation), WARD | HUB),
    AssignTask: WARD | HUB | PROVIDER,
    StartTask: WARD | HUB | PROVIDER,
    FinishTask: WARD | HUB | PROVIDER,
    DismissTask: WARD | HUB | PROVIDER,
    ReopenTask: WARD | HUB | PROVIDER,
    AnswerForWork: WARD | HUB | PROVIDER,
    **dict.fromkeys((AcknowledgeEscalation, ActOnEscalation, EndEscalation), frozenset(Role)),
    HoldBoardRound: HUB,
    UndoBoardRound: HUB,
    ReviewCriteria: CLINICIAN,
    OpenSpell: WARD,
    RecordDetails: WARD | HUB,
    MovePerson: WARD,
    EndSpell: WARD,
    ReverseMove: WARD,
    ReverseEnd: WARD,
    ReverseAdmission: WARD,
    ExpectDischarge: WARD | HUB,
    SayHubNeed: WARD | HUB,
    **dict.fromkeys((RecordBlocker, MarkBlocker, EndBlocker, WithdrawBlocker, SetReason, EndSetReason), WARD | HUB),
    **dict.fromkeys((AgreeNight, ContestNight, SettleNight), PEOPLE | PROVIDER),
    StartLeave: WARD,
    EndLeave: WARD,
    SendToLounge: WARD,
    ReturnToWard: WARD,
    AddOrganisation: MANAGER,
    AddSite: MANAGER,
    AddWard: MANAGER,
    AddHub: MANAGER,
    AddStaff: MANAGER,
    RemoveStaff: MANAGER,
    ListService: MANAGER,
    DescribeService: OF_A_SERVICE,
    DeclareCapacity: OF_A_SERVICE,
    ConfirmCapacity: OF_A_SERVICE,
    CloseService: OF_A_SERVICE,
    ReopenService: OF_A_SERVICE,
    SetCalendar: MANAGER,
    SetLadder: MANAGER | LEAD,
    NameSeniorOfficer: MANAGER | LEAD,
    SetPractice: MANAGER | LEAD,
    ImportSystem: MANAGER,
    AddFeed: MANAGER,
    ChangeFeed: MANAGER,
}
