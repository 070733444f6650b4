"""Tasks at a browser: on the case, on the ward list and in the lists across cases; by keyboard, wide and on a phone."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from playwright.async_api import expect

from app.domain.case import AcceptReferral, PlanLeaving
from app.domain.case.leaving import LeaveFrom
from app.domain.values import CaseId, Role, SpellId, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation

LETTER = "Discharge letter done, to GP and service"


async def test_tasks_of_a_case_are_done_reopened_raised_and_not_needed_by_keyboard(
    desk: OpenDesk, town: Installation
) -> None:
    case = await _a_case(town)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")

    letter = at.page.locator(".hw-task").filter(has_text=LETTER)
    await letter.get_by_role("button", name=re.compile("^Done")).press("Enter")
    await expect(at.page.get_by_role("status").filter(has_text=f"Done: {LETTER}.")).to_be_visible()
    await at.page.locator(".hw-tasks summary", has_text="Done or not needed").press("Enter")
    await letter.get_by_role("button", name=re.compile("^Reopen")).press("Enter")
    await expect(letter.get_by_role("button", name=re.compile("^Done"))).to_be_visible()
    await letter.get_by_role("button", name=re.compile("^Give to me")).press("Enter")
    await expect(letter).to_contain_text("given to Sam Hub Lead")
    await letter.get_by_role("button", name=re.compile("^Not needed")).press("Enter")
    await expect(letter.get_by_label("Why is it not needed?")).to_be_focused()
    await at.assert_accessible()
    await at.page.keyboard.press("Tab")
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_role("status").filter(has_text=f"Not needed: {LETTER}.")).to_be_visible()

    await at.page.locator(".hw-tasks summary", has_text="Raise a task").press("Enter")
    await at.page.get_by_role("button", name="Raise the task").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say what is to be done")
    await at.page.get_by_label("What is to be done?").fill("The panel says who pays.")
    await at.page.get_by_label("It settles the money").press("Space")
    await at.page.get_by_role("button", name="Raise the task").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("stops what waits for it")
    await at.page.get_by_label("Does it stop anything?").select_option("stop")
    await at.page.get_by_label("Before what?").select_option("confirm")
    await at.page.get_by_role("button", name="Raise the task").press("Enter")
    await expect(at.page.locator(".hw-task").filter(has_text="The panel says who pays.")).to_be_visible()
    await expect(at.page.locator(".hw-timeline")).to_contain_text("Task raised for ward nurse to settle the funding.")
    await at.assert_well()


async def test_a_list_shows_who_leaves_first_and_what_is_done_goes_from_it_live(
    desk: OpenDesk, town: Installation
) -> None:
    case = await _a_case(town)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, "/tasks#ward")
    line = at.page.locator("tbody tr", has=at.page.locator(f'a[href="/cases/{case}#tasks"]')).filter(has_text=LETTER)
    await expect(line).to_be_visible()
    await at.assert_well()
    await line.get_by_role("button", name=re.compile("^Done")).press("Enter")
    await expect(line).to_have_count(0)
    await expect(at.page.get_by_role("status").filter(has_text="Done: ")).to_be_visible()
    await at.page.get_by_role("link", name="Pharmacy").press("Enter")
    await expect(at.page.get_by_role("heading", name="Tasks: Pharmacy")).to_be_visible()
    await expect(
        at.page.locator("tbody tr").filter(has_text="Medicines to take home on the ward").first
    ).to_be_visible()


async def test_the_ward_list_says_what_is_asked_and_what_is_ready(desk: OpenDesk, town: Installation) -> None:
    case = await _a_case(town)
    hub, ward = await desk(), await desk()
    await hub.sign_in(town, Role.HUB_LEAD)
    await ward.sign_in(town, Role.WARD_NURSE, f"/wards/{town.ward}")
    row = ward.page.locator(".hw-row", has=ward.page.locator(f'a[href="/cases/{case}#tasks"]'))
    await expect(row.get_by_role("listitem").filter(has_text="Letter")).to_contain_text("not ready")
    await ward.assert_accessible()
    await hub.go(f"/cases/{case}")
    await (
        hub.page.locator(".hw-task")
        .filter(has_text=LETTER)
        .get_by_role("button", name=re.compile("^Done"))
        .press("Enter")
    )
    await expect(row.get_by_role("listitem").filter(has_text="Letter")).not_to_contain_text("not ready")


async def _a_case(town: Installation) -> UUID:
    """Somebody whom the hub has accepted and who leaves the day after tomorrow."""
    _, spell = await town.admit()
    case, now = CaseId(uuid4()), datetime.now(UTC)
    await town.do(town.referral(SpellId(UUID(str(spell))), case))
    what: dict[str, Any] = {"case_id": case, "by": town.by(Role.CASE_MANAGER), "at": now}
    await town.do(AcceptReferral(case_manager=town.staff[Role.CASE_MANAGER], **what))
    slot: dict[str, Any] = {"leave_at": now + timedelta(days=2), "leave_from": LeaveFrom.WARD}
    await town.do(PlanLeaving(**slot, going_to=Words("Own home"), received_by=Words("Her daughter"), **what))
    return case
