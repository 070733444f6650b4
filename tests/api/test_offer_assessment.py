"""A service reads the trusted assessment itself, accepts it item by item, and says what it found different."""

from typing import Any
from uuid import uuid4

import httpx

from tests.api.assessing import TWO, sign, signing
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal
from tests.api.finding import a_service, answer, arrival, asked, done, offer_of, packaged, says, soon


async def assessed(here: Desk, case: str) -> str:
    """The id of an assessment that is signed."""
    assessment = str(uuid4())
    await done(await sign(here, case, assessment, signing()))
    return assessment


async def of_offer(here: Desk, offer: str) -> dict[str, Any]:
    read = await here.get(f"/offers/{offer}/trusted-assessment", PROVIDER)
    assert read.status_code == 200, read.text
    page: dict[str, Any] = read.json()
    return page


async def says_of(here: Desk, offer: str, what: str, **more: Any) -> httpx.Response:
    return await says(here, offer, f"trusted-assessment/{what}", answer(**more), PROVIDER)


async def test_it_is_read_from_interest_on_and_each_version_is_logged_and_counted(here: Desk) -> None:
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    assert refusal(await here.get(f"/offers/{at_east}/trusted-assessment", PROVIDER)) == (409, "detail-not-opened")
    assert refusal(await says_of(here, at_east, "reading")) == (409, "detail-not-opened")
    await done(await says(here, at_east, "interest", answer(), PROVIDER))
    assert refusal(await here.get(f"/offers/{at_east}/trusted-assessment", PROVIDER)) == (404, "not-known")
    assert refusal(await says_of(here, at_east, "reading")) == (409, "nothing-signed-yet")

    assessment = await assessed(here, case)
    before = await of_offer(here, at_east)
    assert (before["number"], before["read"], before["answers"]) == (1, False, None)
    reading = answer()
    sent = [await says(here, at_east, "trusted-assessment/reading", reading, PROVIDER) for _ in "12"]
    assert [each.json()["recorded"] for each in sent] == [1, 0]
    shown = await of_offer(here, at_east)
    assert (shown["read"], shown["answers"]["moving.carers"], shown["by"]) == (True, [1], None)
    card = (await here.get(f"/offers/{at_east}", PROVIDER)).json()["card"]
    assert (card["assessment_number"], card["assessment_read"]) == (1, True)

    etag = (await here.get(f"/cases/{case}/assessments/{assessment}")).json()["etag"]
    await done(await sign(here, case, assessment, signing(TWO), If_Match=etag))
    assert (await of_offer(here, at_east))["answers"] is None
    await done(await says_of(here, at_east, "reading"))
    assert (await of_offer(here, at_east))["answers"]["moving.carers"] == [2]
    [offer] = (await here.get(f"/cases/{case}/requests")).json()["requests"][0]["offers"]
    assert (offer["opened"], offer["assessments_read"]) == (True, 2)
    read = [each["words"] for each in offer["history"] if "read the assessment" in each["words"]]
    assert read == [f"Service {east} read the assessment, version {number}." for number in (1, 2)]


async def test_items_are_rejected_put_right_and_accepted_by_the_service_itself(here: Desk) -> None:
    east, west, case = await a_service(here), await a_service(here), await packaged(here)
    request = await asked(here, case, east, west)
    at_east, at_west = offer_of(request, east), offer_of(request, west)
    assessment = await assessed(here, case)
    for offer in (at_east, at_west):
        await done(await says(here, offer, "interest", answer(), PROVIDER))
    of: dict[str, Any] = {"assessment_id": assessment}
    unread = await says_of(here, at_east, "items/moving.carers", answer="accept", **of)
    assert refusal(unread) == (409, "assessment-not-read")
    for offer in (at_east, at_west):
        await done(await says_of(here, offer, "reading"))

    no_words = await says_of(here, at_east, "items/moving.carers", answer="reject", **of)
    assert refusal(no_words) == (409, "reason-missing")
    no_item = await says_of(here, at_east, "items/moving.wings", answer="accept", **of)
    assert refusal(no_item) == (409, "item-not-in-form")
    await done(await says_of(here, at_east, "items/moving.carers", answer="reject", words="One cannot.", **of))
    page = (await here.get(f"/cases/{case}/assessments/{assessment}")).json()
    assert [(each["service_id"], each["standing"]) for each in page["items"]] == [(east, "rejected")]
    assert [each["link_id"] for each in (await of_offer(here, at_east))["items"]] == ["moving.carers"]
    assert (await of_offer(here, at_west))["items"] == []
    assert (await here.get(f"/offers/{at_east}", PROVIDER)).json()["card"]["items_open"] == 1
    relies = await says(here, at_east, "confirmation", arrival() | {"how": "trusted_assessment"}, PROVIDER)
    assert refusal(relies) == (409, "items-still-open")

    reply = {"service_id": east, "words": "She was seen with two, Philomena says."}
    path = f"/cases/{case}/assessments/{assessment}/items/moving.carers/replies/{uuid4()}"
    await done(await here.put(path, reply, CLINICIAN))
    [item] = (await of_offer(here, at_east))["items"]
    assert [each["words"] for each in item["said"]] == ["One cannot.", "She was seen with two, […] says."]
    await done(await says_of(here, at_east, "items/moving.carers", answer="accept", **of))
    await done(await says(here, at_east, "confirmation", arrival() | {"how": "trusted_assessment"}, PROVIDER))


async def test_what_is_found_different_is_said_by_whom_the_person_came_to(here: Desk) -> None:
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    assessment = await assessed(here, case)
    await done(await says(here, at_east, "confirmation", arrival(), PROVIDER))
    found: dict[str, Any] = {"assessment_id": assessment, "link_id": "moving.carers", "how": "Needs two to stand."}
    assert refusal(await says_of(here, at_east, "found-different", **found)) == (409, "not-came-yet")
    await done(await here.put(f"/cases/{case}/departure", {"left_at": soon(0)}))
    report = answer(**found)
    path = "trusted-assessment/found-different"
    sent = [await says(here, at_east, path, report, PROVIDER) for _ in "12"]
    assert [each.json()["recorded"] for each in sent] == [1, 0]
    page = await of_offer(here, at_east)
    assert (page["may_report"], [each["how"] for each in page["found_different"]]) == (True, ["Needs two to stand."])
    assert page["employer"] == "Northmoor Hospitals"
    feedback = (await here.get("/assessment-feedback")).json()["items"]
    assert any(each["link_id"] == "moving.carers" and each["different"] for each in feedback)


async def test_only_the_services_own_staff_read_and_answer_so(here: Desk) -> None:
    theirs, case = await a_service(here, of_another=True), await packaged(here)
    at_theirs = offer_of(await asked(here, case, theirs), theirs)
    await done(await says(here, at_theirs, "interest", answer()))
    of = {"assessment_id": await assessed(here, case)}
    head = await here.head()
    assert refusal(await here.get(f"/offers/{at_theirs}/trusted-assessment", PROVIDER)) == (404, "not-known")
    assert refusal(await says_of(here, at_theirs, "reading")) == (404, "not-known")
    assert refusal(await says_of(here, at_theirs, "items/moving.carers", answer="accept", **of)) == (404, "not-known")
    for role in (HUB, NURSE):
        reading = await says(here, at_theirs, "trusted-assessment/reading", answer(), role)
        assert refusal(reading) == (403, "not-allowed")
    assert await here.head() == head
