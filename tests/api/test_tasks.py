"""Tasks over HTTP: they follow the case, are taken step by step, and stand on the list of whose work they are."""

from typing import Any
from uuid import uuid4

import pytest

from app.domain.values import Role
from tests.api.desk import HUB, MANAGER, NURSE, SLOT, Desk, refusal, twice

HOME = {"needed": "P1", "given": "P1"}
GLASSES = {"words": "Find her glasses.", "owner": "hospital", "role": "ward_nurse", "kind": "stop", "precedes": "leave"}


async def tasks_of(desk: Desk, case: str) -> dict[str, dict[str, Any]]:
    """The tasks of a case by code; one raised by hand by its words."""
    page = (await desk.get(f"/cases/{case}")).json()
    return {task["code"] or task["words"]: task for task in page["tasks"]}


async def card(desk: Desk, case: str) -> dict[str, Any]:
    rows = (await desk.get(f"/cases?scope={desk.place.hub}")).json()["rows"]
    found: dict[str, Any] = next(row for row in rows if row["id"] == case)
    return found


async def step(desk: Desk, case: str, task: dict[str, Any], what: str, role: Role = HUB, **more: Any) -> Any:
    path = f"/cases/{case}/tasks/{task['task_id']}/{what}"
    return await desk.put(path, {"step_id": str(uuid4())} | more, role)


async def listed(desk: Desk, query: str, role: Role = NURSE) -> list[dict[str, Any]]:
    answer = await desk.get(f"/tasks?{query}", role)
    assert answer.status_code == 200
    return list(answer.json()["tasks"])


async def test_an_accepted_case_has_its_tasks_and_those_of_its_pathway(here: Desk) -> None:
    case, _ = await here.planning()
    assert {"C07", "C08"} <= set(await tasks_of(here, case))
    assert "A8" not in await tasks_of(here, case)
    await here.put(f"/cases/{case}/pathway", HOME)
    tasks = await tasks_of(here, case)
    assert (tasks["A8"]["before"], tasks["A8"]["kind"], tasks["A8"]["stops_leaving"]) == ("leave", "stop", True)
    assert (tasks["A3"]["state"], tasks["A3"]["by_fact"]) == ("done", True)
    assert tasks["C08"]["owner_name"] is not None


async def test_a_task_is_due_by_the_slot_and_moves_with_it(here: Desk) -> None:
    case, _ = await here.planning()
    planned = await here.put(f"/cases/{case}/leaving", SLOT)
    assert (await tasks_of(here, case))["C08"]["due_at"] == "2030-11-27T08:00:00Z"
    later = SLOT | {"leave_at": "2030-11-28T10:00:00Z", "reason": "transport"}
    moved = await here.put(f"/cases/{case}/leaving", later, If_Match=planned.headers["etag"])
    assert moved.status_code == 200
    assert (await tasks_of(here, case))["C08"]["due_at"] == "2030-11-28T08:00:00Z"


async def test_a_task_is_due_by_the_expected_date_that_the_ward_says(here: Desk) -> None:
    case, spell = await here.planning()
    assert (await tasks_of(here, case))["C04"]["due_at"] is None
    told = await here.put(f"/spells/{spell}/expected-discharge", {"expected_on": "2030-12-04"}, NURSE)
    assert told.status_code == 200
    assert (await tasks_of(here, case))["C04"]["due_at"].startswith("2030-12-02")


