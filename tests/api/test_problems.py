"""Whatever goes wrong is a problem in words with a stable code and the headers that every answer carries."""

from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from app.api.problems import handle_problems
from app.domain.values import PersonId
from app.people.registry import erase
from tests.api.desk import Desk, refusal
from tests.api.routes import Route, routes


@pytest.mark.parametrize("route", routes(), ids=str)
async def test_who_is_not_signed_in_is_told_so_by_every_route(client: httpx.AsyncClient, route: Route) -> None:
    for headers in ({}, {"Cookie": "homeward_session=made-up"}, {"Cookie": "homeward_session="}):
        answer = await client.request(route.method, route.path(), json=route.body, headers=headers)
        assert refusal(answer) == (401, "not-signed-in")


@pytest.mark.parametrize("route", routes(), ids=str)
async def test_a_wrong_method_is_a_405_that_says_which_is_right(client: httpx.AsyncClient, route: Route) -> None:
    answer = await client.request("PATCH", route.path())
    assert refusal(answer) == (405, "method-not-allowed")
    assert answer.headers["allow"]


async def test_an_address_with_nothing_behind_it_is_a_404(here: Desk) -> None:
    assert refusal(await here.get("/nothing")) == (404, "not-found")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/sign-in", "/api/v1/me", "/api/v1/nothing", "/cases/one"])
async def test_every_answer_carries_the_headers_that_keep_a_browser_safe(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert headers["strict-transport-security"]


async def test_a_fault_of_our_own_is_a_500_in_words_that_tell_nothing_of_it() -> None:
    app = FastAPI()
    handle_problems(app)

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("canary")

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
        answer = await client.get("/broken")
    assert refusal(answer) == (500, "fault")
    assert "canary" not in answer.text


async def test_nothing_more_is_written_about_somebody_who_was_erased(here: Desk) -> None:
    case, _ = await here.referred()
    person = (await here.get(f"/cases/{case}")).json()["person"]["person_id"]
    async with here.place.database.turns.acquire() as connection, connection.transaction():
        await erase(connection, here.place.system, PersonId(UUID(person)))
    answer = await here.put(f"/cases/{case}/return", {"fields": ["risks"], "words": "Which?"})
    assert refusal(answer) == (409, "person-erased")
    page = (await here.get(f"/cases/{case}")).json()
    assert (page["person"], page["referral"]["form"]["why_in_hospital"]) == (None, "(erased)")
