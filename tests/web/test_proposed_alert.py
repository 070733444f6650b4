"""The feed proposes to tell the hub early: the ward answers in two taps, and is not asked again."""

from playwright.async_api import expect

from app.domain.codes.alert_reasons import AlertReason
from app.domain.spell import ProposeEarlyAlert
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.web.told import told
from tests.web.ward_desk import assert_well, row_of, send

WORDS = "Proposed: tell the hub early (came from a care home)"


async def test_the_hub_is_told_early_or_not_needed_as_the_ward_says(desk: OpenDesk, town: Installation) -> None:
    for bed, given in (("A1-01", "Ada"), ("A1-02", "Ben")):
        _, spell = await town.admit(bed=bed, given=given)
        await told(town, ProposeEarlyAlert, spell, reason=AlertReason.CARE_HOME)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    ada, ben = row_of(at, "EXAMPLE, Ada"), row_of(at, "EXAMPLE, Ben")
    await expect(ada).to_contain_text(WORDS)
    await expect(ben).to_contain_text(WORDS)
    await expect(at.page.get_by_role("link", name="Mine to do")).to_contain_text("2")
    await assert_well(at)

    await ada.get_by_role("button", name="Tell the hub about EXAMPLE, Ada").press("Enter")
    await expect(at.page.get_by_role("dialog")).to_be_visible()
    await send(at, "Tell the hub")
    await expect(at.page.get_by_role("dialog")).to_have_count(0)
    await expect(ada).not_to_contain_text("Proposed")
    await expect(ada.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")

    await ben.get_by_role("button", name="Not needed for EXAMPLE, Ben").press("Enter")
    await expect(ben).not_to_contain_text("Proposed")
    await expect(ben).to_be_focused()
    await expect(ben.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")
    await expect(at.page.get_by_role("link", name="Mine to do")).to_contain_text("0")
    await assert_well(at)


async def test_a_manager_says_which_codes_of_a_feed_propose_it(desk: OpenDesk, town: Installation) -> None:
    at = await desk()
    await at.sign_in(town, Role.MANAGER, "/feeds")
    await at.page.get_by_role("link", name="Test feed").click()
    sources = at.page.get_by_role("group", name="Tell the hub early")
    await sources.get_by_role("button", name="Add a line").click()
    await sources.get_by_label("Code in the feed 1").fill("85")
    await assert_well(at)
    await at.page.get_by_role("button", name="Save").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Fill in both sides of each line, or remove it")
    await sources.get_by_label("Where they came from 1").select_option("A care home")
    await at.page.get_by_role("button", name="Save").click()
    await expect(at.page.get_by_text("Saved. The next message is read so.")).to_be_visible()

    await at.page.reload()
    await expect(sources.get_by_label("Code in the feed 1")).to_have_value("85")
    await expect(sources.get_by_label("Where they came from 1")).to_have_value("care_home")
