"""The ward list's rows: one for every ward that ever showed the person, and replay equals live."""

from datetime import date

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.criteria import Criterion
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.spell import (
    DischargePlanned,
    EarlyAlertProposed,
    ExpectedAdmissionCancelled,
    SpellGiven,
    WayOut,
)
from app.domain.values import Stream
from app.views.spell import SpellRow, bed_order, rows
from tests.domain.given import NOON, given
from tests.domain.spell.stay import (
    ADA,
    BEN,
    MEETS,
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    WARD_C,
    end_reversed,
    ended,
    expected,
    expected_to_leave,
    hours,
    hub_need,
    moved,
    now_a,
    opened,
    reopened,
    reviewed,
    said_fit,
    to_move_to,
    voided,
    went_on_leave,
)

STREAM = Stream(f"spell:{SPELL_ID}")


def shown(*past: object) -> list[SpellRow]:
    return rows(given(*past, stream=STREAM))


def test_an_admission_shows_the_person_in_their_bed_not_yet_reviewed() -> None:
    assert shown(opened) == [
        SpellRow(
            id=SPELL_ID,
            scope=str(WARD_A),
            position=1,
            gone=False,
            person_id=ADA,
            ward_id=WARD_A,
            bed="4",
            bed_order="000004",
            admitted_at=NOON,
            criteria="not_reviewed",
            criteria_met=(),
            reviewed_at=None,
            ready_date=None,
            ready_at=None,
            earlier_nights=0,
            became_unwell=0,
            ended_at=None,
            how=None,
            stage="open",
            patient_class=None,
            expected_at=None,
            expected_discharge=None,
            discharge_changes=0,
            discharge_reason=None,
            discharge_planned=False,
            on_leave_since=None,
            leave_until=None,
            next_ward_id=None,
            next_bed=None,
            proposed_ready=None,
            needs_hub=None,
            proposed_alert=(),
            lounge_since=None,
            virtual_ward_since=None,
            delay=None,
        )
    ]


def test_a_move_to_another_bed_keeps_the_row() -> None:
    [row] = shown(opened, moved(WARD_A, "9"))
    assert (row.bed, row.gone, row.position) == ("9", False, 2)


def test_a_move_to_another_ward_leaves_a_row_that_is_gone_since_then() -> None:
    left, here = shown(opened, moved(WARD_B, "1"), reviewed(NO_LONGER))
    assert (left.scope, left.gone, left.position) == (str(WARD_A), True, 2)
    assert (here.scope, here.gone, here.position, here.criteria) == (str(WARD_B), False, 3, "no_longer_meets")


def test_back_on_a_ward_the_row_lives_again() -> None:
    left, here = shown(opened, moved(WARD_B, "1"), moved(WARD_A, "2"))
    assert (left.scope, left.gone, left.position) == (str(WARD_B), True, 3)
    assert (here.scope, here.gone, here.bed) == (str(WARD_A), False, "2")


def test_who_left_is_gone_and_the_row_says_when_and_how() -> None:
    [row] = shown(opened, (hours(5), ended(WayOut.TRANSFERRED)))
    assert (row.gone, row.stage, row.ended_at, row.how) == (True, "ended", hours(5), "transferred")


def test_who_did_not_leave_after_all_is_back() -> None:
    [row] = shown(opened, (hours(5), ended()), (hours(6), end_reversed()))
    assert (row.gone, row.ended_at, row.how) == (False, None, None)


def test_a_cancelled_admission_is_gone_until_it_reopens() -> None:
    assert [(row.gone, row.stage) for row in shown(opened, voided)] == [(True, "voided")]
    assert [(row.scope, row.gone) for row in shown(opened, voided, reopened(WARD_B, "1"))] == [
        (str(WARD_A), True),
        (str(WARD_B), False),
    ]


def test_the_latest_review_by_time_is_what_the_row_says() -> None:
    [row] = shown(
        opened,
        (hours(50), reviewed(MEETS, Criterion.OXYGEN, Criterion.IV_FLUIDS, review=1)),
        (hours(2), reviewed(NO_LONGER, review=2)),
    )
    assert (row.criteria, row.criteria_met, row.reviewed_at) == ("meets", ("iv_fluids", "oxygen"), hours(50))
    assert (row.ready_date, row.earlier_nights) == (None, 2)


def test_the_row_says_since_when_the_person_is_ready_and_the_nights_before_a_relapse() -> None:
    [row] = shown(
        opened,
        (hours(2), reviewed(NO_LONGER, review=1)),
        (hours(26), reviewed(MEETS, Criterion.OXYGEN, review=2)),
        (hours(50), reviewed(NO_LONGER, review=3)),
    )
    assert (row.ready_date, row.ready_at, row.earlier_nights) == (date(2026, 11, 4), hours(50), 1)


