"""A home that somebody typed: with an admission by hand, and corrected later; it leads to a hub at once."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.api.erasing import erase_person
from app.domain.values import PersonId, Role
from tests.api.desk import HUB, MANAGER, NURSE, Desk, refusal
from tests.api.test_reference import load_all

TYPED = {"address": ["4 Beck Lane", "Northmoor"], "postcode": "ZZ97 1AB", "practice": "ZZ7001"}
MOVED = {"address": ["1 Fell Row"], "postcode": "ZZ97 8AB"}


@pytest.fixture
async def moor(at_desk: Desk) -> Desk:
    """A desk in a system with the small country's tables."""
    await load_all(at_desk)
    return at_desk


async def home(desk: Desk, spell: str) -> dict[str, Any]:
    found: dict[str, Any] = (await desk.get(f"/spells/{spell}/home", NURSE)).json()
    return found


async def test_what_is_typed_at_an_admission_is_kept_in_normal_form_and_leads_to_the_hub(moor: Desk) -> None:
    spell = await moor.admitted(address=["4 Beck Lane", "Northmoor"], postcode="zz971ab", practice="zz 7001")
    kept = await home(moor, spell)
    assert {name: kept[name] for name in TYPED} == TYPED
    assert (kept["routing"]["answer"], kept["routing"]["hub_id"]) == ("routed", str(moor.place.hub))


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("postcode", "Northmoor", "This is not a postcode"),
        ("practice", "Beck Surgery!", "This is not a code"),
        ("address", ["x"] * 7, "Choose at most 6"),
    ],
)
async def test_what_is_no_postcode_or_practice_is_refused_at_its_field(
    here: Desk, field: str, typed: Any, words: str
) -> None:
    head = await here.head()
    by_hand = await here.put(f"/spells/{uuid4()}", here.admission(**{field: typed}), NURSE)
    corrected = await here.put(f"/spells/{uuid4()}/home", {field: typed}, NURSE)
    for answer, path in ((by_hand, f"person.{field}"), (corrected, field)):
        assert refusal(answer) == (422, "wrong-shape")
        [error] = answer.json()["errors"]
        assert (error["field"], error["words"].startswith(words)) == (path, True)
    assert await here.head() == head


async def test_a_home_is_corrected_by_ward_and_hub_and_the_same_again_records_nothing(moor: Desk) -> None:
    spell = await moor.admitted(**TYPED)
    etag = (await home(moor, spell))["etag"]
    told = await moor.put(f"/spells/{spell}/home", MOVED, NURSE, If_Match=etag)
    assert (told.status_code, told.json()["recorded"]) == (200, 1)

    kept = await home(moor, spell)
    assert (kept["address"], kept["postcode"], kept["practice"]) == (["1 Fell Row"], "ZZ97 8AB", None)
    assert (kept["routing"]["answer"], kept["etag"]) == ("out_of_area", told.headers["etag"])
    again = await moor.put(f"/spells/{spell}/home", MOVED, NURSE, If_Match=etag)
    assert (again.status_code, again.json()["recorded"], again.headers["etag"]) == (200, 0, kept["etag"])
    back = await moor.put(f"/spells/{spell}/home", TYPED, HUB, If_Match=kept["etag"])
    assert (back.status_code, back.json()["recorded"]) == (200, 1)


async def test_nobodys_correction_overwrites_another_that_was_not_seen(here: Desk) -> None:
    spell = await here.admitted(**TYPED)
    seen = (await home(here, spell))["etag"]
    assert refusal(await here.put(f"/spells/{spell}/home", MOVED, NURSE)) == (428, "match-required")
    assert (await here.put(f"/spells/{spell}/home", MOVED, NURSE, If_Match=seen)).status_code == 200

    late = await here.put(f"/spells/{spell}/home", {"postcode": "ZZ97 2AB"}, HUB, If_Match=seen)

    kept = await home(here, spell)
    assert refusal(late) == (412, "match-failed")
    assert (late.json()["current"], kept["postcode"]) == (kept["etag"], "ZZ97 8AB")


async def test_the_case_says_where_the_home_belongs_today(moor: Desk) -> None:
    spell, case = await moor.admitted(**TYPED), str(uuid4())
    await moor.put(f"/cases/{case}/referral", moor.referral(spell), NURSE)
    shown = (await moor.get(f"/cases/{case}")).json()["home"]
    assert (shown["routing"]["council"]["name"], shown["routing"]["locality"]) == ("Moor Council", "North")

    await moor.put(f"/spells/{spell}/home", MOVED, NURSE, If_Match=shown["etag"])
    shown = (await moor.get(f"/cases/{case}")).json()["home"]
    assert (shown["routing"]["out_of_area"], shown["routing"]["contact"]) == (True, "Fell duty desk, 01632 960300")
    assert shown == await home(moor, spell)


async def test_a_manager_or_a_service_corrects_nobodys_home(here: Desk) -> None:
    spell = await here.admitted(**TYPED)
    etag = (await home(here, spell))["etag"]
    for role in (MANAGER, Role.PROVIDER):
        assert refusal(await here.put(f"/spells/{spell}/home", MOVED, role, If_Match=etag)) == (403, "not-allowed")


async def test_a_home_ends_at_the_system_and_with_an_erasure(here: Desk, elsewhere: Desk) -> None:
    theirs = await elsewhere.admitted(**TYPED)
    assert refusal(await here.put(f"/spells/{theirs}/home", MOVED, NURSE, If_Match='"1"')) == (404, "not-known")

    person = PersonId(UUID((await elsewhere.get(f"/spells/{theirs}")).json()["person"]["person_id"]))
    place, by = elsewhere.place, elsewhere.place.by(Role.MANAGER)
    await erase_person(place.database, place.hints, place.system, person, by=by, at=datetime.now(UTC))
    assert refusal(await elsewhere.put(f"/spells/{theirs}/home", MOVED, NURSE, If_Match='"1"')) == (404, "not-known")
    assert (await home(elsewhere, theirs))["address"] == []
