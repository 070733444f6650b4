"""A stay that belongs to another record waits for a person (A41, A44, A45); another number of it does not (A50)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from app.domain.values import CaseId, Role, SpellId
from app.intake.adt.decision import GiveStay
from app.intake.adt.desk import decide
from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound, fetch
from tests.intake.adt.telling import retiring

HERS = retiring("H1^^^RXX^MR", visit="V1")


async def confirm(hospital: Hospital, which: int = -1) -> str:
    """Somebody at the desk says that the stay told of (last) does belong to the other record."""
    place, message = hospital.place, (await hospital.kept())[which]["message_id"]
    by = place.by(Role.CASE_MANAGER)
    return (await decide(place.database, place.hints, place.system, message, GiveStay(), by)).state


@pytest.mark.parametrize("trigger", ["A41", "A44", "A45"])
async def test_a_stay_is_given_to_another_record_once_somebody_confirms_it(hospital: Hospital, trigger: str) -> None:
    place = hospital.place
    await hospital.tell("A01", IDA)
    await place.do(place.referral(SpellId((await hospital.spell())["id"]), CaseId(uuid4())))
    head = await hospital.head()
    assert await hospital.tell(trigger, OTTO, visit="V1", more=HERS) == "waiting: visit-moved"
    assert (await hospital.head(), len(await hospital.people())) == (head, 1)
    assert (await hospital.kept())[-1]["words"]

    assert await confirm(hospital) == "applied"

    assert await hospital.beds() == ["ASH A1-01 Pepper"]
    (case,) = await hospital.cases()
    assert case["person_id"] == (await hospital.spell())["person_id"]
    assert await hospital.tell("A03", OTTO, visit="V1", at="12:00") == "applied"
    assert await hospital.beds() == []
    await assert_sound(place.database, place.system)


@pytest.mark.parametrize("trigger", ["A41", "A44", "A45"])
async def test_nobody_in_a_bed_is_given_to_a_record_of_somebody_who_died(hospital: Hospital, trigger: str) -> None:
    place = hospital.place
    await hospital.tell("A01", OTTO, visit="V0", bed="A1-02")
    await hospital.tell("A03", OTTO, visit="V0", at="11:20", left="11:20", method="4")
    await hospital.tell("A31", replace(OTTO, died="Y"), visit="")
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell(trigger, OTTO, visit="V1", more=HERS)
    head = await hospital.head()

    assert await confirm(hospital) == "waiting"
    (waiting,) = [each for each in await hospital.kept() if each["state"] == "waiting"]
    assert (waiting["code"], await hospital.head()) == ("died-and-in-hospital", head)
    assert await hospital.beds() == ["ASH A1-01 Marrow"]

    await hospital.tell("A03", IDA, visit="V1", at="12:00")
    assert await confirm(hospital, -2) == "applied"
    await assert_sound(place.database, place.system)


async def test_a_stay_that_is_theirs_already_needs_nobody_to_look(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA)
    head = await hospital.head()
    assert await hospital.tell("A45", IDA, more=HERS) == "applied"
    assert await hospital.head() == head


@pytest.mark.parametrize("trigger", ["A41", "A44", "A45", "A50"])
async def test_of_a_stay_nobody_knows_nothing_changes_until_it_is_told(hospital: Hospital, trigger: str) -> None:
    assert await hospital.tell(trigger, IDA, visit="V2", more=HERS) == "recorded: unknown-visit"
    await hospital.tell("A01", IDA, visit="V1", sent="12:10")
    assert (await hospital.came_of())[0] == "applied"


async def test_a_stay_is_found_by_both_its_numbers(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    assert await hospital.tell("A50", visit="V2", more=retiring(visit="V1")) == "applied"
    assert await hospital.tell("A02", visit="V2", ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert await hospital.tell("A03", visit="V1", at="12:00") == "applied"
    assert len(await fetch(hospital, "SELECT 1 FROM spell_1 WHERE system_id = $1 AND NOT gone")) == 0
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_two_numbers_that_have_a_stay_each_wait_for_somebody_to_look(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    await hospital.tell("A01", visit="V2", bed="A1-02")
    assert await hospital.tell("A50", visit="V2", more=retiring(visit="V1")) == "waiting: two-stays"


async def test_a_visit_that_was_deleted_is_void_and_its_history_is_kept(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30")
    assert await hospital.tell("A23") == "applied"
    assert await hospital.beds() == []
    assert (await hospital.spell())["stage"] == "voided"
    names = ["spell.opened.1", "spell.person_moved.1", "spell.admission_reversed.1"]
    assert await hospital.recorded("spell") == names
    assert await hospital.tell("A23") == "applied"
    assert await hospital.recorded("spell") == names
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_an_expected_visit_that_was_deleted_is_expected_no_longer(hospital: Hospital) -> None:
    await hospital.tell("A05", expected="16:00")
    assert await hospital.tell("A23") == "applied"
    assert await hospital.beds() == []


async def test_a_deleted_visit_that_nobody_knows_changes_nothing(hospital: Hospital) -> None:
    assert await hospital.tell("A23") == "recorded: unknown-visit"


async def test_a_deletion_of_another_persons_visit_waits(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    assert await hospital.tell("A23", OTTO, visit="V1") == "waiting: visit-of-another-person"
    assert len(await hospital.beds()) == 2


async def test_nobody_in_a_bed_is_deleted_without_somebody_looking(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A29") == "waiting: deleted-in-hospital"
    await hospital.tell("A03", at="12:00")
    assert await hospital.tell("A29") == "applied"
    assert len(await hospital.people()) == 1


async def test_a_deleted_record_of_somebody_expected_is_expected_no_longer(hospital: Hospital) -> None:
    await hospital.tell("A05", expected="16:00")
    assert await hospital.tell("A29") == "applied"
    assert await hospital.beds() == []


async def test_a_deleted_record_that_nobody_knows_changes_nothing(hospital: Hospital) -> None:
    assert await hospital.tell("A29", replace(IDA, numbers="H77^^^RXX^MR")) == "recorded: unknown-person"