def test_a_review_found_after_leaving_still_reaches_the_row() -> None:
    [row] = shown(opened, (hours(50), ended()), (hours(2), reviewed(NO_LONGER)))
    assert (row.gone, row.ready_date, row.position) == (True, date(2026, 11, 2), 3)


def test_the_row_says_what_is_planned_around_the_stay() -> None:
    [row] = shown(
        opened,
        expected_to_leave(date(2026, 11, 6)),
        DischargePlanned(),
        (hours(2), went_on_leave(hours(26))),
        (hours(3), to_move_to(WARD_B, "1")),
    )
    assert (row.expected_discharge, row.discharge_planned) == (date(2026, 11, 6), True)
    assert (row.on_leave_since, row.leave_until, row.gone) == (hours(2), hours(26), False)
    assert (row.ward_id, row.next_ward_id, row.next_bed) == (WARD_A, WARD_B, "1")


def test_the_row_says_how_often_and_why_the_expected_date_moved() -> None:
    moved_to = expected_to_leave(date(2026, 11, 6), reason=DischargeReason.WAITING_FOR_TESTS)
    [row] = shown(opened, expected_to_leave(date(2026, 11, 3)), moved_to)
    assert (row.discharge_changes, row.discharge_reason) == (1, "waiting_for_tests")


def test_the_row_says_whether_the_person_needs_the_hub() -> None:
    [row] = shown(opened, hub_need(HubNeed.YES), hub_need(HubNeed.DONT_KNOW))
    assert row.needs_hub == "dont_know"


def test_the_row_says_why_the_hub_might_be_told_early_until_that_is_settled() -> None:
    both = [EarlyAlertProposed(reason=each) for each in (AlertReason.TEMPORARY_HOME, AlertReason.CARE_HOME)]
    [row] = shown(opened, *both)
    assert row.proposed_alert == ("care_home", "temporary_home")
    [row] = shown(opened, *both, hub_need(HubNeed.NO))
    assert row.proposed_alert == ()


def test_a_proposal_is_shown_as_such_until_a_clinician_reviewed() -> None:
    said = (hours(20), said_fit(date(2026, 11, 3)), hours(20))
    [row] = shown(opened, said)
    assert (row.proposed_ready, row.ready_date, row.criteria) == (date(2026, 11, 3), None, "not_reviewed")
    [row] = shown(opened, said, (hours(21), reviewed(NO_LONGER)))
    assert (row.proposed_ready, row.ready_date) == (None, date(2026, 11, 3))


def test_who_is_expected_is_shown_on_the_ward_they_are_to_come_to() -> None:
    [row] = shown((hours(48), expected(WARD_B, "2")))
    assert (row.scope, row.stage, row.expected_at, row.gone) == (str(WARD_B), "expected", hours(48), False)
    assert (row.bed, row.person_id, row.admitted_at) == ("2", ADA, hours(48))


def test_who_is_expected_on_no_ward_yet_is_on_no_list() -> None:
    assert shown((hours(48), expected())) == []


def test_who_is_not_coming_after_all_is_gone() -> None:
    [row] = shown((hours(48), expected(WARD_B, "2")), ExpectedAdmissionCancelled())
    assert (row.scope, row.gone, row.position) == (str(WARD_B), True, 2)


def test_who_came_to_another_ward_than_expected_is_gone_from_the_first() -> None:
    first, here = shown((hours(48), expected(WARD_B, "2")), opened)
    assert (first.scope, first.gone, first.position) == (str(WARD_B), True, 2)
    assert (here.scope, here.gone, here.stage, here.expected_at) == (str(WARD_A), False, "open", None)


def test_who_is_no_longer_an_in_patient_is_gone_and_the_row_says_so() -> None:
    [row] = shown(opened, now_a(PatientClass.OUTPATIENT))
    assert (row.gone, row.stage, row.patient_class) == (True, "elsewhere", "outpatient")


def test_a_late_move_told_before_a_newer_one_leaves_the_row_where_it_is() -> None:
    [*_, row] = shown(opened, (hours(3), moved(WARD_B, "1"), hours(3)), (hours(1), moved(WARD_C, "7"), hours(1)))
    assert (row.scope, row.bed, row.gone, row.position) == (str(WARD_B), "1", False, 3)


def test_a_stay_given_to_another_record_shows_that_person() -> None:
    [row] = shown(opened, SpellGiven(person_id=BEN))
    assert (row.person_id, row.position) == (BEN, 2)


def test_nothing_is_shown_of_a_spell_nobody_opened() -> None:
    assert shown() == []


def test_beds_sort_as_people_count_them() -> None:
    beds = ["B10", "A2", "Bay 2 Bed 10", "b9", "Bay 2 Bed 9", "10", "SR1", "2"]
    assert sorted(beds, key=bed_order) == ["2", "10", "A2", "b9", "B10", "Bay 2 Bed 9", "Bay 2 Bed 10", "SR1"]
