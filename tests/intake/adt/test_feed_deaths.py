"""A death that is told (PID-29, PID-30, or how the stay ended) ends stay and case; taken back, both stand again."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.case import ReopenCase
from app.domain.codes.ways_out import WayOut
from app.domain.person import PERSON
from app.domain.spell import EndSpell
from app.domain.values import Actor, ActorKind, CaseId, PersonId, Role, SpellId, stream
from app.events.stream import read_stream
from tests.intake.adt.feeding import IDA, OTTO, Hospital, Someone, assert_sound, fetch
from tests.intake.adt.telling import retiring
from tests.intake.adt.test_feed_moved_visits import confirm

DEAD = replace(IDA, died="Y", died_at="11:20")
ALIVE = replace(IDA, died="N")


async def referred(hospital: Hospital) -> None:
    await hospital.tell("A01")
    spell = SpellId((await hospital.spell())["id"])
    await hospital.place.do(hospital.place.referral(spell, CaseId(uuid4())))


async def died_at(hospital: Hospital) -> datetime | None:
    (person,) = await hospital.people()
    async with hospital.place.database.reads.acquire() as connection:
        name = stream("person", PersonId(person["person_id"]))
        found = await read_stream(connection, hospital.place.system, name)
    at: datetime | None = PERSON.fold(found.past.events).died_at
    return at


@pytest.mark.parametrize(
    ("trigger", "visit"), [("A08", "V1"), ("A31", "V1"), ("A31", ""), ("A03", "V1"), ("A02", "V1")]
)
async def test_a_death_ends_the_stay_and_the_case(hospital: Hospital, trigger: str, visit: str) -> None:
    await referred(hospital)
    assert await hospital.tell(trigger, DEAD, visit=visit, at="11:30") == "applied"
    assert (await hospital.spell())["how"] == "died"
    assert await hospital.case() == ("closed", "died")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)
    assert await hospital.beds() == []
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_stay_that_ended_in_death_is_not_opened_by_a_sender_that_says_not_dead_of_everybody(
    hospital: Hospital,
) -> None:
    await referred(hospital)
    await hospital.tell("A03", ALIVE, left="11:45", at="12:00", method="4")
    await hospital.tell("A08", ALIVE, at="12:10")
    assert (await hospital.spell())["how"] == "died"
    assert await hospital.case() == ("closed", "died")


async def test_a_sender_that_has_not_heard_of_a_death_recorded_by_hand_leaves_it(hospital: Hospital) -> None:
    await referred(hospital)
    nurse = Actor(kind=ActorKind.STAFF, id=str(hospital.place.staff[Role.WARD_NURSE]))
    spell = SpellId((await hospital.spell())["id"])
    when = datetime(2026, 6, 1, 11, 40, tzinfo=UTC)
    await hospital.place.do(EndSpell(spell_id=spell, how=WayOut.DIED, by=nurse, at=when, told_at=when))
    assert (await died_at(hospital), await hospital.case()) == (when, ("closed", "died"))
    for trigger in ("A08", "A31"):
        await hospital.tell(trigger, ALIVE, at="12:45", sent="12:45:00")
    assert (await died_at(hospital), (await hospital.spell())["how"]) == (when, "died")
    await hospital.tell("A13", ALIVE, at="12:50", sent="12:50:00")
    assert (await died_at(hospital), await hospital.case()) == (None, ("referred", None))
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_most_messages_say_not_dead_and_that_is_no_news(hospital: Hospital) -> None:
    await hospital.tell("A01", ALIVE)
    head = await hospital.head()
    assert await hospital.tell("A08", ALIVE) == "applied"
    assert await hospital.head() == head


@pytest.mark.parametrize(("trigger", "said"), [("A08", ALIVE), ("A31", ALIVE), ("A13", IDA), ("A13", ALIVE)])
async def test_a_death_told_by_mistake_is_taken_back(hospital: Hospital, trigger: str, said: Someone) -> None:
    await referred(hospital)
    await hospital.tell("A08", DEAD)
    assert await hospital.tell(trigger, said, at="11:40") == "applied"
    assert await died_at(hospital) is None
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert await hospital.case() == ("referred", None)
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("visit", ["V1", ""])
@pytest.mark.parametrize("trigger", ["A08", "A31"])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (1, 2, 0)])
async def test_of_somebody_who_left_the_word_said_last_counts_in_whatever_order_the_words_come(
    hospital: Hospital, order: tuple[int, ...], trigger: str, visit: str
) -> None:
    await referred(hospital)
    await hospital.tell("A03", ALIVE, at="11:30", method="1")
    words = [
        hospital.write(trigger, DEAD, visit=visit),
        hospital.write(trigger, ALIVE, visit=visit),
        hospital.write(trigger, replace(ALIVE, phone="01632 960777"), visit=visit),
    ]
    for index in order:
        assert await hospital.send(words[index]) == "AA"
    assert await died_at(hospital) is None
    assert await hospital.case() == ("left_hospital", None)
    await hospital.tell(trigger, replace(DEAD, died_at="11:50"), visit=visit)
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 50, tzinfo=UTC)
    assert await hospital.case() == ("closed", "died")
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_of_two_words_said_at_one_time_the_one_that_came_later_counts_also_after_a_late_one(
    hospital: Hospital,
) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="11:30", method="1")
    await hospital.tell("A31", ALIVE, visit="", sent="12:40")
    await hospital.tell("A31", DEAD, visit="", sent="12:40")
    await hospital.tell("A31", replace(DEAD, died_at="11:10"), visit="", sent="12:35")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)


@pytest.mark.parametrize("dead_first", [True, False])
async def test_that_somebody_is_expected_is_no_word_of_whether_they_live(hospital: Hospital, dead_first: bool) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="11:30", method="1")
    words = [hospital.write("A31", DEAD, visit=""), hospital.write("A05", ALIVE, visit="V2")]
    for message in words if dead_first else words[::-1]:
        assert await hospital.send(message) == "AA"
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)


@pytest.mark.parametrize("merge_first", [True, False])
async def test_who_was_said_to_live_under_the_retired_number_is_not_dead_by_what_was_said_before(
    hospital: Hospital, merge_first: bool
) -> None:
    old = replace(IDA, numbers="H0^^^RXX^MR")
    for person, visit in ((old, "V0"), (IDA, "V1")):
        await hospital.tell("A01", person, visit=visit)
        await hospital.tell("A03", person, visit=visit, at="11:30", method="1")
    late = hospital.write("A31", DEAD, visit="")
    await hospital.tell("A31", replace(old, died="N"), visit="")
    merge = hospital.write("A40", visit="", ward="", more=retiring("H0^^^RXX^MR"))
    for message in (merge, late) if merge_first else (late, merge):
        assert await hospital.send(message) == "AA"
    assert (await hospital.came_of())[-2:] == ["applied", "applied"]
    assert await died_at(hospital) is None


async def test_who_had_left_alive_stays_gone_when_their_death_is_taken_back(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A03", at="11:30", method="1")
    await hospital.tell("A31", DEAD)
    assert await hospital.case() == ("closed", "died")
    await hospital.tell("A31", ALIVE)
    assert (await hospital.spell())["how"] == "discharged"
    assert await hospital.case() == ("left_hospital", None)


async def test_a_discharge_told_after_the_death_opens_no_case(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A31", DEAD)
    await hospital.tell("A03", at="12:00", method="1")
    assert await hospital.case() == ("closed", "died")
    await hospital.tell("A31", ALIVE)
    assert await hospital.case() == ("left_hospital", None)


async def test_a_case_that_people_opened_again_is_not_closed_by_the_next_message(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A31", DEAD)
    (row,) = await hospital.cases()
    by = hospital.place.by(Role.CASE_MANAGER)
    at = datetime.now(UTC)
    await hospital.place.do(ReopenCase(case_id=CaseId(row["id"]), words=None, reopening_id=uuid4(), by=by, at=at))
    await hospital.tell("A31", replace(DEAD, phone="01632 960777"))
    assert await hospital.case() == ("referred", None)


async def test_the_time_of_death_is_put_right_when_it_is_told(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A31", replace(IDA, died="Y"), at="11:50")
    assert (await hospital.spell())["ended_at"] == datetime(2026, 6, 1, 10, 50, tzinfo=UTC)
    await hospital.tell("A31", DEAD, at="11:55")
    assert (await hospital.spell())["ended_at"] == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)
    await hospital.tell("A31", replace(IDA, died="Y"), at="11:59")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)


async def test_a_death_of_somebody_who_was_never_here_is_recorded_only(hospital: Hospital) -> None:
    assert await hospital.tell("A31", DEAD) == "recorded: unknown-person"
    assert await hospital.recorded() == []


@pytest.mark.parametrize("said", [IDA, ALIVE], ids=["says nothing", "says not dead"])
@pytest.mark.parametrize("method", ["4", "5"])
async def test_a_stay_that_ended_in_death_is_the_death_of_its_person(
    hospital: Hospital, method: str, said: Someone
) -> None:
    await referred(hospital)
    await hospital.tell("A03", said, left="11:45", at="12:00", method=method)
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 45, tzinfo=UTC)
    await hospital.tell("A31", ALIVE, visit="", at="12:10")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 45, tzinfo=UTC), "said of everybody, whoever died"
    assert await hospital.case() == ("closed", "died")
    await hospital.tell("A13", said, at="12:20")
    assert (await died_at(hospital), await hospital.case()) == (None, ("referred", None))
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_who_died_in_a_stay_that_their_case_does_not_follow_has_died_all_the_same(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A01", visit="V2", bed="A1-02", admitted="11:10", at="11:10")
    await hospital.tell("A03", visit="V2", left="11:45", at="12:00", method="4")
    assert await hospital.case() == ("closed", "died")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 45, tzinfo=UTC)
    await hospital.tell("A11", visit="V2", at="12:10")
    assert (await died_at(hospital), await hospital.case()) == (None, ("referred", None))


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (0, 2, 1)])
async def test_an_end_put_right_takes_back_what_it_had_said_and_no_other_word(
    hospital: Hospital, order: tuple[int, ...]
) -> None:
    await referred(hospital)
    told = [
        hospital.write("A03", left="11:45", at="12:00", method="4"),
        hospital.write("A03", left="11:45", at="12:05", method="1"),
        hospital.write("A08", ALIVE, at="12:10"),
    ]
    for index in order:
        assert await hospital.send(told[index]) == "AA"
    assert (await died_at(hospital), await hospital.case()) == (None, ("left_hospital", None))
    await hospital.tell("A31", DEAD, visit="")
    await hospital.tell("A03", left="11:50", at="12:15", method="1")
    assert await died_at(hospital) == datetime(2026, 6, 1, 10, 20, tzinfo=UTC)
    assert await hospital.case() == ("closed", "died")


async def test_a_stay_that_ended_in_death_and_was_another_persons_was_their_death(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A03", at="11:30", left="11:30", method="1")
    await hospital.tell("A01", visit="V2", bed="A1-02", admitted="11:40", at="11:40")
    await hospital.tell("A03", visit="V2", left="11:50", at="11:50", method="4")
    assert await hospital.case() == ("closed", "died")
    hers = retiring("H1^^^RXX^MR", visit="V2")
    assert await hospital.tell("A45", OTTO, visit="V2", more=hers) == "waiting: visit-moved"
    assert await confirm(hospital) == "applied"
    dead = "SELECT died_at FROM person_1 WHERE system_id = $1 AND died_at IS NOT NULL"
    assert [row["died_at"] for row in await fetch(hospital, dead)] == [datetime(2026, 6, 1, 10, 50, tzinfo=UTC)]
    assert await hospital.case() == ("left_hospital", None)
    await assert_sound(hospital.place.database, hospital.place.system)
