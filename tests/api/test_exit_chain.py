"""Who frees what, over HTTP: the chain for the hub, its number for who runs the place, and nobody's name for a ward."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app import clock
from app.domain.exit_chain import leaves_at
from app.domain.values import Role
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk
from tests.api.finding import a_service, asked, packaged
from tests.exit_chain import a_chain, in_the_service, leaves, tomorrow


async def chain(here: Desk, query: str = "", role: Role = HUB) -> dict[str, Any]:
    answered = await here.get(f"/exit-chain{query}", role)
    assert answered.status_code == 200, answered.text
    found: dict[str, Any] = answered.json()
    return found


async def test_who_leaves_frees_the_place_for_the_next_and_they_theirs(at_desk: Desk) -> None:
    its = await a_chain(at_desk)
    first, second = (await chain(at_desk))["moves"]
    start = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    assert (first["who"]["case_id"], first["service_id"], first["on"]) == (its["ben"], its["first"], start)
    assert (first["asked"], first["link"], first["who"]["in_service"]) == (True, 1, f"Service {its['second']}")
    [freed] = first["freed"]
    assert (freed["case_id"], freed["name"], freed["how"]) == (its["ada"], "FINCHFIELD, Philomena", "leaving")
    assert datetime.fromisoformat(freed["at"]) == leaves_at(tomorrow())
    assert (second["who"]["case_id"], second["service_id"], second["link"]) == (its["cai"], its["second"], 2)
    assert (second["freed"][0]["case_id"], second["asked"], second["who"]["bed"]) == (its["ben"], False, "A1-01")


async def test_it_is_read_of_a_hub_a_ward_a_line_a_service_or_a_case(at_desk: Desk) -> None:
    its = await a_chain(at_desk)

    async def shown(query: str) -> list[str]:
        return [each["who"]["case_id"] for each in (await chain(at_desk, query))["moves"]]

    both = [its["ben"], its["cai"]]
    assert await shown(f"?hub_id={at_desk.place.hub}") == both
    assert await shown("?line=reab") == both
    assert await shown("?line=nurs") == []
    assert await shown(f"?service_id={its['second']}") == [its["cai"]]
    assert await shown(f"?case_id={its['ben']}") == [its["ben"]]
    assert await shown(f"?ward_id={at_desk.place.ward}") == [its["cai"]]
    assert await shown(f"?ward_id={at_desk.place.other_ward}") == []


async def test_a_ward_reads_of_its_own_people_and_not_who_is_in_a_service(at_desk: Desk) -> None:
    its = await a_chain(at_desk)
    [move] = (await chain(at_desk, role=NURSE))["moves"]
    assert move["who"]["case_id"] == its["cai"]
    assert (move["freed"][0]["name"], move["freed"][0]["case_id"]) == (None, None)
    assert (await at_desk.get(f"/exit-chain?ward_id={at_desk.place.other_ward}", CLINICIAN)).status_code == 403


async def test_who_runs_the_place_learns_by_how_many_it_is_waited_for_and_not_by_whom(at_desk: Desk) -> None:
    its = await a_chain(at_desk)
    assert (await at_desk.get("/exit-chain", PROVIDER)).status_code == 403
    answered = await at_desk.get("/exit-chain/places", PROVIDER)
    [place] = answered.json()["places"]
    assert (place["case_id"], place["service_id"], place["wanted_by"]) == (its["ada"], its["first"], 1)
    assert (place["name"], place["units"], place["passed"]) == ("FINCHFIELD, Philomena", ["am"], False)
    assert its["ben"] not in answered.text
    assert its["cai"] not in answered.text
    assert (await at_desk.get("/exit-chain/places", NURSE)).status_code == 403


async def test_who_waits_in_a_service_beyond_the_day_planned_is_said_to_be_late(at_desk: Desk) -> None:
    its = await a_chain(at_desk)
    await leaves(at_desk, its["ben"], its["bens"], tomorrow())
    clock.live_at(datetime.now(UTC) + timedelta(days=3))
    found = await chain(at_desk)
    clock.live_at(None)
    late = [each["who"] for each in (*found["moves"], *found["stuck"]) if each["who"]["case_id"] == its["ben"]]
    assert [each["was_to_leave"] for each in late] == [tomorrow().isoformat()]
    assert [each["case_id"] for each in found["overdue"]] == [its["ada"]], "whom nothing counts on any more"


async def test_a_place_of_another_organisation_is_not_shown(at_desk: Desk) -> None:
    service = await a_service(at_desk, of_another=True)
    ada, stay = await in_the_service(at_desk, service)
    await leaves(at_desk, ada, stay, tomorrow())
    assert (await at_desk.get("/exit-chain/places", PROVIDER)).json()["places"] == []
    [place] = (await at_desk.get("/exit-chain/places")).json()["places"]
    assert (place["service_id"], place["wanted_by"]) == (service, 0)
    assert (await at_desk.get(f"/exit-chain/places?service_id={at_desk.place.ward}")).json()["places"] == []


async def test_whom_no_service_runs_for_is_told_so(at_desk: Desk) -> None:
    case = await packaged(at_desk)
    assert [(each["who"]["case_id"], each["why"]) for each in (await chain(at_desk))["stuck"]] == [(case, "no_service")]


async def test_whom_nobody_who_leaves_helps_is_told_so(at_desk: Desk) -> None:
    case = await packaged(at_desk)
    await asked(at_desk, case, await a_service(at_desk, usable=0))
    [stuck] = (await chain(at_desk, f"?case_id={case}"))["stuck"]
    assert stuck["why"] == "nobody_leaves"
    assert stuck["words"] == "Nobody is expected to leave a service that could take them"
