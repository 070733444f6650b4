"""A hospital tells of stays: who comes, moves, leaves, and what of it was not so after all."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.domain.system import AddSite, AddWard
from app.domain.values import SiteId, WardId
from tests.facts import MONDAY
from tests.intake.adt.feeding import IDA, OTTO, Hospital, assert_sound
from tests.intake.adt.systems import BY


async def test_an_admission_registers_the_person_and_opens_a_stay(hospital: Hospital) -> None:
    assert await hospital.tell("A01") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert await hospital.recorded() == ["person.registered.1", "spell.opened.1"]
    assert (await hospital.spell())["admitted_at"] == datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize("kind", ["I", "E", "EMERGENCY"])
async def test_an_a04_of_somebody_in_a_bed_opens_a_stay(hospital: Hospital, kind: str) -> None:
    assert await hospital.tell("A04", kind=kind) == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


@pytest.mark.parametrize(
    ("trigger", "kind"),
    [("A04", "O"), ("A04", ""), ("A04", "N"), ("A01", "O"), ("A01", "D"), ("A01", "P"), ("A08", "O"), ("A03", "O")],
)
async def test_out_patients_and_day_cases_are_only_recorded(hospital: Hospital, trigger: str, kind: str) -> None:
    assert (await hospital.tell(trigger, kind=kind)).startswith("recorded")
    assert await hospital.people() == []
    assert await hospital.recorded() == []


async def test_a_stay_ends_whatever_its_last_message_calls_it(hospital: Hospital) -> None:
    await hospital.tell("A04", kind="E")
    assert await hospital.tell("A03", kind="O") == "applied"
    assert await hospital.beds() == []


async def test_an_admission_told_twice_corrects_the_bed(hospital: Hospital) -> None:
    await hospital.tell("A01", bed="A1-01")
    assert await hospital.tell("A01", bed="A1-02") == "applied"
    assert await hospital.beds() == ["ASH A1-02 Marrow"]
    assert await hospital.recorded("spell") == ["spell.opened.1", "spell.admission_corrected.1"]


async def test_a_move_shows_the_person_in_the_new_bed(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_a_late_move_is_recorded_and_not_shown(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30")
    assert await hospital.tell("A02", bed="A1-02", at="11:15") == "applied"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    assert await hospital.recorded("spell") == ["spell.opened.1", "spell.person_moved.1", "spell.person_moved.1"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_a_cancelled_move_shows_the_person_where_they_are_though_stamped_earlier(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30")
    assert await hospital.tell("A12", bed="A1-01", at="11:20") == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


@pytest.mark.parametrize(
    ("method", "destination", "died", "how"),
    [
        ("1", "19", "", "discharged"),
        ("", "", "", "discharged"),
        ("2", "19", "", "self_discharge"),
        ("1", "51", "", "transferred"),
        ("1", "87", "", "transferred"),
        ("1", "85", "", "discharged"),
        ("4", "79", "", "died"),
        ("", "", "Y", "died"),
        ("2", "", "N", "self_discharge"),
    ],
)  # fmt: skip
async def test_a_discharge_ends_the_stay_in_the_way_told(
    hospital: Hospital, method: str, destination: str, died: str, how: str
) -> None:
    await hospital.tell("A01")
    person = replace(IDA, died=died)
    assert (
        await hospital.tell("A03", person, left="12:15", at="12:20", method=method, destination=destination)
        == "applied"
    )
    spell = await hospital.spell()
    assert (spell["how"], spell["ended_at"]) == (how, datetime(2026, 6, 1, 11, 15, tzinfo=UTC))
    assert await hospital.beds() == []


async def test_a_time_of_leaving_in_the_future_is_not_believed(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A03", at="12:20", left="14:00") == "applied"
    assert (await hospital.spell())["ended_at"] == datetime(2026, 6, 1, 11, 20, tzinfo=UTC)


async def test_news_after_a_discharge_never_reopens_the_stay(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00")
    assert await hospital.tell("A01", at="12:10") == "applied"
    assert await hospital.tell("A08", replace(IDA, phone="01632 960777"), bed="A1-02", at="12:20") == "applied"
    assert await hospital.beds() == []
    assert (await hospital.people())[0]["phone"] == "01632 960777"


async def test_a_cancelled_discharge_puts_the_person_back(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00", left="12:00", method="1")
    assert await hospital.tell("A13", at="12:30", method="1") == "applied"
    spell = await hospital.spell()
    assert (spell["ended_at"], spell["how"]) == (None, None)
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_a_cancelled_discharge_may_say_another_bed_or_none(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00")
    await hospital.tell("A13", at="12:10", ward="BIRCH", bed="B1")
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    await hospital.tell("A03", at="12:20")
    await hospital.tell("A13", at="12:30", ward="")
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_a_cancelled_admission_is_void_until_it_is_told_again(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A11", at="11:10") == "applied"
    assert await hospital.beds() == []
    assert await hospital.tell("A01", bed="A1-02", at="11:20") == "applied"
    assert await hospital.beds() == ["ASH A1-02 Marrow"]
    assert await hospital.recorded("spell") == ["spell.opened.1", "spell.admission_reversed.1", "spell.reopened.1"]


async def test_a_correction_puts_the_place_right(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A08", bed="A1-02") == "applied"
    assert await hospital.tell("A08", ward="", at="11:10") == "applied"
    assert await hospital.beds() == ["ASH A1-02 Marrow"]


async def test_without_a_visit_number_the_one_open_stay_is_meant(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A02", visit="", ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert await hospital.tell("A03", visit="", at="12:00") == "applied"
    assert await hospital.beds() == []


async def test_an_admission_without_a_visit_number_is_found_again_by_the_person(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="")
    assert await hospital.tell("A01", visit="", bed="A1-02", at="11:10") == "applied"
    assert await hospital.beds() == ["ASH A1-02 Marrow"]


async def test_two_people_may_be_told_of_in_turn(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    await hospital.tell("A02", IDA, visit="V1", ward="BIRCH", bed="B1", at="11:30")
    assert await hospital.beds() == ["ASH A1-02 Pepper", "BIRCH B1 Marrow"]


async def test_a_ward_of_one_name_at_two_sites_is_told_apart_by_the_site(hospital: Hospital) -> None:
    place, site, ward = hospital.place, SiteId(uuid4()), WardId(uuid4())
    common: dict[str, Any] = {"system_id": place.system, "by": BY, "at": MONDAY}
    second = f"{hospital.facility}02"
    await place.do(AddSite(site_id=site, code=second, name="Southmoor", organisation_id=place.trust, **common))
    await place.do(AddWard(ward_id=ward, code="ASH", name="Ash ward", site_id=site, beds=("X1",), **common))
    assert await hospital.tell("A01") == "waiting: unknown-ward"
    assert await hospital.tell("A01", site=second, bed="X1") == "applied"
    assert (await hospital.spell())["ward_id"] == ward


@pytest.mark.parametrize("trigger", ["A09", "A10", "A20", "A24", "A32", "A37", "A46", "A54", "A60", "A99", "Z99"])
async def test_what_the_hub_needs_nothing_of_is_answered_and_recorded(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01")
    head = await hospital.head()
    assert await hospital.tell(trigger, bed="A1-02") == "recorded: nothing-to-do"
    assert await hospital.head() == head
