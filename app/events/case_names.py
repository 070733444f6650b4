"""The stored names of what happens to a case."""

from typing import Any

from app.domain.case import (
    AssessmentReaffirmed,
    AssessmentSigned,
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CaseTracked,
    EarlyAlertRaised,
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemQueried,
    ItemRejected,
    LeavingPlanned,
    LeftAfterAll,
    LeftHospital,
    MedicinesTold,
    NoteAmended,
    NotePinned,
    NoteUnpinned,
    NoteWritten,
    PathwayDecided,
    ReferralAccepted,
    ReferralAmended,
    ReferralResubmitted,
    ReferralReturned,
    ReferralSubmitted,
    StepUndone,
    TrackingUndone,
)
from app.domain.case.arriving.arrival import ArrivalConfirmed
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.no_contact import NoContactReported
from app.domain.case.arriving.taking_back import ArrivingTakenBack
from app.domain.case.holding.answering import HolderAnswered
from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.remaining.events import (
    StayBlockerEnded,
    StayBlockerMarked,
    StayBlockerRecorded,
    StayBlockerWithdrawn,
    StayNightAgreed,
    StayNightContested,
    StayNightFrozen,
    StayNightSettled,
    StayReasonSet,
    StaySetReasonEnded,
    StaySettlementSaid,
)
from app.domain.case.requests.answering import (
    DetailOpened,
    HeldInPrinciple,
    OfferAssessed,
    OfferCountered,
    OfferQueried,
)
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.hub_side import OfferAskedAgain
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.person import PersonAnswered
from app.domain.case.requests.reading import AssessmentOpened
from app.domain.case.requests.sending import NextAsked, RequestSent
from app.domain.case.stay.events import (
    ChargingTold,
    ExitPlanned,
    FollowedUp,
    StayEnded,
    StayExtended,
    StayReviewed,
    StepTakenBack,
)
from app.domain.case.tasks.doing import (
    TaskAssigned,
    TaskFinished,
    TaskNotNeeded,
    TaskReopened,
    TaskStarted,
)
from app.domain.case.tasks.planning import TasksLetGo, TasksRaised, TasksRescheduled
from app.domain.case.tasks.raising import TaskRaised

CASE_NAMES: dict[str, type[Any]] = {
    "case.early_alert_raised.1": EarlyAlertRaised,
    "referral.submitted.2": ReferralSubmitted,
    "referral.returned.1": ReferralReturned,
    "referral.resubmitted.2": ReferralResubmitted,
    "referral.amended.1": ReferralAmended,
    "referral.accepted.1": ReferralAccepted,
    "case.manager_named.1": CaseManagerNamed,
    "case.best_interests_decided.1": BestInterestsDecided,
    "case.pathway_decided.2": PathwayDecided,
    "case.leaving_planned.1": LeavingPlanned,
    "case.medicines_told.1": MedicinesTold,
    "case.left_hospital.1": LeftHospital,
    "case.came_back.1": CameBack,
    "arriving.arrival_confirmed.1": ArrivalConfirmed,
    "arriving.first_contact_made.1": FirstContactMade,
    "arriving.no_contact_reported.1": NoContactReported,
    "arriving.died_since.1": DiedSince,
    "arriving.taken_back.1": ArrivingTakenBack,
    "stay.reviewed.1": StayReviewed,
    "stay.extended.1": StayExtended,
    "stay.charging_told.1": ChargingTold,
    "stay.exit_planned.1": ExitPlanned,
    "stay.ended.1": StayEnded,
    "stay.followed_up.1": FollowedUp,
    "stay.step_taken_back.1": StepTakenBack,
    "stay.blocker_recorded.1": StayBlockerRecorded,
    "stay.blocker_marked.1": StayBlockerMarked,
    "stay.blocker_ended.1": StayBlockerEnded,
    "stay.blocker_withdrawn.1": StayBlockerWithdrawn,
    "stay.reason_set.1": StayReasonSet,
    "stay.set_reason_ended.1": StaySetReasonEnded,
    "stay.night_frozen.1": StayNightFrozen,
    "stay.night_agreed.1": StayNightAgreed,
    "stay.night_contested.1": StayNightContested,
    "stay.settlement_said.1": StaySettlementSaid,
    "stay.night_settled.1": StayNightSettled,
    "case.closed.1": CaseClosed,
    "case.reopened.1": CaseReopened,
    "case.tracked.1": CaseTracked,
    "case.step_undone.1": StepUndone,
    "case.left_after_all.1": LeftAfterAll,
    "case.tracking_undone.1": TrackingUndone,
    "case.given_to_person.1": CaseGiven,
    "note.written.1": NoteWritten,
    "note.amended.1": NoteAmended,
    "note.pinned.1": NotePinned,
    "note.unpinned.1": NoteUnpinned,
    "package.described.1": PackageDescribed,
    "request.sent.1": RequestSent,
    "offer.next_asked.1": NextAsked,
    "offer.detail_opened.1": DetailOpened,
    "offer.assessment_opened.1": AssessmentOpened,
    "offer.held_in_principle.1": HeldInPrinciple,
    "offer.assessed.1": OfferAssessed,
    "offer.countered.1": OfferCountered,
    "offer.queried.1": OfferQueried,
    "offer.asked_again.1": OfferAskedAgain,
    "offer.confirmed.1": OfferConfirmed,
    "offer.start_changed.1": StartChanged,
    "offer.person_answered.1": PersonAnswered,
    "offer.ended.1": OfferEnded,
    "offers.given_back.1": OffersGivenBack,
    "assessment.signed.1": AssessmentSigned,
    "assessment.reaffirmed.1": AssessmentReaffirmed,
    "assessment.item_accepted.1": ItemAccepted,
    "assessment.item_queried.1": ItemQueried,
    "assessment.item_rejected.1": ItemRejected,
    "assessment.item_answered.1": ItemAnswered,
    "assessment.found_different.1": FoundDifferent,
    "tasks.raised.1": TasksRaised,
    "tasks.let_go.1": TasksLetGo,
    "tasks.rescheduled.1": TasksRescheduled,
    "task.raised.1": TaskRaised,
    "task.assigned.1": TaskAssigned,
    "task.started.1": TaskStarted,
    "task.finished.1": TaskFinished,
    "task.not_needed.1": TaskNotNeeded,
    "task.reopened.1": TaskReopened,
    "holders.asked.1": HoldersAsked,
    "holder.answered.1": HolderAnswered,
}
