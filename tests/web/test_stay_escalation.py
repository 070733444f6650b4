"""A problem of somebody without a case, at a browser: escalated from the ward list, settled where it says why."""

import re

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation

PROBLEM = "Nobody brings the hoist."


async def test_a_problem_is_escalated_from_the_ward_list_and_settled_by_keyboard(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE, f"/wards/{town.ward}")
    row = at.page.locator("tr.hw-row", has=at.page.locator(f'[data-focus="more {spell}"]'))
    await row.locator("summary", has_text="More").press("Enter")
    await row.get_by_role("button", name="Escalate a problem…").press("Enter")
    dialog = at.page.get_by_role("dialog")
    await dialog.get_by_label("What is the problem?").fill(PROBLEM)
    await at.assert_well()
    await dialog.get_by_role("button", name="Escalate it").press("Enter")
    await expect(at.page.get_by_role("main")).to_contain_text("It stands under Escalations until it is settled.")

    await at.go(f"/delays/{spell}")
    entry = at.page.locator(".hw-escalation").filter(has_text=PROBLEM)
    await expect(entry).to_contain_text("left: answer by")
    await at.assert_well()
    await entry.get_by_role("button", name=re.compile("^Settled")).press("Enter")
    await entry.get_by_label("How was it settled?").fill("It stands beside the bed.")
    await entry.get_by_role("button", name="It is settled").press("Enter")
    await expect(entry).to_have_count(0)
    await expect(at.page.get_by_role("region", name="Escalations")).to_contain_text("Settled: Raised by a person.")
