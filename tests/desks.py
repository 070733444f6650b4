"""A desk: somebody signed in in a real browser. What goes wrong in the page fails the test that sits at it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, expect

from app.api.state import COOKIE
from app.domain.values import Role
from tests.facts import PASSWORD, Installation, username_of

_AXE = (Path(__file__).resolve().parent.parent / "web" / "vendor" / "dev" / "axe.min.js").read_text()
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
Widths: TypeAlias = ViewportSize | tuple[ViewportSize, ...]
BOTH_WIDTHS: Widths = (WIDE, PHONE)
"""A story is lived at the first width; each look at the page is taken at all of them."""

expect.set_options(timeout=30_000)  # far more than anything here takes: a machine that is busy fails no test

# Style sheets would be read in advance for one rule, which is not among those that run; it took a fifth of a look.
_RUN_AXE = """async () => {
    const {violations} = await axe.run(document, {resultTypes: ["violations"], preload: {assets: ["media"]}})
    return violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`)
}"""


@dataclass
class Desk:
    """One browser window of its own, with everything that went wrong in it."""

    page: Page
    url: str
    widths: tuple[ViewportSize, ...] = (WIDE,)
    wrong: list[str] = field(default_factory=list)

    async def go(self, path: str) -> None:
        """Open a page of Homeward."""
        await self.page.goto(self.url + path)

    async def go_by_more(self, name: str) -> None:
        """Go, by keyboard, to a page that the navigation keeps behind *More*."""
        navigation = self.page.get_by_role("navigation", name="Pages")
        await navigation.get_by_text("More pages").press("Enter")
        await navigation.get_by_role("link", name=name).press("Enter")

    async def sign_in(self, place: Installation, role: Role, to: str = "/") -> None:
        """Be signed in, at this page, else where this role's work begins."""
        token = await place.session(role)
        await self.page.context.add_cookies(
            [{"name": COOKIE, "value": token, "url": self.url, "httpOnly": True, "sameSite": "Strict"}]
        )
        await self.go(to)

    async def sign_in_by_form(self, place: Installation, role: Role) -> None:
        """Sign in as people do, by keyboard."""
        await self.page.get_by_label("User name").fill(username_of(place.system, role))
        await self.page.get_by_label("Password").fill(PASSWORD)
        await self.page.keyboard.press("Enter")

    async def assert_accessible(self) -> None:
        """No finding of axe-core on the page as it stands, at each width."""
        await self._look(self._assert_accessible)

    async def assert_fits(self) -> None:
        """Nothing needs sideways scrolling, at each width."""
        await self._look(self._assert_fits)

    async def assert_well(self) -> None:
        """Accessible, and not too wide, at each width."""
        await self._look(self._assert_accessible, self._assert_fits)

    async def _look(self, *looks: Callable[[], Awaitable[None]]) -> None:
        first, *others = self.widths
        for width in (*others, first):  # the story goes on at the first
            if others:
                await self.page.set_viewport_size(width)
            for look in looks:
                await look()

    async def _assert_accessible(self) -> None:
        # Evaluated, not added as a script: the page's own policy would rightly refuse that.
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(_AXE)
        findings: list[str] = await self.page.evaluate(_RUN_AXE)
        assert not findings, findings

    async def _assert_fits(self) -> None:
        over = await self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{over} px too wide"

    def listen(self) -> None:
        """Note errors of the page, and any request that leaves the origin."""
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._console)
        self.page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # A refusal is an answer like any other; the browser writes it down as an error.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.wrong.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.wrong.append(f"left the origin: {request.url}")


class Windows:
    """Browser windows, each as a computer of its own; one that was left is cleaned and used again, its files cached.

    A first page stays open in it: the pages beside it share its process, and so what was compiled for those before.
    """

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url
        self._free: list[BrowserContext] = []

    async def desk(self, widths: Widths) -> Desk:
        """Somebody at a window of this size, the first of several, signed out."""
        context = self._free.pop() if self._free else await self._window()
        desk = Desk(await context.new_page(), self._url, widths if isinstance(widths, tuple) else (widths,))
        await desk.page.set_viewport_size(desk.widths[0])
        desk.listen()
        return desk

    async def leave(self, desk: Desk) -> None:
        """Nothing of who sat here is left for the next, but the files that every page has."""
        context = desk.page.context
        for page in context.pages[1:]:
            await page.close()
        await context.clear_cookies()
        await context.set_offline(False)
        self._free.append(context)

    async def _window(self) -> BrowserContext:
        context = await self._browser.new_context(base_url=self._url)
        await (await context.new_page()).goto("/healthz")
        return context
