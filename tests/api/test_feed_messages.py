"""What waits at the desk for the feed and why, over HTTP; and one message beside what was understood."""

from uuid import uuid4

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal
from tests.api.feed_desk import facts, latest, message, queue
from tests.facts import MONDAY
from tests.intake.adt.feeding import OTTO, Hospital, Someone
from tests.intake.adt.messages import NHS_NUMBER, OTHER_NHS_NUMBER


async def test_the_queue_says_what_waits_and_why_and_names_nobody(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM")
    raw = hospital.write("A02", OTTO, visit="V9")
    await hospital.send(raw)
    await hospital.send(raw)

    answer = await at_desk.get("/feed-messages", MANAGER)

    first, second = answer.json()["messages"]
    assert (first["trigger"], first["code"], first["waits_for"]) == ("A01 admitted", "unknown-ward", "the ward ELM")
    assert first["words"].startswith("No ward here has the name in this message")
    assert (second["trigger"], second["waits_for"], second["repeats"]) == ("A02 moved", "news of visit V9", 1)
    assert second["feed"] == "Test feed"
    assert second["happened_at"] == "2026-06-01T10:00:00Z"
    assert second["told_at"] >= second["happened_at"]
    assert answer.json()["counts"] == [
        {"state": "waiting", "code": "unknown-visit", "messages": 1},
        {"state": "waiting", "code": "unknown-ward", "messages": 1},
    ]
    assert not any(word in answer.text for word in ("Marrow", "Pepper", NHS_NUMBER, OTHER_NHS_NUMBER))


async def test_the_queue_is_read_by_state_reason_and_feed_a_page_at_a_time(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01")
    for number in range(52):
        await hospital.tell("A02", visit=f"V{number + 10}")
    await hospital.send(b"not a message")
    page = await queue(at_desk, code="unknown-visit")
    assert (len(page["messages"]), page["next"]) == (50, page["messages"][-1]["message_id"])
    rest = await queue(at_desk, code="unknown-visit", past=page["next"])
    assert (len(rest["messages"]), rest["next"]) == (2, None)
    newest = await queue(at_desk, order="newest")
    assert newest["messages"][0] == rest["messages"][-1]
    assert [each["state"] for each in (await queue(at_desk, state="applied"))["messages"]] == ["applied"]
    feed = page["messages"][0]["feed_id"]
    assert len((await queue(at_desk, feed=feed))["messages"]) == 50
    assert (await queue(at_desk, feed=uuid4()))["messages"] == []


async def test_a_message_stands_beside_what_was_understood(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM", method="")
    page = await message(at_desk, await latest(hospital))

    assert [line[:3] for line in page["lines"]] == ["MSH", "EVN", "PID", "PV1"]
    assert "Marrow^Ida" in page["lines"][2]
    assert facts(page, 0)["What happened"] == "A01 admitted"
    assert facts(page, 0)["When it happened"] == "1 June 2026 11:00 (EVN-6)"
    person = facts(page, 1)
    assert person["Name"] == "MARROW, Ida (Mrs)"
    assert person["Born"] == "29 February 1940"
    assert (person["NHS number"], person["Hospital number"]) == (NHS_NUMBER, "H1 (RXX MR)")
    assert (person["Visit number"], person["Class"]) == ("V1", "In-patient (sent as I)")
    assert person["Place"] == "ELM, A1-01 – a ward unknown here"
    assert person["Admitted"] == "1 June 2026 10:00"
    assert page["can"] == ["map_ward", "place_again", "ignore"]
    assert (page["ward"], page["decided"]) == ("ELM", None)


async def test_what_is_shown_is_text_whatever_was_sent(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A02", Someone(numbers="H1^^^RXX^MR", name="<script>alert(1)</script>^Ida"), visit="V\\X00\\1")
    page = await message(at_desk, await latest(hospital))
    assert facts(page, 1)["Name"] == "<SCRIPT>ALERT(1)</SCRIPT>, Ida"
    await hospital.send(
        b"MSH|^~\\&|PAS|" + hospital.facility.encode() + b"|||20260601||ADT^A01|\xff\xfe|P|2.4\r\x01\x02|"
    )
    assert (await message(at_desk, await latest(hospital)))["understood"][0]["title"] == "The message"


async def test_only_those_who_look_after_feeds_read_them(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM")
    path = f"/feed-messages/{await latest(hospital)}"
    for role in (NURSE, Role.WARD_CLINICIAN, PROVIDER):
        assert refusal(await at_desk.get(path, role)) == (403, "not-allowed")
    hubs = await message(at_desk, await latest(hospital), HUB)
    assert hubs["can"] == ["place_again", "ignore"]
    assert refusal(await at_desk.put(f"{path}/ward", {"ward_id": None}, HUB)) == (403, "not-allowed")


async def test_a_message_of_another_system_is_not_here(at_desk: Desk, here: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM")
    theirs = await latest(hospital)
    assert refusal(await here.get(f"/feed-messages/{theirs}", MANAGER)) == (404, "not-known")
    ignore = {"decision": {"kind": "ignore", "words": "Not mine."}}
    assert refusal(await here.put(f"/feed-messages/{theirs}/decision", ignore)) == (404, "not-known")
    ward = {"ward_id": str(here.place.ward)}
    assert refusal(await here.put(f"/feed-messages/{theirs}/ward", ward, MANAGER)) == (404, "not-known")
    replayed = await here.put(f"/feed-messages/replays/{uuid4()}", {"message_ids": [theirs]})
    assert replayed.json()["results"] == []


async def test_of_an_erased_person_nothing_is_left_in_their_messages(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A02", ward="ELM", at="12:00")
    waited = await latest(hospital)
    words = {"decision": {"kind": "ignore", "words": "Ida Marrow is not there."}}
    await at_desk.put(f"/feed-messages/{waited}/decision", words)
    place, (person,) = at_desk.place, await hospital.people()
    ida = PersonId(person["person_id"])
    await erase_person(place.database, place.hints, place.system, ida, by=place.by(MANAGER), at=MONDAY)

    answer = await at_desk.get(f"/feed-messages/{waited}", MANAGER)
    page = answer.json()
    assert (page["lines"], page["understood"], page["can"], page["decided"]) == ([], [], [], None)
    assert page["message"]["erased"]
    assert "Ida" not in answer.text
    assert refusal(await at_desk.put(f"/feed-messages/{waited}/decision", words)) == (409, "message-erased")
    ward = await at_desk.put(f"/feed-messages/{waited}/ward", {"ward_id": None}, MANAGER)
    assert refusal(ward) == (409, "message-erased")


async def test_several_people_in_one_message_are_shown_one_by_one(at_desk: Desk, hospital: Hospital) -> None:
    await hospital.tell("A01")
    both = hospital.write("A17", visit="V1", ward="ELM").decode() + "\r".join(
        hospital.write("A17", OTTO, visit="V2", ward="ASH", control_id="X").decode().split("\r")[2:]
    )
    await hospital.send(both.encode())
    page = await message(at_desk, await latest(hospital), HUB)
    assert [part["title"] for part in page["understood"]] == ["The message", "Person 1 of 2", "Person 2 of 2"]
    assert [facts(page, part)["Name"] for part in (1, 2)] == ["MARROW, Ida (Mrs)", "PEPPER, Otto (Mr)"]
    assert facts(page, 2)["Place"] == "ASH, A1-01 – Ash ward here"
