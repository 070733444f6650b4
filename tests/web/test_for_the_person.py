"""The page for the person and carer: from the case by keyboard, printed in large print, saved as a file."""

from pathlib import Path

from playwright.async_api import Page, expect

from app.domain.case import AmendReferral
from app.domain.case.form import Accessible, Agreement, Agrees, ReferralForm
from app.domain.values import Role
from app.events.handler import handle
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, Desk
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import tab_to

LARGE = Agreement(agrees=Agrees.AGREES, accessible=frozenset({Accessible.LARGE_PRINT, Accessible.BRAILLE}))


async def font_size(page: Page, what: str) -> float:
    """In points, as it is drawn."""
    size = await page.locator(what).first.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    return float(size) * 0.75


async def test_the_page_is_printed_and_saved_in_the_print_that_was_asked_for(
    desk: OpenDesk, town: Installation, tmp_path: Path
) -> None:
    search, service = await a_search(town), await a_service(town)
    [offer] = await search.ask(service)
    await town.do(search.yes(offer))
    at = await desk(BOTH_WIDTHS)
    page = at.page
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{search.case}")
    way = page.get_by_role("link", name="Page for the person and carer")
    await expect(way).to_be_visible()
    await tab_to(at, way)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Your plan for leaving hospital")
    await expect(page.get_by_role("region", name="Who comes first")).to_contain_text("Reablement comes to you first.")
    await expect(page.get_by_role("article")).to_contain_text("For Ada Example")
    assert "Ada" not in await page.title()
    assert await font_size(page, "article p") >= 14
    await at.assert_well()

    asked = AmendReferral(form=ReferralForm(told_and_agrees=LARGE), **search.said())
    await handle(town.database, town.hints, town.system, asked, if_match=1)
    await page.reload()
    before = page.get_by_role("region", name="Before you hand it over")
    await expect(before).to_contain_text("They asked for braille.")
    await at.assert_well()
    await page.emulate_media(media="print")
    await expect(before).to_be_hidden()
    await expect(page.get_by_role("button", name="Print")).to_be_hidden()
    assert await font_size(page, "article p") >= 18
    await page.emulate_media(media="screen")

    save = page.get_by_role("link", name="Save as a file")
    await tab_to(at, save)
    async with page.expect_download() as downloading:
        await page.keyboard.press("Enter")
    download = await downloading.value
    assert download.suggested_filename == "plan-for-leaving-hospital.html"
    await download.save_as(tmp_path / "plan.html")
    file = Desk(await page.context.new_page(), at.url, at.widths)
    await file.page.goto((tmp_path / "plan.html").as_uri())
    whole = file.page.get_by_role("main")
    await expect(whole.get_by_role("region", name="Who comes first")).to_contain_text("Reablement comes to you first.")
    assert await font_size(file.page, "main p") >= 18
    await file.assert_well()
