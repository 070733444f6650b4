"""One invented event of every stored name of a case: early alerts, referrals, the hub's steps, ways out, notes."""

from datetime import UTC, date, datetime
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
from app.domain.case.audience import Audience
from app.domain.case.form import (
    Capacity,
    CapacityState,
    Change,
    Function,
    Level,
    Need,
    Needs,
    ReferralField,
    ReferralForm,
)
from app.domain.case.leaving import LeaveFrom
from app.domain.case.medicines import ChangedMedicine
from app.domain.case.outcome import Outcome
from app.domain.case.undoing import HubStep
from app.domain.codes.assessors import SeenWhere
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.codes.pathways import Pathway
from app.domain.routing import HomeRoute
from app.domain.spell import WayOut
from app.domain.values import ServiceId, Words
from tests.domain.given import uid
from tests.events.invented import HUB, OTHER_PERSON, PERSON, SPELL, STAFF
from tests.events.whole_form import WHOLE_FORM

HOME = HomeRoute(council="ZZ80", icb="ZZ8", practice="ZZ7001", locality="North", hub_id=HUB)

_ITEM: dict[str, Any] = {"assessment_id": uid(21), "link_id": "moving.carers"}
_ITEM_OF_SERVICE: dict[str, Any] = {**_ITEM, "service_id": ServiceId(uid(22)), "number": 2}

CASE_EXAMPLES: dict[str, Any] = {
    "case.early_alert_raised.1": EarlyAlertRaised(
        person_id=PERSON, spell_id=SPELL, hub_id=HUB, likely=frozenset({Need.MEALS}), words=Words("Lives alone.")
    ),
    "referral.submitted.1": ReferralSubmitted(
        person_id=PERSON,
        spell_id=SPELL,
        hub_id=HUB,
        form=ReferralForm(
            why_in_hospital=Words("Fell at home. Ring Zoë."),
            needs=Needs(needs=frozenset({Need.PERSONAL_CARE, Need.EQUIPMENT})),
        ),
    ),
    "referral.submitted.2": ReferralSubmitted(
        person_id=PERSON, spell_id=SPELL, hub_id=HUB, form=WHOLE_FORM, route=HOME
    ),
    "referral.returned.1": ReferralReturned(
        fields=frozenset({ReferralField.RISKS, ReferralField.FUNCTION}), words=Words("How many to transfer?")
    ),
    "referral.resubmitted.1": ReferralResubmitted(
        form=ReferralForm(why_in_hospital=Words("Two to transfer."), needs=Needs(needs=frozenset({Need.MEALS})))
    ),
    "referral.resubmitted.2": ReferralResubmitted(
        form=ReferralForm(function=Function(transfers=Change(before=Level.ALONE, now=Level.TWO_PEOPLE)))
    ),
    "referral.amended.1": ReferralAmended(
        form=ReferralForm(capacity=Capacity(state=CapacityState.DOUBT, decision=Words("Where to live")))
    ),
    "referral.accepted.1": ReferralAccepted(case_manager=STAFF),
    "case.manager_named.1": CaseManagerNamed(case_manager=STAFF),
    "case.best_interests_decided.1": BestInterestsDecided(
        decision=Words("To a short-term bed for now."),
        decided_by=Words("Dr Yusuf Khan, consultant"),
        consulted=Words("Her son, attorney for health."),
    ),
    "case.pathway_decided.1": PathwayDecided(
        needed=Pathway.P1,
        given=Pathway.P2,
        why_not_home="H15",
        words=Words("No double-up before Thursday."),
        home_possible_if=Words("A double-up comes free."),
        review_on=date(2026, 12, 1),
        unmet_p1=True,
    ),
    "case.pathway_decided.2": PathwayDecided(
        needed=Pathway.P1,
        given=Pathway.P2,
        why_not_home="H15",
        words=Words("No double-up before Thursday."),
        home_possible_if=Words("A double-up comes free."),
        review_on=date(2026, 12, 1),
        unmet_p1=True,
    ),
    "case.leaving_planned.1": LeavingPlanned(
        leave_at=datetime(2026, 11, 27, 10, 0, tzinfo=UTC),
        leave_from=LeaveFrom.LOUNGE,
        going_to=Words("Own home"),
        received_by=Words("Her daughter"),
    ),
    "case.medicines_told.1": MedicinesTold(
        spell_id=SPELL,
        changes=(
            ChangedMedicine(
                how=MedicineChange.STOPPED,
                medicine=Words("Ibuprofen 400 mg"),
                why=Words("It can make you bleed."),
            ),
        ),
    ),
    "case.left_hospital.1": LeftHospital(),
    "case.came_back.1": CameBack(),
    "case.closed.1": CaseClosed(outcome=Outcome.OTHER_HOSPITAL, words=Words("To Southmoor.")),
    "case.reopened.1": CaseReopened(words=None),
    "case.tracked.1": CaseTracked(spell_id=SPELL),
    "case.step_undone.1": StepUndone(
        what=HubStep.ACCEPTANCE, words=Words("Accepted for the wrong hub."), undo_id=uid(91)
    ),
    "case.left_after_all.1": LeftAfterAll(
        left_at=datetime(2026, 11, 27, 10, 12, tzinfo=UTC),
        how=WayOut.SELF_DISCHARGE,
        failed=True,
        words=Words("Somebody of the same name."),
        undo_id=uid(92),
    ),
    "case.tracking_undone.1": TrackingUndone(
        spell_id=SPELL, left_at=None, how=None, failed=False, words=Words("The wrong stay."), undo_id=uid(93)
    ),
    "case.given_to_person.1": CaseGiven(person_id=OTHER_PERSON),
    "note.written.1": NoteWritten(
        note_id=uid(11), audience=Audience.HUB, words=Words("Rang Zoë, no answer."), pinned=True
    ),
    "note.amended.1": NoteAmended(note_id=uid(12), amends=uid(11), words=Words("Zoë rang back.")),
    "note.pinned.1": NotePinned(note_id=uid(12)),
    "note.unpinned.1": NoteUnpinned(note_id=uid(12)),
    "assessment.signed.1": AssessmentSigned(
        assessment_id=uid(21),
        signing_id=uid(23),
        form="trusted-assessment",
        form_version="1",
        number=2,
        answers=Words('{"health.reason":["Fell at home. Ring Zoë."],"moving.carers":[2]}'),
        changed=frozenset({"moving.carers", "health.reason"}),
        competency="nurse",
        agreement="home_care",
        employer=Words("Northmoor Hospitals"),
        seen_at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
        seen_where=SeenWhere.ON_WARD,
        seen_with=Words("Her daughter"),
    ),
    "assessment.reaffirmed.1": AssessmentReaffirmed(
        assessment_id=uid(21), confirmation_id=uid(24), number=2, words=Words("Seen again today.")
    ),
    "assessment.item_accepted.1": ItemAccepted(answer_id=uid(25), **_ITEM_OF_SERVICE),
    "assessment.item_queried.1": ItemQueried(answer_id=uid(26), words=Words("Why two?"), **_ITEM_OF_SERVICE),
    "assessment.item_rejected.1": ItemRejected(answer_id=uid(27), words=Words("Too few."), **_ITEM_OF_SERVICE),
    "assessment.item_answered.1": ItemAnswered(
        reply_id=uid(28), service_id=ServiceId(uid(22)), words=Words("She turns in bed."), **_ITEM
    ),
    "assessment.found_different.1": FoundDifferent(report_id=uid(29), how=Words("Two to stand."), **_ITEM_OF_SERVICE),
}
"""Stored name -> the event; `EXAMPLES` holds them with all others."""
