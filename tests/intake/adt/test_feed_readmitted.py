"""Whom the hospital admits again is followed by the case they have, with no tap; and not, where they were not."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.domain.case import AcceptReferral, UndoSharedStep
from app.domain.case.undoing import SharedStep
from app.domain.values import CaseId, Role, SpellId, StaffId, Words
from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound, fetch
from tests.intake.adt.telling import retiring
from tests.intake.adt.test_feed_moved_visits import confirm

AGAIN: dict[str, Any] = {"visit": "V2", "bed": "A1-02", "admitted": "12:00", "at": "12:00"}
LEFT: dict[str, Any] = {"visit": "V1", "left": "11:30", "at": "11:30", "method": "1"}


async def in_hospital(hospital: Hospital) -> CaseId:
    """Ida is in hospital for the first time, and the hub has accepted her."""
    await hospital.tell("A01", visit="V1")
    case, place = CaseId(uuid4()), hospital.place
    await place.do(place.referral(await stay(hospital, "V1"), case))
    manager = StaffId(place.staff[Role.CASE_MANAGER])
    await place.do(AcceptReferral(case_id=case, case_manager=manager, by=place.by(Role.HUB_LEAD), at=datetime.now(UTC)))
    return case


async def stay(hospital: Hospital, visit: str) -> SpellId:
    rows = await fetch(hospital, "SELECT spell_id FROM visit WHERE system_id = $1 AND number = $2", visit)
    return SpellId(rows[0]["spell_id"])


async def follows(hospital: Hospital) -> tuple[str, str]:
    """The visit that the only case follows, and the case's stage."""
    (row,) = await fetch(
        hospital,
        """SELECT visit.number, kase.stage FROM case_1 kase
        JOIN visit ON visit.system_id = $1 AND visit.spell_id = kase.spell_id WHERE kase.system_id = $1""",
    )
    await assert_sound(hospital.place.database, hospital.place.system)
    return row["number"], row["stage"]


async def test_who_is_admitted_again_is_followed_in_the_turn_of_the_admission(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    assert await hospital.tell("A01", **AGAIN) == "applied"
    assert await follows(hospital) == ("V2", "planning")
    told = "SELECT at, actor ->> 'kind' AS by FROM event WHERE system_id = $1 AND type = 'case.tracked.1'"
    (event,) = await fetch(hospital, told)
    assert (event["at"], event["by"]) == (datetime(2026, 6, 1, 11, 0, tzinfo=UTC), "feed")
    await hospital.tell("A03", visit="V2", at="12:20", left="12:20", method="1")
    assert await follows(hospital) == ("V2", "left_hospital")


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2), (3, 0, 1, 2), (1, 3, 2, 0)])
async def test_in_whatever_order_two_stays_are_told(hospital: Hospital, order: tuple[int, ...]) -> None:
    await in_hospital(hospital)
    told = [
        hospital.write("A03", **LEFT),
        hospital.write("A01", **AGAIN),
        hospital.write("A03", visit="V2", at="12:20", left="12:20", method="1"),
        hospital.write("A01", visit="V3", bed="A1-03", admitted="12:25", at="12:25"),
    ]
    for index in order:
        assert await hospital.send(told[index]) == "AA"
    assert await follows(hospital) == ("V3", "planning")
    for index in order:
        await hospital.send(told[index].replace(b"|M", b"|R", 1))
    assert await follows(hospital) == ("V3", "planning")


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        ("A05", {"expected": "12:50"}),
        ("A14", {"expected": "12:50"}),
        ("A01", {"kind": "D"}),
        ("A04", {"kind": "O"}),
        ("A04", {}),
    ],
)
async def test_who_is_expected_or_comes_for_an_hour_is_not_in_hospital(
    hospital: Hospital, trigger: str, said: dict[str, str]
) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    kind = {} if trigger != "A04" or said else {"kind": "O"}
    await hospital.tell(trigger, **AGAIN | said | kind)
    rows = await fetch(hospital, "SELECT stage, past_spells FROM case_1 WHERE system_id = $1")
    assert [(row["stage"], row["past_spells"]) for row in rows] == [("left_hospital", [])]


