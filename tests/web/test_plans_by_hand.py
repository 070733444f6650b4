"""The expected date and leave are said by hand, from the ward list."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.local_time import local_date
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE
from tests.facts import Installation
from tests.web.told import short
from tests.web.ward_desk import a_nurse, assert_well, choose, row_of, send, tab_to

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
DAY = timedelta(days=1)


async def test_the_expected_date_is_said_by_keyboard_and_taken_back(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town)
    row, form = row_of(at, "EXAMPLE, Ada"), at.page.get_by_role("dialog")
    day = datetime.now(UTC) + 3 * DAY
    await tab_to(at, row.locator("summary"))
    await at.page.keyboard.press("Enter")
    await tab_to(at, row.get_by_role("button", name="Expected to leave on"))
    await at.page.keyboard.press("Enter")
    await expect(form.get_by_label("Expected date")).to_be_focused()
    await at.page.keyboard.type(f"{local_date(day):%m%d%Y}")  # as the test browser's own locale has it
    await at.page.keyboard.press("Enter")
    await expect(row).to_contain_text(short(day))
    await expect(row.locator("summary")).to_be_focused()

    await choose(at, "Expected to leave on")
    await expect(form.get_by_label("Expected date")).to_have_value(local_date(day).isoformat())
    await form.get_by_label("Expected date").fill("")
    await send(at, "Save")
    await expect(row).not_to_contain_text(short(day))


async def test_an_expected_date_in_the_past_is_refused_in_words(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town)
    await choose(at, "Expected to leave on")
    await at.page.get_by_label("Expected date").fill("2020-01-01")
    await send(at, "Save")
    await expect(at.page.get_by_role("alert")).to_contain_text("lies in the past")


async def test_who_goes_on_leave_keeps_the_row_and_comes_back(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town)
    row = row_of(at, "EXAMPLE, Ada")
    await choose(at, "Goes on leave")
    await at.page.get_by_role("group", name="When are they due back?").get_by_label("Date").fill("2030-01-01")
    await send(at, "Record the leave")
    await expect(at.page.get_by_role("alert")).to_contain_text("Give the time they are due back")
    await at.page.get_by_role("group", name="When are they due back?").get_by_label("Time").fill("18:00")
    await send(at, "Record the leave")
    await expect(row).to_contain_text("On leave until Tue 1 Jan 18:00")

    await choose(at, "Back from leave")
    await send(at, "Record that they are back")
    await expect(row).not_to_contain_text("On leave")
    await expect(at.page.get_by_role("dialog")).to_have_count(0)


@BOTH
async def test_every_form_of_a_plan_is_accessible_and_fits(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    await town.admit()
    at = await desk(width)
    await at.sign_in(town, Role.WARD_NURSE)
    for what, action in (("Expected to leave on", "Cancel"), ("Goes on leave", "Record the leave")):
        await choose(at, what)
        await assert_well(at)
        await send(at, action)
    await choose(at, "Back from leave")
    await assert_well(at)
