"""What people decide at the desk about messages that could not be placed, and what comes of it."""

import asyncio
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from app.domain.rejections import NotKnown
from app.domain.values import Role
from app.intake.adt import desk
from app.intake.adt.decision import AsSent, Decision, GiveStay, Ignore, IsPerson, NewPerson, OpensStay
from app.intake.adt.mapping import Mapped, WaitsForNoWard, WardNamedOtherwise, map_ward
from app.intake.adt.waiting_room import look_through
from tests.facts import MONDAY
from tests.intake.adt.feeding import OTTO, Hospital, Someone, assert_sound, fetch
from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER

IDAS_NUMBER_OTTOS_NHS = Someone(numbers=f"H1^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", name="Sorrel^Una^^^Ms^^L")


async def last(hospital: Hospital) -> int:
    """The id of the message told last."""
    return int((await hospital.kept())[-1]["message_id"])


async def state(hospital: Hospital, message_id: int) -> str:
    """Its state, with the code if there is one."""
    (row,) = [each for each in await hospital.kept() if each["message_id"] == message_id]
    return f"{row['state']}: {row['code']}" if row["code"] else str(row["state"])


async def decide(hospital: Hospital, message_id: int, decision: Decision, instead_of: datetime | None = None) -> str:
    """Decide as the hub's case manager; what came of the message."""
    place = hospital.place
    by = place.by(Role.CASE_MANAGER)
    replayed = await desk.decide(place.database, place.hints, place.system, message_id, decision, by, instead_of)
    assert replayed.message_id == message_id
    return replayed.state


async def say_ward(hospital: Hospital, message_id: int, ward: UUID | None) -> Mapped:
    place = hospital.place
    by = place.by(Role.MANAGER)
    return await map_ward(place.database, place.hints, place.system, message_id, ward, by, MONDAY)


async def person_of(hospital: Hospital, family: str) -> UUID:
    (row,) = [each for each in await hospital.people() if each["family"] == family]
    return UUID(str(row["person_id"]))


