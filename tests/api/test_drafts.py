"""The draft of a referral: kept for the ward, on any of its computers, until it is sent or the person is erased."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from tests.api.desk import API, CLINICIAN, HUB, LATER, NURSE, Desk, refusal

ANSWERS: dict[str, Any] = {"why_in_hospital": "Fell at", "needs.needs": ["meals"], "function.walking.now": "one_person"}


async def keep(desk: Desk, spell: str, answers: dict[str, Any], role: Role = NURSE, **headers: str) -> httpx.Response:
    return await desk.put(f"/spells/{spell}/referral-draft", {"answers": answers}, role, **headers)


async def read(desk: Desk, spell: str, role: Role = NURSE) -> httpx.Response:
    return await desk.get(f"/spells/{spell}/referral-draft", role)


async def nothing_kept(desk: Desk, spell: str) -> bool:
    answer = await read(desk, spell)
    return (answer.status_code, answer.json()) == (200, None)


async def test_what_one_nurse_filled_in_is_there_for_the_whole_ward(here: Desk) -> None:
    spell = await here.admitted()
    assert await nothing_kept(here, spell)
    assert (await keep(here, spell, ANSWERS)).status_code == 200

    kept = (await read(here, spell, CLINICIAN)).json()

    assert kept["answers"] == ANSWERS
    assert kept["saved_by"] == str(here.place.staff[NURSE])


async def test_a_save_takes_the_place_of_the_one_it_names_and_of_no_other(here: Desk) -> None:
    spell = await here.admitted()
    first = (await keep(here, spell, ANSWERS)).json()
    more = {**ANSWERS, "capacity.state": "no_doubt"}

    assert refusal(await keep(here, spell, more)) == (428, "match-required")
    second = await keep(here, spell, more, If_Match=first["etag"])
    assert second.status_code == 200
    stale = await keep(here, spell, {"why_in_hospital": "Mine"}, CLINICIAN, If_Match=first["etag"])

    assert refusal(stale) == (412, "match-failed")
    assert stale.json()["current"] == second.json()["etag"]
    assert (await read(here, spell)).json()["answers"] == more


async def test_the_same_again_changes_nothing_whatever_it_names(here: Desk) -> None:
    spell = await here.admitted()
    first = (await keep(here, spell, ANSWERS)).json()
    for named in ({}, {"If_Match": '"7"'}, {"If_Match": first["etag"]}):
        again = await keep(here, spell, ANSWERS, CLINICIAN, **named)
        assert (again.status_code, again.json()) == (200, first)


async def test_a_draft_is_discarded_only_as_it_was_seen(here: Desk) -> None:
    spell = await here.admitted()
    etag = (await keep(here, spell, ANSWERS)).json()["etag"]

    async def discard(**headers: str) -> httpx.Response:
        path = f"{API}/spells/{spell}/referral-draft"
        return await here.client.delete(path, headers=await here.headers(NURSE) | headers)

    assert refusal(await discard()) == (428, "match-required")
    assert refusal(await discard(**{"If-Match": '"7"'})) == (412, "match-failed")
    for _ in range(2):
        assert (await discard(**{"If-Match": etag})).status_code == 204
    assert await nothing_kept(here, spell)
    assert refusal(await keep(here, spell, ANSWERS, If_Match=etag)) == (412, "match-failed")


async def test_a_referral_that_was_sent_needs_its_draft_no_longer(here: Desk) -> None:
    spell = await here.admitted()
    await keep(here, spell, ANSWERS)
    assert (await here.put(f"/cases/{uuid4()}/referral", here.referral(spell), NURSE)).status_code == 200
    assert await nothing_kept(here, spell)


async def test_a_referral_that_was_refused_keeps_its_draft(here: Desk) -> None:
    spell = await here.admitted()
    await keep(here, spell, ANSWERS)
    told = here.referral(spell, hub_id=str(uuid4()))
    assert refusal(await here.put(f"/cases/{uuid4()}/referral", told, NURSE)) == (409, "hub-not-known")
    assert (await read(here, spell)).json()["answers"] == ANSWERS


@pytest.mark.parametrize("role", [HUB, Role.MANAGER, Role.PROVIDER])
async def test_only_the_ward_reads_or_writes_it(here: Desk, role: Role) -> None:
    spell = await here.admitted()
    await keep(here, spell, ANSWERS)
    assert refusal(await read(here, spell, role)) == (403, "not-allowed")
    assert refusal(await keep(here, spell, {}, role, If_Match='"1"')) == (403, "not-allowed")


async def test_a_draft_ends_at_the_system(here: Desk, elsewhere: Desk) -> None:
    theirs = await elsewhere.admitted()
    etag = (await keep(elsewhere, theirs, ANSWERS)).json()["etag"]
    assert await nothing_kept(here, theirs)
    assert refusal(await keep(here, theirs, {}, If_Match=etag)) == (404, "not-known")
    assert (await read(elsewhere, theirs)).json()["answers"] == ANSWERS


async def test_a_stay_that_is_over_or_unknown_has_no_draft_to_keep(here: Desk) -> None:
    over = await here.admitted()
    assert (await here.put(f"/spells/{over}/end", {"how": "discharged", "at": LATER}, NURSE)).status_code == 200
    for spell in (over, str(uuid4())):
        assert refusal(await keep(here, spell, ANSWERS)) == (404, "not-known")


async def test_an_erasure_takes_the_draft_and_none_is_kept_of_them_again(here: Desk) -> None:
    spell = await here.admitted()
    etag = (await keep(here, spell, ANSWERS)).json()["etag"]
    person = PersonId(UUID((await here.get(f"/spells/{spell}")).json()["person"]["person_id"]))

    place = here.place
    await erase_person(
        place.database, place.hints, place.system, person, by=place.by(Role.MANAGER), at=datetime.now(UTC)
    )

    assert await nothing_kept(here, spell)
    assert refusal(await keep(here, spell, ANSWERS, If_Match=etag)) == (404, "not-known")


@pytest.mark.parametrize(
    "answers",
    [
        {"Why": "Fell."},
        {"why_in_hospital": "x" * 4_001},
        {"why_in_hospital": "nul\x00"},
        {"why_in_hospital": "half \ud800"},
        {"needs.needs": [{"meals": True}]},
        {f"part_{'x' * n}": "" for n in range(1, 30)} | {"a.b.c.d": ""},
    ],
)
async def test_what_cannot_be_kept_is_refused_in_words(here: Desk, answers: dict[str, Any]) -> None:
    spell = await here.admitted()
    assert refusal(await keep(here, spell, answers)) == (422, "wrong-shape")
