"""Which medicines changed: told on the case's page by keyboard, put right, and read on the page for the person."""

from playwright.async_api import expect

from app.domain.values import CaseId, Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.events.searching import a_search
from tests.facts import Installation


async def test_a_clinician_tells_which_medicines_changed_and_puts_it_right(desk: OpenDesk, town: Installation) -> None:
    case: CaseId = (await a_search(town)).case
    at = await desk(BOTH_WIDTHS)
    page = at.page
    await at.sign_in(town, Role.WARD_CLINICIAN, f"/cases/{case}")
    told = page.get_by_role("region", name="Medicines that changed")
    await expect(told).to_contain_text("Not told yet.")

    move = page.locator("#medicines")
    await move.locator("summary").press("Enter")
    await move.get_by_role("button", name="Tell which medicines changed").press("Enter")
    await expect(move.get_by_role("alert")).to_contain_text("Say whether any medicine changed")
    await move.get_by_label("Yes").press("Space")
    first = move.get_by_role("group", name="Medicine 1")
    await first.get_by_label("What became of it?").select_option("started")
    await first.get_by_label("Medicine and how to take it").fill("Apixaban 5 mg, one in the morning and one at night")
    await move.get_by_role("button", name="Add a medicine").press("Enter")
    second = move.get_by_role("group", name="Medicine 2")
    await expect(second.get_by_label("What became of it?")).to_be_focused()
    await second.get_by_label("What became of it?").select_option("stopped")
    await second.get_by_label("Medicine and how to take it").fill("Ibuprofen 400 mg")
    await second.get_by_label("Why?").fill("It can make you bleed.")
    await move.get_by_role("button", name="Tell which medicines changed").press("Enter")
    await expect(move.get_by_role("alert")).to_contain_text("Medicine 1: say why")
    await at.assert_well()
    await move.get_by_role("alert").get_by_role("link").press("Enter")
    await expect(first.get_by_label("Why?")).to_be_focused()
    await page.keyboard.type("To stop blood clots.")
    await page.keyboard.press("Enter")
    await expect(told).to_contain_text("Started: Apixaban 5 mg, one in the morning and one at night")
    await expect(told).to_contain_text("Sam Ward Clinician")
    await at.assert_well()

    await move.locator("summary").press("Enter")
    await move.get_by_role("button", name="Remove medicine 2").press("Enter")
    await move.get_by_role("button", name="Tell which medicines changed").press("Enter")
    await expect(told).not_to_contain_text("Ibuprofen")

    await page.get_by_role("link", name="Page for the person and carer").press("Enter")
    medicines = page.get_by_role("region", name="Your medicines")
    await expect(medicines).to_contain_text("New: Apixaban 5 mg, one in the morning and one at night. Why: To stop")
    await expect(medicines).not_to_contain_text("New medicines:")
    await at.assert_well()
