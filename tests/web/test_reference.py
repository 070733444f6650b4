"""A manager looks at what a reference file would change, loads it, and reads what is wrong with another."""

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, PHONE, WIDE
from tests.facts import Installation
from tests.routing.files import COUNCILS, ICBS
from tests.web.ward_desk import assert_well, tab_to


async def test_a_file_is_looked_at_and_loaded(desk: OpenDesk, town: Installation) -> None:
    at = await desk(BOTH_WIDTHS)
    page = at.page
    await at.sign_in(town, Role.MANAGER)
    await at.go_by_more("Homes")
    await expect(page.get_by_role("heading", level=1, name="Where homes belong")).to_be_visible()
    await expect(page.get_by_role("row").filter(has_text="Integrated care boards")).to_contain_text("Nothing is loaded")
    await assert_well(at)

    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_role("alert")).to_contain_text("Paste the file, or choose it")
    await page.get_by_label("The file").fill(ICBS)
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_role("heading", name="What would change")).to_be_focused()
    await expect(page.get_by_text("added: ZZ71 from 2022-07-01: name Salt ICB")).to_be_visible()
    await assert_well(at)

    await page.get_by_role("button", name="Load 2 changes").click()
    await expect(page.get_by_role("heading", name="What was loaded")).to_be_focused()
    await expect(page.get_by_role("row").filter(has_text="Integrated care boards")).to_contain_text("2 added")
    await assert_well(at)

    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("Nothing would change")).to_be_visible()


async def test_what_is_wrong_in_a_file_is_told_by_line_and_nothing_typed_is_lost(
    desk: OpenDesk, town: Installation
) -> None:
    at = await desk(PHONE)
    page = at.page
    await at.sign_in(town, Role.MANAGER, "/reference")
    await page.get_by_label("Councils, and whom to tell").check()
    await tab_to(at, page.get_by_label("The file"))
    await page.keyboard.insert_text(COUNCILS)
    await tab_to(at, page.get_by_role("button", name="Show what would change"))
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("alert")).to_contain_text("nothing of it was loaded")
    table = page.get_by_role("table", name="What is wrong in the file")
    await expect(table.get_by_role("row").nth(1)).to_contain_text("“ZZ70” is not among the icbs loaded")
    await expect(page.get_by_label("The file")).to_have_value(COUNCILS)
    await assert_well(at)


async def test_the_page_is_a_managers(desk: OpenDesk, town: Installation) -> None:
    at = await desk(WIDE)
    await at.sign_in(town, Role.HUB_LEAD)
    await expect(at.page.get_by_role("heading", name="Referred")).to_be_visible()
    await expect(at.page.get_by_role("link", name="Homes", include_hidden=True)).to_have_count(0)
    await at.go("/reference")
    await expect(at.page.get_by_text("There is nothing for your role.")).to_be_visible()
    await at.assert_accessible()
