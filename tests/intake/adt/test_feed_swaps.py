"""Two people change beds in one message (A17); each of the two stands by themselves."""

from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound
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
