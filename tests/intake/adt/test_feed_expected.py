"""Somebody is to come (A05, A14), or not after all (A38, A27); nobody is in a bed for it, and no case follows."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound, fetch


@pytest.mark.parametrize("trigger", ["A05", "A14"])
async def test_somebody_is_expected_on_a_ward_at_a_time(hospital: Hospital, trigger: str) -> None:
    assert await hospital.tell(trigger, kind="P", expected="16:00", admitted="") == "applied"
    row = await hospital.spell()
    assert (row["stage"], row["expected_at"]) == ("expected", datetime(2026, 6, 1, 15, 0, tzinfo=UTC))
    assert (row["ward_id"], row["bed"]) == (hospital.place.ward, "A1-01")
    assert await fetch(hospital, "SELECT 1 FROM case_1 WHERE system_id = $1") == []
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_told_again_the_newer_time_and_ward_count(hospital: Hospital) -> None:
    await hospital.tell("A05", expected="16:00")
    await hospital.tell("A14", expected="18:30", ward="BIRCH", bed="B1")
    row = await hospital.spell()
    assert (row["expected_at"].hour, row["ward_id"], row["bed"]) == (17, hospital.place.other_ward, "B1")
    head = await hospital.head()
    await hospital.tell("A14", expected="18:30", ward="BIRCH", bed="B1")
    assert await hospital.head() == head


async def test_where_they_are_to_go_may_not_be_known_yet(hospital: Hospital) -> None:
    assert await hospital.tell("A05", ward="", expected="16:00") == "applied"
    assert await hospital.tell("A05", ward="ELM", expected="16:30") == "applied"
    assert await fetch(hospital, "SELECT 1 FROM spell_1 WHERE system_id = $1") == []
    assert await hospital.tell("A01", at="12:00") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_they_come_and_are_in_the_bed(hospital: Hospital) -> None:
    await hospital.tell("A05", expected="16:00")
    assert await hospital.tell("A01", bed="A1-02", at="12:00", admitted="12:00") == "applied"
    row = await hospital.spell()
    assert (row["stage"], row["expected_at"], row["bed"]) == ("open", None, "A1-02")
    assert len(await hospital.people()) == 1


@pytest.mark.parametrize("trigger", ["A38", "A27"])
async def test_they_do_not_come_after_all(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A05", expected="16:00")
    assert await hospital.tell(trigger) == "applied"
    assert await hospital.beds() == []
    assert await hospital.recorded("spell") == ["spell.admission_expected.1", "spell.expected_admission_cancelled.1"]
    head = await hospital.head()
    assert await hospital.tell(trigger) == "applied"
    assert await hospital.head() == head
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_once_they_have_come_their_expectation_cannot_be_cancelled(hospital: Hospital) -> None:
    await hospital.tell("A05", expected="16:00")
    await hospital.tell("A01")
    assert await hospital.tell("A38") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_a_cancellation_that_overtook_what_it_cancels_is_applied_when_that_comes(hospital: Hospital) -> None:
    expecting, cancelling = hospital.write("A05", expected="16:00"), hospital.write("A38")
    await hospital.send(cancelling)
    assert await hospital.came_of() == ["recorded: unknown-visit"]
    await hospital.send(expecting)
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.beds() == []


async def test_an_expectation_heard_after_the_admission_changes_nothing(hospital: Hospital) -> None:
    expecting, admission = hospital.write("A05", bed="A1-02", expected="16:00"), hospital.write("A01")
    await hospital.send(admission)
    row = await hospital.spell()
    await hospital.send(expecting)
    assert {**await hospital.spell(), "position": 0} == {**row, "position": 0}


async def test_without_a_visit_number_nobody_could_be_found_again(hospital: Hospital) -> None:
    assert await hospital.tell("A05", visit="", expected="16:00") == "recorded: no-visit-number"
    assert await hospital.people() == []


async def test_a_visit_of_another_person_waits(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA)
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    assert await hospital.tell("A05", OTTO, visit="V1") == "waiting: visit-of-another-person"


async def test_nobody_is_registered_who_could_not_be_found_again(hospital: Hospital) -> None:
    nobody = replace(IDA, numbers="9304026319^^^NHS^NH")
    assert await hospital.tell("A05", nobody) == "waiting: no-usable-number"
    assert await hospital.people() == []


@pytest.mark.parametrize("trigger", ["A08", "A31"])
async def test_of_somebody_expected_details_are_kept_and_the_rest_counts_when_they_come(
    hospital: Hospital, trigger: str
) -> None:
    await hospital.tell("A05", expected="16:00")
    now = replace(IDA, phone="01632 960777")
    assert await hospital.tell(trigger, now, edd="20260605") == "recorded: not-here-yet"
    assert (await hospital.people())[0]["phone"] == "01632 960777"
    await hospital.tell("A01", now)
    assert await hospital.came_of() == ["applied", "applied", "applied"]
    assert (await hospital.spell())["expected_discharge"] == date(2026, 6, 5)


@pytest.mark.parametrize("trigger", ["A02", "A03", "A11", "A13", "A16", "A21"])
async def test_news_of_a_stay_of_somebody_expected_waits_until_they_have_come(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A05", expected="16:00")
    assert await hospital.tell(trigger, at="11:30") == "waiting: unknown-visit"
