"""Bad wi-fi in the middle of a review: what was tapped waits in the page, says so, and is sent once, in order."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Dialog, Route, expect

from app.domain.spell import EndSpell, WayOut
from app.domain.values import Role, SpellId
from tests.browsing import OpenDesk
from tests.desks import Desk
from tests.facts import Installation
from tests.web.the_ward import BEDS, a_full_ward, recorded
from tests.web.ward_desk import assert_well

LOST = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "ERR_NETWORK_CHANGED")


async def cut_off(at: Desk, *, off: bool) -> None:
    """The connection goes, or comes back."""
    await at.page.context.set_offline(off)


def forgive_the_network(at: Desk) -> None:
    """What the browser says of a connection that the test itself cut is no fault of the page."""
    at.wrong[:] = [wrong for wrong in at.wrong if not any(lost in wrong for lost in LOST)]


@pytest.fixture
async def ward(desk: OpenDesk, town: Installation) -> Desk:
    """A clinician at the list of a full ward."""
    await a_full_ward(town)
    at = await desk()
    await at.sign_in(town, Role.WARD_CLINICIAN)
    await expect(at.page.locator(".hw-ward .hw-row")).to_have_count(BEDS)
    return at


async def test_a_review_that_is_cut_in_the_middle_and_goes_on_loses_nothing(ward: Desk, town: Installation) -> None:
    rows = ward.page.locator(".hw-ward .hw-row")
    await rows.first.focus()
    for n in range(BEDS):
        if n == 10:
            await expect(ward.page.locator(".hw-pending")).to_have_count(0)
            await cut_off(ward, off=True)
        await ward.page.keyboard.press("c")
    await expect(rows.last).to_be_focused()
    await ward.page.keyboard.press("n")
    await ward.page.keyboard.press("?")

    unsent = ward.page.locator(".hw-unsent")
    await expect(unsent).to_contain_text("20 not sent yet.")
    await expect(rows.nth(15)).to_contain_text("Not sent yet. Trying again")
    await expect(rows.last).to_contain_text("No longer meets")
    await expect(ward.page.get_by_text(f"{BEDS} people · 0 to review")).to_be_visible()
    await assert_well(ward)
    assert (
        await ward.page.evaluate("JSON.stringify([...Object.keys(localStorage), ...Object.keys(sessionStorage)])")
        == "[]"
    )

    await cut_off(ward, off=False)
    await expect(unsent).not_to_contain_text("not sent yet", timeout=30_000)
    await expect(ward.page.locator(".hw-pending")).to_have_count(0)
    forgive_the_network(ward)

    said = await reviews(town)
    assert len(said) == BEDS
    assert [len(each) for each in said.values()] == [2] * (BEDS - 1) + [3]
    assert [*said.values()][-1][-1] == "no_longer_meets"
    await ward.page.reload()
    await expect(ward.page.get_by_text(f"{BEDS} people · 0 to review")).to_be_visible()


async def test_what_arrived_though_its_receipt_was_lost_is_recorded_once(ward: Desk, town: Installation) -> None:
    lost = 0

    async def lose_the_first_receipt(route: Route) -> None:
        nonlocal lost
        if lost:
            return await route.continue_()
        lost += 1
        await route.fetch()
        await route.abort()
        return None

    await ward.page.route("**/hub-need", lose_the_first_receipt)
    row = ward.page.locator(".hw-ward .hw-row").first
    await row.focus()
    await ward.page.keyboard.press("y")
    await expect(row).to_contain_text("Not sent yet. Trying again")
    await expect(row.locator(".hw-pending")).to_have_count(0)
    forgive_the_network(ward)
    assert lost == 1
    assert await recorded(town, "spell.hub_need_said.1") == 1


async def test_who_leaves_the_page_while_something_is_not_sent_is_asked_first(ward: Desk, town: Installation) -> None:
    asked: list[str] = []

    async def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        await dialog.dismiss()

    ward.page.on("dialog", stay)
    await ward.page.locator(".hw-ward .hw-row").first.focus()
    await cut_off(ward, off=True)
    await ward.page.keyboard.press("c")
    await expect(ward.page.locator(".hw-unsent")).to_contain_text("1 not sent yet.")
    await ward.page.get_by_role("link", name="Wards").click()
    await expect(ward.page.locator(".hw-unsent")).to_contain_text("1 not sent yet.")
    assert asked == ["beforeunload"]

    await cut_off(ward, off=False)
    await expect(ward.page.locator(".hw-unsent")).not_to_contain_text("not sent yet")
    forgive_the_network(ward)
    await ward.page.get_by_role("link", name="Wards").click()
    await expect(ward.page.get_by_role("heading", name="Wards")).to_be_visible()
    assert asked == ["beforeunload"]
    assert await recorded(town, "spell.criteria_reviewed.1") == BEDS + 1


async def test_what_was_refused_of_who_left_the_list_is_said_and_holds_up_nobody_else(
    ward: Desk, town: Installation
) -> None:
    [first, *_] = await reviews(town)
    rows = ward.page.locator(".hw-ward .hw-row")
    await rows.first.focus()
    await cut_off(ward, off=True)
    await ward.page.keyboard.press("c")
    await ward.page.keyboard.press("c")
    await expect(ward.page.locator(".hw-unsent")).to_contain_text("2 not sent yet.")
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    await town.do(EndSpell(spell_id=SpellId(first), how=WayOut.DISCHARGED, by=town.by(Role.WARD_NURSE), at=an_hour_ago))
    await cut_off(ward, off=False)
    await expect(rows).to_have_count(BEDS - 1)
    await expect(ward.page.locator(".hw-unsent")).to_contain_text(
        "A1 BIRCHALL01, Ben, not taken: This review is timed after"
    )
    await expect(rows.first).to_contain_text("just now")
    await assert_well(ward)
    await ward.page.get_by_role("button", name="Hide").click()
    await expect(ward.page.locator(".hw-unsent p")).to_have_count(0)
    forgive_the_network(ward)


async def test_who_is_signed_out_meanwhile_keeps_what_is_unsent_and_nobody_else_sends_it(
    ward: Desk, town: Installation
) -> None:
    await ward.page.locator(".hw-ward .hw-row").first.focus()
    await ward.page.context.clear_cookies()
    await ward.page.keyboard.press("c")
    await expect(ward.page.locator(".hw-unsent")).to_contain_text("You were signed out")
    await assert_well(ward)

    other = Desk(await ward.page.context.new_page(), ward.url)
    await other.sign_in(town, Role.WARD_NURSE)
    await expect(ward.page.get_by_role("alert")).to_contain_text("Somebody else has signed in since")
    assert await recorded(town, "spell.criteria_reviewed.1") == BEDS


async def reviews(town: Installation) -> dict[UUID, list[str]]:
    """What the reviews said, by stay in bed order, in the order of their times."""
    async with town.database.reads.acquire() as connection:
        rows = await connection.fetch(
            """SELECT spell.id, event.data->>'outcome' AS outcome FROM event
            JOIN spell_1 spell ON spell.system_id = event.system_id AND event.stream = 'spell:' || spell.id
            WHERE event.system_id = $1 AND type = 'spell.criteria_reviewed.1' ORDER BY bed_order, event.at""",
            town.system,
        )
    said: dict[UUID, list[str]] = {}
    for row in rows:
        said.setdefault(row["id"], []).append(row["outcome"])
    return said
