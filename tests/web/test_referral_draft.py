"""Nothing that is typed into the referral form is lost: connection cut, page reloaded, another computer, two nurses."""

from playwright.async_api import expect

from app.domain.values import Role
from tests.browsing import OpenDesk
from tests.facts import Installation
from tests.web.referral_desk import at_the_form, case_of, check, field, open_form, refer, saved, why

NOT_SAVED = "Not saved yet. Trying again."


async def test_a_connection_cut_in_the_middle_loses_nothing(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await at.page.context.set_offline(True)
    await why(at).press_sequentially("Fell at home.", delay=20)
    await expect(at.page.get_by_text(NOT_SAVED)).to_be_visible()
    await at.assert_accessible()
    await at.page.keyboard.type(" Lives alone.")

    await at.page.context.set_offline(False)

    await saved(at)
    other = await at_the_form(desk, town, spell, role=Role.WARD_CLINICIAN)
    await expect(why(other)).to_have_value("Fell at home. Lives alone.")
    at.wrong[:] = [wrong for wrong in at.wrong if "ERR_INTERNET_DISCONNECTED" not in wrong]


async def test_a_referral_whose_answer_was_lost_is_sent_again_as_the_same_one(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await why(at).fill("Fell at home.")
    await check(at)
    await at.page.context.set_offline(True)
    await at.page.get_by_role("button", name="Refer to the hub").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Nothing you typed is lost")
    await at.page.context.set_offline(False)
    await at.page.get_by_role("button", name="Refer to the hub").click()
    await expect(at.page.get_by_role("heading", name="was referred")).to_be_visible()
    at.wrong[:] = [wrong for wrong in at.wrong if "ERR_INTERNET_DISCONNECTED" not in wrong]


async def test_after_a_reload_and_on_another_computer_it_goes_on_where_it_was(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await why(at).fill("Fell at home.")
    await field(at, "Needs").get_by_label("Meals").check()
    await saved(at)
    await at.page.reload()
    await expect(why(at)).to_have_value("Fell at home.")

    other = await at_the_form(desk, town, spell, role=Role.WARD_CLINICIAN)
    await expect(field(other, "Needs").get_by_label("Meals")).to_be_checked()
    await refer(other)
    assert (await case_of(other, town, spell))["referral"]["form"]["why_in_hospital"] == "Fell at home."


async def test_nothing_of_it_is_kept_in_the_browser(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await why(at).fill("Canary")
    await saved(at)
    kept = await at.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")
    databases = await at.page.evaluate("indexedDB.databases()")
    assert "anary" not in kept
    assert databases == []


async def test_two_nurses_on_different_fields_do_not_meet(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    one = await at_the_form(desk, town, spell)
    two = await at_the_form(desk, town, spell, role=Role.WARD_CLINICIAN)
    await why(one).fill("Fell at home.")
    await saved(one)
    await field(two, "Needs").get_by_label("Meals").check()

    await expect(why(two)).to_have_value("Fell at home.")
    await saved(two)
    await refer(one)

    form = (await case_of(one, town, spell))["referral"]["form"]
    assert (form["why_in_hospital"], form["needs"]["needs"]) == ("Fell at home.", ["meals"])


async def test_of_one_field_that_two_nurses_filled_in_both_are_shown_and_one_is_chosen(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    one = await at_the_form(desk, town, spell)
    two = await at_the_form(desk, town, spell, role=Role.WARD_CLINICIAN)
    await why(one).fill("Fell at home.")
    await saved(one)
    await why(two).fill("Chest infection.")

    both = two.page.get_by_role("alert", name="Both filled in")
    await expect(both).to_contain_text("Sam Ward Nurse filled in the same")
    await expect(both).to_contain_text("Fell at home.")
    await expect(both).to_contain_text("Chest infection.")
    await expect(why(two)).to_have_value("Chest infection.")
    await two.assert_accessible()

    await both.get_by_role("button", name="Use theirs").click()
    await expect(both).to_have_count(0)
    await expect(why(two)).to_have_value("Fell at home.")

    await why(two).fill("Fell at home, chest infection.")
    await saved(two)
    await why(one).fill("Broke her hip.")
    await one.page.get_by_role("button", name="Keep mine").click()
    await saved(one)
    await open_form(two, town, spell)
    await expect(why(two)).to_have_value("Broke her hip.")


async def test_who_still_types_when_another_sends_is_led_to_the_case_with_what_they_typed(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    one = await at_the_form(desk, town, spell)
    two = await at_the_form(desk, town, spell, role=Role.WARD_CLINICIAN)
    await why(two).fill("Chest infection.")
    await saved(two)
    await open_form(one, town, spell)
    await refer(one)

    await expect(two.page.get_by_role("heading", name="has a case with the hub already")).to_be_visible()
    await expect(two.page.get_by_role("main")).to_contain_text("Chest infection.")
    await two.assert_accessible()
