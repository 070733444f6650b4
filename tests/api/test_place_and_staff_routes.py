"""Organisations, sites, wards, hubs, services and staff over HTTP: put, put again, changed, refused."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.sessions import use_ticket
from app.access.tables import account
from app.events.loading import everywhere, load
from tests.api.desk import LATER, MANAGER, Desk, refusal


def bodies(here: Desk) -> dict[str, dict[str, Any]]:
    """A body of each kind of place; its code is its own."""
    code, trust = uuid4().hex[:8], str(here.place.trust)
    return {
        "organisations": {"code": code, "name": "Southmoor Council", "kind": "council"},
        "sites": {"code": code, "name": "Southmoor Royal", "organisation_id": trust},
        "wards": {"code": code, "name": "Elm", "site_id": str(here.place.site), "beds": ["E2", "E1"]},
        "hubs": {"name": "Southmoor hub", "organisation_id": trust},
        "services": {"name": "Reablement East", "organisation_id": trust, "line": "reab", "pathway": "P1"},
        "staff": {
            "username": f"priya-{code}",
            "password": " spaces count ",
            "name": "Priya Shah",
            "role": "case_manager",
            "organisation_id": trust,
            "hub_id": str(here.place.hub),
            "ward_ids": [],
        },
    }


@pytest.mark.parametrize("kind", ["organisations", "sites", "wards", "hubs", "services", "staff"])
async def test_a_place_is_added_once_and_changed_when_it_is_told_otherwise(here: Desk, kind: str) -> None:
    body, path = bodies(here)[kind], f"/{kind}/{uuid4()}"
    change = {"role": "hub_lead"} if kind == "staff" else {"name": "Another name"}
    answers = [await here.put(path, told, MANAGER, If_Match='"5"') for told in (body, body, body | change)]
    assert [(answer.status_code, answer.json()["recorded"]) for answer in answers] == [(200, 1), (200, 0), (200, 1)]
    assert [answer.headers["etag"] for answer in answers] == [f'"{answer.json()["version"]}"' for answer in answers]


@pytest.mark.parametrize(
    ("kind", "parent", "code"),
    [
        ("sites", "organisation_id", "organisation-not-known"),
        ("wards", "site_id", "site-not-known"),
        ("hubs", "organisation_id", "organisation-not-known"),
        ("services", "organisation_id", "organisation-not-known"),
        ("staff", "organisation_id", "organisation-not-known"),
        ("staff", "hub_id", "hub-not-known"),
    ],
)
async def test_a_place_of_nowhere_is_refused(here: Desk, kind: str, parent: str, code: str) -> None:
    answer = await here.put(f"/{kind}/{uuid4()}", bodies(here)[kind] | {parent: str(uuid4())}, MANAGER)
    assert refusal(answer) == (409, code)


async def test_a_code_that_is_taken_is_refused(here: Desk) -> None:
    body = bodies(here)["organisations"]
    await here.put(f"/organisations/{uuid4()}", body, MANAGER)
    assert refusal(await here.put(f"/organisations/{uuid4()}", body, MANAGER)) == (409, "code-taken")


async def signs_in(here: Desk, username: str, password: str) -> bool:
    answer = await here.client.post("/sign-in", data={"username": username, "password": password})
    here.client.cookies.clear()
    return answer.headers["location"] == "/"


async def test_a_member_of_staff_signs_in_with_the_password_as_it_was_typed(here: Desk) -> None:
    body = bodies(here)["staff"]
    await here.put(f"/staff/{uuid4()}", body, MANAGER)
    assert await signs_in(here, body["username"], " spaces count ")
    assert not await signs_in(here, body["username"], "spaces count")


async def test_who_is_refused_has_no_account(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    await here.put(f"/staff/{staff}", body | {"organisation_id": str(uuid4())}, MANAGER)
    assert not await signs_in(here, body["username"], body["password"])
    async with here.place.database.engine.connect() as connection:
        assert (await connection.execute(select(account).where(account.c.staff_id == staff))).first() is None


async def test_a_sign_in_name_belongs_to_one_person_in_the_whole_installation(here: Desk, elsewhere: Desk) -> None:
    body = bodies(here)["staff"]
    await here.put(f"/staff/{uuid4()}", body, MANAGER)
    for desk in (here, elsewhere):
        head = await desk.head()
        other = bodies(desk)["staff"] | {"username": body["username"]}
        assert refusal(await desk.put(f"/staff/{uuid4()}", other, MANAGER)) == (409, "username-taken")
        assert await desk.head() == head
    assert await signs_in(here, body["username"], body["password"])


async def test_another_name_alone_reaches_the_screens(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    renamed = body | {"name": "Priya Shah-Jones"}
    answers = [await here.put(f"/staff/{staff}", told, MANAGER) for told in (body, renamed, renamed)]
    assert [answer.json()["recorded"] for answer in answers] == [1, 1, 0]
    delta = await load(here.place.database, here.place.system, everywhere("staff"), answers[0].json()["position"])
    assert [row.id for row in delta.rows] == [staff]
    assert "Priya Shah-Jones" in delta.rows[0].text


async def test_another_password_alone_counts_and_records_nothing(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    answers = [await here.put(f"/staff/{staff}", body | {"password": word}, MANAGER) for word in ("old", "new")]
    assert [answer.json()["recorded"] for answer in answers] == [1, 0]
    assert await signs_in(here, body["username"], "new")
    assert not await signs_in(here, body["username"], "old")


async def test_who_leaves_is_off_the_roster_signed_out_and_signs_in_no_more(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    await here.put(f"/staff/{staff}", body, MANAGER)
    form = {"username": body["username"], "password": body["password"]}
    signed_in = await here.client.post("/sign-in", data=form)
    cookie = {"Cookie": f"homeward_session={signed_in.cookies['homeward_session']}"}
    here.client.cookies.clear()
    ticket = (await here.client.post("/api/v1/live/tickets", headers=cookie)).json()["ticket"]
    for recorded in (1, 0):
        answer = await here.put(f"/staff/{staff}/leaving", {"left_at": LATER}, MANAGER)
        assert (answer.status_code, answer.json()["recorded"]) == (200, recorded)
    assert (await here.client.get("/api/v1/me", headers=cookie)).status_code == 401
    assert await use_ticket(here.place.database, ticket) is None
    assert not await signs_in(here, body["username"], body["password"])
    assert (await here.put(f"/staff/{staff}", body, MANAGER)).json()["recorded"] == 1
    assert await signs_in(here, body["username"], body["password"])


async def test_nobody_takes_themselves_off_the_roster(here: Desk) -> None:
    me = here.place.staff[MANAGER]
    assert refusal(await here.put(f"/staff/{me}/leaving", {"left_at": LATER}, MANAGER)) == (409, "not-yourself")
    assert (await here.get("/me", MANAGER)).status_code == 200


async def test_who_was_never_here_cannot_leave(here: Desk) -> None:
    answer = await here.put(f"/staff/{uuid4()}/leaving", {"left_at": LATER}, MANAGER)
    assert refusal(answer) == (404, "not-known")


async def test_a_change_that_is_refused_leaves_the_account_as_it_was(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    await here.put(f"/staff/{staff}", body, MANAGER)
    refused = body | {"password": "another", "hub_id": str(uuid4())}
    assert refusal(await here.put(f"/staff/{staff}", refused, MANAGER)) == (409, "hub-not-known")
    assert await signs_in(here, body["username"], body["password"])
    assert not await signs_in(here, body["username"], "another")


async def test_another_role_counts_at_once_for_who_is_signed_in(here: Desk) -> None:
    body, staff = bodies(here)["staff"], uuid4()
    await here.put(f"/staff/{staff}", body, MANAGER)
    signed_in = await here.client.post("/sign-in", data={"username": body["username"], "password": body["password"]})
    cookie = {"Cookie": f"homeward_session={signed_in.cookies['homeward_session']}"}
    here.client.cookies.clear()
    await here.put(f"/staff/{staff}", body | {"role": "provider"}, MANAGER)
    assert (await here.client.get("/api/v1/me", headers=cookie)).json()["role"] == "provider"
    assert (await here.client.get(f"/api/v1/cases/{uuid4()}", headers=cookie)).status_code == 403
