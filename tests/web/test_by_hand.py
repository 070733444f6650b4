"""A ward without a feed, or with a wrong one: admitted, moved, left and taken back by hand, in a real browser."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import Locator, Route, ViewportSize, expect

from app.domain.spell import ReverseEnd
from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE, Desk
from tests.facts import Installation, an_nhs_number

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
A_WRONG_NUMBER = "9990000017"  # its check digit would be 8


async def test_somebody_is_admitted_by_keyboard_alone(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    form = at.page.get_by_role("dialog")
    await tab_to(at, at.page.get_by_role("button", name="Admit someone"))
    await at.page.keyboard.press("Enter")
    await expect(form.get_by_label("Family name")).to_be_focused()

    for label, typed in {
        "Family name": "OKAFOR",
        "Given name": "Ada",
        "Birth date": "03021941",
        "NHS number": an_nhs_number(),
        "Bed": "A1-02",
    }.items():
        await tab_to(at, form.get_by_label(label))
        await at.page.keyboard.type(typed)
    await tab_to(at, form.get_by_role("button", name="Admit", exact=True))
    await at.page.keyboard.press("Enter")

    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("A1-02")
    await expect(row_of(at, "OKAFOR, Ada")).to_contain_text("85")
    await expect(at.page.get_by_role("dialog")).to_have_count(0)
    await expect(at.page.get_by_role("button", name="Admit someone")).to_be_focused()


async def test_a_wrong_nhs_number_is_refused_in_words_and_what_was_typed_stays(
    desk: OpenDesk, town: Installation
) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at, nhs_number=A_WRONG_NUMBER)

    await send(at, "Admit")

    await expect(at.page.get_by_role("alert")).to_contain_text("its check digit does not fit")
    await expect(at.page.get_by_role("alert")).to_be_focused()
    for label, typed in {"Family name": "Okafor", "NHS number": A_WRONG_NUMBER, "Bed": "A1-02"}.items():
        await expect(at.page.get_by_label(label)).to_have_value(typed)

    await at.page.get_by_label("NHS number").fill("")
    await send(at, "Admit")
    await expect(row_of(at, "Okafor, Ada")).to_be_visible()


async def test_what_was_typed_stays_when_the_form_is_closed_by_escape(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at)
    await at.page.keyboard.press("Escape")

    await at.page.get_by_role("button", name="Admit someone").click()
    await expect(at.page.get_by_label("Family name")).to_have_value("Okafor")

    await at.page.get_by_role("button", name="Cancel").click()
    await at.page.get_by_role("button", name="Admit someone").click()
    await expect(at.page.get_by_label("Family name")).to_have_value("")


async def test_an_admission_whose_answer_was_lost_is_sent_again_as_the_same_one(
    desk: OpenDesk, town: Installation
) -> None:
    at = await a_nurse(desk, town)
    asked: list[str] = []

    async def lose_the_first_answer(route: Route) -> None:
        asked.append(route.request.url)
        answer = await route.fetch()
        await (route.abort() if len(asked) == 1 else route.fulfill(response=answer))

    await at.page.route("**/api/v1/spells/*", lose_the_first_answer)
    await fill_admission(at)
    await send(at, "Admit")
    await expect(at.page.get_by_role("alert")).to_contain_text("The server did not answer")

    await send(at, "Admit")

    await expect(at.page.get_by_role("dialog")).to_have_count(0)
    await expect(row_of(at, "Okafor, Ada")).to_have_count(1)
    assert len(asked) == 2
    assert asked[0] == asked[1]
    assert "ERR_FAILED" in at.wrong.pop()  # the answer that was lost on purpose


async def test_two_people_may_be_in_one_bed_and_the_list_says_that_it_is_taken(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit(bed="A1-01")
    at = await a_nurse(desk, town)

    await fill_admission(at, bed="A1-01 – taken: EXAMPLE, Ada")
    await send(at, "Admit")

    for name in ("Okafor, Ada", "EXAMPLE, Ada"):
        await expect(row_of(at, name)).to_contain_text("A1-01")


async def test_a_place_that_is_no_bed_of_the_ward_can_be_named(desk: OpenDesk, town: Installation) -> None:
    at = await a_nurse(desk, town)
    await fill_admission(at, bed="Another place…")
    await send(at, "Admit")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say which bed or place")

    await at.page.get_by_label("Which bed or place?").fill("Corridor 2")
    await send(at, "Admit")

    await expect(row_of(at, "Okafor, Ada")).to_contain_text("Corridor 2")


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


@BOTH
async def test_every_dialog_is_accessible_and_fits(desk: OpenDesk, town: Installation, width: ViewportSize) -> None:
    await town.admit()
    at = await desk(width)
    await at.sign_in(town, Role.WARD_CLINICIAN)
    await row_of(at, "EXAMPLE, Ada").locator("summary").click()
    await assert_well(at)
    await at.page.keyboard.press("Escape")

    for what in ("Move to another bed or ward", "Left hospital", "Admitted by mistake"):
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


async def test_the_hub_sees_the_ward_and_is_offered_nothing_by_hand(desk: OpenDesk, town: Installation) -> None:
    await town.admit()
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD)
    await at.go(f"/wards/{town.ward}")
    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()

    await expect(at.page.get_by_role("button", name="Admit someone")).to_have_count(0)
    await expect(row_of(at, "EXAMPLE, Ada").locator("summary")).to_have_count(0)


@BOTH
async def test_a_provider_is_told_in_plain_words_that_nothing_is_here_yet(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    at = await desk(width)
    await at.sign_in(town, Role.PROVIDER)

    for path in ("/board", f"/wards/{town.ward}"):
        await at.go(path)
        await expect(at.page.get_by_role("main")).to_contain_text(
            "Requests to your service will be here. There is nothing for your role yet."
        )
        await expect(at.page.get_by_text("Not live")).to_have_count(0)
        await assert_well(at)


async def a_nurse(desk: OpenDesk, town: Installation, role: Role = Role.WARD_NURSE) -> Desk:
    """Somebody of the first ward, at its list."""
    at = await desk()
    await at.sign_in(town, role)
    await expect(at.page.get_by_role("button", name="Admit someone")).to_be_visible()
    return at


async def fill_admission(at: Desk, *, nhs_number: str = "", bed: str = "A1-02") -> None:
    """The form, filled in and not sent."""
    await at.page.get_by_role("button", name="Admit someone").click()
    await at.page.get_by_label("Family name").fill("Okafor")
    await at.page.get_by_label("Given name").fill("Ada")
    await at.page.get_by_label("NHS number").fill(nhs_number)
    await at.page.get_by_label("Bed", exact=True).select_option(label=bed)


async def tab_to(at: Desk, what: Locator) -> None:
    """Press Tab until this has the focus; a date alone takes four."""
    for _ in range(40):
        if await what.evaluate("element => element === document.activeElement"):
            return
        await at.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {what}")


async def choose(at: Desk, what: str) -> None:
    """By the menu of Ada Example's row."""
    row = row_of(at, "EXAMPLE, Ada")
    await row.locator("summary").click()
    await row.get_by_role("button", name=what).click()
    await expect(at.page.get_by_role("dialog")).to_be_visible()


async def send(at: Desk, action: str) -> None:
    """The form's own button."""
    await at.page.get_by_role("dialog").get_by_role("button", name=action, exact=True).click()


async def assert_well(at: Desk) -> None:
    """Accessible, and not too wide."""
    await at.assert_accessible()
    await at.assert_fits()


def row_of(at: Desk, name: str) -> Locator:
    """The row of this person, however the case of the family name is shown."""
    return at.page.get_by_role("row").filter(has_text=name)


def just_done(at: Desk) -> Locator:
    """The notice of what was just done."""
    return at.page.get_by_role("group", name="Just done")