async def test_a_task_is_finished_once_and_leaves_its_list(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/leaving", SLOT)  # who leaves first stands first, and the list is not endless
    letter = (await tasks_of(here, case))["C08"]
    assert letter["task_id"] in {each["task_id"] for each in await listed(here, "list=ward")}
    assert await twice(here, f"/cases/{case}/tasks/{letter['task_id']}/completion", {"step_id": str(uuid4())}) == [1, 0]
    assert (await tasks_of(here, case))["C08"]["state"] == "done"
    assert letter["task_id"] not in {each["task_id"] for each in await listed(here, "list=ward")}
    assert (await step(here, case, letter, "reopening")).json()["recorded"] == 1
    assert letter["task_id"] in {each["task_id"] for each in await listed(here, "list=ward")}


async def test_a_list_begins_with_who_leaves_first_and_says_whose_task_it_is(here: Desk) -> None:
    late, _ = await here.planning()
    early, _ = await here.planning()
    for case, day in ((late, "28"), (early, "27")):
        await here.put(f"/cases/{case}/leaving", SLOT | {"leave_at": f"2030-11-{day}T10:00:00Z"})
    found = await listed(here, f"list=pharmacy&ward_id={here.place.ward}")
    ours = [each for each in found if each["code"] == "C07" and each["case_id"] in (late, early)]
    assert [each["case_id"] for each in ours] == [early, late]
    assert (ours[0]["name"], ours[0]["bed"], ours[0]["due_at"]) == ("EXAMPLE, Ada", "A1-01", "2030-11-27T08:00:00Z")
    before = await listed(here, "list=pharmacy&leaves_before=2030-11-27T12:00:00Z")
    assert early in {each["case_id"] for each in before}
    assert late not in {each["case_id"] for each in before}
    assert await listed(here, f"list=pharmacy&owner_id={uuid4()}") == []


async def test_the_card_says_what_is_next_what_is_asked_of_the_ward_and_what_is_ready(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/leaving", SLOT)
    work = (await card(here, case))["work"]
    assert work["ward"]["count"] > 3
    assert work["ticks"]["letter"] is False
    await step(here, case, (await tasks_of(here, case))["C08"], "completion")
    after = (await card(here, case))["work"]
    assert (after["ticks"]["letter"], after["stops"]) == (True, work["stops"] - 1)


async def test_a_ward_discharge_is_ready_to_leave_once_every_stop_is_done_or_not_needed(here: Desk) -> None:
    case, _ = await here.planning()
    packaged = {"before": {"help": ["package_active"]}}
    assert (await here.put(f"/cases/{case}/amendment", packaged)).status_code == 200
    decided = await here.put(f"/cases/{case}/pathway", {"needed": "P0", "given": "P0", "restart": "package_same_level"})
    assert decided.status_code == 200, decided.json()
    assert (await card(here, case))["stage"] == "planning"
    stops = [task for task in (await tasks_of(here, case)).values() if task["stops_leaving"]]
    for task in stops[1:]:
        assert (await step(here, case, task, "completion")).status_code == 200
    assert (await card(here, case))["stage"] == "planning"
    await step(here, case, stops[0], "dismissal", why="not_for_this_person")
    assert (await card(here, case))["stage"] == "ready_to_leave"


async def test_a_task_raised_by_hand_is_given_begun_and_said_in_the_timeline(here: Desk) -> None:
    case, _ = await here.planning()
    task = str(uuid4())
    assert await twice(here, f"/cases/{case}/tasks/{task}", GLASSES) == [1, 0]
    asked = (await tasks_of(here, case))["Find her glasses."]
    assert asked["stops_leaving"] is True
    given = await step(here, case, asked, "assignment", assigned_to=str(here.place.staff[Role.CASE_MANAGER]))
    begun = await step(here, case, asked, "start", NURSE)
    assert [answer.json()["recorded"] for answer in (given, begun)] == [1, 1]
    lines = [line["words"] for line in (await here.get(f"/cases/{case}")).json()["timeline"]]
    assert "Task “Find her glasses.”: begun." in lines
    other, _ = await here.planning()
    assert refusal(await here.put(f"/cases/{other}/tasks/{task}", GLASSES)) == (409, "task-sent-before")


async def test_another_organisations_task_is_refused(here: Desk) -> None:
    case, _ = await here.planning()
    other = str(uuid4())
    body = {"code": "ZZ99", "name": "Elsewhere", "kind": "provider"}
    assert (await here.put(f"/organisations/{other}", body, MANAGER)).status_code == 200
    stranger = str(uuid4())
    named = {"username": f"sam-{stranger}", "password": "only-for-tests", "name": "Sam Far"}
    work = {"role": "ward_nurse", "organisation_id": other, "ward_ids": []}
    assert (await here.put(f"/staff/{stranger}", named | work, MANAGER)).status_code == 200
    signed_in = {"username": named["username"], "password": named["password"]}
    opened = await here.client.post("/sign-in", data=signed_in)
    here.client.cookies.clear()
    letter = (await tasks_of(here, case))["C08"]
    answer = await here.client.put(
        f"/api/v1/cases/{case}/tasks/{letter['task_id']}/completion",
        json={"step_id": str(uuid4())},
        headers={"Cookie": f"homeward_session={opened.cookies['homeward_session']}"},
    )
    assert refusal(answer) == (409, "another-organisations-task")


@pytest.mark.parametrize(
    ("what", "more", "code"),
    [
        ("dismissal", {"why": "other"}, "why-not-needed-in-words"),
        ("assignment", {"assigned_to": "00000000-0000-4000-8000-00000000000f"}, "not-on-the-roster"),
    ],
)
async def test_a_step_that_is_refused_changes_nothing(here: Desk, what: str, more: dict[str, Any], code: str) -> None:
    case, _ = await here.planning()
    letter, head = (await tasks_of(here, case))["C08"], await here.head()
    assert refusal(await step(here, case, letter, what, **more)) == (409, code)
    assert await here.head() == head
