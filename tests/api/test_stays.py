"""The weeks in a service, over HTTP: the service reviews and discharges its own, the case closes, the place is free."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from tests.api.desk import HUB, NURSE, PROVIDER, Desk, refusal, twice
from tests.api.finding import a_service, arrival, asked, done, offer_of, packaged, says, soon


async def in_a_service(here: Desk, *, of_another: bool = False) -> tuple[str, str, str]:
    """The ids of a case, of its stay, which began an hour ago, and of the service."""
    service, case, stay = await a_service(here, of_another=of_another), await packaged(here), str(uuid4())
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "confirmation", arrival(), HUB))
    await done(await here.put(f"/cases/{case}/departure", {"left_at": soon(-2)}, NURSE))
    await done(await here.put(f"/cases/{case}/first-contacts/{stay}", {"at": soon(-1), "seen_by": "Rosa"}))
    return case, stay, service


async def stays(here: Desk, case: str, role: Any = PROVIDER) -> list[dict[str, Any]]:
    rows = (await here.get("/stays", role)).json()["rows"]
    return [row for row in rows if row["case_id"] == case]


def step(case: str, stay: str, what: str) -> str:
    return f"/cases/{case}/stays/{stay}/{what}/{uuid4()}"


async def test_a_stay_is_reviewed_planned_ended_and_followed_up(here: Desk) -> None:
    case, stay, service = await in_a_service(here)
    [row] = await stays(here, case)
    assert (row["id"], row["line"], row["reviews"], row["person"]["name"]) == (stay, "reab", 0, "FINCHFIELD, Philomena")
    review = {"at": soon(-0.5), "words": "Walks to the gate."}
    assert await twice(here, step(case, stay, "reviews"), review, PROVIDER) == [1, 0]
    ahead = (datetime.now(UTC) + timedelta(days=50)).date().isoformat()
    told = {"at": soon(-0.4), "charged_from": ahead}
    await done(await here.put(step(case, stay, "charging"), told, PROVIDER))
    await done(await here.put(step(case, stay, "extensions"), {"until": ahead, "reason": "goals_in_reach"}))
    for_ever = {"until": "2099-01-01", "reason": "goals_in_reach"}
    assert refusal(await here.put(step(case, stay, "extensions"), for_ever)) == (409, "extension-too-long")
    plan = {"leave_on": ahead, "destination": "home_long_term", "words": "Two calls a day."}
    await done(await here.put(step(case, stay, "exit-plans"), plan, PROVIDER))
    [row] = await stays(here, case)
    assert (row["reviews"], row["charged_from"], row["lasts_until"], row["exit_on"]) == (1, ahead, ahead, ahead)

    out = {"at": soon(-0.1), "outcome": "lower", "destination": "home_long_term"}
    unnamed = await here.put(step(case, stay, "discharges"), out | {"score_in": 9}, PROVIDER)
    assert refusal(unnamed) == (409, "score-without-tool")
    ending = step(case, stay, "discharges")
    scores = {"tool": "barthel", "score_in": 9, "score_out": 16}
    assert await twice(here, ending, out | scores, PROVIDER) == [2, 0]
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["case"]["stage"], page["case"]["outcome"]) == ("closed", "settled")
    assert [each["words"] for each in page["stays"][0]["steps"]][-1].endswith("9 to 16.")
    assert (await here.get(f"/services/{service}")).json()["units"][0]["free"] == 1
    early = {"at": soon(0), "day": 7, "found": "at_home"}
    assert refusal(await here.put(step(case, stay, "follow-ups"), early)) == (409, "follow-up-too-early")

    back = {"words": "Not before Monday."}
    ended = ending.rpartition("/")[2]
    undoing = f"/cases/{case}/stays/{stay}/steps/{ended}/undoings/{uuid4()}"
    assert await twice(here, undoing, back, PROVIDER) == [2, 0]
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["case"]["stage"], page["stays"][0]["stay"]["ended_at"]) == ("in_service", None)


async def test_a_stay_elsewhere_is_not_shown_and_not_spoken_of(here: Desk) -> None:
    case, stay, _ = await in_a_service(here, of_another=True)
    assert await stays(here, case) == []
    assert len(await stays(here, case, HUB)) == 1
    review = {"at": soon(0), "words": "Well."}
    assert refusal(await here.put(step(case, stay, "reviews"), review, PROVIDER)) == (404, "not-known")


async def test_nobody_is_in_two_services_at_once(here: Desk) -> None:
    case, _, _ = await in_a_service(here)
    other = await a_service(here)
    offer = offer_of(await asked(here, case, other), other)
    await done(await says(here, offer, "confirmation", arrival(), HUB))
    there = await here.put(f"/cases/{case}/first-contacts/{uuid4()}", {"at": soon(0), "seen_by": "Idris"})
    assert refusal(there) == (409, "stays-overlap")
