"""The referral form in a real browser: ten ways through it."""

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.spell import TellAdmissionReason
from app.domain.values import Role, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.web.referral_desk import at_the_form, case_of, check, field, refer, why
from tests.web.told import told
from tests.web.ward_desk import assert_well, tab_to


async def test_it_is_accessible_and_fits_empty_full_and_when_checked(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell, width=BOTH_WIDTHS)
    await assert_well(at)

    await field(at, "Person and where").get_by_label("With family").check()
    await field(at, "Capacity").get_by_label("Doubt about this decision").check()
    await field(at, "Before this stay").get_by_label("Package paused").check()
    await field(at, "Needs").get_by_label("Nursing task").check()
    await field(at, "Needs").get_by_label("Weight bearing limit").check()
    for risk in ("Swallowing (IDDSI)", "Infection or isolation", "Safeguarding"):
        await field(at, "Risks").get_by_label(risk, exact=True).check()
    await why(at).fill("x" * 401)
    await at.page.get_by_role("button", name="Check before sending").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Use at most 400 characters: these are 401")
    await assert_well(at)

    await why(at).fill("Fell at home.")
    await check(at)
    await assert_well(at)


async def test_it_is_filled_in_and_sent_by_keyboard_alone(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    page = at.page

    await tab_to(at, field(at, "Person and where").get_by_label("Usual home"))
    await page.keyboard.press("Space")
    await tab_to(at, why(at))
    await page.keyboard.type("Fell at home.")
    await tab_to(at, field(at, "Told and agrees").get_by_label("Agrees to referral"))
    await page.keyboard.press("Space")
    await tab_to(at, page.get_by_label("Walking now"))
    await page.keyboard.type("1 p")
    await tab_to(at, field(at, "Needs").get_by_label("Personal care"))
    await page.keyboard.press("Space")
    await tab_to(at, page.get_by_role("button", name="Check before sending"), most=80)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("group", name="Check the referral")).to_be_focused()
    await tab_to(at, page.get_by_role("button", name="Refer to the hub"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="was referred")).to_be_focused()

    form = (await case_of(at, town, spell))["referral"]["form"]
    assert form["person"]["going_to"] == "usual_home"
    assert form["why_in_hospital"] == "Fell at home."
    assert form["told_and_agrees"]["agrees"] == "agrees"
    assert form["function"]["walking"] == {"before": None, "now": "one_person"}
    assert form["needs"]["needs"] == ["personal_care"]


