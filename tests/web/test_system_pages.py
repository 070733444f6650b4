"""A manager keeps the system in its pages: places, calendars, ladders, roster, local lists, and all of it as a file."""

import json
import re
from datetime import UTC, datetime

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.practice import PracticeKind, SetPractice
from app.domain.practice.escalation import EscalationPolicy
from app.domain.values import Role
from app.events.practice import shipped
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE
from tests.facts import Installation
from tests.web.ward_desk import assert_well, tab_to

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])


@BOTH
async def test_a_manager_keeps_places_calendars_ladders_and_roster(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    at = await desk(width)
    page = at.page
    await at.sign_in(town, Role.MANAGER)
    await at.go_by_more("System")
    await expect(page.get_by_role("heading", level=1, name="System")).to_be_visible()
    await assert_well(at)

    await page.get_by_role("link", name="Organisations, sites, wards and hubs").click()
    adding = page.locator("details").filter(has_text="Add an organisation")
    await adding.locator("summary").click()
    await adding.get_by_role("button", name="Add").click()
    await expect(adding.get_by_role("alert")).to_contain_text("Fill in: Name")
    await adding.get_by_label("Name").fill("Southmoor Council")
    await adding.get_by_label("Code").fill(f"S{town.system.hex[:6]}")
    await adding.get_by_label("Kind").select_option(label="council")
    await assert_well(at)
    await adding.get_by_role("button", name="Add").click()
    await expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    council = page.locator("details").filter(has_text="Southmoor Council").first
    await expect(council).to_be_visible()

    await at.go("/system/calendars")
    calendar = page.locator("details").filter(has_text="Southmoor Council").first
    await expect(calendar).to_contain_text("The wall clock")
    await calendar.locator("summary").first.click()
    await calendar.get_by_label("Monday").fill("nine to five")
    await calendar.get_by_role("button", name="Save").click()
    await expect(calendar.get_by_role("alert")).to_contain_text("Write the hours of Monday")
    await assert_well(at)
    await calendar.get_by_label("Monday").fill("9:00-12:00, 13:00–17:00")
    await calendar.get_by_label("Order by").fill("12:00")
    await calendar.get_by_role("button", name="Save").click()
    await expect(calendar).to_contain_text("Mon 09:00–12:00, 13:00–17:00 · bank holidays closed · order by 12:00")
    await calendar.locator("summary").last.click()
    told = "Sam Manager: Monday: 09:00–12:00, 13:00–17:00; Tuesday to Sunday: closed; Bank holidays: closed"
    await expect(calendar).to_contain_text(told)
    await assert_well(at)

    await at.go("/system/ladders")
    officer = page.locator("details").filter(has_text="Senior responsible officer").first
    await officer.locator("summary").first.click()
    await officer.get_by_label("role as it is called there").fill("Chief operating officer")
    await officer.get_by_label("telephone").fill("01632 960299")
    await officer.get_by_role("button", name="Save").click()
    await expect(officer).to_contain_text("Chief operating officer, 01632 960299")
    await officer.locator("summary").last.click()
    await expect(officer).to_contain_text("Sam Manager: Senior responsible officer: Chief operating officer")
    await assert_well(at)

    await at.go("/system/roster")
    member = page.locator("details").filter(has_text="Sam Provider").first
    await member.locator("summary").click()
    await member.get_by_label("Role").select_option(label="Case manager")
    await assert_well(at)
    await member.get_by_role("button", name="Save").click()
    await expect(member).to_contain_text("Case manager, Northmoor Trust")

    for part in ("services", "file"):
        await at.go(f"/system/{part}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await assert_well(at)


@BOTH
async def test_a_line_that_may_not_be_so_is_told_at_the_line_and_nothing_typed_is_lost(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    at = await desk(width)
    page = at.page
    await at.sign_in(town, Role.HUB_LEAD, "/system/lists/task_templates")
    await expect(page.get_by_text("93 lines; local default")).to_be_visible()
    await assert_well(at)

    change = page.get_by_role("button", name="Change A13", exact=True)
    await change.focus()
    await page.keyboard.press("Enter")
    form = page.get_by_role("group", name="Change the line")
    await expect(form.get_by_label("Template")).to_be_focused()
    await assert_well(at)
    await tab_to(at, form.get_by_label("Precedes"))
    await page.keyboard.press("Control+a")
    await page.keyboard.type("leave")
    await page.keyboard.press("Enter")
    await expect(change).to_be_focused()

    save = page.get_by_role("button", name="Save the list")
    await save.click()
    told = "(A13): A Care Act assessment may never precede leaving."
    await expect(page.get_by_role("alert")).to_contain_text(told)
    row = page.get_by_role("row").filter(has=change)
    await expect(row).to_contain_text(told)
    await expect(row).to_contain_text("Precedes: leave")
    await assert_well(at)

    await page.get_by_role("alert").get_by_role("link").click()
    await expect(change).to_be_focused()
    await page.keyboard.press("Enter")
    await form.get_by_label("Precedes").fill("exit")
    await form.get_by_label("Days", exact=True).fill("30")
    await form.get_by_role("button", name="Take over").click()
    await save.click()
    await expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    await expect(page.get_by_text("93 lines; version 1")).to_be_visible()
    await page.get_by_text("Versions", exact=True).click()
    await expect(page.get_by_text("93 lines: 1 changed")).to_be_visible()
    await assert_well(at)


@BOTH
async def test_a_line_of_a_later_default_is_added_to_a_list_that_was_set_before(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    lines = [line for line in shipped(EscalationPolicy).as_json() if line["trigger"] != "not_met"]
    older = [line | {"after_minutes": 0} if line["trigger"] == "leaving_missed" else line for line in lines]
    by, now = town.by(Role.MANAGER), datetime.now(UTC)
    await town.do(SetPractice(practice=PracticeKind.ESCALATION_POLICY, lines=tuple(older), by=by, at=now))
    at = await desk(width)
    page = at.page
    await at.sign_in(town, Role.MANAGER, "/system")
    await expect(page.get_by_text("version 1; 1 line of the local default not in it")).to_be_visible()
    await page.get_by_role("link", name="Escalation policy").click()
    besides = page.locator("summary").filter(has_text="In the local default, and not so here")
    await besides.press("Enter")
    await expect(page.get_by_role("listitem").filter(has_text="leaving_missed")).to_contain_text("30 (here: 0)")
    await assert_well(at)
    await page.get_by_role("button", name=re.compile("^Add it")).press("Enter")
    await expect(page.get_by_role("rowheader", name="not_met L2")).to_be_visible()
    while await (take := page.get_by_role("button", name="Take it as it is there")).count():
        await take.first.press("Enter")
    await expect(besides).to_have_count(0)
    await expect(page.get_by_role("button", name="Add a line")).to_be_focused()
    await page.get_by_role("button", name="Save the list").press("Enter")
    await expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    await at.go("/system")
    await expect(page.get_by_text("of the local default not in it")).to_have_count(0)


async def test_a_list_that_somebody_else_saved_meanwhile_is_not_overwritten_unseen(
    desk: OpenDesk, town: Installation
) -> None:
    one, other = await desk(WIDE), await desk(WIDE)
    for at, role in ((one, Role.MANAGER), (other, Role.HUB_LEAD)):
        await at.sign_in(town, role, "/system/lists/assessment_agreements")
        await at.page.get_by_role("button", name="Add a line").click()
        await at.page.get_by_label("Code").fill(f"TA-{role}")
        await at.page.get_by_label("Name of the agreement").fill("One more agreement")
        await at.page.get_by_role("button", name="Add to the list").click()
    await one.page.get_by_role("button", name="Save the list").click()
    await expect(one.page.get_by_text("6 lines; version 1")).to_be_visible()

    await other.page.get_by_role("button", name="Save the list").click()
    await expect(other.page.get_by_text("Somebody changed this while you were typing.")).to_be_visible()
    await assert_well(other)
    await other.page.get_by_role("button", name="Use mine instead when I send").click()
    await other.page.get_by_role("button", name="Save the list").click()
    await expect(other.page.get_by_text("6 lines; version 2")).to_be_visible()


async def test_the_system_as_a_file_is_looked_at_and_brought_in(desk: OpenDesk, town: Installation) -> None:
    at = await desk(PHONE)
    page = at.page
    await at.sign_in(town, Role.MANAGER, "/system/file")
    async with page.expect_download() as saved:
        await page.get_by_role("link", name="Save this system as a file").click()
    file = json.loads((await (await saved.value).path()).read_text())

    await page.get_by_label("The file", exact=True).fill("{")
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_role("alert")).to_contain_text("it cannot be read as JSON")
    await page.get_by_label("The file", exact=True).fill(json.dumps(file))
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("0 changes;")).to_be_visible()

    file["hubs"][0]["name"] = "Southmoor hub"
    await page.get_by_label("The file", exact=True).fill(json.dumps(file))
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("Hub Southmoor hub")).to_be_visible()
    await assert_well(at)
    await page.get_by_role("button", name="Bring in 1 change").click()
    await expect(page.get_by_role("heading", name="What was changed")).to_be_focused()
    await assert_well(at)


async def test_who_may_not_change_reads_and_finds_no_button(desk: OpenDesk, town: Installation) -> None:
    at = await desk(WIDE)
    await at.sign_in(town, Role.WARD_NURSE)
    await expect(at.page.get_by_role("link", name="System")).to_have_count(0)
    for path in ("/system/lists/decline_codes", "/system/organisations", "/system/ladders"):
        await at.go(path)
        await expect(at.page.get_by_role("heading", level=1)).to_be_visible()
        await expect(at.page.get_by_role("main").get_by_role("button")).to_have_count(0)
        await assert_well(at)
    for part, words in (("delay_order", "Ongoing safeguarding concern"), ("service_lines", "While waiting: IP1 ")):
        await at.go(f"/system/lists/{part}")
        await expect(at.page.get_by_role("row").filter(has_text=words).first).to_be_visible()
        await assert_well(at)
