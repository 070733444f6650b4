"""Two systems share an installation and nothing else; what may be the same in both is two things.

That no route and no screen shows or takes up anything of another is walked in `test_nothing_of_another_system`.
"""

from dataclasses import dataclass
from uuid import uuid4

import pytest

from app.domain.values import Role
from tests.api.desk import HUB, LATER, MANAGER, NURSE, Desk
from tests.facts import an_nhs_number


@dataclass(frozen=True)
class Theirs:
    """What the other system holds: a case with everything on it, and the words that must never be seen here."""

    ids: dict[str, str]
    nhs_number: str


@pytest.fixture(scope="module")
async def theirs(elsewhere: Desk) -> Theirs:
    """A case of the other system."""
    nhs = an_nhs_number()
    spell, case = await elsewhere.admitted(family="Canary", nhs_number=nhs), str(uuid4())
    await elsewhere.put(f"/cases/{case}/referral", elsewhere.referral(spell, words="canary words"), NURSE)
    await elsewhere.put(f"/cases/{case}/acceptance", elsewhere.manager())
    place = elsewhere.place
    ids = {
        "case_id": case,
        "spell_id": spell,
        "review_id": str(uuid4()),
        "ward_id": str(place.ward),
        "hub_id": str(place.hub),
        "site_id": str(place.site),
        "organisation_id": str(place.trust),
        "staff_id": str(place.staff[HUB]),
        "case_manager": str(place.staff[Role.CASE_MANAGER]),
        "scope": str(place.hub),
    }
    return Theirs(ids, nhs)


async def test_a_search_ends_at_the_system(here: Desk, theirs: Theirs) -> None:
    for words in (theirs.nhs_number, "Canary"):
        assert (await here.post("/people/search", {"words": words})).json()["people"] == []


@pytest.mark.parametrize("borrowed", ["hub_id", "spell_id"])
async def test_a_referral_borrows_nothing_from_another_system(here: Desk, theirs: Theirs, borrowed: str) -> None:
    told = here.referral(await here.admitted()) | {borrowed: theirs.ids[borrowed]}
    head = await here.head()
    answer = await here.put(f"/cases/{uuid4()}/referral", told, NURSE)
    assert answer.status_code == 409
    assert await here.head() == head


async def test_a_case_manager_and_a_ward_of_another_system_are_refused(here: Desk, theirs: Theirs) -> None:
    case, spell = await here.referred()
    manager = {"case_manager": theirs.ids["case_manager"]}
    assert (await here.put(f"/cases/{case}/acceptance", manager)).status_code == 409
    move = {"ward_id": theirs.ids["ward_id"], "bed": "1", "at": LATER}
    assert (await here.put(f"/spells/{spell}/bed", move, NURSE)).status_code == 409


async def test_one_person_in_two_systems_is_two(here: Desk, theirs: Theirs) -> None:
    spell = await here.admitted(family="Okafor", nhs_number=theirs.nhs_number)
    person = (await here.get(f"/spells/{spell}")).json()["person"]
    assert (person["family"], person["nhs_number_verified"]) == ("Okafor", True)


async def test_the_same_ids_made_in_two_systems_are_two_things(here: Desk, elsewhere: Desk, theirs: Theirs) -> None:
    spell, case = theirs.ids["spell_id"], theirs.ids["case_id"]
    before = (await elsewhere.get(f"/cases/{case}")).json()
    assert (await here.put(f"/spells/{spell}", here.admission(given="Ben"), NURSE)).json()["recorded"] == 1
    assert (await here.put(f"/cases/{case}/referral", here.referral(spell), NURSE)).json()["recorded"] == 1
    assert (await here.get(f"/cases/{case}")).json()["person"]["given"] == "Ben"
    council = {"code": uuid4().hex, "name": "Southmoor Council", "kind": "council"}
    assert (await here.put(f"/organisations/{theirs.ids['organisation_id']}", council, MANAGER)).status_code == 200
    assert (await elsewhere.get(f"/cases/{case}")).json() == before
