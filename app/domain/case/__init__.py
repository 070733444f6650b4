"""One person's way from early alert to home: the commands on a case, and how its events fold.

An ability is one file: its events, its commands, how each is decided, and its refusals. `deciding` and `evolving` lead
to them, `state` is what decisions read, `form` the referral's twelve fields.
"""

from app.domain.case.assessing import AssessmentReaffirmed, AssessmentSigned, ConfirmStillTrue, SignAssessment
from app.domain.case.best_interests import BestInterestsDecided, RecordBestInterests
from app.domain.case.closing import CaseClosed, CaseReopened, CloseCase, ReopenCase
from app.domain.case.deciding import AnyCaseCommand, decide
from app.domain.case.early_alert import EarlyAlertRaised, RaiseEarlyAlert
from app.domain.case.events import CASE_EVENTS, CaseEvent
from app.domain.case.evolving import evolve
from app.domain.case.facts import CaseFacts
from app.domain.case.giving import CaseGiven, GiveCase
from app.domain.case.item_answers import (
    AnswerItem,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
    ReplyToService,
    ReportDifference,
)
from app.domain.case.leaving import CameBack, LeavingPlanned, LeftHospital, PlanLeaving, RecordDeparture, RecordReturn
from app.domain.case.medicines import MedicinesTold, TellMedicines
from app.domain.case.notes import (
    AmendNote,
    NoteAmended,
    NoteEvent,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PinNote,
    WriteNote,
)
from app.domain.case.pathway import DecidePathway, PathwayDecided
from app.domain.case.referral import (
    AmendReferral,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    ReturnReferral,
    SubmitReferral,
)
from app.domain.case.state import Case
from app.domain.case.tracking import CaseTracked, FollowPerson, GoBackToStay, TrackCase
from app.domain.case.triage import AcceptReferral, CaseManagerNamed, NameCaseManager, ReferralAccepted
from app.domain.case.undoing import (
    LeftAfterAll,
    ResumeReferral,
    StepUndone,
    TrackingUndone,
    UndoHubStep,
    UndoSharedStep,
)
from app.domain.case.withdrawing import WithdrawReferral
from app.domain.decider import Decider

__all__ = [
    "CASE",
    "CASE_EVENTS",
    "AcceptReferral",
    "AmendNote",
    "AmendReferral",
    "AnswerItem",
    "AnyCaseCommand",
    "AssessmentReaffirmed",
    "AssessmentSigned",
    "BestInterestsDecided",
    "CameBack",
    "Case",
    "CaseClosed",
    "CaseEvent",
    "CaseFacts",
    "CaseGiven",
    "CaseManagerNamed",
    "CaseReopened",
    "CaseTracked",
    "CloseCase",
    "ConfirmStillTrue",
    "DecidePathway",
    "EarlyAlertRaised",
    "FollowPerson",
    "FoundDifferent",
    "GiveCase",
    "GoBackToStay",
    "ItemAccepted",
    "ItemAnswered",
    "ItemQueried",
    "ItemRejected",
    "LeavingPlanned",
    "LeftAfterAll",
    "LeftHospital",
    "MedicinesTold",
    "NameCaseManager",
    "NoteAmended",
    "NoteEvent",
    "NotePinned",
    "NoteUnpinned",
    "NoteWritten",
    "PathwayDecided",
    "PinNote",
    "PlanLeaving",
    "RaiseEarlyAlert",
    "RecordBestInterests",
    "RecordDeparture",
    "RecordReturn",
    "ReferralAccepted",
    "ReferralAmended",
    "ReferralResubmitted",
    "ReferralReturned",
    "ReferralSubmitted",
    "ReopenCase",
    "ReplyToService",
    "ReportDifference",
    "ResumeReferral",
    "ReturnReferral",
    "SignAssessment",
    "StepUndone",
    "SubmitReferral",
    "TellMedicines",
    "TrackCase",
    "TrackingUndone",
    "UndoHubStep",
    "UndoSharedStep",
    "WithdrawReferral",
    "WriteNote",
    "evolve",
]

CASE = Decider(initial=Case(), decide=decide, evolve=evolve)
