"""Changing single fields of a referral on the page of its case: each by itself, nobody's words overwritten."""

import re

import pytest
from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, Desk
from tests.facts import Installation
from tests.web.planning import ALL_SAID, LACKS, amend, in_planning
from tests.web.test_pathway import at_case
from tests.web.ward_desk import assert_well

TITLES = (
    *("person and where they are going", "why in hospital", "readiness", "told and agrees", "capacity", "what matters"),
    *("before this stay", "what they manage", "needs", "mind and behaviour", "risks", "people"),
)


async def test_every_field_opens_and_the_page_is_well(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town, ALL_SAID), BOTH_WIDTHS)
    await assert_well(at)
    for title in TITLES:
        await change(at, title)
    await expect(at.page.get_by_role("button", name="Save")).to_have_count(len(TITLES))
    await assert_well(at)


async def test_a_gap_is_answered_by_keyboard_and_the_focus_comes_back(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town), role=Role.WARD_NURSE)
    await at.page.locator("#field-told_and_agrees-change").focus()
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_role("radio", name="Agrees to referral")).to_be_focused()
    await at.page.keyboard.press("ArrowDown")
    await at.page.keyboard.press("Tab")
    await at.page.keyboard.type("Wants to ask her son.")
    await at.page.keyboard.press("Tab")
    await at.page.keyboard.type("Polish")
    await at.page.keyboard.press("Enter")

    said = at.page.get_by_role("region", name="What the ward says")
    await expect(said).to_contain_text("Told, does not agree")
    await expect(said).to_contain_text("Interpreter: Polish")
    await expect(at.page.locator("#field-told_and_agrees-change")).to_be_focused()
    await expect(at.page.get_by_role("list", name="Flags")).to_contain_text("Interpreter")


async def test_what_was_answered_is_shown_to_be_changed_and_left_with_escape(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_case(desk, town, await in_planning(town, LACKS))
    await change(at, "capacity")
    await expect(at.page.get_by_role("radio", name="Lacks capacity for this decision")).to_be_checked()
    await expect(at.page.get_by_label("Which decision?")).to_have_value("Where to live")
    await at.page.keyboard.press("Escape")
    await expect(at.page.get_by_label("Which decision?")).to_have_count(0)
    await expect(at.page.locator("#field-capacity-change")).to_be_focused()


async def test_a_gap_is_not_answered_with_nothing(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town))
    await change(at, "before this stay")
    await at.page.get_by_role("button", name="Save").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Say something, or leave it as it was")


@pytest.mark.parametrize("filled_before", [True, False], ids=["an answer", "a gap"])
async def test_two_people_on_one_field_see_each_others_words(
    desk: OpenDesk, town: Installation, filled_before: bool
) -> None:
    case = await in_planning(town)
    title, label = ("why in hospital", "Why are they in hospital?") if filled_before else ("readiness", "What to add")
    nurse = await at_case(desk, town, case, role=Role.WARD_NURSE)
    lead = await at_case(desk, town, case)
    for at, words in ((nurse, "Fell in the garden."), (lead, "Fell on the stairs.")):
        await change(at, title)
        await at.page.get_by_label(label).fill(words)
    await nurse.page.get_by_role("button", name="Save").click()
    await expect(nurse.page.get_by_role("button", name="Save")).to_have_count(0)

    theirs = lead.page.get_by_role("group", name="Changed meanwhile")
    await lead.page.get_by_role("button", name="Save").click()
    await expect(theirs).to_contain_text("Fell in the garden.")
    await expect(lead.page.get_by_label(label)).to_have_value("Fell on the stairs.")
    await expect(lead.page.get_by_role("button", name="Save")).to_be_visible()
    await lead.assert_accessible()

    await theirs.get_by_role("button", name="Use mine instead when I send").click()
    await lead.page.get_by_role("button", name="Save").click()
    await expect(lead.page.get_by_role("button", name="Save")).to_have_count(0)
    for at in (lead, nurse):
        region = at.page.get_by_role("region", name="What the ward says")
        await expect(region).to_contain_text("Fell on the stairs.")


async def test_another_field_changed_meanwhile_takes_nothing_from_what_is_typed(
    desk: OpenDesk, town: Installation
) -> None:
    case = await in_planning(town)
    at = await at_case(desk, town, case)
    await change(at, "what matters")
    await at.page.get_by_label("in their own words").fill("My cat.")

    await amend(town, case, LACKS)

    await expect(at.page.get_by_role("list", name="Flags")).to_contain_text("Lacks capacity")
    await expect(at.page.get_by_label("in their own words")).to_have_value("My cat.")
    await expect(at.page.get_by_label("in their own words")).to_be_focused()
    await at.page.get_by_role("button", name="Save").click()
    await expect(at.page.get_by_role("region", name="What the ward says")).to_contain_text("“My cat.”")


async def change(at: Desk, title: str) -> None:
    await at.page.get_by_role("button", name=re.compile(f"^(Change|Add) {title}$")).click()
