"""Beside a dead database everything says *not now*, and when to ask again; nothing says that something was done."""

import socket
from collections.abc import AsyncIterator

import httpx
import pytest

from app.database import open_database
from app.main import create_app
from app.settings import Settings
from tests.api.desk import refusal
from tests.api.routes import Route, routes

COOKIE = {"Cookie": "homeward_session=made-up"}
UNKNOWN = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(scope="module")
async def cut_off() -> AsyncIterator[httpx.AsyncClient]:
    """The web application with a database that nobody serves."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and never listening, so that no one else takes the port
        database = await open_database(f"postgresql://app:app@127.0.0.1:{nobody.getsockname()[1]}/app")
        app = create_app(Settings(example=False), database)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            yield client
        await database.close()


def not_now(answer: httpx.Response) -> bool:
    assert refusal(answer)[0] == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    return True


@pytest.mark.parametrize("route", routes(), ids=str)
async def test_every_route_says_not_now(cut_off: httpx.AsyncClient, route: Route) -> None:
    assert not_now(await cut_off.request(route.method, route.path(), json=route.body, headers=COOKIE))


@pytest.mark.parametrize("page", ["/", "/board", "/wards", f"/wards/{UNKNOWN}", f"/cases/{UNKNOWN}"])
async def test_every_page_says_not_now(cut_off: httpx.AsyncClient, page: str) -> None:
    assert not_now(await cut_off.get(page, headers=COOKIE))


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
async def test_nobody_is_signed_in_or_told_that_they_are_signed_out(cut_off: httpx.AsyncClient, path: str) -> None:
    answer = await cut_off.post(path, data={"username": "sam", "password": "wrong"}, headers=COOKIE)
    assert not_now(answer)
    assert "set-cookie" not in answer.headers


async def test_the_probes_tell_a_live_process_from_one_that_can_work(cut_off: httpx.AsyncClient) -> None:
    ready = await cut_off.get("/readyz")
    assert not_now(ready)
    assert ready.json()["code"] == "database-away"
    assert (await cut_off.get("/healthz")).status_code == 200
    assert (await cut_off.get("/sign-in")).status_code == 200
    assert (await cut_off.get("/board")).status_code == 303


async def test_with_a_database_the_service_is_ready(client: httpx.AsyncClient) -> None:
    answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")
