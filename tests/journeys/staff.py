"""Somebody signed in, who works through HTTP only: what they put is done, or refused with a code and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from tests.api.desk import refusal

API = "/api/v1"
Page = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Staff:
    """One member of staff at a desk of their own."""

    client: httpx.AsyncClient
    headers: Mapping[str, str]

    async def put(self, path: str, body: Page, etag: str | None = None) -> Page:
        """Put one resource, which records something."""
        answer = await self._put(path, body, etag)
        assert answer.status_code == 200, (path, answer.text)
        receipt: Page = answer.json()
        assert receipt.get("recorded") != 0, (path, "was recorded before")
        return receipt

    async def refused(self, path: str, body: Page) -> Page:
        """Put one resource and be refused: the problem, with its code and its words."""
        answer = await self._put(path, body, None)
        assert refusal(answer)[0] == 409, (path, answer.text)
        problem: Page = answer.json()
        return problem

    async def read(self, path: str) -> Page:
        """One page."""
        answer = await self.client.get(f"{API}{path}", headers=dict(self.headers))
        assert answer.status_code == 200, (path, answer.text)
        page: Page = answer.json()
        return page

    async def post(self, path: str, body: Page) -> Page:
        """Ask what is not to stand in an address."""
        answer = await self.client.post(f"{API}{path}", json=body, headers=dict(self.headers))
        assert answer.status_code == 200, (path, answer.text)
        page: Page = answer.json()
        return page

    async def _put(self, path: str, body: Page, etag: str | None) -> httpx.Response:
        more = {"If-Match": etag} if etag else {}
        return await self.client.put(f"{API}{path}", json=body, headers={**self.headers, **more})
