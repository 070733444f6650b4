"""Settling what waits, over HTTP: which ward it is, whom it is about, that nothing is to be done; placing it again."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import HUB, MANAGER, Desk, refusal
from tests.api.feed_desk import latest, message, queue, states
from tests.intake.adt.feeding import OTTO, Hospital, Someone
from tests.intake.adt.messages import OTHER_NHS_NUMBER

IDAS_NUMBER_OTTOS_NHS = Someone(numbers=f"H1^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", name="Sorrel^Una^^^Ms^^L")


async def test_naming_the_ward_places_all_that_waited_for_it(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM")
    waited = await latest(hospital)
    await hospital.tell("A01", OTTO, ward="ELM", visit="V2", bed="A1-02")
    ward = {"ward_id": str(at_desk.place.ward)}

    settled = (await at_desk.put(f"/feed-messages/{waited}/ward", ward, MANAGER)).json()

    assert settled["words"] == "“ELM” is this ward from now on. 2 messages were placed."
    assert states(settled["results"]) == ["applied", "applied"]
    assert await hospital.beds() == ["ASH A1-01 Marrow", "ASH A1-02 Pepper"]
    again = await at_desk.put(f"/feed-messages/{waited}/ward", ward, MANAGER)
    assert (again.status_code, again.json()["results"]) == (200, [])
    other = await at_desk.put(f"/feed-messages/{waited}/ward", {"ward_id": str(at_desk.place.other_ward)}, MANAGER)
    assert refusal(other) == (409, "ward-named-otherwise")
    assert (await queue(at_desk))["messages"] == []


async def test_a_ward_of_nowhere_is_not_named(at_desk: Desk, elsewhere: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM")
    ward = {"ward_id": str(elsewhere.place.ward)}
    answer = await at_desk.put(f"/feed-messages/{await latest(hospital)}/ward", ward, MANAGER)
    assert refusal(answer) == (409, "ward-not-known")


async def test_people_it_may_be_about_are_shown_and_one_is_chosen(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    await hospital.tell("A01", IDAS_NUMBER_OTTOS_NHS, visit="V3", bed="A1-03", at="11:30")
    waited = await latest(hospital)
    page = await message(at_desk, waited, HUB)
    assert page["can"] == ["is_person", "new_person", "place_again", "ignore"]
    assert [each["name"] for each in page["people"]] == ["MARROW, Ida", "PEPPER, Otto"]

    otto = page["people"][1]["person_id"]
    body = {"decision": {"kind": "is_person", "person_id": otto}}
    settled = (await at_desk.put(f"/feed-messages/{waited}/decision", body, HUB)).json()

    assert settled["words"] == "Decided. 1 message was placed."
    after = await message(at_desk, waited)
    assert after["can"] == []
    assert after["decided"]["words"] == "It is about SORREL, Una."  # told last, of the same person
    assert after["decided"]["by"] == "Sam Hub Lead"
    assert (await at_desk.put(f"/feed-messages/{waited}/decision", body, HUB)).status_code == 200
    body["decision"]["person_id"] = page["people"][0]["person_id"]
    assert refusal(await at_desk.put(f"/feed-messages/{waited}/decision", body, HUB)) == (409, "decided-otherwise")
    seen = body | {"instead_of": after["decided"]["at"]}
    assert refusal(await at_desk.put(f"/feed-messages/{waited}/decision", seen, HUB)) == (409, "nothing-to-settle")


async def test_who_decides_second_is_told_what_the_first_decided(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A02")
    waited = await latest(hospital)
    path, ignore = f"/feed-messages/{waited}/decision", {"kind": "ignore", "words": "A test."}
    assert (await at_desk.put(path, {"decision": ignore}, HUB)).json()["words"] == "Decided. 1 message is ignored."

    late = await at_desk.put(path, {"decision": {"kind": "opens_stay"}}, MANAGER)
    assert refusal(late) == (409, "decided-otherwise")
    assert (late.json()["decided"], late.json()["decided_by"]) == ("ignore", "Sam Hub Lead")

    decided = (await message(at_desk, waited))["decided"]
    assert decided["words"] == "Nothing is to be done: “A test.”"
    back = {"decision": {"kind": "as_sent"}, "instead_of": decided["at"]}
    assert states((await at_desk.put(path, back, MANAGER)).json()["results"]) == ["waiting"]
    seen = (await message(at_desk, waited))["decided"]["at"]
    opens = {"decision": {"kind": "opens_stay"}, "instead_of": seen}
    assert states((await at_desk.put(path, opens, MANAGER)).json()["results"]) == ["applied"]
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_only_what_fits_the_reason_is_decided(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A03")
    path = f"/feed-messages/{await latest(hospital)}/decision"
    for kind in ("new_person", "opens_stay", "give_stay"):
        assert refusal(await at_desk.put(path, {"decision": {"kind": kind}})) == (409, "does-not-fit")
    await hospital.tell("A01")
    path = f"/feed-messages/{await latest(hospital)}/decision"
    answer = await at_desk.put(path, {"decision": {"kind": "new_person"}})
    assert refusal(answer) == (409, "nothing-to-settle")


@pytest.mark.parametrize(
    "body",
    [
        {"decision": {"kind": "burn"}},
        {"decision": {"kind": "ignore"}},
        {"decision": {"kind": "ignore", "words": "  "}},
        {"decision": {"kind": "ignore", "words": "\ud800"}},
        {"decision": {"kind": "ignore", "words": "\x00"}},
        {"decision": {"kind": "is_person", "person_id": "Ida"}},
        {"decision": {"kind": "new_person"}, "instead_of": "yesterday"},
        {"decision": {"kind": "new_person"}, "instead_of": "9999-12-31T23:59:59-14:00"},
        {},
    ],
)
async def test_a_decision_of_no_shape_is_turned_away(at_desk: Desk, hospital: Hospital, body: Any) -> None:
    await hospital.tell("A02")
    answer = await at_desk.put(f"/feed-messages/{await latest(hospital)}/decision", body)
    assert refusal(answer) == (422, "wrong-shape")


async def test_messages_are_placed_again_by_number_or_by_reason(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="NEW")
    waits = await latest(hospital)
    await hospital.send(b"MSH|^~\\&|PAS|" + hospital.facility.encode() + b"|||20260601||ADT^A01|X1|P|2.4\rPID|1\r")
    refused = await latest(hospital)
    again = {"message_ids": [refused, waits]}
    settled = (await at_desk.put(f"/feed-messages/replays/{uuid4()}", again)).json()
    assert states(settled["results"]) == ["waiting", "refused"]

    ward = {"code": "NEW", "name": "New ward", "site_id": str(at_desk.place.site), "beds": []}
    await at_desk.put(f"/wards/{uuid4()}", ward, MANAGER)
    feed = (await queue(at_desk))["messages"][0]["feed_id"]
    by_reason = {"feed_id": feed, "code": "unknown-ward"}
    settled = (await at_desk.put(f"/feed-messages/replays/{uuid4()}", by_reason)).json()
    assert settled["words"] == "1 message was placed."
    assert await hospital.beds() == ["NEW A1-01 Marrow"]


@pytest.mark.parametrize(
    "body", [{}, {"feed_id": str(uuid4())}, {"message_ids": [1], "code": "x"}, {"message_ids": [2**70]}]
)
async def test_a_replay_names_messages_or_a_feed_and_a_reason(at_desk: Desk, body: Any) -> None:
    assert refusal(await at_desk.put(f"/feed-messages/replays/{uuid4()}", body)) == (422, "wrong-shape")


async def test_what_was_refused_is_offered_to_be_placed_again_and_says_why_it_is_refused_still(
    at_desk: Desk, hospital: Hospital
) -> None:
    await hospital.send(b"MSH|^~\\&|PAS|" + hospital.facility.encode() + b"|||20260601||ADT^A01|X1|P|2.4\rPID|1\r")
    refused = await latest(hospital)
    assert (await message(at_desk, refused))["can"] == ["place_again", "ignore"]
    feed = (await queue(at_desk, state="refused"))["messages"][0]["feed_id"]
    for again in ({"message_ids": [refused]}, {"feed_id": feed, "code": "no-patient-identifier"}):
        settled = (await at_desk.put(f"/feed-messages/replays/{uuid4()}", again)).json()
        assert settled["words"] == "1 message was refused: The message names no patient: PID-3 has no identifier."
        assert states(settled["results"]) == ["refused"]
