"""News that must not fall into the wrong hands: another person's stay, an old visit, a case that people closed."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.domain.case import CloseCase
from app.domain.case.outcome import Outcome
from app.domain.values import PersonId, Role
from app.people.registry import erase
from tests.intake.adt.feeding import IDA, OTTO, Hospital
from tests.intake.adt.telling import one_person
from tests.intake.adt.test_feed_cases import referred

DEAD = replace(IDA, died="Y")
ALIVE = replace(IDA, died="N")


@pytest.mark.parametrize("trigger", ["A14", "A23", "A11", "A03"])
async def test_a_visit_number_of_another_person_changes_nothing_of_theirs(hospital: Hospital, trigger: str) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    assert await hospital.tell(trigger, OTTO, visit="V1") == "waiting: visit-of-another-person"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    assert [each["family"] for each in await hospital.people()] == ["Marrow"]


async def test_a_discharge_taken_back_and_told_again_with_the_same_time_is_a_discharge(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A03", left="11:30", at="11:30", method="1")
    await hospital.tell("A13", at="11:40")
    assert await hospital.beds() == ["ASH A1-01 Marrow"]
    await hospital.tell("A03", left="11:30", at="11:45", method="1")
    assert await hospital.beds() == []
    assert await hospital.case() == ("left_hospital", None)


async def test_somebody_said_to_be_dead_who_lives_is_back_in_bed_whatever_the_message_names(hospital: Hospital) -> None:
    await referred(hospital)
    await hospital.tell("A31", DEAD, visit="", ward="")
    assert (await hospital.beds(), await hospital.case()) == ([], ("closed", "died"))
    await hospital.tell("A31", ALIVE, visit="", ward="")
    assert (await hospital.beds(), await hospital.case()) == (["ASH A1-01 Marrow"], ("referred", None))


async def test_a_case_that_people_closed_stays_closed_whatever_the_feed_takes_back(hospital: Hospital) -> None:
    case, place = await referred(hospital), hospital.place
    by, now = place.by(Role.CASE_MANAGER), datetime.now(UTC)
    await place.do(CloseCase(case_id=case, outcome=Outcome.DIED, words=None, closure_id=uuid4(), by=by, at=now))
    await hospital.tell("A03", at="11:30", method="4")
    await hospital.tell("A13", at="11:40")
    assert await hospital.case() == ("closed", "died")


async def test_the_second_person_of_a_swap_is_erased_from_what_was_sent_too(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, visit="V1")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    await hospital.tell("A17", IDA, visit="V1", bed="A1-02", more=one_person(OTTO, visit="V2", bed="A1-01"))
    otto = next(PersonId(each["person_id"]) for each in await hospital.people() if each["family"] == "Pepper")
    async with hospital.place.database.turns.acquire() as connection, connection.transaction():
        await erase(connection, hospital.place.system, otto)
    assert [b"Pepper" in each["raw"] for each in await hospital.kept()] == [False, False, False]