async def both_in_bed(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")


async def test_what_waits_for_a_ward_is_placed_once_somebody_says_which_it_is(hospital: Hospital) -> None:
    await hospital.tell("A01", ward="Elm ward", visit="V1")
    first = await last(hospital)
    await hospital.tell("A08", ward="Elm ward", visit="V1", bed="A1-03", at="11:30")
    await hospital.tell("A01", OTTO, ward="Elm ward", visit="V2", bed="A1-02", at="11:10")

    mapped = await say_ward(hospital, first, hospital.place.ward)

    assert (mapped.name, mapped.recorded) == ("Elm ward", 1)
    assert [each.state for each in mapped.placed] == ["applied", "applied", "applied"]
    assert await hospital.beds() == ["ASH A1-02 Pepper", "ASH A1-03 Marrow"]
    assert await hospital.tell("A02", OTTO, ward="Elm ward", bed="A1-04", at="12:00", visit="V2") == "applied"
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_ward_that_is_none_of_ours_keeps_its_messages_out_of_the_queue(hospital: Hospital) -> None:
    await hospital.tell("A01", ward="THEATRE")
    waited = await last(hospital)
    mapped = await say_ward(hospital, waited, None)
    assert [each.state for each in mapped.placed] == ["recorded"]
    assert await state(hospital, waited) == "recorded: ward-not-ours"
    assert await hospital.beds() == []


async def test_saying_the_ward_again_changes_nothing_and_another_is_refused(hospital: Hospital) -> None:
    await hospital.tell("A01", ward="Elm ward")
    waited = await last(hospital)
    await say_ward(hospital, waited, hospital.place.ward)
    head = await hospital.head()
    again = await say_ward(hospital, waited, hospital.place.ward)
    assert (again.recorded, list(again.placed), await hospital.head()) == (0, [], head)
    with pytest.raises(WardNamedOtherwise):
        await say_ward(hospital, waited, hospital.place.other_ward)


async def test_no_ward_is_named_for_a_message_that_waits_for_something_else(hospital: Hospital) -> None:
    await hospital.tell("A02")
    with pytest.raises(WaitsForNoWard):
        await say_ward(hospital, await last(hospital), hospital.place.ward)


async def test_a_name_too_long_to_be_a_wards_is_kept_and_waits_for_no_ward(hospital: Hospital) -> None:
    name = "".join(chr(0x4E00 + n) for n in range(9_000))  # as a whole it would fit in no index
    assert await hospital.tell("A01", ward=name) == "waiting: unknown-ward"
    with pytest.raises(WaitsForNoWard):
        await say_ward(hospital, await last(hospital), hospital.place.ward)


async def test_a_ward_named_in_the_settings_is_found_when_the_waiting_room_is_looked_through(
    hospital: Hospital,
) -> None:
    await hospital.tell("A01", ward="Elm ward", visit="V1")
    first = await last(hospital)
    await say_ward(hospital, first, hospital.place.ward)
    await fetch(
        hospital,
        """UPDATE feed_message SET state = 'waiting', code = 'unknown-ward', waits_for = 'ward:Elm ward'
        WHERE system_id = $1""",
    )  # as when the process died before it placed them
    await look_through(hospital.place.database, hospital.place.hints)
    assert await state(hospital, first) == "applied"


async def test_what_waited_for_a_message_is_placed_with_it(hospital: Hospital) -> None:
    await hospital.tell("A01", ward="Elm ward", at="10:00")
    admission = await last(hospital)
    assert await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:00") == "waiting: unknown-visit"
    move = await last(hospital)
    mapped = await say_ward(hospital, admission, hospital.place.ward)
    assert {each.message_id: each.state for each in mapped.placed} == {admission: "applied", move: "applied"}
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_numbers_that_disagree_may_be_of_one_of_them_and_stay_where_they_are(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    await hospital.tell("A03", OTTO, visit="V2", at="12:00")
    numbers, otto = await hospital.numbers(), await person_of(hospital, "Pepper")
    assert await hospital.tell("A01", IDAS_NUMBER_OTTOS_NHS, visit="V3", at="12:30") == "waiting: numbers-disagree"
    waited = await last(hospital)

    assert await decide(hospital, waited, IsPerson(person_id=otto)) == "applied"

    assert await hospital.numbers() == numbers
    assert len(await hospital.people()) == 2
    assert (await hospital.spell())["person_id"] == otto
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_numbers_that_disagree_may_be_of_somebody_new(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    numbers = await hospital.numbers()
    await hospital.tell("A01", IDAS_NUMBER_OTTOS_NHS, visit="V3", bed="A1-03", at="12:30")
    waited = await last(hospital)

    assert await decide(hospital, waited, NewPerson()) == "applied"

    assert await hospital.beds() == ["ASH A1-01 Marrow", "ASH A1-02 Pepper", "ASH A1-03 Sorrel"]
    assert await hospital.numbers() == numbers
    assert await decide(hospital, waited, NewPerson()) == "applied"
    assert len(await hospital.people()) == 3


async def test_somebody_new_is_not_new_again_when_their_message_is_placed_again(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    await hospital.tell("A01", IDAS_NUMBER_OTTOS_NHS, visit="V3", bed="A1-03", at="11:30")
    await decide(hospital, await last(hospital), NewPerson())
    # Told before, heard after: what was told since is placed once more.
    assert await hospital.tell("A08", IDAS_NUMBER_OTTOS_NHS, visit="V3", bed="A1-04", at="11:20") != "applied"
    waited = await last(hospital)
    assert await decide(hospital, waited, IsPerson(person_id=await person_of(hospital, "Sorrel"))) == "applied"
    assert len(await hospital.people()) == 3
    assert "applied" in {await state(hospital, each["message_id"]) for each in await hospital.kept()}


async def test_a_visit_of_another_person_is_said_to_be_theirs(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    assert await hospital.tell("A02", OTTO, visit="V1", bed="A1-05", at="12:00") == "waiting: visit-of-another-person"
    waited, ida = await last(hospital), await person_of(hospital, "Marrow")
    assert await decide(hospital, waited, IsPerson(person_id=ida)) == "applied"
    assert [bed for bed in await hospital.beds() if bed.startswith("ASH A1-05")]
    assert await hospital.numbers() == [("hospital", "H1"), ("hospital", "H2"), *sorted(
        [("nhs", NHS_NUMBER), ("nhs", OTHER_NHS_NUMBER)])]  # fmt: skip


@pytest.mark.parametrize("trigger", ["A02", "A08", "A13"])
async def test_news_of_somebody_whose_admission_was_never_told_is_taken_as_that(
    hospital: Hospital, trigger: str
) -> None:
    assert await hospital.tell(trigger, at="12:00", admitted="09:15") == "waiting: unknown-visit"
    assert await decide(hospital, await last(hospital), OpensStay()) == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert f"{(await hospital.spell())['admitted_at']:%H:%M}" == "08:15"  # PV1-44, on the clocks of summer
    assert await hospital.recorded("spell") == ["spell.opened.1"]


async def test_a_stay_given_to_another_record_is_theirs_once_somebody_has_looked(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    await hospital.tell("A03", OTTO, visit="V2", at="12:00")
    raw = hospital.write("A45", OTTO, visit="V1", at="12:30").replace(b"\rPV1", b"\rMRG|H1^^^RXX^MR||||V1\rPV1")
    await hospital.send(raw)
    waited = await last(hospital)
    assert await state(hospital, waited) == "waiting: visit-moved"
    assert await decide(hospital, waited, GiveStay()) == "applied"
    assert await hospital.beds() == ["ASH A1-01 Pepper"]


async def test_what_is_ignored_is_left_alone_until_that_is_taken_back(hospital: Hospital) -> None:
    await hospital.tell("A02")
    ignored = await last(hospital)
    assert await decide(hospital, ignored, Ignore(words="Sent by mistake.")) == "ignored"
    await hospital.tell("A01")
    place = hospital.place
    by = place.by(Role.CASE_MANAGER)
    assert await desk.replay(place.database, place.hints, place.system, [ignored], by) == []
    assert await state(hospital, ignored) == "ignored: unknown-visit"
    (row,) = [each for each in await hospital.kept() if each["message_id"] == ignored]
    assert (row["settled_words"], str(row["settled_by"])) == ("Sent by mistake.", by.id)

    assert await decide(hospital, ignored, AsSent(), instead_of=row["settled_at"]) == "applied"


async def test_who_decides_second_is_told_what_the_first_decided(hospital: Hospital) -> None:
    await hospital.tell("A02")
    waited, ignore = await last(hospital), Ignore(words="Sent by mistake.")
    assert await decide(hospital, waited, ignore) == "ignored"
    assert await decide(hospital, waited, ignore) == "ignored"
    with pytest.raises(desk.DecidedOtherwise) as refused:
        await decide(hospital, waited, OpensStay())
    assert refused.value.details["decided"] == "ignore"
    assert await hospital.beds() == []


async def test_of_two_who_decide_at_once_one_is_told_what_the_other_decided(hospital: Hospital) -> None:
    await hospital.tell("A02")
    waited = await last(hospital)
    decisions: list[Decision] = [OpensStay(), Ignore(words="Sent by mistake.")]
    came = await asyncio.gather(*(decide(hospital, waited, each) for each in decisions), return_exceptions=True)
    assert sum(isinstance(each, desk.DecidedOtherwise) for each in came) == 1
    assert {each for each in came if isinstance(each, str)} in ({"applied"}, {"ignored"})


async def test_what_was_applied_is_not_decided_about(hospital: Hospital) -> None:
    await hospital.tell("A01")
    with pytest.raises(desk.NothingToSettle):
        await decide(hospital, await last(hospital), Ignore(words="Too late."))


async def test_nobody_of_nowhere_is_named(hospital: Hospital) -> None:
    await both_in_bed(hospital)
    await hospital.tell("A02", OTTO, visit="V1", bed="A1-05")
    with pytest.raises(NotKnown):
        await decide(hospital, await last(hospital), IsPerson(person_id=uuid4()))
    with pytest.raises(NotKnown):
        await decide(hospital, 2**40, OpensStay())
