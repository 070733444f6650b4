"""Who is asking, the lists of codes, the search, and the pages' shells."""

from uuid import uuid4

import httpx
import pytest

from app.api.way_back import sign_in_address
from app.domain.values import Role
from tests.api.desk import CLINICIAN, HUB, NURSE, PROVIDER, Desk, refusal
from tests.facts import an_nhs_number

UNKNOWN = "00000000-0000-4000-8000-000000000001"


async def test_the_pages_learn_who_is_asking_and_what_they_may_do(here: Desk) -> None:
    me = (await here.get("/me", CLINICIAN)).json()
    assert (me["name"], me["role"], me["role_words"]) == ("Sam Ward Clinician", "ward_clinician", "Ward clinician")
    assert (me["system_id"], me["system_name"]) == (str(here.place.system), "Test system")
    assert (me["hub_id"], me["ward_ids"]) == (str(here.place.hub), [str(here.place.ward)])
    assert {"review_criteria", "submit_referral", "move_person"} <= set(me["may"])
    assert "accept_referral" not in me["may"]
    may = (await here.get("/me", PROVIDER)).json()["may"]
    assert "confirm_offer" in may
    assert not {"submit_referral", "send_request", "move_person"} & {*may}


async def test_every_code_has_words(here: Desk) -> None:
    codes = (await here.get("/codes", PROVIDER)).json()
    assert {
        "needs",
        "referral_fields",
        "criteria",
        "why_not_home",
        "outcomes",
        "pathways",
        "leave_from",
        "roles",
    } < set(codes)
    assert all(each["words"] for entries in codes.values() for each in entries)
    assert len(codes["criteria"]) == 11
    assert all(each["category"] for each in codes["criteria"])


async def test_a_person_is_found_with_their_stay_and_their_live_case(here: Desk) -> None:
    nhs = an_nhs_number()
    spell, case = await here.admitted(nhs_number=nhs, family="Findable"), str(uuid4())
    [found] = (await here.post("/people/search", {"words": nhs}, NURSE)).json()["people"]
    assert (found["name"], found["nhs_number"], found["spell_id"]) == ("FINDABLE, Ada", nhs, spell)
    assert found["case_id"] is None
    await here.put(f"/cases/{case}/referral", here.referral(spell), NURSE)
    [found] = (await here.post("/people/search", {"words": "findab"}, HUB)).json()["people"]
    assert found["case_id"] == case


async def test_only_an_example_system_shows_sign_ins(client: httpx.AsyncClient) -> None:
    assert refusal(await client.get("/api/v1/example-sign-ins")) == (404, "no-example")


@pytest.mark.parametrize("page", ["/board", "/wards", f"/wards/{UNKNOWN}", f"/cases/{UNKNOWN}"])
async def test_a_page_is_for_who_is_signed_in(here: Desk, page: str) -> None:
    stranger = await here.client.get(page)
    assert (stranger.status_code, stranger.headers["location"]) == (303, sign_in_address(page))
    shown = await here.client.get(page, headers=await here.headers(HUB))
    assert (shown.status_code, shown.headers["cache-control"]) == (200, "no-store")
    assert "{build}" not in shown.text


@pytest.mark.parametrize(
    ("role", "home"), [(HUB, "/board"), (Role.MANAGER, "/board"), (PROVIDER, "/provider"), (NURSE, "/wards/{ward}")]
)
async def test_work_begins_where_the_role_has_it(here: Desk, role: Role, home: str) -> None:
    answer = await here.client.get("/", headers=await here.headers(role))
    assert answer.headers["location"] == home.format(ward=here.place.ward)
    assert (await here.client.get("/")).headers["location"] == "/sign-in"
