"""A desk: somebody signed in in a real browser. What goes wrong in the page fails the test that sits at it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, ConsoleMessage, Page, Request, ViewportSize, expect

from app.domain.values import Role
from tests.facts import PASSWORD, Installation, username_of

AXE = Path(__file__).resolve().parent.parent / "web" / "vendor" / "dev" / "axe.min.js"
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

expect.set_options(timeout=10_000)

_RUN_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
    violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(" ")).join(", ")}`)"""


@dataclass
class Desk:
    """One browser window of its own, with everything that went wrong in it."""

    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)

    async def go(self, path: str) -> None:
        """Open a page of Homeward."""
        await self.page.goto(self.url + path)

    async def sign_in(self, place: Installation, role: Role) -> None:
        """Sign in through the form, by keyboard."""
        await self.go("/sign-in")
        await self.page.get_by_label("User name").fill(username_of(place.system, role))
        await self.page.get_by_label("Password").fill(PASSWORD)
        await self.page.keyboard.press("Enter")
        await self.page.wait_for_url(lambda url: "/sign-in" not in url)

    async def assert_accessible(self) -> None:
        """No finding of axe-core on the page as it stands."""
        # Evaluated, not added as a script: the page's own policy would rightly refuse that.
        await self.page.evaluate(AXE.read_text())
        findings: list[str] = await self.page.evaluate(_RUN_AXE)
        assert findings == []

    async def assert_fits(self) -> None:
        """Nothing needs sideways scrolling."""
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


async def open_desk(browser: Browser, url: str, viewport: ViewportSize) -> Desk:
    """A new window of its own, signed out."""
    context = await browser.new_context(viewport=viewport, base_url=url)
    desk = Desk(await context.new_page(), url)
    desk.listen()
    return desk
