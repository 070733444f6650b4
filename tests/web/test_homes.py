"""Where a home belongs: typed at an admission, corrected on the ward and on the case, and the hub chosen by it."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from app.domain.system import AddHub
from app.domain.values import Actor, ActorKind, HubId, Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import MONDAY, Installation
from tests.routing.files import all_loaded
from tests.web.referral_desk import open_form, refer
from tests.web.ward_desk import a_nurse, assert_well, choose, fill_admission, row_of, send


@pytest.fixture
async def moor(town: Installation) -> Installation:
    """A system of two hubs with the small country's tables: Northmoor hub looks after Moor, no hub after Fell."""
    await all_loaded(town)
    other: dict[str, Any] = {"organisation_id": town.trust, "by": Actor(kind=ActorKind.SYSTEM, id="tests")}
    await town.do(AddHub(system_id=town.system, hub_id=HubId(uuid4()), name="Saltmarsh hub", at=MONDAY, **other))
    return town


async def test_a_home_typed_at_the_admission_chooses_the_hub_that_is_told_early(
    desk: OpenDesk, moor: Installation
) -> None:
    at, hub = await a_nurse(desk, moor), await desk()
    await hub.sign_in(moor, Role.HUB_LEAD)
    await fill_admission(at)
    await at.page.get_by_label("Address").fill("4 Beck Lane\nNorthmoor")
    await at.page.get_by_label("Postcode").fill("Northmoor")
    await at.page.get_by_label("GP practice code").fill("zz7001")
    await send(at, "Admit")
    await expect(at.page.locator("#admit-postcode-error")).to_contain_text("This is not a postcode")
    await expect(at.page.get_by_label("Address")).to_have_value("4 Beck Lane\nNorthmoor")
    await assert_well(at)
    await at.page.get_by_label("Postcode").fill("zz97 1ab")
    await send(at, "Admit")
    await expect(at.page.get_by_role("dialog")).to_have_count(0)

    await row_of(at, "Okafor, Ada").get_by_role("button", name="Tell the hub early").press("Enter")
    await expect(at.page.get_by_label("Care transfer hub")).to_have_value(str(moor.hub))
    await expect(at.page.get_by_text("Northmoor hub by their home: Moor Council, North.")).to_be_visible()
    await expect(at.page.get_by_role("button", name="Tell the hub", exact=True)).to_be_focused()
    await assert_well(at)
    await at.page.keyboard.press("Enter")

    await expect(hub.page.locator(".hw-card")).to_contain_text("Home: North")
    await assert_well(hub)


async def test_who_lives_out_of_area_has_no_hub_chosen_and_card_and_case_say_whom_to_tell(
    desk: OpenDesk, moor: Installation
) -> None:
    _, spell = await moor.admit(postcode="ZZ97 8AB")
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(moor, Role.WARD_NURSE)
    await at.page.get_by_role("button", name="Tell the hub early about EXAMPLE, Ada").click()
    await expect(at.page.get_by_label("Care transfer hub")).to_have_value("")
    await expect(at.page.get_by_label("Care transfer hub")).to_be_focused()
    await expect(at.page.get_by_text("so none is chosen. Whom to tell: Fell duty desk, 01632 960300")).to_be_visible()
    await assert_well(at)
    await at.page.keyboard.press("Escape")

    await open_form(at, moor, spell)
    await expect(at.page.get_by_label("Care transfer hub")).to_have_value("")
    await at.page.get_by_role("button", name="Check before sending").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose the hub")
    await at.page.get_by_label("Care transfer hub").select_option("Northmoor hub")
    await refer(at)

    hub = await desk(BOTH_WIDTHS)
    await hub.sign_in(moor, Role.HUB_LEAD)
    await expect(hub.page.locator(".hw-card")).to_contain_text("Out of area")
    await assert_well(hub)
    await hub.page.get_by_role("link", name="EXAMPLE, Ada").press("Enter")
    home = hub.page.get_by_role("region", name="Home")
    await expect(home).to_contain_text("Fell duty desk, 01632 960300")
    await expect(home).to_contain_text("Fell Council")
    await assert_well(hub)
    await hub.page.emulate_media(media="print")
    await expect(home.get_by_text("Fell duty desk")).to_be_visible()
    await expect(home.get_by_role("button")).to_have_count(0)
    await hub.page.emulate_media(media="screen")

    await home.get_by_role("button", name="Change address or practice").press("Enter")
    await expect(home.get_by_label("Address")).to_be_focused()
    await hub.page.keyboard.press("Escape")
    await home.get_by_role("button", name="Change address or practice").press("Enter")
    await home.get_by_label("Postcode").fill("ZZ97 1AB")
    await home.get_by_label("GP practice code").fill("ZZ7001")
    await assert_well(hub)
    await home.get_by_role("button", name="Save").press("Enter")
    await expect(home).to_contain_text("Beck Surgery (ZZ7001)")
    await expect(home).to_contain_text("Northmoor hub")
    await expect(home.get_by_role("button", name="Change address or practice")).to_be_focused()


async def test_two_who_correct_one_home_see_each_others(desk: OpenDesk, moor: Installation) -> None:
    await moor.admit(bed="A1-01")
    one, other = await a_nurse(desk, moor), await a_nurse(desk, moor)
    for at in (one, other):
        await choose(at, "Address and GP practice")
        await at.page.get_by_label("Postcode").fill("ZZ97 1AB")
    await assert_well(one)
    await send(one, "Save")
    await expect(one.page.get_by_role("dialog")).to_have_count(0)

    await other.page.get_by_label("Address").fill("1 Fell Row")
    await send(other, "Save")
    await expect(other.page.get_by_role("alert")).to_contain_text("Somebody changed this since you opened it")
    await expect(other.page.get_by_role("group", name="Changed meanwhile")).to_contain_text("ZZ97 1AB")
    await assert_well(other)
    await other.page.get_by_role("button", name="Use mine instead").click()
    await send(other, "Save")
    await expect(other.page.get_by_role("dialog")).to_have_count(0)


async def test_a_board_round_recorded_by_mistake_is_undone_beside_the_words_that_say_it_was_held(
    desk: OpenDesk, town: Installation
) -> None:
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD)
    held = at.page.get_by_role("button", name="Board round held")
    await held.press("Enter")
    await expect(at.page.get_by_text("0 cards with news since")).to_be_visible()
    await assert_well(at)

    await at.page.get_by_role("button", name="Undo the board round").press("Enter")

    await expect(at.page.get_by_text("What was new before it is new again")).to_be_visible()
    await expect(at.page.get_by_text("No board round was recorded yet.")).to_be_visible()
    await expect(held).to_be_focused()
    await assert_well(at)
