"""The waiting room and late news: what came too early is applied when what it waited for comes, each by its time."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.values import Role
from app.intake.adt.desk import replay
from app.people.details import BY_HAND, HospitalNumber
from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound
from tests.intake.adt.systems import add_wards


async def send(hospital: Hospital, *raws: bytes) -> None:
    for raw in raws:
        assert await hospital.send(raw) == "AA"


@pytest.mark.parametrize(
    ("trigger", "said", "beds"),
    [
        ("A02", {"ward": "BIRCH", "bed": "B1", "at": "11:30"}, ["BIRCH B1 Marrow"]),
        ("A03", {"at": "12:00"}, []),
        ("A08", {"bed": "A1-02", "at": "11:30"}, ["ASH A1-02 Marrow"]),
        ("A12", {"bed": "A1-02", "at": "11:30"}, ["ASH A1-02 Marrow"]),
        ("A11", {"at": "11:30"}, []),
        ("A15", {"pending": "BIRCH^^B1"}, ["ASH A1-01 Marrow"]),
        ("A07", {"kind": "O"}, []),
    ],
)
async def test_what_came_before_its_admission_is_applied_when_that_comes(
    hospital: Hospital, trigger: str, said: dict[str, str], beds: list[str]
) -> None:
    admission, news = hospital.write("A01"), hospital.write(trigger, IDA, **said)
    await send(hospital, news)
    assert await hospital.people() == []
    await send(hospital, admission)
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.beds() == beds
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_whole_stay_told_backwards_ends_as_it_did(hospital: Hospital) -> None:
    now = replace(IDA, phone="01632 960777")
    stay = [
        hospital.write("A01"),
        hospital.write("A02", ward="BIRCH", bed="B1", at="11:10"),
        hospital.write("A08", now, ward="BIRCH", bed="B1", at="11:20"),
        hospital.write("A03", now, at="12:00"),
        hospital.write("A13", now, ward="BIRCH", bed="B1", at="12:10"),
    ]
    await send(hospital, *reversed(stay))
    assert set(await hospital.came_of()) == {"applied"}
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    assert (await hospital.people())[0]["phone"] == "01632 960777"
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_cancelled_discharge_that_overtook_its_discharge_is_applied_after_it(hospital: Hospital) -> None:
    admission, leaving, back = (
        hospital.write("A01"),
        hospital.write("A03", at="12:00"),
        hospital.write("A13", at="12:05"),
    )
    await send(hospital, admission, back)
    assert (await hospital.came_of())[1] == "waiting: never-ended"
    await send(hospital, leaving)
    assert await hospital.came_of() == ["applied"] * 3
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_cancelled_move_stamped_before_its_move_still_cancels_it(hospital: Hospital) -> None:
    """As one trust's system sends it: both the event's time and the message's are earlier than the move's."""
    await hospital.tell("A01", sent="11:00")
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30", sent="11:31")
    await hospital.tell("A12", bed="A1-01", prior="BIRCH^^B1", at="11:28", sent="11:29")
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_cancelled_move_that_came_before_its_move_leaves_the_person_where_they_are(hospital: Hospital) -> None:
    await hospital.tell("A01", sent="11:00")
    cancelled = {"bed": "A1-01", "prior": "BIRCH^^B1", "at": "11:28", "sent": "11:29"}
    await hospital.tell("A12", IDA, **cancelled)
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30", sent="11:31")
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:50", sent="11:51")
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_a_move_told_before_the_discharge_and_heard_after_it_is_placed_by_its_time(hospital: Hospital) -> None:
    admission = hospital.write("A01")
    move = hospital.write("A02", ward="BIRCH", bed="B1", at="11:30")
    leaving = hospital.write("A03", at="12:00")
    await send(hospital, admission, leaving, move)
    row = await hospital.spell()
    assert (row["ward_id"], row["stage"]) == (hospital.place.other_ward, "ended")
    assert await hospital.beds() == []
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_second_admission_of_one_visit_corrects_the_first_in_either_order(hospital: Hospital) -> None:
    first, second = hospital.write("A01", admitted="10:00"), hospital.write("A01", bed="A1-02", admitted="09:30")
    await send(hospital, second, first)
    row = await hospital.spell()
    assert (row["bed"], row["admitted_at"]) == ("A1-02", datetime(2026, 6, 1, 8, 30, tzinfo=UTC))
    assert len(await hospital.beds()) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
async def test_an_admission_cancelled_and_told_again_on_the_same_visit(
    hospital: Hospital, order: tuple[int, ...]
) -> None:
    stay = [
        hospital.write("A01"),
        hospital.write("A11", at="11:10"),
        hospital.write("A01", bed="A1-02", at="11:20", admitted="11:20"),
    ]
    await send(hospital, *(stay[index] for index in order))
    assert set(await hospital.came_of()) == {"applied"}
    assert await hospital.beds() == ["ASH A1-02 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_feed_may_put_right_when_and_how_somebody_left(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", left="12:00", method="1")
    await hospital.tell("A03", left="12:10", method="2")
    row = await hospital.spell()
    assert (row["how"], row["ended_at"]) == ("self_discharge", datetime(2026, 6, 1, 11, 10, tzinfo=UTC))


async def test_an_admission_cancelled_after_the_discharge_voids_the_stay(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00")
    assert await hospital.tell("A11", at="12:10") == "applied"
    assert (await hospital.spell())["stage"] == "voided"


async def test_a_leaving_told_to_the_minute_of_an_admission_told_to_the_second_is_no_mistake(
    hospital: Hospital,
) -> None:
    await hospital.tell("A01", admitted="11:00:40")
    assert await hospital.tell("A03", left="11:00", at="11:00") == "applied"
    row = await hospital.spell()
    assert row["ended_at"] == row["admitted_at"]


async def test_details_of_somebody_not_known_yet_are_kept_until_they_come(hospital: Hospital) -> None:
    admission = hospital.write("A01")
    later = hospital.write("A31", replace(IDA, phone="01632 960777"), visit="", ward="")
    await send(hospital, later)
    assert await hospital.came_of() == ["recorded: unknown-person"]
    await send(hospital, admission)
    assert await hospital.came_of() == ["applied", "applied"]
    assert (await hospital.people())[0]["phone"] == "01632 960777"


async def test_older_details_that_come_late_do_not_undo_newer_ones(hospital: Hospital) -> None:
    await hospital.tell("A01")
    older = hospital.write("A31", replace(IDA, phone="01632 960111", sex="M"), visit="")
    newer = hospital.write("A31", replace(IDA, phone="01632 960222", sex=""), visit="")
    await send(hospital, newer, older)
    (person,) = await hospital.people()
    assert (person["phone"], person["sex"]) == ("01632 960222", "M")


async def test_a_message_that_cannot_be_placed_stops_no_other(hospital: Hospital) -> None:
    waiting = [
        hospital.write("A02", ward="ELM", bed="1", at="11:10"),
        hospital.write("A02", ward="BIRCH", bed="B1", at="11:20"),
        hospital.write("A13", at="11:30"),
        hospital.write("A08", replace(IDA, phone="01632 960777"), ward="BIRCH", bed="B1", at="11:40"),
    ]
    await send(hospital, *waiting)
    await send(hospital, hospital.write("A01", sent="11:00"))
    assert await hospital.came_of() == [
        "waiting: unknown-ward",
        "applied",
        "waiting: never-ended",
        "applied",
        "applied",
    ]
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_many_are_placed_again_in_the_order_in_which_they_were_told(hospital: Hospital) -> None:
    place, people = hospital.place, [IDA, OTTO]
    await send(hospital, *(hospital.write("A01", who, visit=f"V{n}", ward="ELM") for n, who in enumerate(people)))
    moves = [("1", "11:10"), ("2", "11:20"), ("3", "11:30")]
    for bed, at in reversed(moves):
        raws = [hospital.write("A02", who, visit=f"V{n}", ward="ELM", bed=bed, at=at) for n, who in enumerate(people)]
        await send(hospital, *raws)
    assert {state.split(":")[0] for state in await hospital.came_of()} == {"waiting"}
    await add_wards(place, {"ELM": "1"})
    every = [each["message_id"] for each in await hospital.kept()]
    replayed = await replay(place.database, place.hints, place.system, every, place.by(Role.CASE_MANAGER))
    assert {each.state for each in replayed} == {"applied"}
    assert await hospital.beds() == ["ELM 3 Marrow", "ELM 3 Pepper"]
    head = await hospital.head()
    await replay(place.database, place.hints, place.system, every, place.by(Role.CASE_MANAGER))
    assert await hospital.head() == head
    await assert_sound(place.database, place.system)


async def test_a_stay_opened_by_hand_before_the_feed_tells_of_it_is_the_same_stay(hospital: Hospital) -> None:
    typed = (HospitalNumber(authority=BY_HAND, value="H1"),)
    born = date(1940, 2, 29)
    _, spell = await hospital.place.admit(
        family="Marrow", given="Ida", birth_date=born, hospital_numbers=typed, at=datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    )
    assert await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert (await hospital.spell())["id"] == spell
    assert await hospital.tell("A03", at="12:00") == "applied"
    assert await hospital.beds() == []


async def test_a_second_stay_beside_one_that_the_feed_told_of_is_another(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    await hospital.tell("A01", visit="V2", bed="A1-02")
    assert len(await hospital.beds()) == 2
