"""Behind nginx with deploy/nginx.conf: sign-in, a command and the live feed by TLS, and nobody from elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import servers
from websockets.asyncio.client import connect

from app.domain.values import Role
from tests.api.desk import refusal
from tests.deploy.conftest import Deployed
from tests.deploy.proxying import Proxy, standing
from tests.facts import PASSWORD, Installation, username_of
from tests.promises.screens import Screen, hello, last_words
from tests.promises.shown import Shown


@pytest.fixture
def proxy(deployed: Deployed, folder: Path) -> Iterator[Proxy]:
    program = servers.nginx()
    if program is None:
        pytest.skip("There is no nginx on this machine; Debian's package: nginx.")
    with standing(deployed.proxy, program, folder, deployed.served.url.removeprefix("http://")):
        yield deployed.proxy


async def test_behind_a_proxy_work_goes_on_by_tls_and_nobody_comes_from_elsewhere(
    proxy: Proxy, town: Installation
) -> None:
    own = {"Origin": proxy.origin, "Sec-Fetch-Site": "same-origin"}
    form = {"username": username_of(town.system, Role.WARD_NURSE), "password": PASSWORD}
    _, spell = await town.admit()
    async with httpx.AsyncClient(base_url=proxy.origin, verify=proxy.trust(), trust_env=False) as client:
        for header in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
            assert refusal(await client.post("/sign-in", data=form, headers=own | header)) == (403, "other-origin")
        signed_in = await client.post("/sign-in", data=form, headers=own)
        cookie = signed_in.headers["set-cookie"]
        assert cookie.startswith("__Host-homeward_session=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))
        assert signed_in.headers["location"].startswith("/")
        assert (await client.get("/metrics")).status_code == 404

        async def ticket() -> str:
            given: str = (await client.post("/api/v1/live/tickets", headers=own)).json()["ticket"]
            return given

        feed = proxy.origin.replace("https", "wss") + "/api/v1/live"
        how: dict[str, Any] = {"ssl": proxy.trust(), "proxy": None}
        async with connect(feed, additional_headers={"Origin": "https://elsewhere.example"}, **how) as stranger:
            assert (await last_words(stranger))[0]["code"] == "origin-not-allowed"
        async with connect(feed, additional_headers={"Origin": proxy.origin}, **how) as opened:
            screen = Screen(opened, Shown())
            await opened.send(hello(await ticket()))
            assert (await screen.message())["snapshot"] is True
            told = await client.put(
                f"/api/v1/cases/{uuid4()}/early-alert",
                content=json.dumps({"spell_id": str(spell), "hub_id": str(town.hub)}),
                headers=own | {"Content-Type": "application/json"},
            )
            assert told.status_code == 200, told.text
            await screen.until(told.json()["position"])
        signed_out = await client.post("/sign-out", headers=own)
        assert "Max-Age=0" in signed_out.headers["set-cookie"]
        assert "Secure" in signed_out.headers["set-cookie"]
        assert (await client.get("/api/v1/me")).status_code == 401


async def test_who_comes_without_tls_is_sent_to_it(proxy: Proxy) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"http://127.0.0.1:{proxy.plain_port}/board")
    assert (answer.status_code, answer.headers["location"]) == (301, "https://127.0.0.1/board")
