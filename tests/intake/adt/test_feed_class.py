"""Who becomes an in-patient is on the ward list, who is one no longer leaves it; the stay and its clock are kept."""

from uuid import uuid4

import pytest

from app.domain.values import CaseId, SpellId
from tests.intake.adt.feeding import Hospital, assert_sound


async def test_an_emergency_visit_becomes_a_stay_of_an_in_patient(hospital: Hospital) -> None:
    await hospital.tell("A04", kind="E")
    assert await hospital.tell("A06", kind="I", ward="BIRCH", bed="B1", at="11:30") == "applied"
    row = await hospital.spell()
    assert (row["stage"], row["patient_class"]) == ("open", "inpatient")
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_an_out_patient_who_is_kept_in_opens_a_stay(hospital: Hospital) -> None:
    assert await hospital.tell("A04", kind="O") == "recorded: not-a-stay"
    assert await hospital.tell("A06", kind="I", at="11:30") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert await hospital.recorded("spell") == ["spell.opened.1"]


async def test_a_stay_opened_by_its_change_of_class_is_corrected_by_its_admission_when_that_comes(
    hospital: Hospital,
) -> None:
    admission = hospital.write("A01", kind="E", bed="A1-02", admitted="09:00")
    await hospital.tell("A06", at="11:30", admitted="10:00")
    await hospital.send(admission)
    assert (await hospital.spell())["admitted_at"].hour == 8
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_who_becomes_an_out_patient_leaves_the_ward_list_and_their_case_follows(hospital: Hospital) -> None:
    await hospital.tell("A01")
    spell = SpellId((await hospital.spell())["id"])
    await hospital.place.do(hospital.place.referral(spell, CaseId(uuid4())))
    assert await hospital.tell("A07", kind="O", at="11:30") == "applied"
    assert (await hospital.spell())["stage"] == "elsewhere"
    assert await hospital.beds() == []
    assert await hospital.case() == ("left_hospital", None)
    assert await hospital.tell("A06", kind="I", at="11:40") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert await hospital.case() == ("referred", None)
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_details_that_come_with_another_class_change_it(hospital: Hospital) -> None:
    await hospital.tell("A01", kind="E")
    assert await hospital.tell("A08", kind="I") == "applied"
    assert (await hospital.spell())["patient_class"] == "inpatient"
    head = await hospital.head()
    assert await hospital.tell("A08", kind="I", at="11:10") == "applied"
    assert await hospital.head() == head


async def test_other_messages_say_what_the_class_once_was_and_change_it_not(hospital: Hospital) -> None:
    await hospital.tell("A01", kind="I")
    await hospital.tell("A02", kind="E", ward="BIRCH", bed="B1", at="11:30")
    assert (await hospital.spell())["patient_class"] == "inpatient"


async def test_a_change_of_class_without_a_class_is_what_its_trigger_says(hospital: Hospital) -> None:
    await hospital.tell("A01", kind="E")
    await hospital.tell("A06", kind="")
    assert (await hospital.spell())["patient_class"] == "inpatient"
    await hospital.tell("A07", kind="", at="11:30")
    assert (await hospital.spell())["stage"] == "elsewhere"


async def test_what_was_said_of_an_out_patient_counts_once_the_visit_turns_out_to_be_a_stay(
    hospital: Hospital,
) -> None:
    admission, leaving = hospital.write("A01"), hospital.write("A07", kind="O", at="11:30")
    await hospital.send(leaving)
    assert await hospital.came_of() == ["recorded: not-a-stay"]
    await hospital.send(admission)
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.beds() == []


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (2, 1, 0), (1, 2, 0)])
async def test_an_admission_told_again_does_not_bring_back_the_class_though_it_was_heard_first(
    hospital: Hospital, order: tuple[int, ...]
) -> None:
    stay = [
        hospital.write("A01"),
        hospital.write("A07", kind="O", at="11:30"),
        hospital.write("A01", bed="A1-02"),
    ]
    assert [await hospital.send(stay[index]) for index in order] == ["AA"] * len(stay)
    row = await hospital.spell()
    assert (row["stage"], row["patient_class"], row["bed"]) == ("elsewhere", "outpatient", "A1-02")
    assert await hospital.beds() == []
    await assert_sound(hospital.place.database, hospital.place.system)
