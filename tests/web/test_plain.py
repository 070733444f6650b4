"""A request answered with JavaScript switched off: by keyboard, accessible, on a telephone."""

from playwright.async_api import Browser, expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE, Desk
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.serving import Served
from tests.web.ward_desk import tab_to


async def assert_well(at: Desk, checker: Desk) -> None:
    """Nothing too wide; and accessible, which is looked at where scripts run: axe is one."""
    await at.assert_fits()
    await checker.page.set_content(await at.page.content())
    await checker.assert_accessible()


async def test_a_service_answers_without_javascript(
    browser: Browser, serving: Served, desk: OpenDesk, town: Installation
) -> None:
    context = await browser.new_context(base_url=serving.url, java_script_enabled=False, viewport=PHONE)
    at = Desk(await context.new_page(), serving.url)
    at.listen()
    page, search, service = at.page, await a_search(town), await a_service(town)
    await search.ask(service)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    checker = await desk(PHONE)
    await checker.sign_in(town, Role.PROVIDER, "/provider/plain")
    await page.get_by_role("link", name="Answer requests on a page that needs none").press("Enter")
    await expect(page.get_by_role("heading", name="Requests")).to_be_visible()
    await assert_well(at, checker)

    await page.get_by_role("link", name="Reablement at home").press("Enter")
    await expect(page.get_by_role("main")).to_contain_text("Morning: 30 min")
    await expect(page.get_by_role("main")).not_to_contain_text("Example")
    await page.get_by_role("link", name="Interested").press("Enter")
    await page.get_by_role("button", name="Show the detail").press("Enter")
    await expect(page.get_by_role("main")).to_contain_text("Fell at home.")
    await assert_well(at, checker)

    await page.get_by_role("link", name="We cannot").press("Enter")
    await page.get_by_label("In words").fill("The roof leaks.")
    await tab_to(at, page.get_by_role("button", name="Say no"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Fill this in.")
    await expect(page.get_by_label("In words")).to_have_value("The roof leaks.")
    await assert_well(at, checker)
    await page.get_by_role("link", name="Back to the request").press("Enter")

    await page.get_by_role("link", name="Hold a place").press("Enter")
    await expect(page.get_by_role("checkbox", name="am: ")).to_be_checked()
    await assert_well(at, checker)
    await page.get_by_role("button", name="Yes in principle").press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("You hold a place for this person.")
    await page.get_by_role("link", name="Confirm the start").press("Enter")
    await page.get_by_label("How did you assess").select_option("own_visit")
    await page.get_by_role("button", name="Confirm: we take this person").press("Enter")
    await expect(page.get_by_role("main")).to_contain_text("EXAMPLE, Ada")
    await assert_well(at, checker)
    await context.close()
    assert not at.wrong
