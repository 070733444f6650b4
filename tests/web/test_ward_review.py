"""The whole ward is reviewed on one page: by keyboard alone, 28 people in 28 keys, on a phone, and on paper."""

import re
from datetime import UTC, datetime

from playwright.async_api import Locator, ViewportSize, expect

from app.domain.local_time import local_date
from app.domain.spell import ExpectDischarge
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE, Desk
from tests.facts import Installation
from tests.web.the_ward import BEDS, DAY, a_full_ward, recorded
from tests.web.told import short, told
from tests.web.ward_desk import a_nurse, assert_well, row_of, send, tab_to


async def at_the_list(
    desk: OpenDesk, town: Installation, role: Role = Role.WARD_CLINICIAN, width: ViewportSize = WIDE
) -> Desk:
    """The list of a full ward, read."""
    await a_full_ward(town)
    at = await desk(width)
    await at.sign_in(town, role)
    await expect(people(at)).to_have_count(BEDS)
    return at


def people(at: Desk) -> Locator:
    """The rows of the list, without its heading."""
    return at.page.locator(".hw-ward .hw-row")


async def test_28_people_are_reviewed_in_28_keys(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_list(desk, town)
    await expect(at.page.get_by_text(f"{BEDS} people · {BEDS} to review")).to_be_visible()
    await tab_to(at, people(at).first)

    for _ in range(BEDS):
        await at.page.keyboard.press("c")

    await expect(at.page.get_by_text(f"{BEDS} people · 0 to review")).to_be_visible()
    await expect(at.page.locator(".hw-pending")).to_have_count(0)
    assert await recorded(town, "spell.criteria_reviewed.1") == 2 * BEDS
    await expect(people(at).last).to_be_focused()
    await expect(people(at).locator(".hw-cell--bed")).to_have_text([f"A{n}" for n in range(1, BEDS + 1)])


async def test_who_no_longer_meets_is_asked_about_before_the_next_person(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_list(desk, town)
    first, second = people(at).nth(0), people(at).nth(1)
    await first.focus()
    await at.page.keyboard.press("n")
    await expect(first).to_be_focused()
    await expect(first).to_contain_text("Not asked")
    await at.page.keyboard.press("?")
    await expect(second).to_be_focused()
    await expect(first).not_to_contain_text("Not asked")
    await expect(first.get_by_role("button", name="Don't know")).to_have_attribute("aria-pressed", "true")
    await assert_well(at)

    await at.page.keyboard.press("ArrowUp")
    await at.page.keyboard.press("x")
    await expect(second).to_be_focused()
    await expect(first.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")
    await expect(first.get_by_text("Sending…")).to_have_count(0)
    assert await recorded(town, "spell.hub_need_said.1") == 2


async def test_a_nurse_says_who_needs_the_hub_and_reviews_nobody(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_list(desk, town, Role.WARD_NURSE)
    await people(at).first.focus()
    await at.page.keyboard.press("c")
    await expect(people(at).first).to_be_focused()
    await at.page.keyboard.press("y")
    await expect(people(at).nth(1)).to_be_focused()
    await expect(people(at).first.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    await expect(people(at).first.get_by_text("Sending…")).to_have_count(0)
    assert await recorded(town, "spell.criteria_reviewed.1") == BEDS


async def test_the_expected_date_moves_by_key_with_its_reason(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_list(desk, town)
    row, form = people(at).nth(0), at.page.get_by_role("dialog")
    day = datetime.now(UTC) + 6 * DAY
    await row.focus()
    await at.page.keyboard.press("e")
    await form.get_by_label("Expected date").fill(local_date(day).isoformat())
    await form.get_by_label("Why has it moved?").select_option("Another reason")
    await send(at, "Save")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say in words which reason")
    await form.get_by_label("Why has it moved?").select_option("Waiting for tests")
    await assert_well(at)
    await send(at, "Save")
    await expect(row).to_contain_text(short(day))
    await expect(row).to_contain_text("Moved once: waiting for tests")
    await expect(row).to_be_focused()


async def test_an_expected_date_that_has_passed_is_a_flag(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    then = datetime.now(UTC) - 2 * DAY
    await told(town, ExpectDischarge, spell, expected_on=local_date(then))
    at = await a_nurse(desk, town)
    await expect(row_of(at, "EXAMPLE, Ada").locator(".hw-overdue", has_text="passed")).to_have_text(
        f"{local_date(then):%a}, passed 2 d"
    )


async def test_the_list_is_narrowed_by_keyboard_and_the_address_says_how_but_not_who(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_the_list(desk, town)
    filters = at.page.get_by_role("navigation", name="People shown")
    for words, here in (("Hub not asked", 9), ("Ready, no plan", 9), ("No EDD or EDD passed", 7), ("Leaving today", 4)):
        await filters.get_by_role("link", name=words).focus()
        await at.page.keyboard.press("Enter")
        await expect(people(at)).to_have_count(here)
        await expect(filters.locator("[aria-current]")).to_contain_text(words)
    await assert_well(at)
    assert at.page.url.endswith(f"/wards/{town.ward}#leaving-today") or at.page.url.endswith("/#leaving-today")

    await filters.get_by_role("link", name="Not reviewed").press("Enter")
    await expect(people(at)).to_have_count(BEDS)
    await people(at).first.focus()
    for left in range(BEDS - 1, BEDS - 4, -1):
        await at.page.keyboard.press("c")
        await expect(people(at)).to_have_count(left)
        await expect(people(at).first).to_be_focused()

    await at.page.reload()
    await expect(people(at)).to_have_count(BEDS - 3)
    await filters.get_by_role("link", name="Weekend").press("Enter")
    await assert_well(at)
    await at.page.goto(f"{at.url}/wards/{town.ward}#no-such-filter")
    await at.page.reload()
    await expect(people(at)).to_have_count(BEDS)


async def test_the_review_is_done_with_a_thumb_and_is_not_wider_than_the_phone(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_the_list(desk, town, width=PHONE)
    row = people(at).nth(2)
    await row.get_by_role("button", name="No change").click()
    await row.get_by_role("button", name="Yes").click()
    await expect(row).to_contain_text("just now")
    await expect(row.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    await assert_well(at)


async def test_on_paper_everybody_stands_with_boxes_on_two_sheets(desk: OpenDesk, town: Installation) -> None:
    at = await at_the_list(desk, town, width=WIDE)
    sheets = await at.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", sheets)) == 2

    await at.page.emulate_media(media="print")
    lines = at.page.locator(".hw-sheet tbody tr")
    await expect(lines).to_have_count(BEDS)
    await expect(lines.nth(2)).to_contain_text("☐ No longer")
    await expect(lines.nth(2)).to_contain_text("☐ Don't know")
    await expect(at.page.locator(".hw-sheet__head")).to_contain_text(
        re.compile(r"Ash ward.*28 people.*Printed .*As of ")
    )
    for shown in (lines.first, lines.last):
        await expect(shown).to_be_visible()
    for hidden in (people(at).first, at.page.get_by_role("navigation", name="People shown")):
        await expect(hidden).to_be_hidden()
