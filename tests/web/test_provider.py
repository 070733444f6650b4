"""A service's own page, on a telephone: a request is answered in few taps, its assessment read, its tasks done."""

import asyncio
import re

from playwright.async_api import Route, expect

from app.domain.case import RecordDeparture
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE
from tests.events.searching import a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import assert_well

ON_THE_PAGE = "node => node.getBoundingClientRect().top + scrollY"


class Held:
    """Answers of the server that come only when they are let go."""

    def __init__(self) -> None:
        self._routes = asyncio.Queue[Route]()

    async def hold(self, route: Route) -> None:
        """Let this one wait."""
        await self._routes.put(route)

    async def let_go(self) -> None:
        """Let the one that waits, or comes next, through."""
        await (await self._routes.get()).continue_()


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


async def test_no_answer_moves_when_the_detail_comes(desk: OpenDesk, town: Installation) -> None:
    at, service = await desk(PHONE), await a_service(town)
    for search in (await a_search(town), await a_search(town)):
        await search.ask(service)
    details = Held()
    await at.page.route("**/api/v1/offers/*", details.hold)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    first, second = (at.page.locator(".hw-offer").nth(n) for n in range(2))
    hold = first.get_by_role("button", name="Hold a place")
    await expect(hold).to_be_visible()
    where = await hold.evaluate(ON_THE_PAGE)
    await first.get_by_role("button", name="Interested").click()
    await details.let_go()
    await expect(first).to_contain_text("Fell at home.")
    assert await hold.evaluate(ON_THE_PAGE) == where

    # Come back to, what lies below a detail is shown once the detail is there.
    await at.page.reload()
    await expect(at.page.get_by_role("main")).to_contain_text("Reading the requests…")
    await expect(second.get_by_role("button", name="Hold a place")).to_have_count(0)
    await details.let_go()
    await expect(first).to_contain_text("Fell at home.")
    await expect(second.get_by_role("button", name="Hold a place")).to_be_visible()


async def test_a_late_answer_takes_nobody_away_from_where_they_went_on(desk: OpenDesk, town: Installation) -> None:
    at, search, service, late = await desk(PHONE), await a_search(town), await a_service(town), Held()
    await search.assess(goals__matters=["Ada wants to see her garden."])
    [offer_id] = await search.ask(service)
    await town.do(search.yes(offer_id))
    await at.page.route("**/completion", late.hold)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    task = at.page.locator(".hw-to-do li").filter(has_text="First visit's time told")
    await task.get_by_role("button", name=re.compile("^Done")).press("Enter")
    happened = at.page.get_by_label("What happened?")
    await at.page.get_by_role("button", name="The start failed").press("Enter")
    await happened.fill("Two carers")

    await late.let_go()

    await expect(task).to_have_count(0)
    await expect(happened).to_be_focused()


async def test_a_late_answer_to_an_item_takes_nobody_away_from_the_next(desk: OpenDesk, town: Installation) -> None:
    at, search, service, late = await desk(PHONE), await a_search(town), await a_service(town), Held()
    await search.assess(goals__matters=["Ada wants to see her garden."])
    await search.ask(service)
    await at.page.route("**/items/*", late.hold)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    offer = at.page.locator(".hw-offer").first
    await offer.get_by_role("button", name="Interested").press("Enter")
    await offer.get_by_role("button", name="Read the trusted assessment, version 1").press("Enter")
    item = offer.locator(".nhsuk-summary-list__row").filter(has_text="How many people it takes to move the person")
    other = offer.locator(".nhsuk-summary-list__row").filter(has_text="garden").locator("summary")
    await item.locator("summary").press("Enter")
    await item.get_by_label("We accept it").check()
    await item.get_by_role("button", name="Send").press("Enter")
    await other.focus()

    await late.let_go()

    await expect(item).to_contain_text("accepts")
    await expect(item.get_by_role("button", name="Send")).to_have_count(0)
    await expect(other).to_be_focused()


async def test_the_assessment_is_read_and_answered_item_by_item_and_then_the_work_is_done(
    desk: OpenDesk, town: Installation
) -> None:
    at, search, service = await desk(PHONE), await a_search(town), await a_service(town)
    await search.assess(goals__matters=["Ada wants to see her garden."])
    [offer_id] = await search.ask(service)
    await at.sign_in(town, Role.PROVIDER)
    await at.go("/provider")
    main = at.page.get_by_role("main")
    offer = at.page.locator(f".hw-offer:has([data-focus='{offer_id}'])")
    await offer.get_by_role("button", name="Interested").press("Enter")
    await offer.get_by_role("button", name="Read the trusted assessment, version 1").press("Enter")
    await expect(offer).to_contain_text("[…] wants to see her garden.")
    await expect(main).not_to_contain_text(re.compile("Example", re.IGNORECASE))

    item = offer.locator(".nhsuk-summary-list__row").filter(has_text="How many people it takes to move the person")
    await item.locator("summary").press("Enter")
    await item.get_by_label("We do not accept it").check()
    await item.get_by_role("button", name="Send").press("Enter")
    await expect(item.get_by_role("alert")).to_contain_text("Say what, or why")
    await item.get_by_label("In words").fill("One cannot turn her.")
    await assert_well(at)
    await item.get_by_role("button", name="Send").press("Enter")
    await expect(item).to_contain_text("Reablement does not accept this")
    await expect(item).to_contain_text("“One cannot turn her.”")
    await assert_well(at)

    await town.do(search.yes(offer_id))
    task = at.page.locator(".hw-to-do li").filter(has_text="First visit's time told")
    await expect(task).to_contain_text("EXAMPLE, Ada")
    await task.get_by_role("button", name=re.compile("^Start")).press("Enter")
    await expect(task).to_contain_text("begun")
    await assert_well(at)
    await task.get_by_role("button", name=re.compile("^Done")).press("Enter")
    await expect(task).to_have_count(0)

    await offer.get_by_role("button", name="The start failed").press("Enter")
    happened = offer.get_by_label("What happened?")
    await happened.fill("Two carers are")
    await happened.focus()
    await town.do(RecordDeparture(**search.said()))
    # It stands in another list from then on, with all that was typed and open in it.
    await expect(offer).to_contain_text("Since they left hospital")
    await expect(happened).to_be_focused()
    await at.page.keyboard.type(" ill.")
    await expect(happened).to_have_value("Two carers are ill.")
    await expect(offer).to_contain_text("Ada wants to see her garden.")
    await item.locator("summary").press("Enter")
    await item.get_by_label("We found it different once they came").check()
    await item.get_by_label("In words").fill("Needs two to stand.")
    await item.get_by_role("button", name="Send").press("Enter")
    await expect(item).to_contain_text("“Needs two to stand.”")
