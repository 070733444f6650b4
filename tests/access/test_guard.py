"""What is turned away before any route: requests from other sites, and bodies that are too large."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest

from app.api.guard import LARGEST_BODY
from app.database import Database
from app.domain.values import Role
from app.main import create_app
from app.settings import Settings
from tests.api.desk import Desk, refusal
from tests.facts import PASSWORD, username_of

FOREIGN = [
    {"Origin": "https://example.org"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:8000.example.org"},
    {"Origin": "https://127.0.0.1:8000"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "cross-site"},
]
OWN = [{}, {"Origin": "http://127.0.0.1:8000"}, {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}]
CLOSURE = {"outcome": "person_declined"}


@pytest.mark.parametrize("headers", FOREIGN)
async def test_another_site_commands_nothing_and_signs_nobody_in(here: Desk, headers: dict[str, str]) -> None:
    case, _ = await here.referred()
    head = await here.head()
    signed_in = await here.headers(Role.HUB_LEAD)
    putting = await here.client.put(f"/api/v1/cases/{case}/closure", json=CLOSURE, headers=signed_in | headers)
    assert refusal(putting) == (403, "other-origin")
    form = {"username": username_of(here.place.system, Role.MANAGER), "password": PASSWORD}
    for path in ("/sign-in", "/sign-out", "/api/v1/live/tickets", "/api/v1/people/search"):
        posting = await here.client.post(path, data=form, headers=signed_in | headers)
        assert refusal(posting) == (403, "other-origin")
        assert "set-cookie" not in posting.headers
    assert await here.head() == head
    assert (await here.get("/me", Role.HUB_LEAD)).status_code == 200


@pytest.mark.parametrize("headers", OWN)
async def test_the_own_pages_and_programs_without_an_origin_command(here: Desk, headers: dict[str, str]) -> None:
    answer = await here.client.put(
        f"/api/v1/cases/{uuid4()}/closure", json=CLOSURE, headers=await here.headers(Role.HUB_LEAD) | headers
    )
    assert refusal(answer) == (404, "not-known")


async def test_a_body_too_large_is_not_even_read(here: Desk) -> None:
    headers = await here.headers(Role.HUB_LEAD)
    path = f"/api/v1/cases/{uuid4()}/closure"
    largest = b'"' + b"a" * (LARGEST_BODY - 2) + b'"'
    assert (await here.client.put(path, content=largest, headers=headers)).status_code == 422
    assert refusal(await here.client.put(path, content=largest + b" ", headers=headers)) == (413, "too-large")
    assert refusal(await here.client.post("/sign-in", content=largest + b" ")) == (413, "too-large")


async def test_a_body_without_its_length_is_not_read(here: Desk) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"{}"

    answer = await here.client.put(f"/api/v1/cases/{uuid4()}/closure", content=pieces())
    assert refusal(answer) == (413, "too-large")


async def test_in_production_the_cookie_goes_over_https_only(here: Desk, database: Database) -> None:
    app = create_app(Settings(example=False, production=True, origins=("https://board.example.org",)), database)
    form = {"username": username_of(here.place.system, Role.MANAGER), "password": PASSWORD}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://board.example.org") as client:
        answer = await client.post("/sign-in", data=form, headers={"Origin": "https://board.example.org"})
        assert "secure" in answer.headers["set-cookie"].lower().split("; ")
        assert refusal(await client.post("/sign-in", data=form, headers={"Origin": "http://127.0.0.1:8000"})) == (
            403,
            "other-origin",
        )
