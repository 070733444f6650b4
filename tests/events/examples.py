"""One invented event of every stored name: what the kept fixtures must decode to, for ever."""

from datetime import UTC, date, datetime
from typing import Any

from app.domain.case import (
    BestInterestsDecided,
    CameBack,
    CaseClosed,
    CaseGiven,
    CaseManagerNamed,
    CaseReopened,
    CaseTracked,
    EarlyAlertRaised,
    LeavingPlanned,
    LeftAfterAll,
    LeftHospital,
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
    Access,
    Accessible,
    Agreement,
    Agrees,
    Before,
    Capacity,
    CapacityState,
    Change,
    Destination,
    Function,
    GoingTo,
    Help,
    Level,
    Lives,
    Mind,
    MindItem,
    Need,
    Needs,
    NursingTask,
    People,
    Readiness,
    ReferralField,
    ReferralForm,
    Representative,
    Risk,
    Risks,
    WhatMatters,
    Willing,
)
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.undoing import HubStep
from app.domain.codes.criteria import Criterion
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.pathways import Pathway
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.why_not_home import WhyNotHome
from app.domain.feed import FeedAdded, FeedChanged
from app.domain.hub import BoardRoundHeld
from app.domain.person import (
    DeathReversed,
    Detail,
    PersonDetailsChanged,
    PersonDied,
    PersonMergedInto,
    PersonRegistered,
)
from app.domain.routing import HomeRoute
from app.domain.service import ServiceListed
from app.domain.spell import (
    AdmissionCorrected,
    AdmissionExpected,
    AdmissionReversed,
    CameBackToWard,
    ClassChanged,
    CriteriaReviewed,
    DischargePlanned,
    DischargePlanWithdrawn,
    EndReversed,
    ExpectedAdmissionCancelled,
    ExpectedDischargeChanged,
    HubNeedSaid,
    LeaveEnded,
    LeaveStarted,
    MoveReversed,
    PersonMoved,
    PlaceCorrected,
    ReadinessProposed,
    ReviewOutcome,
    SpellEnded,
    SpellGiven,
    SpellOpened,
    SpellReopened,
    TransferPlanned,
    TransferPlanWithdrawn,
    WayOut,
    WentToLounge,
)
from app.domain.system import (
    HubAdded,
    HubChanged,
    OrganisationAdded,
    OrganisationChanged,
    OrganisationKind,
    SiteAdded,
    SiteChanged,
    StaffChanged,
    StaffJoined,
    StaffLeft,
    WardAdded,
    WardChanged,
)
from app.domain.values import (
    HubId,
    OrganisationId,
    PersonId,
    Role,
    SiteId,
    SpellId,
    StaffId,
    Stream,
    WardId,
    Words,
)
from tests.domain.given import uid

KEY = bytes(range(32))
"""The key with which the words of the kept fixtures are sealed."""

STREAM = Stream(f"case:{uid(41)}")
"""The stream to which they are bound."""

PERSON, SPELL, HUB, STAFF = PersonId(uid(1)), SpellId(uid(2)), HubId(uid(3)), StaffId(uid(4))
WARD, OTHER_WARD, SITE, TRUST = WardId(uid(5)), WardId(uid(6)), SiteId(uid(7)), OrganisationId(uid(8))
OTHER_PERSON = PersonId(uid(10))
PLACE: dict[str, Any] = {"ward_id": WARD, "bed": "A1-04"}
WORK: dict[str, Any] = {
    "staff_id": STAFF,
    "role": Role.WARD_NURSE,
    "organisation_id": TRUST,
    "hub_id": None,
    "ward_ids": frozenset({OTHER_WARD, WARD}),
}

