"""What each PUT of the API commands: the half of the table by which routes are walked that changes something."""

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
    ReverseEnd,
    ReviewCriteria,
    SayHubNeed,
    SendToLounge,
    SetReason,
    SettleNight,
    StartLeave,
    WithdrawBlocker,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, RemoveStaff

API = "/api/v1"

ASSESSMENT = f"{API}/cases/{{case_id}}/assessments/{{assessment_id}}"
STAY = f"{API}/cases/{{case_id}}/stays/{{stay_id}}"

PUTS: dict[str, type[Command]] = {
    f"{API}/cases/{{case_id}}/referral": SubmitReferral,
    f"{API}/cases/{{case_id}}/early-alert": RaiseEarlyAlert,
    f"{API}/cases/{{case_id}}/amendment": AmendReferral,
    f"{API}/cases/{{case_id}}/withdrawal": WithdrawReferral,
    f"{API}/cases/{{case_id}}/tracking": TrackCase,
    f"{API}/cases/{{case_id}}/return": ReturnReferral,
    f"{API}/cases/{{case_id}}/acceptance": AcceptReferral,
    f"{API}/cases/{{case_id}}/case-manager": NameCaseManager,
    f"{API}/cases/{{case_id}}/best-interests": RecordBestInterests,
    f"{API}/cases/{{case_id}}/pathway": DecidePathway,
    f"{API}/cases/{{case_id}}/leaving": PlanLeaving,
    f"{API}/cases/{{case_id}}/medicines": TellMedicines,
    f"{API}/cases/{{case_id}}/departure": RecordDeparture,
    f"{API}/cases/{{case_id}}/return-to-hospital": RecordReturn,
    f"{API}/cases/{{case_id}}/arrivals/{{arrival_id}}": ConfirmArrival,
    f"{API}/cases/{{case_id}}/first-contacts/{{contact_id}}": ConfirmFirstContact,
    f"{API}/cases/{{case_id}}/deaths/{{report_id}}": ReportDeath,
    f"{API}/cases/{{case_id}}/no-contacts/{{report_id}}": ReportNoContact,
    f"{API}/cases/{{case_id}}/arriving-undoings/{{undo_id}}": TakeArrivingBack,
    f"{STAY}/reviews/{{step_id}}": ReviewStay,
    f"{STAY}/extensions/{{step_id}}": ExtendStay,
    f"{STAY}/charging/{{step_id}}": TellCharging,
    f"{STAY}/exit-plans/{{step_id}}": PlanExit,
    f"{STAY}/discharges/{{step_id}}": EndStay,
    f"{STAY}/follow-ups/{{step_id}}": FollowUpStay,
    f"{STAY}/steps/{{step_id}}/undoings/{{undo_id}}": TakeStepBack,
    f"{STAY}/blockers/{{blocker_id}}": RecordStayBlocker,
    f"{STAY}/blockers/{{blocker_id}}/mark": MarkStayBlocker,
    f"{STAY}/blockers/{{blocker_id}}/end": EndStayBlocker,
    f"{STAY}/blockers/{{blocker_id}}/withdrawal": WithdrawStayBlocker,
    f"{STAY}/set-reasons/{{override_id}}": SetStayReason,
    f"{STAY}/set-reasons/{{override_id}}/end": EndSetStayReason,
    f"{STAY}/nights/{{night}}/agreement": AgreeStayNight,
    f"{STAY}/nights/{{night}}/contest": ContestStayNight,
    f"{STAY}/nights/{{night}}/settlement": SettleStayNight,
    f"{API}/cases/{{case_id}}/closure": CloseCase,
    f"{API}/cases/{{case_id}}/reopening": ReopenCase,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}": WriteNote,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}/amendments/{{amendment_id}}": AmendNote,
    f"{API}/cases/{{case_id}}/notes/{{note_id}}/pin": PinNote,
    f"{ASSESSMENT}": SignAssessment,
    f"{ASSESSMENT}/questionnaire-response/{{signing_id}}": SignAssessment,
    f"{ASSESSMENT}/still-true/{{confirmation_id}}": ConfirmStillTrue,
    f"{ASSESSMENT}/items/{{link_id}}/answers/{{answer_id}}": AnswerItem,
    f"{ASSESSMENT}/items/{{link_id}}/replies/{{reply_id}}": ReplyToService,
    f"{ASSESSMENT}/found-different/{{report_id}}": ReportDifference,
    f"{API}/cases/{{case_id}}/package": DescribePackage,
    f"{API}/cases/{{case_id}}/requests/{{request_id}}": SendRequest,
    f"{API}/cases/{{case_id}}/requests/{{request_id}}/withdrawal": WithdrawRequest,
    f"{API}/cases/{{case_id}}/offers/{{offer_id}}/withdrawal": WithdrawOffer,
    f"{API}/cases/{{case_id}}/offers/{{offer_id}}/query-answer": AnswerQuery,
    f"{API}/cases/{{case_id}}/offers/{{offer_id}}/counter-taken": TakeCounter,
    f"{API}/cases/{{case_id}}/offers/{{offer_id}}/person-answer": RecordPersonAnswer,
    f"{API}/cases/{{case_id}}/booking/start": ChangeStart,
    f"{API}/cases/{{case_id}}/booking/end": EndBooking,
    f"{API}/offers/{{offer_id}}/interest": OpenDetail,
    f"{API}/offers/{{offer_id}}/in-principle": HoldInPrinciple,
    f"{API}/offers/{{offer_id}}/assessment": RecordAssessed,
    f"{API}/offers/{{offer_id}}/confirmation": ConfirmOffer,
    f"{API}/offers/{{offer_id}}/counter": CounterOffer,
    f"{API}/offers/{{offer_id}}/query": QueryOffer,
    f"{API}/offers/{{offer_id}}/decline": DeclineOffer,
    f"{API}/offers/{{offer_id}}/withdrawal": TakeBackOffer,
    f"{API}/offers/{{offer_id}}/failed-start": FailStart,
    f"{API}/offers/{{offer_id}}/trusted-assessment/reading": OpenAssessment,
    f"{API}/offers/{{offer_id}}/trusted-assessment/items/{{link_id}}": AnswerOwnItem,
    f"{API}/offers/{{offer_id}}/trusted-assessment/found-different": ReportOwnDifference,
    f"{API}/offers/{{offer_id}}/keep-or-release": AnswerForPlace,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}": RaiseTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/assignment": AssignTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/start": StartTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/completion": FinishTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/dismissal": DismissTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/reopening": ReopenTask,
    f"{API}/cases/{{case_id}}/tasks/{{task_id}}/keep-or-release": AnswerForWork,
    f"{API}/cases/{{case_id}}/escalations/{{escalation_id}}": RaiseEscalation,
    f"{API}/escalations/{{escalation_id}}/acknowledgement": AcknowledgeEscalation,
    f"{API}/escalations/{{escalation_id}}/action": ActOnEscalation,
    f"{API}/escalations/{{escalation_id}}/ending": EndEscalation,
    f"{API}/hubs/{{hub_id}}/board-rounds/{{round_id}}": HoldBoardRound,
    f"{API}/hubs/{{hub_id}}/board-rounds/{{round_id}}/undoing": UndoBoardRound,
    f"{API}/cases/{{case_id}}/undoing": UndoHubStep,
    f"{API}/cases/{{case_id}}/resumption": ResumeReferral,
    f"{API}/spells/{{spell_id}}": OpenSpell,
    f"{API}/spells/{{spell_id}}/home": RecordDetails,
    f"{API}/spells/{{spell_id}}/bed": MovePerson,
    f"{API}/spells/{{spell_id}}/end": EndSpell,
    f"{API}/spells/{{spell_id}}/expected-discharge": ExpectDischarge,
    f"{API}/spells/{{spell_id}}/hub-need": SayHubNeed,
    f"{API}/spells/{{spell_id}}/blockers/{{blocker_id}}": RecordBlocker,
    f"{API}/spells/{{spell_id}}/blockers/{{blocker_id}}/mark": MarkBlocker,
    f"{API}/spells/{{spell_id}}/blockers/{{blocker_id}}/end": EndBlocker,
    f"{API}/spells/{{spell_id}}/blockers/{{blocker_id}}/withdrawal": WithdrawBlocker,
    f"{API}/spells/{{spell_id}}/set-reasons/{{override_id}}": SetReason,
    f"{API}/spells/{{spell_id}}/set-reasons/{{override_id}}/end": EndSetReason,
    f"{API}/spells/{{spell_id}}/nights/{{night}}/agreement": AgreeNight,
    f"{API}/spells/{{spell_id}}/nights/{{night}}/contest": ContestNight,
    f"{API}/spells/{{spell_id}}/nights/{{night}}/settlement": SettleNight,
    f"{API}/nights/{{night_id}}/agreement": AgreeNight,
    f"{API}/nights/{{night_id}}/contest": ContestNight,
    f"{API}/nights/{{night_id}}/settlement": SettleNight,
    f"{API}/spells/{{spell_id}}/escalations/{{escalation_id}}": RaiseEscalation,
    f"{API}/spells/{{spell_id}}/leave": StartLeave,
    f"{API}/spells/{{spell_id}}/leave/end": EndLeave,
    f"{API}/spells/{{spell_id}}/lounge": SendToLounge,
    f"{API}/spells/{{spell_id}}/back-on-ward": ReturnToWard,
    f"{API}/spells/{{spell_id}}/reversal": ReverseEnd,
    f"{API}/spells/{{spell_id}}/reviews/{{review_id}}": ReviewCriteria,
    f"{API}/organisations/{{organisation_id}}": AddOrganisation,
    f"{API}/sites/{{site_id}}": AddSite,
    f"{API}/wards/{{ward_id}}": AddWard,
    f"{API}/hubs/{{hub_id}}": AddHub,
    f"{API}/services/{{service_id}}": ListService,
    f"{API}/services/{{service_id}}/description": DescribeService,
    f"{API}/services/{{service_id}}/capacity": DeclareCapacity,
    f"{API}/services/{{service_id}}/capacity/confirmation": ConfirmCapacity,
    f"{API}/services/{{service_id}}/closure": CloseService,
    f"{API}/services/{{service_id}}/reopening": ReopenService,
    f"{API}/staff/{{staff_id}}": AddStaff,
    f"{API}/staff/{{staff_id}}/work": AddStaff,
    f"{API}/staff/{{staff_id}}/leaving": RemoveStaff,
    f"{API}/calendars/{{owner_id}}": SetCalendar,
    f"{API}/ladders/{{organisation_id}}": SetLadder,
    f"{API}/senior-responsible-officer": NameSeniorOfficer,
    f"{API}/practice/{{practice}}": SetPractice,
    f"{API}/system/import/{{import_id}}": ImportSystem,
    f"{API}/feeds/{{feed_id}}": AddFeed,
    f"{API}/feeds/{{feed_id}}/settings": ChangeFeed,
    f"{API}/feed-messages/{{message_id}}/ward": ChangeFeed,
}
"""What each PUT commands with the example of its document."""
