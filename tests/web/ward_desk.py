"""What somebody at a ward's list does by hand: find a row, fill in a form, choose from a row's menu."""

from playwright.async_api import Locator, expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import Desk
from tests.facts import Installation


async def a_nurse(desk: OpenDesk, town: Installation, role: Role = Role.WARD_NURSE) -> Desk:
    """Somebody of the first ward, at its list."""
    at = await desk()
    await at.sign_in(town, role)
    await expect(at.page.get_by_role("button", name="Admit someone")).to_be_visible()
    return at


async def fill_admission(at: Desk, *, nhs_number: str = "", bed: str = "A1-02") -> None:
    """The form, filled in and not sent."""
    await at.page.get_by_role("button", name="Admit someone").click()
    await at.page.get_by_label("Family name").fill("Okafor")
    await at.page.get_by_label("Given name").fill("Ada")
    await at.page.get_by_label("NHS number").fill(nhs_number)
    await at.page.get_by_label("Bed", exact=True).select_option(label=bed)


async def tab_to(at: Desk, what: Locator, most: int = 40) -> None:
    """Press Tab until this has the focus; a date alone takes four."""
    for _ in range(most):
        if await what.evaluate("element => element === document.activeElement"):
            return
        await at.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {what}")


async def choose(at: Desk, what: str) -> None:
    """By the menu of Ada Example's row."""
    row = row_of(at, "EXAMPLE, Ada")
    await row.locator("summary").click()
    await row.get_by_role("button", name=what).click()
    await expect(at.page.get_by_role("dialog")).to_be_visible()


async def send(at: Desk, action: str) -> None:
    """The form's own button."""
    await at.page.get_by_role("dialog").get_by_role("button", name=action, exact=True).click()


async def assert_well(at: Desk) -> None:
    """Accessible, and not too wide."""
    await at.assert_well()


def row_of(at: Desk, name: str) -> Locator:
    """The row of this person, however the case of the family name is shown."""
    return at.page.get_by_role("row").filter(has_text=name)


def just_done(at: Desk) -> Locator:
    """The notice of what was just done."""
    return at.page.get_by_role("group", name="Just done")
