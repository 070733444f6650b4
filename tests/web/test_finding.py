"""The hub finds a service on the case's page, and sees on one page what is out and what expires next."""

import re

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import assert_well


async def test_services_are_asked_answer_on_the_telephone_and_a_start_is_agreed(
    desk: OpenDesk, town: Installation
) -> None:
    at, search = await desk(), await a_search(town)
    await a_service(town)
    await at.sign_in(town, Role.CASE_MANAGER, f"/cases/{search.case}")
    finding = at.page.get_by_role("region", name="Finding a service")
    await expect(finding).to_contain_text("Reablement at home")

    await finding.get_by_role("button", name="Ask services").click()
    await finding.get_by_label(re.compile("Reablement: ")).check()
    await assert_well(at)
    await finding.get_by_role("button", name="Ask them").click()
    await expect(finding).to_contain_text("Reablement: waiting, to answer by")

    await at.go("/brokerage")
    main = at.page.get_by_role("main")
    await expect(main).to_contain_text("Next answer due")
    await expect(main).to_contain_text("Reablement: waiting, to answer by")
    await assert_well(at)
    await at.go("/board")
    await expect(at.page.get_by_role("region", name="Finding a service")).to_contain_text("asked 1: 1 waiting to")

    await at.go(f"/cases/{search.case}")
    await finding.get_by_text("Told on the telephone").click()
    await finding.get_by_role("button", name="Confirm the start").click()
    await finding.get_by_label("How did you assess").select_option("remote")
    await finding.get_by_role("button", name="Confirm: we take this person").click()
    await expect(finding).to_contain_text("Reablement: start agreed")
    await assert_well(at)