async def test_every_part_arrives_as_it_was_filled_in(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    page = at.page
    await field(at, "Told and agrees").get_by_label("Told, does not agree").check()
    await page.get_by_label("Why do they not agree?").fill("Wants to ask her son first.")
    await field(at, "Capacity").get_by_label("Doubt about this decision").check()
    await page.get_by_label("Which decision?").fill("Where to live")
    await field(at, "Before this stay").get_by_label("Package paused").check()
    await page.get_by_label("Held until").fill("2030-12-01")
    await page.get_by_role("button", name="They managed everything alone before").click()
    await field(at, "Risks").get_by_label("Safeguarding").check()
    await page.get_by_role("group", name="Does the safeguarding concern").get_by_label("No", exact=True).check()
    await field(at, "People").get_by_label("Medical review").check()
    await refer(at)

    form = (await case_of(at, town, spell))["referral"]["form"]
    assert form["told_and_agrees"]["why"] == "Wants to ask her son first."
    assert (form["capacity"]["state"], form["capacity"]["decision"]) == ("doubt", "Where to live")
    assert (form["before"]["help"], form["before"]["held_until"]) == (["package_paused"], "2030-12-01")
    assert {row["before"] for row in form["function"].values()} == {"alone"}
    assert form["risks"]["safeguarding_stops_leaving"] is False
    assert (form["people"]["waits_for_medical_review"], form["people"]["waits_for_therapy"]) == (True, None)


async def test_none_stands_alone_and_a_field_is_cleared_to_a_gap(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    risks = field(at, "Risks")
    await risks.get_by_label("Falls").check()
    await risks.get_by_label("None", exact=True).check()
    await expect(risks.get_by_label("Falls")).not_to_be_checked()
    await risks.get_by_label("Falls").check()
    await expect(risks.get_by_label("None", exact=True)).not_to_be_checked()

    await risks.get_by_role("button", name="Clear").click()

    await expect(risks.get_by_label("Falls")).not_to_be_checked()
    await expect(risks.get_by_role("heading")).to_be_focused()
    await check(at)
    await expect(at.page.get_by_text("The hub may ask for:")).to_contain_text("Risks")


async def test_it_may_be_sent_with_gaps_which_are_named_before_and_after(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await why(at).fill("Fell at home.")
    await check(at)
    await expect(at.page.get_by_text("10 gaps.")).to_be_visible()
    await at.page.get_by_role("button", name="Go back and fill in more").click()
    await expect(why(at)).to_have_value("Fell at home.")
    await refer(at)

    hub = await desk()
    await hub.sign_in(town, Role.HUB_LEAD)
    await hub.page.get_by_role("link", name="EXAMPLE, Ada").click()
    await expect(hub.page.get_by_role("region", name="What the ward says")).to_contain_text("Gaps: Person")
    await hub.page.get_by_text("Return it to the ward").click()
    asked = hub.page.get_by_role("group", name="Which fields need more?")
    await expect(asked.get_by_label("Capacity Gap")).to_be_visible()
    await expect(asked.get_by_label("Why in hospital", exact=True)).to_be_visible()


async def test_a_part_that_hangs_on_another_is_refused_at_its_field(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await at.page.get_by_label("Language, if an interpreter").fill("Polish")
    await at.page.get_by_role("button", name="Check before sending").click()
    await expect(at.page.get_by_role("alert")).to_be_focused()
    await at.page.get_by_role("link", name="Choose what the person said").click()
    await expect(field(at, "Told and agrees").get_by_label("Agrees to referral")).to_be_focused()
    await expect(at.page.get_by_label("Language, if an interpreter")).to_have_value("Polish")


async def test_what_the_server_refuses_is_said_at_its_field_and_nothing_typed_is_lost(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    await why(at).fill("Fell at home.")
    await at.page.get_by_label("Who cares for them?").fill("x" * 201)
    await check(at)
    await at.page.get_by_role("button", name="Refer to the hub").click()

    await at.page.get_by_role("link", name="Use at most 200 characters.").click()
    await expect(at.page.get_by_label("Who cares for them?")).to_be_focused()
    await expect(why(at)).to_have_value("Fell at home.")
    await assert_well(at)


async def test_language_and_large_print_are_chosen_and_stand_on_the_case(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    agreed = field(at, "Told and agrees")
    await agreed.get_by_label("Agrees to referral").check()
    await agreed.get_by_label("Language, if").fill("Polish")
    await agreed.get_by_label("Large print").check()
    await refer(at)

    await at.page.get_by_role("link", name="Open the case").click()
    says = at.page.get_by_role("region", name="What the ward says")
    await expect(says).to_contain_text("Interpreter: Polish")
    await expect(says).to_contain_text("Large print")
    await assert_well(at)


@pytest.mark.parametrize(
    ("zoomed", "text"), [({"width": 720, "height": 450}, "200%"), ({"width": 360, "height": 225}, "100%")]
)
async def test_it_fits_when_zoomed_and_with_large_text(
    desk: OpenDesk, town: Installation, zoomed: ViewportSize, text: str
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell, width=zoomed)  # what 200 % and 400 % leave of 1440 px
    await at.page.evaluate("size => document.documentElement.style.fontSize = size", text)
    await why(at).fill("Fell at home.")
    await assert_well(at)
    await check(at)
    await assert_well(at)


async def test_the_reason_for_admission_is_offered_and_the_ward_goes_on_from_it(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    await told(town, TellAdmissionReason, spell, words=Words("Fall, fractured hip"))
    at = await at_the_form(desk, town, spell, width=BOTH_WIDTHS)
    offered = at.page.get_by_role("group", name="Reason for admission")
    await expect(offered).to_contain_text("Fall, fractured hip")
    await expect(why(at)).to_have_value("")
    await assert_well(at)
    await offered.get_by_role("button", name="Begin with these words").press("Enter")
    await expect(why(at)).to_be_focused()
    await expect(offered).to_have_count(0)
    await at.page.keyboard.press("End")
    await at.page.keyboard.type(", mended on day 2.")
    await refer(at)
    form = (await case_of(at, town, spell))["referral"]["form"]
    assert form["why_in_hospital"] == "Fall, fractured hip, mended on day 2."


async def test_where_to_go_is_said_as_soon_as_a_home_without_an_address_is_chosen(
    desk: OpenDesk, town: Installation
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell, width=BOTH_WIDTHS)
    person = field(at, "Person and where")
    for home, says in (("Prison", "healthcare team of the prison"), ("Overseas", "overseas visitors team")):
        await person.get_by_label(home).check()
        await expect(person.get_by_role("status")).to_contain_text(says)
    await person.get_by_label("No fixed abode").check()
    await expect(person.get_by_role("status")).to_contain_text("duty to refer")
    await assert_well(at)
    await person.get_by_label("Usual home").check()
    await expect(person.get_by_role("status")).to_have_count(0)


async def test_readiness_is_shown_and_not_typed(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell)
    ready = field(at, "Readiness")
    await expect(ready).to_contain_text("Only a ward clinician sets this")
    await expect(ready.get_by_role("textbox")).to_have_count(1)
    await expect(ready.get_by_role("radio")).to_have_count(0)
