"""What the hospital tells of a stay changes the person's case in the same turn."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.case import AcceptReferral, RecordDeparture
from app.domain.values import CaseId, Role, SpellId, StaffId
from tests.intake.adt.feeding import IDA, Hospital, assert_sound, fetch


async def test_a_discharge_puts_the_case_where_people_have_left(hospital: Hospital) -> None:
    await referred(hospital)
    assert await hospital.tell("A03", at="12:00", method="1") == "applied"
    assert await hospital.case() == ("left_hospital", None)
    assert await hospital.recorded() == [
        "person.registered.1",
        "spell.opened.1",
        "spell.ended.1",
        "case.left_hospital.1",
    ]
    await assert_sound(hospital.place.database, hospital.place.system)


EARLIER = {"left": "11:50", "at": "12:20"}


@pytest.mark.parametrize(
    "puts_right",
    [[("A03", EARLIER)], [("A13", {"at": "12:10"}), ("A03", EARLIER)], [("A08", EARLIER)]],
    ids=lambda told: " ".join(trigger for trigger, _ in told),
)
@pytest.mark.parametrize("way", [1, -1], ids=["in order", "latest first"])
async def test_when_the_person_left_is_put_right_on_the_case(
    hospital: Hospital, puts_right: list[tuple[str, dict[str, str]]], way: int
) -> None:
    await referred(hospital)
    told = [("A03", {"at": "12:00", "left": "12:00", "method": "1"}), *puts_right]
    for message in [hospital.write(trigger, IDA, **said) for trigger, said in told][::way]:
        assert await hospital.send(message) == "AA"
    assert set(await hospital.came_of()) == {"applied"}
    assert await hospital.case() == ("left_hospital", None)
    earlier = datetime(2026, 6, 1, 10, 50, tzinfo=UTC)
    assert [row["left_at"] for row in await hospital.cases()] == [earlier]
    assert (await hospital.spell())["ended_at"] == earlier
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_when_people_say_that_somebody_left_no_feed_changes_the_time_on_the_case(hospital: Hospital) -> None:
    case, place = await referred(hospital), hospital.place
    at = datetime.now(UTC)
    await place.do(RecordDeparture(case_id=case, by=place.by(Role.CASE_MANAGER), at=at))
    for left in ("12:00", "11:50"):
        await hospital.tell("A03", at="12:00", left=left, method="1")
    assert [row["left_at"] for row in await hospital.cases()] == [at]


async def test_a_day_of_discharge_or_one_of_somebody_still_here_on_an_a08_changes_nothing(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A08", left="11:50")
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await hospital.tell("A03", at="12:00", left="12:00", method="1")
    for unsaid in ("20260601", "20260602", "14:00"):
        assert await hospital.tell("A08", left=unsaid) == "applied"
    (row,) = await hospital.cases()
    assert row["left_at"] == datetime(2026, 6, 1, 11, 0, tzinfo=UTC)


async def test_a_death_closes_the_case(hospital: Hospital) -> None:
    await referred(hospital)
    assert await hospital.tell("A03", replace(IDA, died="Y"), at="12:00") == "applied"
    assert await hospital.case() == ("closed", "died")


async def test_a_cancelled_discharge_puts_the_case_where_it_stood(hospital: Hospital) -> None:
    await accepted(hospital)
    await hospital.tell("A03", at="12:00")
    assert await hospital.tell("A13", at="12:30") == "applied"
    assert await hospital.case() == ("planning", None)
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_death_that_was_told_by_mistake_opens_the_case_again(hospital: Hospital) -> None:
    await accepted(hospital)
    await hospital.tell("A03", at="12:00", method="4")
    assert await hospital.tell("A13", at="12:30") == "applied"
    assert await hospital.case() == ("planning", None)


async def test_a_cancelled_admission_closes_the_case_and_a_new_one_opens_it_again(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A11", at="12:00")
    assert await hospital.case() == ("closed", "admission_cancelled")
    assert await hospital.tell("A01", at="12:30", admitted="12:30") == "applied"
    assert await hospital.case() == ("referred", None)
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_stay_is_told_truly_even_where_its_case_cannot_follow(hospital: Hospital) -> None:
    """The admission was cancelled and the person referred from another stay; that case stays the one live case."""
    first = await referred(hospital, visit="V1")
    await hospital.tell("A11", visit="V1", at="12:00")
    second = await referred(hospital, visit="V2")

    again = await hospital.tell("A01", visit="V1", bed="A1-02", at="12:30", admitted="12:30")

    assert again == "applied"
    assert len(await hospital.beds()) == 2
    live = await fetch(hospital, "SELECT id FROM case_1 WHERE system_id = $1 AND NOT gone")
    assert [row["id"] for row in live] == [second] != [first]


async def test_a_second_case_of_the_person_is_left_alone(hospital: Hospital) -> None:
    await referred(hospital, visit="V1")
    await hospital.tell("A01", visit="V2", bed="A1-02")
    await hospital.tell("A03", visit="V2", at="12:00")
    assert await hospital.case() == ("referred", None)


async def referred(hospital: Hospital, visit: str = "V1") -> CaseId:
    await hospital.tell("A01", visit=visit)
    rows = await fetch(hospital, "SELECT spell_id FROM visit WHERE system_id = $1 AND number = $2", visit)
    case = CaseId(uuid4())
    await hospital.place.do(hospital.place.referral(SpellId(rows[0]["spell_id"]), case))
    return case


async def accepted(hospital: Hospital) -> None:
    case, place = await referred(hospital), hospital.place
    manager = StaffId(place.staff[Role.CASE_MANAGER])
    await place.do(AcceptReferral(case_id=case, case_manager=manager, by=place.by(Role.HUB_LEAD), at=datetime.now(UTC)))
