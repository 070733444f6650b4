"""Keep or release over HTTP: who is asked answers for what it holds, once; the hub for anybody."""

from typing import Any
from uuid import uuid4

from app.domain.values import Role
from tests.api.desk import HUB, NURSE, SLOT, Desk, refusal, twice
from tests.api.finding import a_service, answer, arrival, done, offer_of, packaged, soon

PROVIDER = Role.PROVIDER
LATER = SLOT | {"leave_at": "2030-11-28T10:00:00Z", "reason": "transport"}


async def asked(here: Desk) -> tuple[str, str, str]:
    """A case with a booking and the letter done, whose slot has moved: its id, the offer's and the task's."""
    case, service, request = await packaged(here), await a_service(here), str(uuid4())
    await done(await here.put(f"/cases/{case}/requests/{request}", {"round": "broadcast", "services": [service]}, HUB))
    offer = offer_of(request, service)
    await done(await here.put(f"/offers/{offer}/confirmation", arrival(), PROVIDER))
    page = (await here.get(f"/cases/{case}")).json()
    [letter] = [task["task_id"] for task in page["tasks"] if task["code"] == "C08"]
    await done(await here.put(f"/cases/{case}/tasks/{letter}/completion", {"step_id": str(uuid4())}, NURSE))
    planned = await here.put(f"/cases/{case}/leaving", SLOT, HUB)
    await done(await here.put(f"/cases/{case}/leaving", LATER, HUB, If_Match=planned.headers["etag"]))
    return case, offer, letter


async def holders(here: Desk, case: str) -> dict[str, dict[str, Any]]:
    """Who holds what, by what it is."""
    return {each["kind"]: each for each in (await here.get(f"/cases/{case}")).json()["holders"]}


async def test_each_keeps_what_it_holds_until_it_says_and_saying_it_again_changes_nothing(here: Desk) -> None:
    case, offer, letter = await asked(here)
    assert {each["cause"] for each in (await holders(here, case)).values()} == {"slot_moved"}
    keep = answer(answer="keep", until=soon(20), words="The same two carers.")
    by_desk = answer(answer="keep", until=soon(9))
    assert await twice(here, f"/offers/{offer}/keep-or-release", keep, PROVIDER) == [1, 0]
    assert await twice(here, f"/cases/{case}/tasks/{letter}/keep-or-release", by_desk, NURSE) == [1, 0]
    held = await holders(here, case)
    assert {each["cause"] for each in held.values()} == {None}
    assert held["service"]["kept_until"] is not None
    [card] = [row for row in (await here.get("/offers", PROVIDER)).json()["rows"] if row["id"] == offer]
    assert (card["question"], card["kept_until"] is not None) == (None, True)


async def test_what_is_released_is_free_or_to_be_done_again(here: Desk) -> None:
    case, offer, letter = await asked(here)
    [line] = [task for task in (await here.get("/tasks?list=ward", NURSE)).json()["tasks"] if task["task_id"] == letter]
    assert (line["state"], line["question"]) == ("done", "slot_moved")
    gone, anew = answer(answer="release"), answer(answer="release")
    assert await twice(here, f"/offers/{offer}/keep-or-release", gone, HUB) == [2, 0]
    assert await twice(here, f"/cases/{case}/tasks/{letter}/keep-or-release", anew, NURSE) == [2, 0]
    assert await holders(here, case) == {}
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["case"]["stage"], page["case"]["holders"]) == ("planning", None)
    late = await here.put(f"/offers/{offer}/keep-or-release", answer(answer="release"), HUB)
    assert refusal(late) == (409, "nobody-asks")


async def test_a_service_of_another_organisation_and_an_answer_without_an_end_are_refused(here: Desk) -> None:
    case, offer, letter = await asked(here)
    endless = await here.put(f"/offers/{offer}/keep-or-release", answer(answer="keep"), PROVIDER)
    assert refusal(endless) == (409, "kept-until-when")
    not_theirs = await here.put(f"/offers/{letter}/keep-or-release", answer(answer="release"), PROVIDER)
    assert not_theirs.status_code == 404
    place_as_task = await here.put(f"/cases/{case}/tasks/{offer}/keep-or-release", answer(answer="release"), HUB)
    assert place_as_task.status_code == 404
    malformed = await here.put(f"/offers/{offer}/keep-or-release", answer(answer="perhaps"), PROVIDER)
    assert malformed.status_code == 422


async def test_of_a_case_that_is_closed_a_desk_is_asked_answers_and_is_done_with(here: Desk) -> None:
    case, _, letter = await asked(here)
    await done(await here.put(f"/cases/{case}/closure", {"outcome": "no_longer_needed"}, HUB))
    assert {kind: each["cause"] for kind, each in (await holders(here, case)).items()} == {"letter": "case_closed"}

    async def listed() -> list[tuple[str, str]]:
        tasks = (await here.get("/tasks?list=ward", NURSE)).json()["tasks"]
        return [(task["task_id"], task["question"]) for task in tasks if task["case_id"] == case]

    assert await listed() == [(letter, "case_closed")]
    gone = answer(answer="release")
    assert await twice(here, f"/cases/{case}/tasks/{letter}/keep-or-release", gone, NURSE) == [2, 0]
    assert (await holders(here, case), await listed()) == ({}, [])
