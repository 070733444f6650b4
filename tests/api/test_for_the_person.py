"""The page for the person and carer over HTTP: as it stands, for ward and hub, and as a file that names nobody."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from app.domain.values import Role
from tests.api.desk import HUB, MANAGER, NURSE, PROVIDER, Desk, refusal
from tests.api.finding import a_service, arrival, asked, done, offer_of, packaged, says
from tests.api.test_escalations import LADDER

LARGE = {"told_and_agrees": {"agrees": "agrees", "accessible": ["large_print", "easy_read"]}}


async def part(here: Desk, case: str, key: str, role: Role = NURSE) -> dict[str, Any]:
    answer = await here.get(f"/cases/{case}/for-the-person", role)
    assert answer.status_code == 200, answer.text
    return next(each for each in answer.json()["sections"] if each["key"] == key)


async def test_the_page_follows_what_is_agreed_and_gives_the_numbers_that_are_known(here: Desk) -> None:
    case, service = await packaged(here), await a_service(here)
    name = {"name": "Reablement <East>", "organisation_id": str(here.place.trust), "line": "reab", "pathway": "P1"}
    await done(await here.put(f"/services/{service}", name, MANAGER))
    await done(await here.put(f"/services/{service}/description", {"phone": "01632 960123"}, MANAGER))
    await done(await here.put(f"/ladders/{here.place.trust}", LADDER, MANAGER))
    assert (await part(here, case, "who"))["lines"][0] == "Nobody is booked yet."
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "confirmation", arrival(), HUB))

    assert (await part(here, case, "who"))["lines"][0] == "Reablement <East> comes to you first."
    ring = await part(here, case, "ring")
    assert [each["number"] for each in ring["numbers"]] == ["01632 960123", "0300 000 0001", "111", "999"]
    assert ring["lines"][0] == "While you are in hospital, ask the staff on Ash ward."
    assert "Philomena Finchfield" in (await here.get(f"/cases/{case}/for-the-person")).json()["intro"]

    file = await here.get(f"/cases/{case}/for-the-person/file", NURSE)
    assert file.headers["content-type"].startswith("text/html")
    assert file.headers["content-disposition"] == 'attachment; filename="plan-for-leaving-hospital.html"'
    assert file.headers["cache-control"] == "no-store"
    assert "<title>Your plan for leaving hospital</title>" in file.text
    assert "Reablement &lt;East&gt; comes to you first." in file.text
    assert "01632 960123" in file.text
    assert not any(asks in file.text for asks in ("http", "src=", "href=", "url(", "@import", "{style}", "{main}"))
    assert "hw-person-page--large" not in file.text.partition("<body>")[2]


async def test_large_print_and_easy_words_are_in_the_file_too(here: Desk) -> None:
    case, _ = await here.planning()
    await done(await here.put(f"/cases/{case}/amendment", LARGE, NURSE))
    shown = (await here.get(f"/cases/{case}/for-the-person")).json()
    assert (shown["large_print"], shown["easy"]) == (True, True)
    body = (await here.get(f"/cases/{case}/for-the-person/file")).text.partition("<body>")[2]
    assert 'class="hw-person-page hw-person-page--large"' in body
    assert "Feel ill? Ring 111." in body


async def test_whom_it_is_not_for_and_what_is_not_there(here: Desk) -> None:
    case, spell = await here.planning()
    assert refusal(await here.get(f"/cases/{case}/for-the-person", PROVIDER)) == (403, "not-allowed")
    assert refusal(await here.get(f"/cases/{case}/for-the-person/file", MANAGER)) == (403, "not-allowed")
    assert refusal(await here.get(f"/cases/{uuid4()}/for-the-person")) == (404, "not-known")
    died = {"at": datetime.now(UTC).isoformat(), "how": "died"}
    await done(await here.put(f"/spells/{spell}/end", died, NURSE))
    assert refusal(await here.get(f"/cases/{case}/for-the-person/file")) == (409, "no-page-after-death")
