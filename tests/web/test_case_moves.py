"""What can be done on the page of a case: back in hospital, closed and reopened, and back after signing in again."""

import re
from datetime import UTC, datetime
from uuid import uuid4

from playwright.async_api import Route, expect

from app.domain.case import AcceptReferral, RecordDeparture
from app.domain.values import CaseId, Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import PASSWORD, Installation, username_of


async def test_who_is_back_in_hospital_is_planned_for_again(desk: OpenDesk, town: Installation) -> None:
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{await _somebody_left(town)}")

    await at.page.get_by_text("Record that the person is back in hospital", exact=True).click()
    await at.page.get_by_label("Transport was aborted").check()
    await at.page.get_by_role("button", name="Record the return").click()

    await expect(at.page.get_by_role("status").filter(has_text="back in hospital")).to_be_visible()
    await expect(at.page.get_by_text("Decide the pathway")).to_be_visible()


async def test_a_case_is_closed_reopened_and_closed_again_without_leaving_its_page(
    desk: OpenDesk, town: Installation
) -> None:
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{await _somebody_left(town)}")

    for _ in range(2):
        await at.page.locator("#closure > summary").click()
        await at.page.get_by_label("How did it end?").select_option("settled")
        await at.page.get_by_role("button", name="Close the case").click()
        await at.page.locator("#reopening > summary").click()
        await at.page.get_by_label("Why is it open again?").fill("By mistake.")
        await at.page.get_by_role("button", name="Reopen").click()
    await expect(at.page.locator("#closure > summary")).to_be_visible()
    await expect(at.page.get_by_text("Reopened. “By mistake.”")).to_have_count(2)


async def test_a_case_is_handed_to_another_hub_with_who_took_it_over_and_the_ward_may_refer_there(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    case = CaseId(uuid4())
    await town.do(town.referral(spell, case))
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await at.page.locator("#closure > summary").press("Enter")
    await at.page.get_by_label("How did it end?").select_option("other_hub")
    await at.page.get_by_role("button", name="Close the case").click()
    await expect(at.page.locator("#closure-words-error")).to_contain_text("Say which hub has the case now")
    await at.assert_well()
    await at.page.get_by_label("To which hub, and to whom there?").fill("Fell hub, Jo Dean, rang 10:40.")
    await at.page.get_by_role("button", name="Close the case").click()
    await expect(at.page.get_by_text("Closed: handed to another hub. “Fell hub, Jo Dean, rang 10:40.”")).to_be_visible()
    await at.assert_well()

    ward = await desk()
    await ward.sign_in(town, Role.WARD_NURSE)
    await expect(ward.page.get_by_role("link", name="Refer EXAMPLE, Ada")).to_be_visible()


async def test_who_must_sign_in_again_comes_back_to_the_case(desk: OpenDesk, town: Installation) -> None:
    case = await _somebody_left(town)
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await at.page.get_by_text("Record that the person is back in hospital", exact=True).click()
    await at.page.get_by_label("Transport was aborted").check()

    async def too_late(route: Route) -> None:
        async with town.database.turns.acquire() as connection:
            await connection.execute("DELETE FROM session WHERE staff_id = $1", town.staff[Role.HUB_LEAD])
        await route.continue_()

    await at.page.route("**/return-to-hospital", too_late)
    await at.page.get_by_role("button", name="Record the return").click()

    await at.page.wait_for_url(re.compile("/sign-in"))
    await at.page.get_by_label("User name").fill(username_of(town.system, Role.HUB_LEAD))
    await at.page.get_by_label("Password").fill(PASSWORD)
    await at.page.keyboard.press("Enter")
    await at.page.wait_for_url(f"**/cases/{case}")


async def _somebody_left(town: Installation) -> CaseId:
    _, spell = await town.admit()
    case, lead, now = CaseId(uuid4()), town.by(Role.HUB_LEAD), datetime.now(UTC)
    await town.do(town.referral(spell, case))
    await town.do(AcceptReferral(case_id=case, case_manager=town.staff[Role.CASE_MANAGER], by=lead, at=now))
    await town.do(RecordDeparture(case_id=case, by=lead, at=now))
    return case
