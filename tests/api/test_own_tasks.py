"""A service's own staff read what they have to do, by leaving time, and do it; of others' work they learn nothing."""

from typing import Any
from uuid import uuid4

from tests.api.desk import PROVIDER, Desk, refusal
from tests.api.finding import PERSON, a_service, answer, arrival, asked, done, offer_of, packaged, says

SLOT = {"leave_from": "ward", "going_to": "Own home", "received_by": "Her daughter"}


async def booked(here: Desk, service: str, leave_at: str) -> tuple[str, str]:
    """The ids of a case and of its offer that was confirmed."""
    case = await packaged(here)
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "confirmation", arrival()))
    await done(await here.put(f"/cases/{case}/leaving", SLOT | {"leave_at": leave_at}))
    return case, offer


async def own(here: Desk) -> list[dict[str, Any]]:
    read = await here.get("/tasks", PROVIDER)
    assert read.status_code == 200
    tasks: list[dict[str, Any]] = read.json()["tasks"]
    return tasks


async def test_a_service_reads_its_own_tasks_who_leaves_first_and_does_them(at_desk: Desk) -> None:
    here, service = at_desk, await a_service(at_desk, usable=2)
    late, _ = await booked(here, service, "2030-11-28T10:00:00Z")
    early, _ = await booked(here, service, "2030-11-27T10:00:00Z")
    await packaged(here)
    tasks = await own(here)
    assert {each["owner"] for each in tasks} == {"service"}
    told = [each for each in tasks if each["code"] == "A8"]
    assert [each["case_id"] for each in told] == [early, late]
    assert (told[0]["name"], told[0]["bed"], told[0]["ward_id"]) == (
        f"{PERSON['family'].upper()}, {PERSON['given']}",
        None,
        None,
    )
    path = f"/cases/{early}/tasks/{told[0]['task_id']}"
    await done(await here.put(f"{path}/start", {"step_id": str(uuid4())}, PROVIDER))
    assert [each["state"] for each in await own(here) if each["task_id"] == told[0]["task_id"]] == ["started"]
    await done(await here.put(f"{path}/completion", {"step_id": str(uuid4())}, PROVIDER))
    assert told[0]["task_id"] not in {each["task_id"] for each in await own(here)}


async def test_arrival_and_first_contact_are_said_with_their_time_and_not_merely_ticked(at_desk: Desk) -> None:
    here, service = at_desk, await a_service(at_desk)
    await booked(here, service, "2030-11-27T10:00:00Z")
    said = {"C16", "C17"}
    assert said <= {each["code"] for each in (await here.get("/tasks")).json()["tasks"]}
    assert not said & {each["code"] for each in await own(here)}


async def test_before_its_yes_and_after_its_start_failed_a_service_has_no_work(at_desk: Desk) -> None:
    here, service = at_desk, await a_service(at_desk)
    case = await packaged(here)
    offer = offer_of(await asked(here, case, service), service)
    await done(await says(here, offer, "interest", answer(), PROVIDER))
    assert await own(here) == []
    await done(await says(here, offer, "confirmation", arrival(), PROVIDER))
    [task] = [each for each in await own(here) if each["code"] == "A8"]
    await done(await says(here, offer, "failed-start", answer(words="Two carers are ill."), PROVIDER))
    assert await own(here) == []
    step = await here.put(f"/cases/{case}/tasks/{task['task_id']}/completion", {"step_id": str(uuid4())}, PROVIDER)
    assert refusal(step) == (409, "another-organisations-task")


async def test_the_work_of_another_organisation_is_not_told(at_desk: Desk) -> None:
    here, theirs = at_desk, await a_service(at_desk, of_another=True)
    case, _ = await booked(here, theirs, "2030-11-27T10:00:00Z")
    assert await own(here) == []
    [task] = [each for each in (await here.get(f"/cases/{case}")).json()["tasks"] if each["code"] == "A8"]
    step = await here.put(f"/cases/{case}/tasks/{task['task_id']}/start", {"step_id": str(uuid4())}, PROVIDER)
    assert refusal(step) == (409, "another-organisations-task")
