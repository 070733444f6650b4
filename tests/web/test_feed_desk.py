"""The desk for the feed in a browser: what waits is settled, by keyboard, and the person appears on the ward list."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.async_api import Locator, ViewportSize, expect

from app.domain.values import Role
from app.intake.adt.feed import Feed
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE, Desk
from tests.facts import Installation
from tests.intake.adt.feeding import OTTO, Hospital, Someone
from tests.intake.adt.messages import OTHER_NHS_NUMBER

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
IDAS_NUMBER_OTTOS_NHS = Someone(numbers=f"H1^^^RXX^MR~{OTHER_NHS_NUMBER}^^^NHS^NH", name="Sorrel^Una^^^Ms^^L")


@pytest.fixture
def hospital(town: Installation) -> Hospital:
    """The hospital whose feed the town takes."""
    return Hospital(town, Feed(town.database, town.hints))


async def latest(hospital: Hospital) -> int:
    return int((await hospital.kept())[-1]["message_id"])


def outcome(at: Desk) -> Locator:
    return at.page.get_by_role("group", name="What came of it")


def step(at: Desk, title: str | re.Pattern[str]) -> Locator:
    return at.page.locator("summary").filter(has_text=title)


async def tab_to(at: Desk, there: Callable[[], Locator]) -> None:
    """Press Tab until this has the focus."""
    for _ in range(60):
        if await there().evaluate("element => element === document.activeElement"):
            return
        await at.page.keyboard.press("Tab")
    raise AssertionError("It cannot be reached by keyboard.")


async def test_who_waits_for_an_unknown_ward_appears_on_its_list_once_a_manager_names_it(
    desk: OpenDesk, town: Installation, hospital: Hospital
) -> None:
    nurse, manager = await desk(), await desk()
    await nurse.sign_in(town, Role.WARD_NURSE, f"/wards/{town.ward}")
    await expect(nurse.page.get_by_role("heading", name="Ash ward")).to_be_visible()
    await hospital.tell("A01", ward="Elm & <b>Oak</b>")

    await manager.sign_in(town, Role.MANAGER)
    await manager.go_by_more("Feeds")
    await manager.page.get_by_role("link", name="A01 admitted").click()
    ward = manager.page.get_by_label("Which ward does Test feed call")
    await tab_to(manager, lambda: ward)
    await manager.page.keyboard.type("Ash")
    await tab_to(manager, lambda: manager.page.get_by_role("button", name="Save and place what waits"))
    await manager.page.keyboard.press("Enter")

    await expect(outcome(manager)).to_contain_text("1 message was placed.")
    await expect(outcome(manager)).to_be_focused()
    await expect(manager.page.get_by_text("Placed", exact=True)).to_be_visible()
    await expect(nurse.page.get_by_text("MARROW, Ida").first).to_be_visible()
    await manager.page.get_by_role("link", name="All messages").click()
    await expect(manager.page.get_by_text("Nothing waits.")).to_be_visible()


async def test_whom_it_is_about_is_chosen_or_searched_for(
    desk: OpenDesk, town: Installation, hospital: Hospital
) -> None:
    await hospital.tell("A01")
    await hospital.tell("A01", OTTO, visit="V2", bed="A1-02")
    await hospital.tell("A01", IDAS_NUMBER_OTTOS_NHS, visit="V3", bed="A1-03", at="11:30")
    await town.admit(family="Sorrel", given="Una")
    at = await desk()
    await at.sign_in(town, Role.CASE_MANAGER, f"/feeds/messages/{await latest(hospital)}")
    await expect(at.page.get_by_label(re.compile("MARROW, Ida"))).to_be_visible()
    await expect(at.page.get_by_label(re.compile("PEPPER, Otto"))).to_be_visible()

    await at.page.get_by_label("Search for a person").fill("sorrel")
    await at.page.keyboard.press("Enter")
    await at.page.get_by_label(re.compile("SORREL, Una")).check()
    await at.assert_accessible()
    await at.page.get_by_role("button", name="It is about this person").click()

    await expect(outcome(at)).to_contain_text("Decided. 1 message was placed.")
    await expect(at.page.get_by_text("It is about SORREL, Una.")).to_be_visible()
    assert "sorrel" not in at.page.url.lower()
    assert len(await hospital.people()) == 3


async def test_who_is_too_late_is_shown_what_was_decided_and_may_take_it_back(
    desk: OpenDesk, town: Installation, hospital: Hospital
) -> None:
    await hospital.tell("A02")
    first, second = await desk(), await desk()
    for at, role in ((first, Role.CASE_MANAGER), (second, Role.MANAGER)):
        await at.sign_in(town, role, f"/feeds/messages/{await latest(hospital)}")
        await expect(step(at, "Ignore it")).to_be_visible()
    await step(first, "Ignore it").click()
    await first.page.get_by_role("button", name="Ignore it").click()
    await expect(first.page.get_by_role("alert")).to_contain_text("Say why nothing is to be done")
    await first.page.get_by_label("Why is nothing to be done?").fill("A test of the hospital's.")
    await first.page.get_by_role("button", name="Ignore it").click()
    await expect(outcome(first)).to_contain_text("1 message is ignored.")

    await second.page.get_by_role("button", name="Take it as the person's admission").click()
    await expect(outcome(second)).to_contain_text("Somebody else has just decided otherwise")
    await expect(second.page.get_by_text("Decided by Sam Case Manager")).to_be_visible()
    await expect(second.page.get_by_text("“A test of the hospital's.”")).to_be_visible()
    await second.page.get_by_role("button", name="Take back what was decided").click()
    await expect(outcome(second)).to_contain_text("1 message still waits")
    await second.page.get_by_role("button", name="Take it as the person's admission").click()
    await expect(outcome(second)).to_contain_text("1 message was placed.")


async def test_several_are_chosen_and_placed_again(desk: OpenDesk, town: Installation, hospital: Hospital) -> None:
    for number in range(3):
        await hospital.tell("A02", visit=f"V{number}")
    await hospital.tell("A01", ward="ELM", visit="V9")
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, "/feeds")
    await at.page.get_by_label("Reason").select_option("unknown-visit")
    await expect(at.page.get_by_role("link", name="A02 moved")).to_have_count(3)
    await at.page.get_by_label("All on this page").check()
    await at.page.get_by_role("button", name="Place 3 messages again").click()
    await expect(outcome(at)).to_contain_text("3 messages still wait.")
    await expect(outcome(at)).to_be_focused()
    await at.assert_accessible()
    await at.page.get_by_label("State").select_option("refused")
    await expect(at.page.get_by_text("Nothing was refused.")).to_be_visible()


@BOTH
async def test_every_view_of_the_desk_is_accessible_and_fits(
    desk: OpenDesk, town: Installation, hospital: Hospital, width: ViewportSize
) -> None:
    at = await desk(width)
    await at.sign_in(town, Role.MANAGER, "/feeds")
    await expect(at.page.get_by_text("Nothing waits.")).to_be_visible()
    await at.assert_accessible()

    await hospital.tell("A01", ward="E" * 190)
    await hospital.tell("A02", visit="V" * 190)
    await hospital.tell("A13", visit="V7")
    await at.page.reload()
    await expect(at.page.get_by_role("link", name="A02 moved")).to_be_visible()
    await at.assert_accessible()
    await at.assert_fits()

    await at.page.get_by_role("link", name="A01 admitted").click()
    await expect(at.page.get_by_role("region", name="As it came")).to_contain_text("Marrow^Ida")
    for summary in await at.page.locator("main details:not([open]) > summary").all():
        await summary.click()
        await at.assert_accessible()
    await at.assert_fits()
    assert "Marrow" not in await at.page.title()

    await at.go("/feeds")
    await at.page.get_by_role("link", name="Test feed").click()
    await expect(at.page.get_by_role("heading", name="Test feed")).to_be_visible()
    await at.page.get_by_role("button", name="Add a line to wards").click()
    await at.assert_accessible()
    await at.assert_fits()


async def test_nobodys_settings_of_a_feed_are_overwritten(desk: OpenDesk, town: Installation) -> None:
    first, second = await desk(), await desk()
    for at in (first, second):
        await at.sign_in(town, Role.MANAGER, "/feeds")
        await at.page.get_by_role("link", name="Test feed").click()
        await expect(at.page.get_by_label("Minutes of silence")).to_be_visible()
    await first.page.get_by_role("button", name="Add a line to wards").click()
    await expect(first.page.get_by_label("Name in the feed 1")).to_be_focused()
    await first.page.keyboard.type("THEATRE")
    await first.page.get_by_label("Ward 1", exact=True).select_option("None of our wards")
    await first.page.get_by_role("button", name="Save").click()
    await expect(first.page.get_by_text("Saved. The next message is read so.")).to_be_visible()

    await second.page.get_by_label("Minutes of silence").fill("45")
    await second.page.get_by_role("button", name="Save").click()
    await expect(second.page.get_by_text("Somebody changed this while you were typing.")).to_be_visible()
    await expect(second.page.get_by_text("THEATRE: none of ours")).to_be_visible()
    await second.assert_accessible()
    await expect(second.page.get_by_label("Minutes of silence")).to_have_value("45")


async def test_only_those_who_look_after_feeds_come_to_the_desk(desk: OpenDesk, town: Installation) -> None:
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE, "/feeds")
    await expect(at.page.get_by_role("heading", name="This page cannot be shown")).to_be_visible()


async def test_the_queue_is_read_again_when_the_feed_is_heard(
    desk: OpenDesk, town: Installation, hospital: Hospital
) -> None:
    await hospital.feed.receive(hospital.write("A01"), datetime.now(UTC))
    at = await desk()
    await at.sign_in(town, Role.MANAGER, "/feeds")
    await expect(at.page.get_by_text("Nothing waits.")).to_be_visible()
    await hospital.feed.receive(hospital.write("A02", OTTO, visit="V9"), datetime.now(UTC))
    await expect(at.page.get_by_role("link", name="A02 moved")).to_be_visible()


async def test_what_was_refused_is_placed_again_from_the_queue_and_says_why_not(
    desk: OpenDesk, town: Installation, hospital: Hospital
) -> None:
    await hospital.send(hospital.write("A01", Someone(numbers="", name="Marrow^Ida")))
    at = await desk()
    await at.sign_in(town, Role.CASE_MANAGER, "/feeds")
    await at.page.get_by_label("State").select_option("refused")
    await at.page.get_by_label(re.compile("Choose message")).check()
    await at.page.get_by_role("button", name="Place 1 message again").click()
    await expect(outcome(at)).to_contain_text("1 message was refused: The message names no patient")
    await at.assert_accessible()
