"""The same news again, at once, changes nothing: neither the same message nor its content under another control id."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.database import Database
from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound
from tests.intake.adt.systems import a_hospital
from tests.properties import a_few

TRIGGERS = ["A01", "A02", "A03", "A04", "A08", "A11", "A12", "A13"]
news = st.fixed_dictionaries(
    {
        "trigger": st.sampled_from(TRIGGERS),
        "ward": st.sampled_from(["ASH", "BIRCH", ""]),
        "bed": st.sampled_from(["1", "2"]),
        "at": st.sampled_from(["10:30", "11:00", "11:30", "12:00"]),
        "left": st.sampled_from(["", "11:45"]),
        "method": st.sampled_from(["1", "4"]),
        "visit": st.sampled_from(["V1", ""]),
    }
)


@a_few(15)
@given(st.lists(news, min_size=1, max_size=8))
async def test_news_told_twice_is_told_once(database: Database, story: list[dict[str, str]]) -> None:
    fed = await a_hospital(database)
    await fed.tell("A01")
    for said in story:
        told = {name: text for name, text in said.items() if name != "trigger"}
        first = await fed.tell(said["trigger"], IDA, **told)
        head = await fed.head()
        again = await fed.tell(said["trigger"], IDA, **told)
        assert await fed.head() == head, (said, first, again)
    await assert_sound(database, fed.place.system)


async def test_a_whole_stay_told_again_is_a_repeat_from_end_to_end(hospital: Hospital) -> None:
    stay = [
        hospital.write("A01"),
        hospital.write("A02", ward="BIRCH", bed="B1", at="11:10"),
        hospital.write("A12", at="11:05"),
        hospital.write("A08", bed="A1-02", at="11:20"),
        hospital.write("A03", at="12:00"),
        hospital.write("A13", at="12:10"),
        hospital.write("A01", OTTO, visit="V2"),
        hospital.write("A03", at="12:30"),
    ]
    assert [await hospital.send(raw) for raw in stay] == ["AA"] * len(stay)
    head, rows = await hospital.head(), await hospital.spell()
    assert [await hospital.send(raw) for raw in stay] == ["AA"] * len(stay)
    assert (await hospital.head(), await hospital.spell()) == (head, rows)
    assert {kept["repeats"] for kept in await hospital.kept()} == {1}


@pytest.mark.parametrize("resent", [False, True], ids=["the same bytes", "another control id"])
async def test_a_bed_is_judged_by_the_leaving_as_it_stood_before_the_same_message_put_it_right(
    hospital: Hospital, resent: bool
) -> None:
    """The first time of leaving lies before the last message, the one that it tells lies after it."""
    admission = hospital.write("A01", at="10:30", sent="10:31")
    stay = [
        admission,
        hospital.write("A03", at="10:35", sent="10:36", left="10:35", method="1"),
        hospital.write("A08", at="10:40", sent="10:41", bed="A1-02"),
        hospital.write("A08", at="10:45", sent="10:46", bed="A1-02", left="10:47"),
    ]
    assert [await hospital.send(raw) for raw in stay] == ["AA"] * len(stay)
    head, row = await hospital.head(), await hospital.spell()
    assert (row["bed"], row["ended_at"]) == ("A1-01", datetime(2026, 6, 1, 9, 47, tzinfo=UTC))
    await hospital.send(admission.replace(b"|M", b"|R", 1) if resent else admission)
    assert (await hospital.head(), await hospital.spell()) == (head, row)
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("left", ["10:42", "10:47"])
async def test_a_bed_and_a_time_of_leaving_in_one_message_count_alike_before_and_after_the_discharge(
    database: Database, left: str
) -> None:
    beds = []
    for order in [(0, 1, 2), (0, 2, 1)]:
        fed = await a_hospital(database)
        stay = [
            fed.write("A01", at="10:30", sent="10:31"),
            fed.write("A03", at="10:35", sent="10:36", left="10:50" if left == "10:42" else "10:35", method="1"),
            fed.write("A08", at="10:45", sent="10:46", bed="A1-02", left=left),
        ]
        assert [await fed.send(stay[index]) for index in order] == ["AA"] * len(stay)
        beds.append([(await fed.spell())[column] for column in ("bed", "ended_at")])
        await assert_sound(database, fed.place.system)
    assert beds[0] == beds[1]