HOME = HomeRoute(council="ZZ80", icb="ZZ8", practice="ZZ7001", locality="North", hub_id=HUB)
WHOLE_FORM = ReferralForm(
    person=Destination(going_to=GoingTo.WITH_FAMILY, words=Words("To her son in the next town.")),
    why_in_hospital=Words("Fell at home. Ring Zoë."),
    readiness=Readiness(
        criteria="no_longer_meets",
        since=date(2026, 11, 25),
        expected_discharge=date(2026, 11, 30),
        words=Words("Blood pressure settled."),
    ),
    told_and_agrees=Agreement(
        agrees=Agrees.DOES_NOT_AGREE,
        why=Words("Wants to talk with her son first."),
        language=Words("Polish"),
        accessible=frozenset({Accessible.LARGE_PRINT, Accessible.HEARING_LOOP}),
    ),
    capacity=Capacity(
        state=CapacityState.LACKS,
        decision=Words("Where to live after hospital"),
        representatives=frozenset({Representative.ATTORNEY_HEALTH, Representative.ADVOCATE_NEEDED}),
        who=Words("Her son"),
    ),
    what_matters=WhatMatters(person=Words("My cat."), family=Words("That she is safe at night.")),
    before=Before(
        lives=Lives.ALONE,
        help=frozenset({Help.PACKAGE_PAUSED, Help.UNPAID_CARER}),
        provider=Words("Lapwing"),
        held_until=date(2026, 12, 4),
    ),
    function=Function(walking=Change(before=Level.ALONE, now=Level.ONE_PERSON), stairs=Change(now=Level.CANNOT)),
    needs=Needs(
        needs=frozenset({Need.NURSING_TASK, Need.WEIGHT_BEARING_LIMIT}),
        nursing=frozenset({NursingTask.WOUND, NursingTask.INSULIN}),
        weight_bearing_until=date(2027, 1, 8),
        words=Words("Dressing every other day."),
    ),
    mind_and_behaviour=Mind(items=frozenset({MindItem.DELIRIUM}), words=Words("Clearer in the mornings.")),
    risks=Risks(
        risks=frozenset({Risk.FALLS, Risk.INFECTION}),
        swallowing=Words("Level 5"),
        infection=Words("In a side room"),
        safeguarding_stops_leaving=False,
        access=Access.KEY_SAFE,
        words=Words("Steep steps."),
    ),
    people=People(
        carer=Words("Her son"),
        carer_phone=Words("01632 960123"),
        carer_willing=Willing.WITH_HELP,
        knows_best=Words("Day sister"),
        therapist_seen_on=date(2026, 11, 26),
        waits_for_therapy=False,
        waits_for_medical_review=True,
    ),
)


