"""A service's own page: on a telephone: a request comes, is answered in few taps, and only then says who it is."""

import re

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import assert_well


async def test_a_request_comes_and_is_held_and_confirmed(desk: OpenDesk, town: Installation) -> None:
    at, search, service = await desk(PHONE), await a_search(town), await a_service(town)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    main = at.page.get_by_role("main")
    await expect(main).to_contain_text("Nothing that you have room for by your last count.")

    await search.ask(service)
    offer = at.page.locator(".hw-offer")
    await expect(offer).to_contain_text("Morning: 30 min")
    await expect(main).not_to_contain_text(re.compile("Example", re.IGNORECASE))
    await assert_well(at)

    await offer.get_by_role("button", name="Interested").click()
    await expect(offer).to_contain_text("Fell at home.")
    await expect(main).not_to_contain_text(re.compile("Example", re.IGNORECASE))
    await offer.get_by_role("button", name="Hold a place").click()
    await offer.get_by_role("button", name="Yes in principle").click()
    await expect(main).to_contain_text("You hold a place until")

    await offer.get_by_role("button", name="Confirm the start").click()
    await offer.get_by_label("How did you assess").select_option("own_visit")
    await assert_well(at)
    await offer.get_by_role("button", name="Confirm: we take this person").click()
    await expect(main).to_contain_text("EXAMPLE, Ada")
    await expect(offer).to_contain_text("Arrives")
    await assert_well(at)
