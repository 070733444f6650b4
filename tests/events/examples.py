"""One invented event of every stored name: what the kept fixtures must decode to, for ever."""

from datetime import UTC, date, datetime
from typing import Any

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.criteria import Criterion
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.feed import FeedAdded, FeedChanged
from app.domain.hub import BoardRoundHeld, BoardRoundUndone
from app.domain.person import (
    DeathReversed,
    Detail,
    PersonDetailsChanged,
    PersonDied,
    PersonMergedInto,
    PersonRegistered,
)
from app.domain.spell import (
    AdmissionCorrected,
    AdmissionExpected,
    AdmissionReasonTold,
    AdmissionReversed,
    CameBackToWard,
    ClassChanged,
    CriteriaReviewed,
    DischargePlanned,
    DischargePlanWithdrawn,
    EarlyAlertProposed,
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
from app.domain.values import Role, Stream, Words
from tests.domain.given import uid
from tests.events.arriving_examples import ARRIVING_EXAMPLES
from tests.events.case_examples import CASE_EXAMPLES
from tests.events.delay_examples import DELAY_EXAMPLES
from tests.events.escalation_examples import ESCALATION_EXAMPLES
from tests.events.holding_examples import HOLDING_EXAMPLES
from tests.events.invented import HUB, OTHER_PERSON, OTHER_WARD, PERSON, SITE, STAFF, TRUST, WARD
from tests.events.practice_examples import PRACTICE_EXAMPLES
from tests.events.remaining_examples import REMAINING_EXAMPLES
from tests.events.request_examples import REQUEST_EXAMPLES
from tests.events.service_examples import SERVICE_EXAMPLES
from tests.events.stay_examples import STAY_EXAMPLES
from tests.events.task_examples import TASK_EXAMPLES

KEY = bytes(range(32))
"""The key with which the words of the kept fixtures are sealed."""

STREAM = Stream(f"case:{uid(41)}")
"""The stream to which they are bound."""

PLACE: dict[str, Any] = {"ward_id": WARD, "bed": "A1-04"}
WORK: dict[str, Any] = {
    "staff_id": STAFF,
    "role": Role.WARD_NURSE,
    "organisation_id": TRUST,
    "hub_id": None,
    "ward_ids": frozenset({OTHER_WARD, WARD}),
}

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
    "spell.early_alert_proposed.1": EarlyAlertProposed(reason=AlertReason.CARE_HOME, taken_back=True),
    "spell.discharge_planned.1": DischargePlanned(),
    "spell.discharge_plan_withdrawn.1": DischargePlanWithdrawn(),
    "spell.leave_started.1": LeaveStarted(until=datetime(2026, 11, 28, 18, 0, tzinfo=UTC)),
    "spell.leave_ended.1": LeaveEnded(),
    "spell.went_to_lounge.1": WentToLounge(),
    "spell.came_back_to_ward.1": CameBackToWard(**PLACE),
    "spell.readiness_proposed.1": ReadinessProposed(since=date(2026, 11, 27)),
    "spell.admission_reason_told.1": AdmissionReasonTold(words=Words("Fall, fractured neck of femur")),
    "spell.given_to_person.1": SpellGiven(person_id=OTHER_PERSON),
    **CASE_EXAMPLES,
    **DELAY_EXAMPLES,
    **ARRIVING_EXAMPLES,
    **STAY_EXAMPLES,
    **REMAINING_EXAMPLES,
    **REQUEST_EXAMPLES,
    **TASK_EXAMPLES,
    **HOLDING_EXAMPLES,
    **ESCALATION_EXAMPLES,
    "hub.board_round_held.1": BoardRoundHeld(round_id=uid(13)),
    "hub.board_round_undone.1": BoardRoundUndone(round_id=uid(13)),
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
    **PRACTICE_EXAMPLES,
    **SERVICE_EXAMPLES,
    "feed.added.1": FeedAdded(application="PAS", facility="*", name="Northmoor PAS"),
    "feed.changed.1": FeedChanged(
        name="Northmoor", settings={"wards": {"ASH": str(WARD), "LAB": None}, "silent_after_minutes": 30}
    ),
}
"""Stored name -> the event. A new shape of an old event keeps its entry, upcast to what it means now."""
