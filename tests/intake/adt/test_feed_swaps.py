"""Two people change beds in one message (A17); each of the two stands by themselves."""

from datetime import date

import pytest

from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound, fetch
from tests.intake.adt.telling import one_person


async def both(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", ward="BIRCH", bed="B1")


def swap(otto_visit: str = "V2", otto_ward: str = "ASH") -> dict[str, str]:
    return {
        "visit": "V1",
        "ward": "BIRCH",
        "bed": "B1",
        "at": "11:30",
        "more": one_person(OTTO, visit=otto_visit, ward=otto_ward),
    }


async def test_two_people_change_beds(hospital: Hospital) -> None:
    await both(hospital)
    assert await hospital.tell("A17", IDA, **swap()) == "applied"
    assert await hospital.beds() == ["ASH A1-01 Pepper", "BIRCH B1 Marrow"]
    head = await hospital.head()
    await hospital.tell("A17", IDA, **swap())
    assert await hospital.head() == head
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_of_two_people_one_is_moved_and_the_message_waits_while_the_other_is_unknown(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    assert await hospital.tell("A17", IDA, **swap()) == "waiting: unknown-visit"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    await hospital.tell("A01", OTTO, visit="V2", ward="BIRCH", bed="B1", sent="12:10")
    assert (await hospital.came_of())[1] == "applied"
    assert await hospital.beds() == ["ASH A1-01 Pepper", "BIRCH B1 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_somebody_who_moves_to_a_ward_that_nobody_knows_does_not_hold_up_the_other(hospital: Hospital) -> None:
    await both(hospital)
    assert await hospital.tell("A17", IDA, **swap(otto_ward="ELM")) == "waiting: unknown-ward"
    assert await hospital.beds() == ["BIRCH B1 Marrow", "BIRCH B1 Pepper"]


async def test_a_message_about_a_crowd_is_refused(hospital: Hospital) -> None:
    raw = hospital.write("A17", more=one_person(OTTO, visit="V2") * 100)
    assert await hospital.send(raw) == "AR too-many-people"
    assert await hospital.came_of() == ["refused: too-many-people"]


async def expected(hospital: Hospital) -> dict[str, date]:
    """The expected day of discharge by bed."""
    rows = await fetch(hospital, "SELECT bed, expected_discharge FROM spell_1 WHERE system_id = $1 AND NOT gone")
    return {row["bed"]: row["expected_discharge"] for row in rows}


async def test_news_of_either_that_was_told_after_a_late_swap_counts_after_it(hospital: Hospital) -> None:
    ida, otto = {"visit": "V1"}, {"visit": "V2", "ward": "BIRCH", "bed": "B1"}
    for trigger, at, sent in (("A01", "11:00", "12:01"), ("A08", "12:00", "12:20")):
        await hospital.tell(trigger, IDA, **ida, edd="20260609", at=at, sent=sent)
        await hospital.tell(trigger, OTTO, **otto, edd="20260609", at=at, sent=sent)
    beds = swap() | {"more": one_person(OTTO, visit="V2", edd="20260605")}
    assert await hospital.tell("A17", IDA, **beds, edd="20260605", sent="12:10") == "applied"
    assert await expected(hospital) == {"A1-01": date(2026, 6, 9), "B1": date(2026, 6, 9)}
    assert await hospital.beds() == ["ASH A1-01 Marrow", "BIRCH B1 Pepper"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_swap_counts_after_late_news_of_the_second_person(hospital: Hospital) -> None:
    await both(hospital)
    await hospital.tell("A08", OTTO, visit="V2", ward="BIRCH", bed="B1", edd="20260605", sent="12:00")
    beds = swap() | {"more": one_person(OTTO, visit="V2", edd="20260605")}
    await hospital.tell("A17", IDA, **beds, sent="12:40")
    await hospital.tell("A08", OTTO, visit="V2", ward="BIRCH", bed="B1", edd="20260609", sent="12:30")
    assert (await expected(hospital))["A1-01"] == date(2026, 6, 5)


async def test_a_swap_that_is_refused_for_the_second_waits_for_news_of_the_second(hospital: Hospital) -> None:
    await both(hospital)
    await hospital.tell("A03", OTTO, visit="V2", at="11:00", sent="12:01")
    assert await hospital.tell("A17", IDA, **swap(), sent="12:10") == "waiting: spell-is-over"
    assert (await hospital.kept())[-1]["waits_for"] == "visit:V2"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await hospital.tell("A13", OTTO, visit="V2", ward="BIRCH", bed="B1", at="11:05", sent="12:02")
    assert set(await hospital.came_of()) == {"applied"}
    assert await hospital.beds() == ["ASH A1-01 Pepper", "BIRCH B1 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("first", ["V1", "V2"])
async def test_of_two_unknown_people_each_is_moved_when_they_come(hospital: Hospital, first: str) -> None:
    await hospital.tell("A17", IDA, **swap(), sent="12:20")
    admissions = {
        "V1": hospital.write("A01", IDA, visit="V1", sent="12:01"),
        "V2": hospital.write("A01", OTTO, visit="V2", ward="BIRCH", bed="B1", sent="12:02"),
    }
    moved = {"V1": "BIRCH B1 Marrow", "V2": "ASH A1-01 Pepper"}
    await hospital.send(admissions.pop(first))
    assert await hospital.beds() == [moved[first]]
    assert (await hospital.came_of())[0] == "waiting: unknown-visit"
    (last,) = admissions.values()
    await hospital.send(last)
    assert set(await hospital.came_of()) == {"applied"}
    assert await hospital.beds() == sorted(moved.values())


async def test_a_swap_half_of_which_waits_still_counts_before_what_was_told_later(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1", sent="12:01")
    await hospital.tell("A08", IDA, visit="V1", at="12:00", sent="12:20")
    assert await hospital.tell("A17", IDA, **swap(), sent="12:10") == "waiting: unknown-visit"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
