"""Who the messages are about: found again by any of their numbers, corrected by what is told, never mixed up."""

from dataclasses import replace
from datetime import date

import pytest

from app.people.details import BY_HAND, HospitalNumber
from tests.intake.adt.feeding import IDA, OTTO, Hospital, Someone, fetch
from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER

HOSPITAL_ONLY = replace(IDA, numbers="H1^^^RXX^MR")
NHS_ONLY = replace(IDA, numbers=f"{NHS_NUMBER}^^^NHS^NH")
WRONG_NHS = "9304026319"


@pytest.mark.parametrize("again", [IDA, HOSPITAL_ONLY, NHS_ONLY], ids=["both numbers", "hospital number", "NHS number"])
async def test_a_person_is_found_again_by_each_of_their_numbers(hospital: Hospital, again: Someone) -> None:
    await hospital.tell("A01", visit="V1")
    await hospital.tell("A03", visit="V1", at="11:30")
    assert await hospital.tell("A01", again, visit="V2") == "applied"
    assert len(await hospital.people()) == 1
    assert await hospital.recorded("person") == ["person.registered.1"]


async def test_a_person_without_a_number_that_joins_is_found_again_by_the_visit(hospital: Hospital) -> None:
    nobody = replace(IDA, numbers=f"{WRONG_NHS}^^^NHS^NH")
    await hospital.tell("A01", nobody)
    assert await hospital.tell("A02", nobody, ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]
    assert await hospital.numbers() == []


async def test_numbers_heard_later_lead_to_the_same_person(hospital: Hospital) -> None:
    await hospital.tell("A01", HOSPITAL_ONLY)
    await hospital.tell("A08", IDA)
    assert await hospital.numbers() == [("hospital", "H1"), ("nhs", NHS_NUMBER)]
    await hospital.tell("A03", at="11:30")
    await hospital.tell("A01", NHS_ONLY, visit="V2")
    assert len(await hospital.people()) == 1


async def test_a_wrong_nhs_number_is_kept_and_joins_nobody(hospital: Hospital) -> None:
    wrong = f"{WRONG_NHS}^^^NHS^NH"
    await hospital.tell("A01", replace(IDA, numbers=f"H1^^^RXX^MR~{wrong}"))
    assert await hospital.tell("A01", replace(OTTO, numbers=f"H2^^^RXX^MR~{wrong}"), visit="V2") == "applied"
    assert [person["nhs_number"] for person in await hospital.people()] == [WRONG_NHS, WRONG_NHS]
    assert await hospital.numbers() == [("hospital", "H1"), ("hospital", "H2")]


@pytest.mark.parametrize(
    ("corrected", "details"),
    [
        (replace(IDA, name="Marrow-Pine^Ida^^^Mrs^^L"), ["name"]),
        (replace(IDA, born="19400301"), ["birth_date"]),
        (replace(IDA, sex="M"), ["sex"]),
        (replace(IDA, phone="01632 960999"), ["phone"]),
        (replace(IDA, address="2 Mill Lane^^Ambleford^^ZZ9 9ZZ"), ["address"]),
        (replace(IDA, address="1 Mill Lane^^Ambleford^^ZZ9 8ZZ"), ["address"]),
        (replace(IDA, numbers=f"H77^^^RXX^MR~{NHS_NUMBER}^^^NHS^NH"), ["hospital_number"]),
        (replace(IDA, sex="M", phone="01632 960999"), ["phone", "sex"]),
    ],
    ids=["name", "birth", "sex", "phone", "address", "postcode", "number", "two"],
)
async def test_a_correction_names_only_what_changed_and_no_value(
    hospital: Hospital, corrected: Someone, details: list[str]
) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A08", corrected) == "applied"
    assert await _changes(hospital) == [sorted(details)]


async def test_the_practice_comes_with_the_person_and_a_new_one_is_told(hospital: Hospital) -> None:
    for trigger, code in (("A01", "ZZ7001"), ("A08", "ZZ7002")):
        practice = f"PD1|||Beck Surgery^^{code}\rPV1|".encode()
        assert await hospital.send(hospital.write(trigger, IDA).replace(b"PV1|", practice, 1)) == "AA"
        assert [each["practice"] for each in await hospital.people()] == [code]
    assert await _changes(hospital) == [["practice"]]


async def test_the_same_details_again_change_nothing(hospital: Hospital) -> None:
    await hospital.tell("A01")
    assert await hospital.tell("A08") == "applied"
    assert await _changes(hospital) == []


async def test_what_is_not_told_stays(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A08", replace(IDA, name="", born="", sex="", address="", phone=""))
    assert await _changes(hospital) == []


async def test_what_the_sender_takes_back_is_emptied(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A08", replace(IDA, name='Marrow^Ida^^^""', address='""', phone='""'))
    (person,) = await hospital.people()
    assert (person["family"], person["given"]) == ("Marrow", "Ida")
    assert [person[part] for part in ("prefix", "address", "postcode", "phone")] == ["", [], "", ""]
    assert await _changes(hospital) == [["address", "name", "phone"]]
    await hospital.tell("A08", replace(IDA, name='Marrow^Ida^^^""', address='""', phone='""'), at="11:10")
    assert len(await _changes(hospital)) == 1


async def test_numbers_of_two_people_wait_for_somebody_to_look(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    both = replace(IDA, numbers=f"H1^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", phone="01632 960999")
    assert await hospital.tell("A08", both, visit="V1") == "waiting: numbers-disagree"
    assert await _changes(hospital) == []


async def test_a_number_that_a_ward_typed_in_leads_the_feed_to_the_same_person(hospital: Hospital) -> None:
    typed = (HospitalNumber(authority=BY_HAND, value="H1"),)
    await hospital.place.admit(family="MARROW", given="Ida", birth_date=date(1940, 2, 29), hospital_numbers=typed)
    assert await hospital.tell("A01", replace(HOSPITAL_ONLY, born="19400301")) == "waiting: numbers-disagree"
    assert await hospital.tell("A01", replace(HOSPITAL_ONLY, name=OTTO.name)) == "waiting: numbers-disagree"
    assert await hospital.tell("A01", HOSPITAL_ONLY) == "applied"
    assert len(await hospital.people()) == 1


@pytest.mark.parametrize(
    "numbers",
    [OTTO.numbers, "H9^^^RXX^MR", "9434765919^^^NHS^NH", "H9^^^RXX^MR~9434765919^^^NHS^NH"],
    ids=["known", "unknown hospital number", "unknown NHS number", "both unknown"],
)
async def test_a_visit_of_another_person_waits_and_gives_nobody_new_numbers(hospital: Hospital, numbers: str) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    before = await hospital.numbers()
    assert await hospital.tell("A03", replace(OTTO, numbers=numbers), visit="V1") == "waiting: visit-of-another-person"
    assert await hospital.numbers() == before
    assert len(await hospital.beds()) == 2


async def _changes(hospital: Hospital) -> list[list[str]]:
    rows = await fetch(
        hospital,
        """SELECT ARRAY(SELECT jsonb_array_elements_text(data -> 'details') ORDER BY 1) FROM event
        WHERE system_id = $1 AND type = 'person.details_changed.1' ORDER BY position""",
    )
    return [row[0] for row in rows]