async def test_an_admission_that_never_was_gives_the_case_back(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    (before,) = await hospital.cases()
    await hospital.tell("A01", **AGAIN)
    assert await hospital.tell("A11", **AGAIN) == "applied"
    assert await follows(hospital) == ("V1", "left_hospital")
    (row,) = await hospital.cases()
    same = ("left_at", "left_how", "arriving", "failed_discharges", "past_spells", "outcome")
    assert [row[name] for name in same] == [before[name] for name in same]
    await hospital.tell("A01", **AGAIN | {"admitted": "12:10", "at": "12:10"})
    assert await follows(hospital) == ("V2", "planning")


async def test_one_that_is_cancelled_when_they_have_left_it_gives_the_case_back_too(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    await hospital.tell("A01", **AGAIN)
    await hospital.tell("A03", visit="V2", at="12:20", left="12:20", method="1")
    await hospital.tell("A11", **AGAIN)
    assert await follows(hospital) == ("V1", "left_hospital")
    (row,) = await hospital.cases()
    assert row["left_at"] == datetime(2026, 6, 1, 10, 30, tzinfo=UTC)


async def test_who_had_not_left_the_first_stay_after_all_is_followed_there(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    await hospital.tell("A01", **AGAIN)
    assert await hospital.tell("A13", visit="V1", at="12:15") == "applied"
    assert await follows(hospital) == ("V1", "planning")


async def test_a_leaving_put_right_meanwhile_is_that_of_the_stay_it_goes_back_to(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    await hospital.tell("A01", **AGAIN)
    await hospital.tell("A03", **LEFT | {"left": "11:40", "at": "11:40"})
    await hospital.tell("A11", **AGAIN)
    assert await follows(hospital) == ("V1", "left_hospital")
    (row,) = await hospital.cases()
    assert row["left_at"] == datetime(2026, 6, 1, 10, 40, tzinfo=UTC)


@pytest.mark.parametrize("merge_first", [True, False])
@pytest.mark.parametrize("retired", ["H1", "H9"])
async def test_who_came_under_another_number_is_followed_once_the_two_are_one(
    hospital: Hospital, retired: str, merge_first: bool
) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    other = replace(IDA, numbers="H9^^^RXX^MR")
    goes_on = other if retired == "H1" else replace(IDA, numbers="H1^^^RXX^MR")
    merge = hospital.write("A40", goes_on, visit="", ward="", more=retiring(f"{retired}^^^RXX^MR"))
    admission = hospital.write("A01", other, **AGAIN)
    for message in (merge, admission) if merge_first else (admission, merge):
        assert await hospital.send(message) == "AA"
    assert set(await hospital.came_of()) == {"applied"}
    assert await follows(hospital) == ("V2", "planning")
    await hospital.tell("A03", goes_on, visit="V2", at="12:20", left="12:20", method="1")
    assert await follows(hospital) == ("V2", "left_hospital")


async def test_a_stay_that_was_another_persons_gives_the_case_back(hospital: Hospital) -> None:
    await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    await hospital.tell("A01", **AGAIN)
    hers = retiring("H1^^^RXX^MR", visit="V2")
    assert await hospital.tell("A45", OTTO, **AGAIN, more=hers) == "waiting: visit-moved"
    assert await confirm(hospital) == "applied"
    assert await follows(hospital) == ("V1", "left_hospital")
    assert "ASH A1-02 Pepper" in await hospital.beds()


async def test_a_stay_that_people_took_the_case_from_is_left_alone(hospital: Hospital) -> None:
    case = await in_hospital(hospital)
    await hospital.tell("A03", **LEFT)
    await hospital.tell("A01", **AGAIN)
    by, at = hospital.place.by(Role.CASE_MANAGER), datetime.now(UTC)
    undoing = UndoSharedStep(
        case_id=case, what=SharedStep.TRACKING, words=Words("Her sister."), undo_id=uuid4(), by=by, at=at
    )
    await hospital.place.do(undoing)
    await hospital.tell("A03", **LEFT | {"left": "11:40", "at": "11:40"})
    await hospital.tell("A21", visit="V2")
    assert await follows(hospital) == ("V1", "left_hospital")
