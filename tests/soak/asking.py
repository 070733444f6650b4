"""A client that asks until it is answered: commands have ids of their own, so they may be said again and again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from tests.soak.recorder import Receipt
from tests.soak.town import Town

ANSWER_SECONDS = 8.0
AGAIN_SECONDS = 0.1


class Client:
    """One member of staff at one computer."""

    def __init__(self, town: Town, http: httpx.AsyncClient) -> None:
        self.town, self._http = town, http

    async def command(self, path: str, body: dict[str, Any], *, tries: int | None = None) -> bool:
        """Say it until it is acknowledged; False when told to end, or to give up after so many tries, before that."""
        recorder = self.town.recorder
        while not self.town.ending and tries != 0:
            answer = await self.ask("PUT", path, body)
            if answer is not None and answer.is_success:
                told = answer.json()
                recorder.receipts.append(Receipt(UUID(told["id"]), told["version"], told["position"]))
                recorder.progress[self.town.name] += 1
                return True
            if answer is not None and not _is_not_now(answer):
                recorder.fault(f"{path.partition('/')[0]}: {answer.status_code} {answer.text}")
                return False
            tries = None if tries is None else tries - 1
            await asyncio.sleep(AGAIN_SECONDS)
        return False

    async def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response | None:
        """One try; None when nothing came, or nothing whole."""
        try:
            answer = await self._http.request(method, f"/api/v1/{path}", json=body, headers=self.town.headers)
        except httpx.HTTPError as error:
            self.town.recorder.not_now[type(error).__name__] += 1
            return None
        if _is_not_now(answer):
            self.town.recorder.not_now[answer.json()["code"]] += 1
        return answer


@asynccontextmanager
async def client(town: Town) -> AsyncIterator[Client]:
    """Connections of its own, through the proxy."""
    async with httpx.AsyncClient(base_url=town.url, trust_env=False, timeout=ANSWER_SECONDS) as http:
        yield Client(town, http)


def _is_not_now(answer: httpx.Response) -> bool:
    """As it should be said: with the time after which to try again."""
    return answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and "Retry-After" in answer.headers
