"""News that cannot be placed is answered, kept and waits for somebody to look; nobody is registered for it."""

import pytest

from tests.intake.adt.feeding import IDA, OTTO, Hospital

LONG = "V" * 100_000


@pytest.mark.parametrize("ward", ["ELM", "ash", " ", "A" * 100_000, "ASH\\X0041\\"])
async def test_an_unknown_ward_waits(hospital: Hospital, ward: str) -> None:
    assert await hospital.tell("A01", ward=ward) in ("waiting: unknown-ward", "waiting: no-place")
    assert await hospital.people() == []


@pytest.mark.parametrize("trigger", ["A02", "A03", "A08", "A11", "A12", "A13"])
async def test_news_of_an_unknown_visit_waits(hospital: Hospital, trigger: str) -> None:
    assert await hospital.tell(trigger) == "waiting: unknown-visit"
    without = "recorded: unknown-person" if trigger == "A08" else "waiting: unknown-visit"
    assert await hospital.tell(trigger, visit="") == without
    assert await hospital.people() == []


async def test_a_cancelled_discharge_that_overtook_its_discharge_waits(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A13") == "waiting: never-ended"
    (_, waiting) = await hospital.kept()
    assert waiting["words"].startswith("No discharge is recorded on this stay")


@pytest.mark.parametrize("trigger", ["A01", "A02", "A12"])
async def test_a_message_without_the_place_it_is_about_waits(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01")
    assert await hospital.tell(trigger, ward="") == "waiting: no-place"


async def test_who_was_registered_in_emergency_and_has_no_bed_yet_is_nobody_to_look_for(hospital: Hospital) -> None:
    assert await hospital.tell("A04", kind="E", ward="") == "recorded: no-bed-yet"
    assert await hospital.people() == []
    assert await hospital.tell("A01") == "applied"
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_without_a_visit_number_somebody_in_hospital_twice_waits(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    await hospital.tell("A01", visit="V2", bed="A1-02")
    assert await hospital.tell("A03", visit="") == "waiting: several-stays"
    assert await hospital.tell("A01", visit="") == "waiting: several-stays"
    assert len(await hospital.beds()) == 2


async def test_a_visit_number_too_long_to_be_one_waits_and_is_not_taken_for_none(hospital: Hospital) -> None:
    await hospital.tell("A01", visit="V1")
    assert await hospital.tell("A03", visit=LONG) == "waiting: unusable-visit-number"
    assert await hospital.tell("A01", OTTO, visit=LONG) == "waiting: unusable-visit-number"
    assert len(await hospital.beds()) == 1


@pytest.mark.parametrize(
    "numbers", ["9304026319^^^NHS^NH", "H" * 100_000 + "^^^RXX^MR"], ids=["unverified", "too long"]
)
async def test_an_admission_without_any_number_to_find_it_by_again_waits(hospital: Hospital, numbers: str) -> None:
    nobody = type(IDA)(numbers=numbers, name=IDA.name)
    assert await hospital.tell("A01", nobody, visit="") == "waiting: no-usable-number"
    assert await hospital.tell("A01", nobody, visit="V1") == "applied"


@pytest.mark.parametrize("trigger", ["A02", "A12"])
async def test_what_the_rules_refuse_waits_with_their_reason(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00")
    head = await hospital.head()
    assert await hospital.tell(trigger, at="12:30") == "waiting: spell-is-over"
    assert await hospital.head() == head


async def test_a_discharge_before_the_admission_waits(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A03", left="09:00") == "waiting: ends-before-admission"
