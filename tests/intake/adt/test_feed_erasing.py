"""What the feed sent of a person goes with them; that it came, and what came of it, stays."""

import pytest

from app.domain.values import PersonId, Role
from app.events.handler import taken
from app.intake.merging import merge
from app.people.registry import erase
from tests.intake.adt.feeding import IDA, OTTO, Hospital
from tests.intake.adt.messages import RECEIVED_AT


async def forget(hospital: Hospital, family: str) -> None:
    [person] = [PersonId(each["person_id"]) for each in await hospital.people() if each["family"] == family]
    async with hospital.place.database.turns.acquire() as connection, connection.transaction():
        await erase(connection, hospital.place.system, person)


@pytest.mark.parametrize(
    ("trigger", "said", "outcome"),
    [
        ("A08", {"at": "11:10"}, "applied: None"),
        ("A31", {}, "applied: None"),
        ("A60", {}, "recorded: nothing-to-do"),
        ("A01", {"visit": "V9", "ward": "ELM"}, "waiting: unknown-ward"),
        ("A02", {"visit": "V9"}, "waiting: unknown-visit"),
        ("A13", {}, "waiting: never-ended"),
    ],
)
async def test_what_was_sent_of_an_erased_person_is_gone_whatever_came_of_it(
    hospital: Hospital, trigger: str, said: dict[str, str], outcome: str
) -> None:
    await hospital.tell("A01")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    await hospital.tell(trigger, IDA, **said)

    await forget(hospital, "Marrow")

    first, other, last = await hospital.kept()
    assert (first["raw"], last["raw"]) == (b"", b"")
    assert b"Pepper" in other["raw"]
    # Nobody waits any more for what nobody can read.
    assert f"{last['state']}: {last['code']}" == outcome.replace("waiting", "ignored")


async def test_what_was_sent_of_a_record_that_was_merged_into_theirs_goes_too(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    place, (ida, otto) = hospital.place, [PersonId(each["person_id"]) for each in await hospital.people()]
    async with taken(place.database, place.hints, place.system) as turn:
        await merge(turn, ida, otto, by=place.by(Role.HUB_LEAD), at=RECEIVED_AT)

    await forget(hospital, "Marrow")

    assert [message["raw"] for message in await hospital.kept()] == [b"", b""]


async def test_a_message_that_names_nobody_known_is_kept_for_nobody(hospital: Hospital) -> None:
    await hospital.tell("A01", IDA, ward="ELM")
    await hospital.send(b"nonsense")
    assert [message["person_id"] for message in await hospital.kept()] == [None]
