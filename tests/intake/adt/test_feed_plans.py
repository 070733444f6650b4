"""What is planned: a move (A15, A26), the discharge (A16, A25) and its date (PV2-9 on any message); and leave."""

from datetime import UTC, date, datetime

import pytest

from tests.intake.adt.feeding import IDA, Hospital, assert_sound


async def test_a_move_is_planned_and_made(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A15", pending="BIRCH^^B1") == "applied"
    row = await hospital.spell()
    assert (row["bed"], row["next_ward_id"], row["next_bed"]) == ("A1-01", hospital.place.other_ward, "B1")
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30")
    assert (await hospital.spell())["next_ward_id"] is None
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_planned_move_is_withdrawn(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A15", pending="BIRCH^^B1")
    assert await hospital.tell("A26", pending="BIRCH^^B1") == "applied"
    assert (await hospital.spell())["next_ward_id"] is None
    assert await hospital.tell("A26") == "applied"
    assert len(await hospital.recorded("spell")) == 3


async def test_a_planned_move_that_does_not_say_where_to_changes_nothing(hospital: Hospital) -> None:
    await hospital.tell("A01")
    head = await hospital.head()
    assert await hospital.tell("A15", pending="") == "applied"
    assert await hospital.head() == head


async def test_a_planned_move_to_a_ward_that_nobody_knows_waits(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A15", pending="ELM^^1") == "waiting: unknown-ward"


async def test_a_discharge_is_planned_for_a_day_and_the_plan_withdrawn(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A16", edd="20260605") == "applied"
    row = await hospital.spell()
    assert (row["discharge_planned"], row["expected_discharge"]) == (True, date(2026, 6, 5))
    assert await hospital.tell("A25", edd='""') == "applied"
    row = await hospital.spell()
    assert (row["discharge_planned"], row["expected_discharge"]) == (False, None)
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("trigger", ["A01", "A02", "A04", "A06", "A08", "A12", "A15", "A21", "A31"])
async def test_the_expected_date_is_taken_from_any_message(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01")
    assert await hospital.tell(trigger, edd="20260605") == "applied"
    assert (await hospital.spell())["expected_discharge"] == date(2026, 6, 5)


async def test_each_change_of_the_date_is_kept_and_a_repeat_is_none(hospital: Hospital) -> None:
    await hospital.tell("A01", edd="20260605")
    await hospital.tell("A08", edd="20260605")
    await hospital.tell("A08", edd="20260608")
    await hospital.tell("A08")
    await hospital.tell("A08", edd='""')
    await hospital.tell("A08", edd='""')
    assert await hospital.history("spell.expected_discharge_changed.1", "expected_on") == [
        "2026-06-05",
        "2026-06-08",
        None,
    ]


async def test_the_reason_for_admission_is_told_once_and_offered_to_who_refers(hospital: Hospital) -> None:
    await hospital.tell("A01", reason="R29.6^Repeated falls")
    await hospital.tell("A08", reason="R29.6^Repeated falls")
    await hospital.tell("A08", at="12:00", reason="S72.0^Fractured neck of femur")
    await hospital.tell("A08", at="12:30")
    assert len(await hospital.history("spell.admission_reason_told.1", "words")) == 2
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_date_that_is_the_day_of_admission_is_a_default_and_no_news(hospital: Hospital) -> None:
    await hospital.tell("A01", edd="20260605")
    assert await hospital.tell("A08", edd="20260601") == "applied"
    assert (await hospital.spell())["expected_discharge"] == date(2026, 6, 5)
    assert [doubt["code"] for doubt in await hospital.doubts()] == ["expected-discharge-default"]


async def test_a_date_that_comes_late_does_not_undo_a_newer_one(hospital: Hospital) -> None:
    await hospital.tell("A01")
    older, newer = hospital.write("A08", edd="20260605"), hospital.write("A08", edd="20260608")
    await hospital.send(newer)
    await hospital.send(older)
    assert (await hospital.spell())["expected_discharge"] == date(2026, 6, 8)
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize(("away", "back"), [("A21", "A22"), ("A21", "A52"), ("A53", "A22")])
async def test_somebody_on_leave_keeps_the_bed_until_they_are_back(hospital: Hospital, away: str, back: str) -> None:
    await hospital.tell("A01")
    assert await hospital.tell(away, at="11:15", back_by="18:00") == "applied"
    row = await hospital.spell()
    assert (row["on_leave_since"], row["leave_until"]) == (
        datetime(2026, 6, 1, 10, 15, tzinfo=UTC),
        datetime(2026, 6, 1, 17, 0, tzinfo=UTC),
    )
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert await hospital.tell(back, at="12:00") == "applied"
    assert (await hospital.spell())["on_leave_since"] is None
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_who_is_discharged_while_on_leave_is_on_leave_no_longer(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A21", at="11:15")
    await hospital.tell("A03", at="12:00")
    row = await hospital.spell()
    assert (row["stage"], row["on_leave_since"]) == ("ended", None)


async def test_medically_fit_is_a_proposal_and_makes_nobody_ready(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A08", fit="Y", fit_since="20260531") == "applied"
    row = await hospital.spell()
    assert (row["proposed_ready"], row["ready_date"], row["criteria"]) == (date(2026, 5, 31), None, "not_reviewed")
    head = await hospital.head()
    await hospital.tell("A08", fit="Y", fit_since="20260531")
    assert await hospital.head() == head
    await hospital.tell("A08", fit="N")
    assert (await hospital.spell())["proposed_ready"] is None
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_medically_fit_without_a_date_is_so_since_that_was_said(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, fit="Y")
    assert (await hospital.spell())["proposed_ready"] == date(2026, 6, 1)
