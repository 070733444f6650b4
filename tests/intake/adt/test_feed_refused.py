"""What was refused is read and placed again when people at the desk say so, as its feed is read by then."""

import asyncio

from app.domain.values import Role
from app.intake.adt import desk
from app.intake.adt.again import Replayed
from app.intake.adt.decision import NewPerson
from tests.intake.adt.feeding import IDA, OTTO, Hospital, Someone, assert_sound, fetch
from tests.intake.adt.messages import OTHER_NHS_NUMBER
from tests.intake.adt.systems import add_wards

NOT_YET_READABLE = "refused: no-patient-identifier"


async def refused(hospital: Hospital, raw: bytes) -> int:
    """Keep the message refused, as when a Homeward took it in that could not read it; its id."""
    assert await hospital.send(raw.replace(IDA.numbers.encode(), b"")) == "AE no-patient-identifier"
    assert (await hospital.came_of())[-1] == NOT_YET_READABLE
    whole = "UPDATE feed_message SET raw = $2, body_hash = sha256($2) WHERE system_id = $1 AND message_id = $3"
    message = int((await hospital.kept())[-1]["message_id"])
    await fetch(hospital, whole, raw, message)
    return message


async def replay(hospital: Hospital, *messages: int) -> list[Replayed]:
    place = hospital.place
    return await desk.replay(place.database, place.hints, place.system, messages, place.by(Role.CASE_MANAGER))


async def test_a_refused_message_that_can_be_read_by_now_is_placed_once(hospital: Hospital) -> None:
    message = await refused(hospital, hospital.write("A01"))
    assert [each.state for each in await replay(hospital, message)] == ["applied"]
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    head = await hospital.head()
    assert await replay(hospital, message) == []
    assert await hospital.head() == head
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_who_sends_it_again_is_told_by_then_that_it_was_taken(hospital: Hospital) -> None:
    raw = hospital.write("A01")
    await replay(hospital, await refused(hospital, raw))
    head = await hospital.head()
    assert await hospital.send(raw) == "AA"
    assert await hospital.head() == head


async def test_many_are_placed_by_their_reason_and_those_told_later_count_after_them(hospital: Hospital) -> None:
    await refused(hospital, hospital.write("A02", ward="BIRCH", bed="B1", at="11:10"))
    await refused(hospital, hospital.write("A01"))
    assert await hospital.tell("A03", at="12:00") == "waiting: unknown-visit"
    feed = (await hospital.kept())[0]["feed_id"]
    many = await desk.not_placed_because(hospital.place.database, hospital.place.system, feed, "no-patient-identifier")
    assert len(many) == 2
    await replay(hospital, *many)
    assert await hospital.came_of() == ["applied", "applied", "applied"]
    assert await hospital.beds() == []
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_what_still_cannot_be_read_is_refused_again_and_says_why(hospital: Hospital) -> None:
    assert await hospital.send(hospital.write("A01").replace(IDA.numbers.encode(), b"")) == "AE no-patient-identifier"
    (again,) = await replay(hospital, int((await hospital.kept())[-1]["message_id"]))
    assert (again.state, again.code) == ("refused", "no-patient-identifier")
    assert again.words == "The message names no patient: PID-3 has no identifier."
    assert await hospital.came_of() == [NOT_YET_READABLE]


async def test_pressed_by_two_at_once_nothing_is_done_twice(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    una = Someone(numbers=f"H1^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", name="Sorrel^Una^^^Ms^^L")
    assert await hospital.tell("A01", una, visit="V3", ward="ELM", bed="1") == "waiting: numbers-disagree"
    message, place = int((await hospital.kept())[-1]["message_id"]), hospital.place
    by = place.by(Role.CASE_MANAGER)
    decided = await desk.decide(place.database, place.hints, place.system, message, NewPerson(), by)
    assert decided.code == "unknown-ward"
    await add_wards(place, {"ELM": "1"})
    came = await asyncio.gather(*(replay(hospital, message) for _ in range(4)))
    assert {each.state for some in came for each in some} == {"applied"}
    assert await hospital.came_of() == ["applied"] * 3
    assert len(await hospital.people()) == 3
