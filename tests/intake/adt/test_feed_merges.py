"""Two records of one person (A40 and its older kin), and a changed number (A47): the retired number leads on."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.case import CloseCase
from app.domain.case.outcome import Outcome
from app.domain.spell import EndSpell, WayOut
from app.domain.values import CaseId, Role, SpellId
from app.intake.adt.desk import replay
from app.intake.adt.kept import kept
from app.intake.adt.offers import offers
from app.intake.adt.queue import page_of
from app.intake.adt.understanding import understand
from app.intake.merging import DiedAndInHospital
from app.intake.settings import FeedSettings
from tests.facts import MONDAY
from tests.intake.adt.feeding import IDA, Hospital, Someone, assert_sound, fetch
from tests.intake.adt.telling import retiring

MERGES = ["A40", "A34", "A18", "A30", "A39", "A47"]


def known_by(number: str, name: str = "Marrow^Ida^^^Mrs^^L") -> Someone:
    return replace(IDA, numbers=f"{number}^^^RXX^MR", name=name)


def merging(*numbers: str) -> dict[str, str]:
    """What a merge says: which numbers are retired; it has no visit."""
    return {"visit": "", "ward": "", "more": "".join(retiring(f"{number}^^^RXX^MR") for number in numbers)}


@pytest.mark.parametrize("trigger", MERGES)
async def test_two_records_become_one_and_the_retired_number_leads_to_it(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01", known_by("H1"), visit="V1")
    await hospital.tell("A03", known_by("H1"), visit="V1", at="11:20")
    await hospital.tell("A01", known_by("H2"), visit="V2", admitted="11:25", at="11:25")
    assert await hospital.tell(trigger, known_by("H2"), **merging("H1")) == "applied"
    assert len(await hospital.people()) == 1
    assert await hospital.numbers() == [("hospital", "H1"), ("hospital", "H2")]
    assert await hospital.tell("A02", known_by("H1"), visit="V2", ward="BIRCH", bed="B1", at="11:40") == "applied"
    assert await hospital.tell("A31", known_by("H1", "Marrow^Idabel^^^Mrs^^L"), visit="") == "applied"
    (person,) = await hospital.people()
    assert person["given"] == "Idabel"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("trigger", MERGES)
async def test_a_merge_told_twice_is_one(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01", known_by("H1"))
    await hospital.tell(trigger, known_by("H2"), **merging("H1"))
    head = await hospital.head()
    assert await hospital.tell(trigger, known_by("H2"), **merging("H1")) == "applied"
    assert await hospital.head() == head


async def test_a_merge_of_somebody_known_by_the_retired_number_only_gives_them_the_new_one(hospital: Hospital) -> None:
    await hospital.tell("A01", known_by("H1"))
    await hospital.tell("A40", known_by("H2"), **merging("H1"))
    assert await hospital.numbers() == [("hospital", "H1"), ("hospital", "H2")]
    assert await hospital.tell("A03", known_by("H2"), at="12:00") == "applied"
    assert await hospital.beds() == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_merges_follow_one_another_in_either_order(hospital: Hospital, order: tuple[int, int]) -> None:
    for n in (1, 2, 3):
        await hospital.tell("A01", known_by(f"H{n}"), visit=f"V{n}", bed=f"A1-0{n}")
    merges = [
        hospital.write("A40", known_by("H2"), **merging("H1")),
        hospital.write("A40", known_by("H3"), **merging("H2")),
    ]
    for index in order:
        assert await hospital.send(merges[index]) == "AA"
    assert len(await hospital.people()) == 1
    assert len(await hospital.beds()) == 3
    assert await hospital.tell("A03", known_by("H1"), visit="V3", at="12:00") == "applied"
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_one_message_may_retire_several_numbers(hospital: Hospital) -> None:
    for n in (1, 2, 3):
        await hospital.tell("A01", known_by(f"H{n}"), visit=f"V{n}", bed=f"A1-0{n}")
    assert await hospital.tell("A40", known_by("H3"), **merging("H1", "H2")) == "applied"
    assert len(await hospital.people()) == 1


@pytest.mark.parametrize("admitted", ["H1", "H2"])
async def test_a_merge_of_people_nobody_knows_is_applied_when_either_comes(hospital: Hospital, admitted: str) -> None:
    assert await hospital.tell("A40", known_by("H2"), **merging("H1")) == "recorded: unknown-person"
    assert await hospital.people() == []
    await hospital.tell("A01", known_by(admitted))
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.numbers() == [("hospital", "H1"), ("hospital", "H2")]
    assert await hospital.tell("A03", known_by("H2" if admitted == "H1" else "H1"), at="12:00") == "applied"


async def test_two_records_that_both_have_a_live_case_wait_until_one_of_them_is_closed(hospital: Hospital) -> None:
    place, cases = hospital.place, list[CaseId]()
    for n in (1, 2):
        await hospital.tell("A01", known_by(f"H{n}"), visit=f"V{n}", bed=f"A1-0{n}")
        (row,) = await fetch(hospital, "SELECT spell_id FROM visit WHERE system_id = $1 AND number = $2", f"V{n}")
        cases.append(CaseId(uuid4()))
        await place.do(place.referral(SpellId(row["spell_id"]), cases[-1]))
    head = await hospital.head()
    assert await hospital.tell("A40", known_by("H2"), **merging("H1")) == "waiting: both-have-live-cases"
    assert (await hospital.kept())[-1]["words"]
    assert (await hospital.head(), len(await hospital.people())) == (head, 2)

    by = place.by(Role.CASE_MANAGER)
    ending = CloseCase(
        case_id=cases[0], outcome=Outcome.NO_LONGER_NEEDED, words=None, closure_id=uuid4(), by=by, at=MONDAY
    )
    await place.do(ending)
    (merge,) = [each["message_id"] for each in await hospital.kept() if each["state"] == "waiting"]
    (replayed,) = await replay(place.database, place.hints, place.system, [merge], by)

    assert replayed.state == "applied"
    assert len(await hospital.people()) == 1
    await assert_sound(place.database, place.system)


@pytest.mark.parametrize("dead", ["H1", "H2"])
async def test_a_death_on_one_record_and_a_stay_on_the_other_wait_until_one_of_them_is_put_right(
    hospital: Hospital, dead: str
) -> None:
    place, alive = hospital.place, "H2" if dead == "H1" else "H1"
    await hospital.tell("A01", known_by(dead), visit="V1")
    await hospital.tell("A03", known_by(dead), visit="V1", at="11:20", left="11:20", method="4")
    await hospital.tell("A31", replace(known_by(dead), died="Y"), visit="")
    await hospital.tell("A01", known_by(alive), visit="V2", admitted="11:25", at="11:25")
    head = await hospital.head()
    assert await hospital.tell("A40", known_by("H2"), **merging("H1")) == "waiting: died-and-in-hospital"
    assert (await hospital.head(), len(await hospital.people())) == (head, 2)
    message = (await hospital.kept())[-1]
    async with place.database.reads.acquire() as connection:
        (shown,) = await page_of(connection, place.system, "waiting")
        (merge,) = await kept(connection, place.system, [message["message_id"]])
    assert (shown.code, shown.words) == ("died-and-in-hospital", DiedAndInHospital.words())
    reading = understand(merge.raw, merge.received_at, FeedSettings())
    assert offers(merge, reading) == ("place_again", "ignore")

    by, spell = place.by(Role.WARD_NURSE), SpellId((await hospital.spell())["id"])
    await place.do(EndSpell(spell_id=spell, how=WayOut.DIED, by=by, at=datetime.now(UTC)))
    (replayed,) = await replay(place.database, place.hints, place.system, [merge.message_id], by)

    assert replayed.state == "applied"
    assert (len(await hospital.people()), await hospital.beds()) == (1, [])
    await assert_sound(place.database, place.system)


async def test_a_death_that_is_taken_back_lets_the_merge_that_waited_for_that_be_placed(hospital: Hospital) -> None:
    for number, visit in (("H1", "V1"), ("H2", "V2")):
        await hospital.tell("A01", known_by(number), visit=visit)
    await hospital.tell("A03", known_by("H2"), visit="V2", at="11:20")
    await hospital.tell("A31", replace(known_by("H2"), died="Y"), visit="")
    assert await hospital.tell("A40", known_by("H2"), **merging("H1")) == "waiting: died-and-in-hospital"
    await hospital.tell("A31", replace(known_by("H2"), died="N"), visit="")
    assert (await hospital.kept())[-2]["state"] == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_two_records_of_somebody_dead_or_of_somebody_gone_are_merged_at_once(hospital: Hospital) -> None:
    for number, visit in (("H1", "V1"), ("H2", "V2")):
        await hospital.tell("A01", known_by(number), visit=visit)
        await hospital.tell("A03", known_by(number), visit=visit, at="11:20")
    await hospital.tell("A31", replace(known_by("H1"), died="Y"), visit="")
    assert await hospital.tell("A40", known_by("H2"), **merging("H1")) == "applied"


async def test_a_merge_that_does_not_say_which_record_is_retired_is_recorded_with_why(
    hospital: Hospital,
) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A40", visit="") == "recorded: no-retired-number"
    assert (await hospital.kept())[-1]["words"]


async def test_a_record_merged_into_itself_changes_nothing(hospital: Hospital) -> None:
    await hospital.tell("A01", known_by("H1"))
    head = await hospital.head()
    assert await hospital.tell("A40", known_by("H1"), **merging("H1")) == "applied"
    assert await hospital.head() == head


async def test_a_message_with_the_retired_number_that_was_late_still_finds_its_stay(hospital: Hospital) -> None:
    await hospital.tell("A01", known_by("H1"))
    late = hospital.write("A02", known_by("H1"), ward="BIRCH", bed="B1", at="11:30")
    await hospital.tell("A40", known_by("H2"), **merging("H1"))
    assert await hospital.send(late) == "AA"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)
