"""One member of the example staff at their desk: signs in as anybody would and uses the same HTTP API."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx
import structlog

from app.example.roster import Member

Row = dict[str, Any]
"""A row or a page of the API, as JSON gives it."""

PAUSE_SECONDS = 1.0
log = structlog.get_logger()


class NotSignedIn(Exception):
    """The example's own name and password are refused: this is not the example system."""


class Desk:
    """Reads pages and puts stages; waits as long as Homeward is away or busy, or the system is archived."""

    def __init__(self, member: Member, url: str) -> None:
        self.member = member
        self._http = httpx.AsyncClient(base_url=url, timeout=20, trust_env=False)

    async def close(self) -> None:
        """Leave."""
        await self._http.aclose()

    async def cases(self, hub: UUID) -> list[Row]:
        """The live cases of a hub."""
        return await self._rows(f"/api/v1/cases?scope={hub}")

    async def ward(self, ward: UUID) -> list[Row]:
        """The people on a ward, in bed order."""
        return await self._rows(f"/api/v1/wards/{ward}/list")

    async def read(self, path: str) -> Row | None:
        """One page of the API; None when it is refused."""
        return await self._answer("GET", path)

    async def search(self, words: str) -> list[Row]:
        """The people found by these words."""
        found = await self._answer("POST", "/api/v1/people/search", {"words": words})
        return found["people"] if found else []

    async def put(self, path: str, body: Row, etag: str | None = None) -> bool:
        """Put a stage; False when it is refused, which is normal where others work too."""
        return await self._answer("PUT", path, body, etag) is not None

    async def answer(self, path: str, body: Row) -> bool:
        """Put what has an id of one's own making, so that it counts once."""
        return await self.put(path, {"answer_id": str(uuid4()), **body})

    async def matches(self, package: Row) -> list[Row]:
        """What services could do with a package now, the best first; a provider's are its own."""
        found = await self._answer("POST", "/api/v1/services/matches", package)
        return found["matches"] if found else []

    async def _rows(self, path: str) -> list[Row]:
        page = await self._answer("GET", path)
        return [row for row in page["rows"] if not row["gone"]] if page else []

    async def _answer(self, method: str, path: str, body: Row | None = None, etag: str | None = None) -> Row | None:
        headers = {"If-Match": etag} if etag else {}
        response = await self._request(method, path, json=body, headers=headers)
        if response.status_code == 401:
            await self._sign_in()
            response = await self._request(method, path, json=body, headers=headers)
        if response.is_success:
            answer: Row = response.json()
            return answer
        words = response.json().get("code") if "json" in response.headers.get("content-type", "") else None
        log.info("example staff refused", who=self.member.username, status=response.status_code, code=words)
        return None

    async def _sign_in(self) -> None:
        form = {"username": self.member.username, "password": self.member.password}
        response = await self._request("POST", "/sign-in", data=form)
        if "refused" in response.headers.get("location", "") or response.is_error:
            raise NotSignedIn

    async def _request(self, method: str, path: str, **body: Any) -> httpx.Response:
        while True:
            try:
                response = await self._http.request(method, path, **body)
                if response.status_code != 503 and not _is_archived(response):
                    return response
                reason = "busy" if response.status_code == 503 else "archived"
            except httpx.HTTPError as error:
                reason = type(error).__name__
            log.info("example staff wait", who=self.member.username, reason=reason)
            await asyncio.sleep(PAUSE_SECONDS)


def _is_archived(response: httpx.Response) -> bool:
    if "archived" in response.headers.get("location", ""):
        return True
    return response.status_code == 403 and response.json().get("code") == "system-archived"
