"""The same news again, at once, changes nothing: neither the same message nor its content under another control id."""

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
