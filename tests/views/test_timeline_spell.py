"""What happened to a stay, in words."""

from datetime import date
from typing import Any

import pytest

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.criteria import Criterion
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.return_reasons import ReturnReason
from app.domain.spell import (
    SPELL_EVENTS,
    AdmissionReasonTold,
    AdmissionReversed,
    CameBackToWard,
    DischargePlanned,
    DischargePlanWithdrawn,
    EarlyAlertProposed,
    EndReversed,
    ExpectedAdmissionCancelled,
    LeaveEnded,
    SpellGiven,
    TransferPlanWithdrawn,
    WayOut,
    WentToLounge,
)
from app.domain.values import Words
from app.views.timeline import Names, say_spell
from tests.domain.spell.stay import (
    BEN,
    MEETS,
    NO_LONGER,
    WARD_A,
    WARD_B,
    corrected,
    end_reversed,
    ended,
    expected,
    expected_to_leave,
    hours,
    hub_need,
    move_reversed,
    moved,
    now_a,
    opened,
    retold,
    reviewed,
    said_fit,
    to_move_to,
    voided,
    went_on_leave,
)
from tests.domain.spell.stay import reopened as took_place
from tests.views.delay_lines import DELAY_LINES, ORGANISATIONS

FRIDAY, TESTS = date(2026, 11, 6), DischargeReason.WAITING_FOR_TESTS
NAMES: Names = {WARD_A: "Ash", WARD_B: "Birch"}

STAY_LINES = [
    (opened, "Admitted to Ash, bed 4."),
    (took_place(WARD_B, "1"), "The cancelled admission took place after all: Birch, bed 1."),
    (moved(WARD_B, "1"), "Moved to Birch, bed 1."),
    (corrected(WARD_A, "9"), "Place corrected: Ash, bed 9."),
    (move_reversed(WARD_A, "4"), "A move was cancelled; now in Ash, bed 4."),
    (ended(), "Stay ended: discharged."),
    (ended(WayOut.SELF_DISCHARGE), "Stay ended: took their own discharge."),
    (ended(WayOut.VIRTUAL_WARD), "Left the ward: home on the virtual ward, still under the hospital’s care."),
    (WentToLounge(), "Waits in the discharge lounge."),
    (CameBackToWard(ward_id=None, bed=None), "Back on the ward."),
    (CameBackToWard(ward_id=WARD_B, bed="2"), "Back on the ward: Birch, bed 2."),
    (
        EndReversed(ward_id=None, bed=None, reason=ReturnReason.TRANSPORT_ABORTED, words=Words("Stairs.")),
        "The leaving was cancelled. Transport was aborted. “Stairs.”",
    ),
    (AdmissionReversed(words=Words("Wrong person.")), "The admission was cancelled. “Wrong person.”"),
    (LeaveEnded(words=Words("Never went.")), "No longer on leave. “Never went.”"),
    (end_reversed(), "The leaving was cancelled."),
    (end_reversed(WARD_B, "1"), "The leaving was cancelled; now in Birch, bed 1."),
    (voided, "The admission was cancelled."),
    (reviewed(NO_LONGER, words="Walks."), "Reviewed: no longer meets the criteria to reside. “Walks.”"),
    (
        reviewed(MEETS, Criterion.OXYGEN, Criterion.IV_FLUIDS),
        "Reviewed: meets the criteria to reside (IV fluids, oxygen).",
    ),
    (retold(WARD_A, "5"), "The admission was told again: Ash, bed 5."),
    (expected(WARD_B, "2"), "Expected to be admitted to Birch, bed 2."),
    (expected(), "Expected to be admitted."),
    (ExpectedAdmissionCancelled(), "The expected admission was cancelled."),
    (now_a(PatientClass.OUTPATIENT), "The hospital's system now has the person as: out-patient."),
    (to_move_to(WARD_B, "1"), "To move to Birch, bed 1."),
    (TransferPlanWithdrawn(), "The planned move was withdrawn."),
    (expected_to_leave(FRIDAY), "EDD is Fri 6 Nov."),
    (expected_to_leave(None), "EDD taken back."),
    (expected_to_leave(None, instead_of=FRIDAY, reason=TESTS), "EDD Fri 6 Nov taken back: waiting for tests."),
    (
        expected_to_leave(FRIDAY, instead_of=date(2026, 11, 3), reason=TESTS),
        "EDD moved from Tue 3 Nov to Fri 6 Nov: waiting for tests.",
    ),
    (
        expected_to_leave(FRIDAY, instead_of=FRIDAY, reason=DischargeReason.OTHER, words="Flood."),
        "EDD is still Fri 6 Nov: another reason. “Flood.”",
    ),
    (hub_need(HubNeed.YES), "Needs the hub? Yes."),
    (hub_need(HubNeed.DONT_KNOW), "Needs the hub? Don't know."),
    (
        EarlyAlertProposed(reason=AlertReason.CARE_HOME),
        "Proposed to tell the hub early: came from a care home.",
    ),
    (
        EarlyAlertProposed(reason=AlertReason.CARE_HOME, taken_back=True),
        "No longer proposed to tell the hub early: came from a care home.",
    ),
    (DischargePlanned(), "The discharge is planned."),
    (DischargePlanWithdrawn(), "The planned discharge was withdrawn."),
    (went_on_leave(), "Went on leave."),
    (went_on_leave(hours(26)), "Went on leave, back Tue 3 Nov 14:00."),
    (LeaveEnded(), "No longer on leave."),
    (said_fit(date(2026, 11, 3)), "Said to be medically fit since 3 Nov. A clinician confirms it."),
    (said_fit(None), "No longer said to be medically fit."),
    (
        AdmissionReasonTold(words=Words("Fall")),
        "Reason for admission, as the hospital’s system has it: “Fall”",
    ),
    (SpellGiven(person_id=BEN), "This stay now belongs to another record of the person, or to another person."),
    *DELAY_LINES,
]


@pytest.mark.parametrize(("event", "line"), STAY_LINES)
def test_an_event_of_a_stay_is_told_in_words(event: Any, line: str) -> None:
    assert say_spell(event, {**NAMES, **ORGANISATIONS}) == line


def test_every_event_of_a_stay_is_told() -> None:
    assert {type(event) for event, _ in STAY_LINES} == set(SPELL_EVENTS)


def test_a_place_without_a_bed_is_told_without_one() -> None:
    assert say_spell(moved(WARD_B, ""), NAMES) == "Moved to Birch."
    assert say_spell(end_reversed(WARD_B), NAMES) == "The leaving was cancelled; now in Birch."


def test_a_place_that_nobody_named_is_told_as_such() -> None:
    assert say_spell(opened, {}) == "Admitted to a place not on the list, bed 4."