EXAMPLES: dict[str, Any] = {
    "person.registered.1": PersonRegistered(person_id=PERSON),
    "person.details_changed.1": PersonDetailsChanged(details=frozenset({Detail.PHONE, Detail.ADDRESS})),
    "person.died.1": PersonDied(time_told=False),
    "person.death_reversed.1": DeathReversed(),
    "person.merged_into.1": PersonMergedInto(survivor_id=OTHER_PERSON),
    "spell.opened.1": SpellOpened(person_id=PERSON, **PLACE),
    "spell.person_moved.1": PersonMoved(**PLACE),
    "spell.place_corrected.1": PlaceCorrected(**PLACE),
    "spell.move_reversed.1": MoveReversed(**PLACE),
    "spell.ended.1": SpellEnded(how=WayOut.SELF_DISCHARGE),
    "spell.end_reversed.1": EndReversed(ward_id=None, bed=None),
    "spell.admission_reversed.1": AdmissionReversed(),
    "spell.reopened.1": SpellReopened(**PLACE),
    "spell.criteria_reviewed.1": CriteriaReviewed(
        review_id=uid(9),
        outcome=ReviewOutcome.MEETS,
        criteria=frozenset({Criterion.OXYGEN, Criterion.IV_FLUIDS}),
        words=Words("Two litres – to be weaned."),
    ),
    "spell.admission_corrected.1": AdmissionCorrected(**PLACE),
    "spell.admission_expected.1": AdmissionExpected(person_id=PERSON, ward_id=None, bed=""),
    "spell.expected_admission_cancelled.1": ExpectedAdmissionCancelled(),
    "spell.class_changed.1": ClassChanged(patient_class=PatientClass.OUTPATIENT),
    "spell.transfer_planned.1": TransferPlanned(**PLACE),
    "spell.transfer_plan_withdrawn.1": TransferPlanWithdrawn(),
    "spell.expected_discharge_changed.1": ExpectedDischargeChanged(expected_on=date(2026, 12, 4), by_feed=True),
    "spell.hub_need_said.1": HubNeedSaid(need=HubNeed.DONT_KNOW),
    "spell.discharge_planned.1": DischargePlanned(),
    "spell.discharge_plan_withdrawn.1": DischargePlanWithdrawn(),
    "spell.leave_started.1": LeaveStarted(until=datetime(2026, 11, 28, 18, 0, tzinfo=UTC)),
    "spell.leave_ended.1": LeaveEnded(),
    "spell.went_to_lounge.1": WentToLounge(),
    "spell.came_back_to_ward.1": CameBackToWard(**PLACE),
    "spell.readiness_proposed.1": ReadinessProposed(since=date(2026, 11, 27)),
    "spell.given_to_person.1": SpellGiven(person_id=OTHER_PERSON),
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
        why_not_home=WhyNotHome.H15,
        words=Words("No double-up before Thursday."),
        home_possible_if=Words("A double-up comes free."),
        review_on=date(2026, 12, 1),
    ),
    "case.leaving_planned.1": LeavingPlanned(
        leave_at=datetime(2026, 11, 27, 10, 0, tzinfo=UTC),
        leave_from=LeaveFrom.LOUNGE,
        going_to=Words("Own home"),
        received_by=Words("Her daughter"),
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
    "hub.board_round_held.1": BoardRoundHeld(round_id=uid(13)),
    "place.organisation_added.1": OrganisationAdded(
        organisation_id=TRUST, code="ZZ1", name="Northmoor Trust", kind=OrganisationKind.HOSPITAL_TRUST
    ),
    "place.organisation_changed.1": OrganisationChanged(
        organisation_id=TRUST, code="ZZ2", name="Northmoor Council", kind=OrganisationKind.COUNCIL
    ),
    "place.site_added.1": SiteAdded(site_id=SITE, code="ZZ101", name="Northmoor Royal", organisation_id=TRUST),
    "place.site_changed.1": SiteChanged(site_id=SITE, code="ZZ102", name="Northmoor East", organisation_id=TRUST),
    "place.ward_added.1": WardAdded(ward_id=WARD, code="ASH", name="Ash", site_id=SITE, beds=("A1-02", "A1-01")),
    "place.ward_changed.1": WardChanged(ward_id=WARD, code="ASH", name="Ash ward", site_id=SITE, beds=()),
    "place.hub_added.1": HubAdded(hub_id=HUB, name="Northmoor hub", organisation_id=TRUST),
    "place.hub_changed.1": HubChanged(hub_id=HUB, name="Northmoor transfer hub", organisation_id=TRUST),
    "staff.joined.1": StaffJoined(**WORK),
    "staff.changed.1": StaffChanged(**WORK | {"hub_id": HUB, "ward_ids": frozenset()}),
    "staff.left.1": StaffLeft(staff_id=STAFF),
    "service.listed.1": ServiceListed(
        name="Reablement East", organisation_id=TRUST, line=ServiceLine.REAB, pathway=Pathway.P1
    ),
    "feed.added.1": FeedAdded(application="PAS", facility="*", name="Northmoor PAS"),
    "feed.changed.1": FeedChanged(
        name="Northmoor", settings={"wards": {"ASH": str(WARD), "LAB": None}, "silent_after_minutes": 30}
    ),
}
"""Stored name -> the event. A new shape of an old event keeps its entry, upcast to what it means now."""
