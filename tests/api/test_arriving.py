"""Since they left, over HTTP: the booked service says that they arrived and were met; the tasks are done by it."""

from typing import Any
from uuid import uuid4

from tests.api.desk import HUB, NURSE, PROVIDER, Desk, refusal, twice
from tests.api.finding import a_service, arrival, asked, done, offer_of, packaged, says, soon


async def page_of(here: Desk, case: str) -> dict[str, Any]:
    page: dict[str, Any] = (await here.get(f"/cases/{case}")).json()
    return page


async def left(here: Desk, *, of_another: bool = False) -> tuple[str, str]:
    """The ids of the case of somebody who left for home an hour ago, and of the offer that is confirmed for them."""
    service, case = await a_service(here, of_another=of_another), await packaged(here)
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "confirmation", arrival(), HUB))
    await done(await here.put(f"/cases/{case}/departure", {"left_at": soon(-1)}, NURSE))
    return case, offer


def saying(what: str) -> str:
    return f"{what}/{uuid4()}"


async def test_from_the_door_to_the_service_and_one_step_back(here: Desk) -> None:
    case, offer = await left(here)
    card = (await page_of(here, case))["case"]
    assert (card["stage"], card["left_from"]) == ("left_hospital", str(here.place.ward))
    assert card["arriving"]["stops"] > 0
    assert card["arriving"]["arrived_at"] is None

    missed = {"at": soon(-0.6), "why": "no_access", "words": "Key safe empty."}
    await done(await here.put(f"/cases/{case}/{saying('no-contacts')}", missed, PROVIDER))
    there = {"at": soon(-0.5), "told_by": "crew"}
    assert await twice(here, f"/cases/{case}/{saying('arrivals')}", there, NURSE) == [1, 0]
    met = {"at": soon(-0.4), "seen_by": "Rosa, reablement worker"}
    assert await twice(here, f"/cases/{case}/{saying('first-contacts')}", met, PROVIDER) == [1, 0]

    page = await page_of(here, case)
    tasks = {task["code"]: (task["state"], task["by_fact"]) for task in page["tasks"]}
    assert page["case"]["stage"] == "in_service"
    assert (tasks["C16"], tasks["C17"]) == (("done", True), ("done", True))
    assert (page["arriving"]["told_by"], page["arriving"]["seen_by"]) == ("crew", "Rosa, reablement worker")
    assert page["arriving"]["undoable"] == ["arrival", "first_contact"]
    assert [each["words"] for each in page["arriving"]["missed"]] == ["Key safe empty."]
    shown = (await here.get(f"/offers/{offer}", PROVIDER)).json()
    assert shown["left_without"] == page["arriving"]["left_without"] != []
    assert shown["card"]["arriving"] == page["case"]["arriving"]

    undoing = {"what": "first_contact", "words": "That was her neighbour."}
    await done(await here.put(f"/cases/{case}/{saying('arriving-undoings')}", undoing, PROVIDER))
    page = await page_of(here, case)
    assert page["case"]["stage"] == "left_hospital"
    assert {task["code"]: task["state"] for task in page["tasks"]}["C17"] == "open"
    assert "Not met after all" in str(page["timeline"][-2:])


async def test_who_came_back_the_same_evening_has_not_arrived_and_the_failed_discharge_counts(here: Desk) -> None:
    case, _ = await left(here)
    await done(await here.put(f"/cases/{case}/{saying('arrivals')}", {"at": soon(-0.9), "told_by": "hub"}))
    back = {"back_at": soon(0), "reason": "no_care", "words": "Nobody came."}
    await done(await here.put(f"/cases/{case}/return-to-hospital", back, NURSE))
    card = (await page_of(here, case))["case"]
    assert (card["stage"], card["failed_discharges"], card["arriving"]) == ("start_agreed", 1, None)
    again = await here.put(f"/cases/{case}/{saying('arrivals')}", {"at": soon(0), "told_by": "hub"})
    assert refusal(again) == (409, "not-left-yet")


async def test_another_organisation_learns_nothing_by_an_id(here: Desk) -> None:
    case, _ = await left(here, of_another=True)
    there = {"at": soon(0), "told_by": "provider"}
    assert refusal(await here.put(f"/cases/{case}/{saying('arrivals')}", there, PROVIDER)) == (404, "not-known")
    elsewhere = there | {"service_id": await a_service(here)}
    assert refusal(await here.put(f"/cases/{case}/{saying('arrivals')}", elsewhere)) == (409, "arrived-elsewhere")
    early = await here.put(f"/cases/{case}/{saying('arrivals')}", there | {"at": soon(-2)})
    assert refusal(early) == (409, "before-leaving")


async def test_a_death_that_the_service_tells_of_ends_everything_and_the_hub_takes_a_wrong_one_back(here: Desk) -> None:
    case, offer = await left(here)
    met = {"at": soon(-0.5), "seen_by": "Rosa"}
    await done(await here.put(f"/cases/{case}/{saying('first-contacts')}", met, PROVIDER))
    death = {"at": soon(-0.1), "words": "Her daughter rang us."}
    assert await twice(here, f"/cases/{case}/{saying('deaths')}", death, PROVIDER) == [3, 0]
    page = await page_of(here, case)
    assert (page["case"]["stage"], page["case"]["outcome"]) == ("closed", "died")
    assert [(each["stay"]["outcome"], each["stay"]["gone"]) for each in page["stays"]] == [("died", True)]
    assert (await here.get(f"/offers/{offer}", PROVIDER)).json()["card"]["ended"] == "case_ended"
    assert "Died in the care of" in str(page["timeline"])

    await done(await here.put(f"/cases/{case}/reopening", {"reopening_id": str(uuid4()), "words": "Her sister."}, HUB))
    page = await page_of(here, case)
    assert page["case"]["stage"] == "in_service"
    assert [(each["stay"]["ended_at"], each["stay"]["gone"]) for each in page["stays"]] == [(None, False)]
    assert (await here.get(f"/offers/{offer}", PROVIDER)).json()["card"]["state"] == "confirmed"
