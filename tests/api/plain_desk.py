"""Somebody of a service at the plain pages: opens one, fills it in, sends it, as a browser without scripts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx

from app.domain.values import Role
from tests.api.desk import PROVIDER, Desk

LIST = "/provider/plain"


@dataclass(slots=True)
class Shown(HTMLParser):
    """A page as it is read: its text, its links, and of its own form the values that are filled in."""

    status: int
    text: str = ""
    links: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    _select: str = ""
    _area: str = ""

    @classmethod
    def of(cls, answer: httpx.Response) -> "Shown":
        """The page of an answer."""
        assert answer.headers["content-type"].startswith("text/html"), answer.text
        assert answer.headers["cache-control"] == "no-store"
        page = cls(status=answer.status_code)
        HTMLParser.__init__(page)
        page.feed(answer.text)
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, values, and what says that a field is wrong."""
        its = dict(attrs)
        name = its.get("name") or ""
        if tag == "a":
            self.links.append(its.get("href") or "")
        if its.get("class") == "nhsuk-error-message":
            self.errors.append((its.get("id") or "").removesuffix("-error"))
        if tag == "input" and (its.get("type") != "checkbox" or "checked" in its):
            self.values.setdefault(name, []).append(its.get("value") or "")
        if tag == "select":
            self._select = name
        if tag == "option" and "selected" in its:
            self.values[self._select] = [its.get("value") or ""]
        if tag == "textarea":
            self._area = name
            self.values[name] = [""]

    def handle_endtag(self, tag: str) -> None:
        """What follows a text area is no value of it."""
        if tag == "textarea":
            self.values[self._area] = [self.values[self._area][0].removeprefix("\n")]
            self._area = ""

    def handle_data(self, data: str) -> None:
        """Text, which in a text area is its value."""
        self.text += data
        if self._area:
            self.values[self._area][0] += data


@dataclass(frozen=True, slots=True)
class PlainDesk:
    """The plain pages as staff of one role see them."""

    here: Desk
    role: Role = PROVIDER

    async def get(self, path: str = LIST) -> Shown:
        """Open a page."""
        return Shown.of(await self.here.client.get(path, headers=await self.here.headers(self.role)))

    async def send(self, path: str, values: dict[str, Any], **headers: str) -> httpx.Response:
        """Send a form."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.here.client.post(path, data=values, headers=await self.here.headers(self.role) | more)

    async def fill(self, offer: str, what: str, **values: Any) -> httpx.Response:
        """Open a form, change some of what it begins with, and send it."""
        form = await self.get(f"{LIST}/{offer}/{what}")
        return await self.send(f"{LIST}/{offer}/{what}", form.values | values)
