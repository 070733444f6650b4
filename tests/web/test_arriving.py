"""Since they left: ward, hub and service see at once what was left open; the service says who met them."""

import re
from datetime import UTC, datetime, timedelta

from playwright.async_api import expect

from app.domain.case import RecordDeparture
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import a_nurse, assert_well


async def test_who_left_with_a_stop_open_is_met_by_the_service_and_hub_and_ward_see_it(
    desk: OpenDesk, town: Installation
) -> None:
    search, service = await a_search(town), await a_service(town)
    [offer] = await search.ask(service)
    await town.do(search.yes(offer))
    ward, hub, phone = await a_nurse(desk, town), await desk(), await desk(PHONE)
    await hub.sign_in(town, Role.HUB_LEAD, f"/cases/{search.case}")
    await phone.sign_in(town, Role.PROVIDER, "/provider")
    await expect(phone.page.get_by_role("main")).to_contain_text("Arrives")

    await town.do(RecordDeparture(**search.said() | {"at": datetime.now(UTC) - timedelta(hours=6)}))
    await expect(ward.page.get_by_role("region", name="Left with something still to be done")).to_contain_text(
        "stops open"
    )
    since = hub.page.get_by_role("region", name="Since they left")
    await expect(since).to_contain_text("Arrival not confirmed")
    await expect(since).to_contain_text("Medicines")
    await assert_well(ward)
    await assert_well(hub)

    card = phone.page.locator(".hw-offer")
    await expect(card).to_contain_text("Left with this still to be done")
    await card.get_by_role("button", name=re.compile("Nobody met them")).click()
    await card.get_by_label("No access").check()
    await card.get_by_label("What was done about it?").fill("Rang the daughter.")
    await card.get_by_role("button", name="Nobody met them", exact=True).click()
    await expect(since).to_contain_text("Rang the daughter.")
    await card.get_by_role("button", name=re.compile("First contact made")).click()
    await assert_well(phone)
    await card.get_by_label("Who of the service met them?").fill("Rosa")
    await card.get_by_role("button", name="First contact made", exact=True).click()
    await expect(phone.page.get_by_role("heading", name="In your care")).to_be_visible()
    await expect(hub.page.get_by_role("strong").filter(has_text="In intermediate care")).to_be_visible()

    await hub.page.get_by_text("Take the first contact back", exact=True).click()
    await hub.page.locator("#undo-first_contact").get_by_label("Why?").fill("That was her neighbour.")
    await hub.page.locator("#undo-first_contact").get_by_role("button", name="Take it back").click()
    await expect(hub.page.get_by_role("status").filter(has_text="take the first contact back")).to_be_visible()
    await expect(hub.page.get_by_role("strong").filter(has_text="Left hospital")).to_be_visible()

    await card.get_by_role("button", name=re.compile("^They have died")).press("Enter")
    await expect(card.get_by_label("In words (optional)")).to_be_visible()
    await assert_well(phone)
    await card.get_by_label("In words (optional)").fill("Her daughter rang us.")
    await card.get_by_role("button", name="They have died", exact=True).press("Enter")
    await expect(card).to_have_count(0)
    await expect(hub.page.get_by_role("strong").filter(has_text="Closed")).to_be_visible()
    await expect(hub.page.get_by_role("main")).to_contain_text("Her daughter rang us.")
