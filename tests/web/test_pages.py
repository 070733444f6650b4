"""Every page, wide and on a phone: accessible, nothing too wide, and no person's name kept or in an address."""

from datetime import UTC, datetime

from playwright.async_api import expect

from app.domain.case import AcceptReferral
from app.domain.values import CaseId, Role, SpellId
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation


async def test_the_sign_in_page_is_accessible_and_says_when_it_refuses(desk: OpenDesk) -> None:
    at = await desk(BOTH_WIDTHS)
    await at.go("/sign-in")
    await at.assert_accessible()

    await at.page.get_by_label("User name").fill("nobody")
    await at.page.get_by_label("Password").fill("wrong")
    await at.page.get_by_role("button", name="Sign in").click()

    await expect(at.page.get_by_role("alert")).to_contain_text("not right")
    await at.assert_well()


async def test_the_board_is_accessible_empty_and_full(desk: OpenDesk, town: Installation) -> None:
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD)
    await expect(at.page.get_by_role("heading", name="Referred")).to_be_visible()
    await at.assert_accessible()

    await _a_referred_case(town)

    await expect(at.page.get_by_role("link", name="EXAMPLE, Ada")).to_be_visible()
    await at.assert_well()


async def test_the_case_page_is_accessible_with_every_form_open(desk: OpenDesk, town: Installation) -> None:
    case = await _a_case_in_planning(town)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await expect(at.page.get_by_role("heading", level=1)).to_contain_text("EXAMPLE, Ada")

    for summary in await at.page.locator("main details > summary").all():
        await summary.click()
    await at.assert_well()
    assert "Ada" not in await at.page.title()


async def test_the_ward_list_is_accessible_and_leads_to_the_referral_form(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    await expect(at.page.get_by_text("EXAMPLE, Ada").first).to_be_visible()
    await at.assert_well()

    await at.page.get_by_role("link", name="Refer EXAMPLE, Ada").click()
    await expect(at.page.get_by_role("heading", name="Refer EXAMPLE, Ada")).to_be_visible()
    await expect(at.page.get_by_role("button", name="Check before sending")).to_be_visible()


async def test_the_list_of_wards_is_accessible(desk: OpenDesk, town: Installation) -> None:
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE, "/wards")
    await expect(at.page.get_by_role("link", name="Birch ward")).to_be_visible()
    await at.assert_well()


async def test_a_clinician_reviews_with_one_key(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await desk()
    await at.sign_in(town, Role.WARD_CLINICIAN)
    row = at.page.get_by_role("row").filter(has_text="EXAMPLE, Ada")
    await row.focus()

    await at.page.keyboard.press("n")

    await expect(row.locator(".hw-cell--ready")).not_to_contain_text("–")
    await expect(row.locator(".hw-pending")).to_have_count(0)
    assert await _ready_since(town, spell) is not None


async def test_signing_in_leads_to_the_page_that_was_asked_for(desk: OpenDesk, town: Installation) -> None:
    case = await _a_referred_case(town)
    at = await desk()
    await at.go(f"/cases/{case}")
    await expect(at.page.get_by_role("heading", name="Sign in")).to_be_visible()

    await at.sign_in_by_form(town, Role.HUB_LEAD)

    await expect(at.page.get_by_role("heading", level=1)).to_contain_text("EXAMPLE, Ada")


async def test_nothing_about_a_person_is_kept_in_the_browser(desk: OpenDesk, town: Installation) -> None:
    await _a_referred_case(town)
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD)
    await at.page.get_by_role("link", name="EXAMPLE, Ada").click()
    await expect(at.page.get_by_role("heading", level=1)).to_contain_text("EXAMPLE, Ada")

    kept = await at.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")

    assert "xample" not in kept.lower().replace("homeward", "")
    assert "Ada" not in kept  # an id may hold these letters, in lower case


async def _a_referred_case(town: Installation) -> CaseId:
    _, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    return referral.case_id


async def _a_case_in_planning(town: Installation) -> CaseId:
    case = await _a_referred_case(town)
    manager, lead = town.staff[Role.CASE_MANAGER], town.by(Role.HUB_LEAD)
    await town.do(AcceptReferral(case_id=case, case_manager=manager, by=lead, at=datetime.now(UTC)))
    return case


async def _ready_since(town: Installation, spell: SpellId) -> object:
    async with town.database.reads.acquire() as connection:
        return await connection.fetchval(
            "SELECT ready_at FROM spell_1 WHERE system_id = $1 AND id = $2", town.system, spell
        )
