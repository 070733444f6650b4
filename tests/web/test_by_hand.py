"""A ward without a feed, or with a wrong one: moved, left and taken back by hand, in a real browser."""

from datetime import UTC, datetime

from playwright.async_api import expect

from app.domain.spell import MovePerson, ReverseEnd
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, PHONE
from tests.facts import Installation
from tests.web.ward_desk import a_nurse, assert_well, choose, just_done, row_of, send


async def test_who_moves_to_another_ward_leaves_this_list_and_is_on_the_other(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit(bed="A1-01")
    at, other = await a_nurse(desk, town), await a_nurse(desk, town)
    await other.go(f"/wards/{town.other_ward}")
    await expect(other.page.get_by_text("Nobody is in this ward")).to_be_visible()

    await choose(at, "Move to another bed or ward")
    await at.page.get_by_label("Ward", exact=True).select_option("Birch ward")
    await at.page.get_by_label("Bed", exact=True).select_option("B1")
    await send(at, "Move")

    await expect(row_of(other, "EXAMPLE, Ada")).to_contain_text("B1")
    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    await expect(just_done(at)).to_contain_text("Ada Example moved to Birch ward, bed B1.")
    await expect(just_done(at)).to_be_focused()


async def test_who_moves_within_the_ward_keeps_the_row_and_the_focus(desk: OpenDesk, town: Installation) -> None:
    await town.admit(bed="A1-01")
    at = await a_nurse(desk, town)

    await choose(at, "Move to another bed or ward")
    await expect(at.page.get_by_label("Bed", exact=True).locator("option")).to_have_text(
        ["Choose…", "A1-02", "Another place…"]
    )
    await at.page.get_by_label("Bed", exact=True).select_option("A1-02")
    await send(at, "Move")

    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("A1-02")
    await expect(row_of(at, "EXAMPLE, Ada").locator("summary")).to_be_focused()


async def test_a_move_from_before_the_admission_is_refused_in_words(desk: OpenDesk, town: Installation) -> None:
    await town.admit(bed="A1-01")
    at = await a_nurse(desk, town)

    await choose(at, "Move to another bed or ward")
    await at.page.get_by_label("Bed", exact=True).select_option("A1-02")
    await at.page.get_by_label("Date").fill("2020-01-01")
    await send(at, "Move")

    await expect(at.page.get_by_role("alert")).to_contain_text("They were admitted later than that")


async def test_who_left_goes_from_the_list_and_is_taken_back(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town)

    await choose(at, "Left hospital")
    await send(at, "Record that they left")
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose how they left")
    await at.page.get_by_label("Discharged", exact=True).check()
    await send(at, "Record that they left")

    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    await expect(just_done(at)).to_contain_text("Ada Example left hospital at ")
    await at.assert_accessible()

    await just_done(at).get_by_role("button", name="Take back").press("Enter")

    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()
    await expect(just_done(at)).to_contain_text("Ada Example is on this list again.")


async def test_who_is_back_by_other_news_is_no_longer_said_to_have_left(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await a_nurse(desk, town)
    await choose(at, "Left hospital")
    await at.page.get_by_label("Discharged", exact=True).check()
    await send(at, "Record that they left")
    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    await expect(just_done(at)).to_be_visible()

    await town.do(ReverseEnd(spell_id=spell, by=town.by(Role.WARD_NURSE), at=datetime.now(UTC)))

    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()
    await expect(just_done(at)).to_have_count(0)


async def test_a_taking_back_that_did_not_get_through_says_so_and_can_be_tried_again(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit()
    at = await a_nurse(desk, town)
    await choose(at, "Left hospital")
    await at.page.get_by_label("Died", exact=True).check()
    await send(at, "Record that they left")
    await expect(just_done(at)).to_contain_text("Ada Example died at ")

    await at.page.route("**/reversal", lambda route: route.abort(), times=1)
    await just_done(at).get_by_role("button", name="Take back").click()
    await expect(just_done(at).get_by_role("alert")).to_contain_text("The server did not answer")
    await just_done(at).get_by_role("button", name="Take back").click()

    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()
    assert "ERR_FAILED" in at.wrong.pop()  # the request that was lost on purpose


async def test_an_admission_by_mistake_is_taken_back_after_a_plain_question(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town)

    await choose(at, "Admitted by mistake")
    await expect(at.page.get_by_role("dialog")).to_contain_text("never admitted")
    await expect(at.page.get_by_role("button", name="Yes, it was a mistake")).not_to_be_focused()
    await send(at, "Yes, it was a mistake")

    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    await expect(just_done(at)).to_contain_text("admitted by mistake")


async def test_a_move_by_mistake_is_taken_back_with_the_reason(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit(bed="A1-01")
    at = await a_nurse(desk, town)
    await choose(at, "Moved by mistake")
    dialog = at.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("there is none to take back")
    await at.page.get_by_role("button", name="Cancel").click()

    now = datetime.now(UTC)
    await town.do(MovePerson(spell_id=spell, ward_id=town.other_ward, bed="B1", by=town.by(Role.WARD_NURSE), at=now))
    await at.go(f"/wards/{town.other_ward}")
    await choose(at, "Moved by mistake")
    await expect(dialog).to_contain_text("They go back to Ash ward, bed A1-01")
    await expect(at.page.get_by_role("button", name="Yes, it was a mistake")).not_to_be_focused()
    await send(at, "Yes, it was a mistake")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say why")
    await assert_well(at)
    await at.page.get_by_label("Why?").fill("The wrong row.")
    await send(at, "Yes, it was a mistake")

    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(0)
    await expect(just_done(at)).to_contain_text("Ada Example is in Ash ward, bed A1-01, again.")
    await at.go(f"/wards/{town.ward}")
    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("A1-01")


async def test_the_menu_closes_by_escape_and_its_keys_give_no_review(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await a_nurse(desk, town, Role.WARD_CLINICIAN)
    row = row_of(at, "EXAMPLE, Ada")
    await row.locator("summary").press("Enter")
    await expect(row.get_by_role("button", name="Left hospital")).to_be_visible()

    await at.page.keyboard.press("n")
    await at.page.keyboard.press("Escape")

    await expect(row.get_by_role("button", name="Left hospital")).to_be_hidden()
    await expect(row.locator("summary")).to_be_focused()
    await expect(row).to_contain_text("Not yet reviewed")


async def test_every_dialog_is_accessible_and_fits(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_CLINICIAN)
    await row_of(at, "EXAMPLE, Ada").locator("summary").click()
    await assert_well(at)
    await at.page.keyboard.press("Escape")

    for what in ("Move to another bed or ward", "Moved by mistake", "Left hospital", "Admitted by mistake"):
        await choose(at, what)
        await assert_well(at)
        await at.page.get_by_role("button", name="Cancel").click()

    await at.page.get_by_role("button", name="Admit someone").click()
    await send(at, "Admit")
    await expect(at.page.get_by_role("alert")).to_be_visible()
    await assert_well(at)


async def test_what_may_be_tapped_on_a_phone_is_large_enough(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk(PHONE)
    await at.sign_in(town, Role.WARD_NURSE)
    row = row_of(at, "EXAMPLE, Ada")
    await row.locator("summary").click()

    for target in [row.locator("summary"), *await row.locator("li button").all()]:
        box = await target.bounding_box()
        assert box
        assert box["height"] >= 44


async def test_the_hub_sees_the_ward_and_is_offered_only_what_is_theirs_too(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/wards/{town.ward}")
    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()

    await expect(at.page.get_by_role("button", name="Admit someone")).to_have_count(0)
    await expect(row_of(at, "EXAMPLE, Ada").locator("li button")).to_have_text(
        ["What happened…", "Expected to leave on…", "Address and GP practice…", "Escalate a problem…"]
    )


async def test_a_provider_is_led_from_pages_about_people_to_their_own(desk: OpenDesk, town: Installation) -> None:
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.PROVIDER)

    await expect(at.page.get_by_role("heading", level=1)).to_have_text("Requests")
    for path in ("/board", f"/wards/{town.ward}"):
        await at.go(path)
        await expect(at.page.get_by_role("main")).to_contain_text("This page is for wards and the hub")
        await expect(at.page.get_by_text("Not live")).to_have_count(0)
        await assert_well(at)
