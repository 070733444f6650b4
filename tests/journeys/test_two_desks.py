"""A service found between two real browsers: the hub at its desk, the provider on a telephone; nobody reloads."""

import re

from playwright.async_api import Locator, expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE, Desk
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.journeys.delays import Delays


async def test_the_hub_asks_a_provider_answers_and_both_see_it(desk: OpenDesk, town: Installation) -> None:
    search, delays = await a_search(town), Delays()
    await a_service(town)
    hub, board, provider = await desk(), await desk(), await desk(PHONE)
    await hub.sign_in(town, Role.CASE_MANAGER, f"/cases/{search.case}")
    await board.sign_in(town, Role.HUB_LEAD, "/board")
    await provider.sign_in(town, Role.PROVIDER, "/provider")
    await expect(card_in(board, "Planning")).to_be_visible()
    await expect(provider.page.get_by_role("main")).to_contain_text("Nothing that you have room for")

    # The hub asks, and the telephone has the card: what is needed, and nothing of who it is.
    finding = hub.page.get_by_role("region", name="Finding a service")
    await finding.get_by_role("button", name="Ask services").click()
    await finding.get_by_label(re.compile("Reablement: ")).check()
    delays.act()
    await finding.get_by_role("button", name="Ask them").click()
    offer = provider.page.locator(".hw-offer")
    await offer.wait_for()
    delays.seen()
    await expect(offer).to_contain_text("Morning: 30 min")
    await expect(provider.page.get_by_role("main")).not_to_contain_text("EXAMPLE")
    await expect(card_in(board, "Finding a service")).to_be_visible()
    await provider.assert_accessible()

    # The provider is interested and keeps a place; the hub sees it, and writes down what the person says.
    await offer.get_by_role("button", name="Interested").click()
    await offer.get_by_role("button", name="Hold a place").click()
    delays.act()
    await offer.get_by_role("button", name="Yes in principle").click()
    await card_in(board, "Finding a service").filter(has_text="in principle").wait_for()
    delays.seen()
    await finding.get_by_role("button", name="The person's answer").click()
    await finding.get_by_label("What do they say to this service?").select_option("agrees")
    await finding.get_by_role("button", name="Record the answer").click()
    await hub.assert_accessible()

    # It confirms: only now it knows who comes, and the board has agreed the start.
    await expect(offer).to_contain_text("You hold a place until")
    await offer.get_by_role("button", name="Confirm the start").click()
    await offer.get_by_label("How did you assess").select_option("remote")
    delays.act()
    await offer.get_by_role("button", name="Confirm: we take this person").click()
    await card_in(board, "Start agreed").wait_for()
    delays.seen()
    await expect(provider.page.get_by_role("main")).to_contain_text("EXAMPLE, Ada")
    await expect(finding).to_contain_text("Reablement: start agreed")
    timeline = hub.page.get_by_role("region", name="What happened")
    for said in (
        "Request to services",
        "would take them, and holds a place",
        "Yes to the service",
        "Start agreed with",
    ):
        await expect(timeline).to_contain_text(said)

    # What it has to do stands on its own page, and is done there in one tap.
    told = provider.page.locator(".hw-to-do li").filter(has_text="First visit's time told")
    await told.get_by_role("button", name=re.compile("^Done")).click()
    await expect(told).to_have_count(0)
    await provider.assert_accessible()
    await board.assert_accessible()
    delays.assert_usually_within_a_second()


def card_in(board: Desk, column: str) -> Locator:
    """Her card, if it is in this column."""
    return board.page.get_by_role("region", name=column).get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
