"""Finding a service over HTTP: who was asked, what each says, one yes, and what the board then shows."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import BED_DECISION, HUB, NURSE, PROVIDER, Desk, refusal
from tests.api.finding import a_package, a_service, answer, arrival, asked, done, offer_of, packaged, says, soon


async def card(here: Desk, case: str) -> dict[str, Any]:
    row: dict[str, Any] = (await here.get(f"/cases/{case}")).json()["case"]
    return row


async def free(here: Desk, service: str) -> int:
    return int((await here.get(f"/services/{service}")).json()["units"][0]["free"])


async def test_from_the_package_to_the_start_agreed(here: Desk) -> None:
    east, west, case = await a_service(here), await a_service(here), await packaged(here)
    request = await asked(here, case, east, west)
    at_east, at_west = offer_of(request, east), offer_of(request, west)
    shown = await card(here, case)
    assert (shown["stage"], shown["asked"]) == ("finding_a_service", {"asked": 2})
    await done(await says(here, at_west, "decline", answer(code="D01"), PROVIDER))
    await done(await says(here, at_east, "interest", answer(), PROVIDER))
    await done(await says(here, at_east, "in-principle", answer(units=["am"], until=soon(24)), PROVIDER))
    assert await free(here, east) == 0
    assert (await card(here, case))["asked"] == {"in_principle": 1, "no": 1}
    await done(await says(here, at_east, "assessment", answer(how="own_visit"), PROVIDER))
    yes = answer(arrive_from=soon(40), arrive_to=soon(42))
    assert [(await done(await says(here, at_east, "confirmation", yes, PROVIDER)))["recorded"] for _ in "12"] == [1, 0]
    booked = await card(here, case)
    assert (booked["stage"], booked["service_id"], booked["asked"]) == ("start_agreed", east, None)
    page = (await here.get(f"/cases/{case}/requests")).json()
    assert page["booking"] == at_east
    assert [(each["state"], each["why_not"]) for each in page["requests"][0]["offers"]] == [
        ("confirmed", None),
        ("ended", "No staff at the times needed"),
    ]
    assert "Start agreed with Service" in str((await here.get(f"/cases/{case}")).json()["timeline"])


async def test_a_failed_start_frees_the_place_and_the_search_goes_on(here: Desk) -> None:
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    await done(await says(here, at_east, "confirmation", arrival(), PROVIDER))
    later = answer(arrive_from=soon(60), arrive_to=soon(62), words="Medicines.")
    await done(await here.put(f"/cases/{case}/booking/start", later))
    assert await free(here, east) == 0
    failed = answer(words="Two carers are ill.")
    await done(await says(here, at_east, "failed-start", failed, PROVIDER))
    assert ((await card(here, case))["stage"], await free(here, east)) == ("planning", 1)
    await asked(here, case, east)
    assert (await card(here, case))["stage"] == "finding_a_service"
    gone = answer(offer_id=at_east, why="cancelled", words="Again.")
    assert refusal(await here.put(f"/cases/{case}/booking/end", gone)) == (409, "nothing-booked")


async def test_the_next_is_asked_when_one_cannot_and_the_last_no_is_seen(here: Desk) -> None:
    east, west, case = await a_service(here), await a_service(here), await packaged(here)
    request = await asked(here, case, east, west, round_="ranked")
    at_east, at_west = offer_of(request, east), offer_of(request, west)
    early = await says(here, at_west, "decline", answer(code="D01"))
    assert refusal(early) == (409, "not-your-turn")
    assert (await here.get(f"/offers/{at_west}", PROVIDER)).status_code == 404
    await done(await says(here, at_east, "decline", answer(code="D20", words="Which sling?"), PROVIDER))
    assert (await here.get(f"/offers/{at_west}", PROVIDER)).json()["card"]["state"] == "asked"
    await done(await says(here, at_west, "decline", answer(code="D03"), PROVIDER))
    [row] = [each for each in await out(here) if each["case_id"] == case]
    assert [each["code"] for each in row["offers"]] == ["D20", "D03"]
    assert (await card(here, case))["stage"] == "planning"


async def out(here: Desk) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = (await here.get(f"/requests?scope={here.place.hub}")).json()["rows"]
    return rows


async def test_a_query_and_a_counter_wait_for_the_hub(here: Desk) -> None:
    east, case = await a_service(here), await packaged(here)
    at_east = offer_of(await asked(here, case, east), east)
    path = f"/cases/{case}/offers/{at_east}"
    await done(await says(here, at_east, "query", answer(words="Which sling?", items=["function"]), PROVIDER))
    await done(await here.put(f"{path}/query-answer", answer(words="The blue one.")))
    await done(await says(here, at_east, "counter", answer(start_on="2027-01-04"), PROVIDER))
    await done(await here.put(f"{path}/counter-taken", answer()))
    [offer] = (await here.get(f"/cases/{case}/requests")).json()["requests"][0]["offers"]
    assert (offer["state"], offer["earliest"], len(offer["history"])) == ("asked", "2027-01-04", 4)


async def test_a_bed_is_confirmed_with_the_persons_own_yes(here: Desk) -> None:
    unit, case = await a_service(here, "ic_unit"), await packaged(here, BED_DECISION, "ic_unit")
    at_unit = offer_of(await asked(here, case, unit), unit)
    yes = arrival() | {"units": ["side"]}
    assert refusal(await says(here, at_unit, "confirmation", yes)) == (409, "person-not-asked")
    said = answer(said="agrees", said_by="person", interim_explained=True)
    await done(await here.put(f"/cases/{case}/offers/{at_unit}/person-answer", said))
    await done(await says(here, at_unit, "confirmation", yes))


async def test_capacity_that_is_gone_is_refused_and_a_providers_yes_beats_the_count(here: Desk) -> None:
    east, one, other = await a_service(here), await packaged(here), await packaged(here)
    first, second = offer_of(await asked(here, one, east), east), offer_of(await asked(here, other, east), east)
    await done(await says(here, first, "in-principle", answer(units=["am"], until=soon(24)), PROVIDER))
    holding = answer(units=["am"], until=soon(24))
    head = await here.head()
    assert refusal(await says(here, second, "in-principle", holding, PROVIDER)) == (409, "capacity-gone")
    assert await here.head() == head
    await done(await says(here, second, "in-principle", holding | {"over_count": True}, PROVIDER))


@pytest.mark.parametrize("ending", ["closure", "departure", "withdrawal", "offer"])
async def test_with_the_need_everything_held_is_given_up(here: Desk, ending: str) -> None:
    east, case = await a_service(here), await packaged(here)
    request = await asked(here, case, east)
    at_east = offer_of(request, east)
    await done(await says(here, at_east, "in-principle", answer(units=["am"], until=soon(24)), PROVIDER))
    endings: dict[str, tuple[str, dict[str, Any]]] = {
        "closure": ("closure", {"outcome": "no_longer_needed"}),
        "departure": ("departure", {"left_at": soon(0)}),
        "withdrawal": (f"requests/{request}/withdrawal", {"words": "To her daughter."}),
        "offer": (f"offers/{at_east}/withdrawal", {"words": "To her daughter."}),
    }
    path, body = endings[ending]
    await done(await here.put(f"/cases/{case}/{path}", body))
    assert await free(here, east) == 1
    assert refusal(await says(here, at_east, "confirmation", arrival(), PROVIDER)) == (409, "request-is-over")
    assert at_east not in str((await here.get("/offers", PROVIDER)).json())


async def test_a_service_that_cannot_is_not_asked_and_the_answer_says_why(here: Desk) -> None:
    bridge, case = await a_service(here, "chosp"), await packaged(here)
    body = {"round": "broadcast", "services": [bridge]}
    refused = await here.put(f"/cases/{case}/requests/{uuid4()}", body)
    assert refusal(refused) == (409, "cannot-meet-need")
    assert (refused.json()["service_id"], "line" in refused.json()["why"]) == (bridge, True)


async def test_nobody_overwrites_a_package_unseen(here: Desk) -> None:
    case = await packaged(here)
    other = {"package": a_package() | {"sector": "ZZ97 2"}}
    assert refusal(await here.put(f"/cases/{case}/package", other)) == (428, "match-required")
    etag = (await here.get(f"/cases/{case}/requests")).json()["package"]["etag"]
    await done(await here.put(f"/cases/{case}/package", other, If_Match=etag))
    assert refusal(await here.put(f"/cases/{case}/package", other | {"words": "No."}, If_Match=etag))[0] == 412


async def test_the_id_of_a_request_is_of_one_case(here: Desk) -> None:
    east, one, other = await a_service(here), await packaged(here), await packaged(here)
    request = await asked(here, one, east)
    body = {"round": "broadcast", "services": [east]}
    assert refusal(await here.put(f"/cases/{other}/requests/{request}", body)) == (409, "request-sent-before")


async def test_the_ward_reads_no_search_and_the_hub_no_other_case(here: Desk) -> None:
    assert refusal(await here.get(f"/cases/{uuid4()}/requests")) == (404, "not-known")
    assert refusal(await here.get(f"/cases/{uuid4()}/requests", NURSE)) == (403, "not-allowed")
    assert (await here.get("/offers", HUB)).status_code == 200
