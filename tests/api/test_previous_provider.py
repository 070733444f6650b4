"""The previous provider first over HTTP: who is proposed, why, and that asking others first has a reason."""

from typing import Any
from uuid import uuid4

from tests.api.desk import HUB, NURSE, PROVIDER, Desk, refusal
from tests.api.finding import a_service, done, packaged


async def named(here: Desk, case: str, provider: str) -> None:
    """The referral says who gave care before."""
    before = {"before": {"help": ["package_paused"], "provider": provider}}
    await done(await here.put(f"/cases/{case}/amendment", before, NURSE))


async def proposed(here: Desk, case: str) -> Any:
    return (await here.get(f"/cases/{case}/requests")).json()["previous"]


async def ask(here: Desk, case: str, round_: str, *services: str, **more: str) -> Any:
    return await here.put(f"/cases/{case}/requests/{uuid4()}", {"round": round_, "services": [*services], **more})


async def test_who_gave_care_before_is_proposed_first_and_others_first_need_a_reason(at_desk: Desk) -> None:
    before, other = await a_service(at_desk, of_another=True), await a_service(at_desk)
    case = await packaged(at_desk)
    assert await proposed(at_desk, case) is None
    await named(at_desk, case, f"SERVICE {before}, twice a day")
    known = await proposed(at_desk, case)
    assert known["service_id"] == before
    assert known["words"] == "named in the referral as who gave care before"
    refused = await ask(at_desk, case, "broadcast", other, before)
    assert refusal(refused) == (409, "previous-provider-first")
    assert refused.json()["service_id"] == before
    why = "They gave notice last week."
    await done(await ask(at_desk, case, "broadcast", other, words=why))
    assert (await at_desk.get(f"/cases/{case}/requests")).json()["requests"][0]["words"] == why
    assert why in str((await at_desk.get(f"/cases/{case}")).json()["timeline"])


async def test_once_asked_they_are_proposed_no_more(at_desk: Desk) -> None:
    before, other, case = await a_service(at_desk), await a_service(at_desk, of_another=True), await packaged(at_desk)
    await named(at_desk, case, f"Service {before}")
    await done(await ask(at_desk, case, "previous_first", before, other))
    assert await proposed(at_desk, case) is None
    assert refusal(await at_desk.get(f"/cases/{case}/requests", PROVIDER)) == (403, "not-allowed")


async def test_where_the_hubs_list_says_otherwise_nobody_comes_first(at_desk: Desk) -> None:
    before, other, case = await a_service(at_desk), await a_service(at_desk, of_another=True), await packaged(at_desk)
    await named(at_desk, case, f"Service {before}")
    held = (await at_desk.get("/practice/service_lines")).json()
    lines = [line | {"previous_provider_first": False} for line in held["lines"]]
    await done(await at_desk.put("/practice/service_lines", {"lines": lines}, HUB))
    assert await proposed(at_desk, case) is None
    await done(await ask(at_desk, case, "broadcast", other))
