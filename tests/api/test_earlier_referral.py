"""A new referral is offered what the person's latest closed case says, with the day on which each field was said."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from app.domain.local_time import local_date
from tests.api.desk import HUB, LATER, NURSE, Desk, refusal

SAID: dict[str, Any] = {
    "person": {"going_to": "with_family", "words": "Her niece's."},
    "before": {"lives": "alone", "help": ["package_active"], "provider": "Ambleford Care"},
    "function": {"walking": {"before": "alone", "now": "one_person"}},
}
NUMBER = {"hospital_number": "H70001"}


async def closed(here: Desk, **said: Any) -> str:
    """The id of a case that was referred so, and is over as is its stay."""
    case, spell = str(uuid4()), await here.admitted(**NUMBER)
    assert (await here.put(f"/cases/{case}/referral", here.referral(spell, **said), NURSE)).status_code == 200
    assert (await here.put(f"/spells/{spell}/end", {"how": "discharged", "at": LATER}, NURSE)).status_code == 200
    closure = {"closure_id": str(uuid4()), "outcome": "settled"}
    assert (await here.put(f"/cases/{case}/closure", closure, HUB)).status_code == 200
    return case


async def test_what_may_still_be_true_is_offered_and_is_no_answer(here: Desk) -> None:
    case = await closed(here, **SAID)
    spell = await here.admitted(**NUMBER)

    offered = (await here.get(f"/spells/{spell}/earlier-referral", NURSE)).json()

    assert (offered["case_id"], offered["said_on"]) == (
        case,
        dict.fromkeys(SAID, local_date(datetime.now(UTC)).isoformat()),
    )
    assert offered["form"]["person"] == SAID["person"]
    assert offered["form"]["before"]["provider"] == "Ambleford Care"
    assert offered["form"]["function"]["walking"] == {"before": "alone", "now": None}
    assert offered["form"]["why_in_hospital"] is offered["form"]["needs"] is None
    assert (await here.get(f"/spells/{spell}/referral-draft", NURSE)).json() is None


async def test_nothing_is_offered_where_no_closed_case_says_anything_that_lasts(here: Desk) -> None:
    spell = await here.admitted(hospital_number="H70002")
    path = f"/spells/{spell}/earlier-referral"
    assert await nothing(here, path)
    live = here.referral(spell, **SAID)
    assert (await here.put(f"/cases/{uuid4()}/referral", live, NURSE)).status_code == 200
    assert await nothing(here, path)


async def test_it_ends_at_the_system_and_is_for_the_ward(here: Desk, elsewhere: Desk) -> None:
    await closed(elsewhere, **SAID)
    spell = await elsewhere.admitted(**NUMBER)
    path = f"/spells/{spell}/earlier-referral"
    assert (await elsewhere.get(path, NURSE)).status_code == 200
    assert await nothing(here, path)
    assert refusal(await elsewhere.get(path, HUB)) == (403, "not-allowed")


async def nothing(desk: Desk, path: str) -> bool:
    answer = await desk.get(path, NURSE)
    return answer.status_code == 200 and answer.json() is None
