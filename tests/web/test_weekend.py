"""The weekend at a browser: the list and its handover, by keyboard, at both widths and on paper."""

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.the_weekend import leaves_at_the_weekend, ready_for


async def test_who_leaves_at_the_weekend_is_listed_with_what_is_missing_and_handed_over(
    desk: OpenDesk, town: Installation
) -> None:
    search, _ = await leaves_at_the_weekend(town, await ready_for(town, 2))
    other = await ready_for(town, 4, bed="A1-02", family="Waits")
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, "/weekend")
    leaving = at.page.get_by_role("region", name="Who leaves")
    line = leaving.get_by_role("row").filter(has=at.page.locator(f'a[href="/cases/{search.case}"]'))
    await expect(line).to_contain_text("P1 · Reablement · start")
    await expect(line).to_contain_text("Medicines not ready")
    await expect(line).to_contain_text("Still to be done before leaving:")
    await expect(at.page.get_by_role("navigation").get_by_role("link", name="Weekend")).to_have_attribute(
        "aria-current", "page"
    )
    await at.assert_well()

    whose = at.page.get_by_label("Whose")
    await whose.focus()
    await expect(whose).to_be_focused()
    await whose.select_option(label="Everybody")
    freeing = at.page.get_by_role("region", name="What would free most bed days next")
    await expect(freeing.locator(f'a[href="/delays/{other}"]').first).to_have_text("WAITS, Ada")
    await expect(freeing.get_by_role("listitem").first).to_contain_text("days so far")
    await at.assert_well()

    await at.page.emulate_media(media="print")
    await expect(at.page.get_by_role("button", name="Print this list")).to_be_hidden()
    await expect(at.page.get_by_role("heading", name="Who must be rung")).to_be_visible()
    await expect(at.page.locator(".hw-weekend-whose")).to_have_text("Everybody")
    await at.page.emulate_media(media="screen")

    await line.get_by_role("link").press("Enter")
    await expect(at.page).to_have_url(f"{at.url}/cases/{search.case}")
