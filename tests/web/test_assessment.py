"""The assessment in a real browser: filled in section by section, signed, read, queried and put right."""

from datetime import UTC, datetime
from uuid import uuid4

from playwright.async_api import expect

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service import ListService
from app.domain.values import CaseId, Role, ServiceId
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, WIDE, Desk, Widths
from tests.facts import Installation
from tests.web.planning import in_planning
from tests.web.ward_desk import assert_well, tab_to


async def at_assessment(
    desk: OpenDesk, town: Installation, case: CaseId, role: Role = Role.CASE_MANAGER, width: Widths = WIDE
) -> Desk:
    at = await desk(width)
    await at.sign_in(town, role, f"/cases/{case}/assessment")
    await expect(at.page.get_by_role("heading", name="Assessment: EXAMPLE, Ada")).to_be_visible()
    return at


async def section(at: Desk, name: str) -> None:
    """Open a section by the list at the side."""
    await at.page.get_by_role("navigation", name="Sections").get_by_role("button", name=name).click()
    await expect(at.page.get_by_role("heading", name=name)).to_be_focused()


async def choose(at: Desk, question: str, answer: str) -> None:
    await at.page.get_by_role("group", name=question, exact=True).get_by_label(answer, exact=True).check()


async def answer_the_rest(at: Desk) -> None:
    """Everything that must be answered, and who signs."""
    page = at.page
    await section(at, "3. Agreement and law")
    await choose(at, "Was told about this plan and about sharing, and", "Agrees")
    await choose(at, "Capacity to decide on this move", "No doubt")
    await section(at, "6. Moving")
    await page.get_by_label("How many people it takes to move the person").fill("1")
    await section(at, "10. Medicines")
    await choose(at, "How much help it takes", "Has to be reminded")
    await section(at, "18. Sign")
    await choose(at, "I declare this", "Yes")
    await choose(at, "The person's copy", "Was given")
    await page.get_by_label("Competency").select_option(label="Occupational therapist")
    await page.get_by_label("Agreement relied on").select_option(label="Trusted assessment for home care")
    await page.get_by_role("button", name="Just now").click()
    await choose(at, "Seen where", "On the ward")


async def sign(at: Desk) -> None:
    await at.page.get_by_role("button", name="Sign the assessment").click()
    await expect(at.page.get_by_text("Signed. Services may rely on it for 72 hours.")).to_be_visible()


async def test_it_is_accessible_and_fits_while_it_is_filled_in_refused_and_read(
    desk: OpenDesk, town: Installation
) -> None:
    case = await in_planning(town)
    at = await at_assessment(desk, town, case, width=BOTH_WIDTHS)
    page = at.page
    await assert_well(at)
    await page.get_by_role("button", name="Begin: trusted assessment").click()
    await section(at, "9. Skin")
    await choose(at, "Is the skin damaged anywhere?", "Yes")
    await page.get_by_role("button", name="Add: where it is damaged").click()
    await assert_well(at)
    await section(at, "18. Sign")
    await page.get_by_role("button", name="Sign the assessment").click()
    await expect(page.get_by_role("alert")).to_contain_text("Choose the agreement relied on")
    await assert_well(at)

    await answer_the_rest(at)
    await page.get_by_role("button", name="Sign the assessment").click()
    await expect(page.get_by_role("alert")).to_contain_text("Where on the body: This has to be answered.")
    await page.get_by_role("link", name="Where on the body").click()
    await expect(page.get_by_label("Where on the body")).to_be_focused()
    await page.get_by_label("Where on the body").fill("Left heel")
    await section(at, "18. Sign")
    await sign(at)
    await expect(page.get_by_text("Where on the body: Left heel")).to_be_visible()
    await assert_well(at)
    await page.emulate_media(media="print")
    await expect(page.get_by_text("Where on the body: Left heel")).to_be_visible()
    await expect(page.get_by_role("button", name="Still true")).to_be_hidden()


async def test_it_is_begun_by_keyboard_and_a_colleague_goes_on_with_the_draft(
    desk: OpenDesk, town: Installation
) -> None:
    case = await in_planning(town)
    nurse = await at_assessment(desk, town, case, Role.WARD_NURSE)
    page = nurse.page
    await tab_to(nurse, page.get_by_role("button", name="Begin: trusted assessment"))
    await page.keyboard.press("Enter")
    await tab_to(nurse, page.get_by_role("button", name="4. Health"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="4. Health")).to_be_focused()
    why = page.get_by_label("Why the person came to hospital")
    await expect(why).to_have_value("Fell at home.")
    await expect(page.get_by_text("From the referral")).to_be_visible()
    await tab_to(nurse, why)
    await page.keyboard.press("End")
    await page.keyboard.type(" Broke a hip.")
    await expect(page.get_by_text("From the referral")).to_be_hidden()
    await expect(page.get_by_text("Saved ")).to_be_visible()

    clinician = await at_assessment(desk, town, case, Role.WARD_CLINICIAN)
    await clinician.page.get_by_role("button", name="Go on with the draft").click()
    await section(clinician, "4. Health")
    await expect(clinician.page.get_by_label("Why the person came to hospital")).to_have_value(
        "Fell at home. Broke a hip."
    )
    await answer_the_rest(clinician)
    await sign(clinician)
    await expect(clinician.page.get_by_text("Fell at home. Broke a hip.")).to_be_visible()


async def test_what_is_asked_follows_the_answers_as_they_are_given(desk: OpenDesk, town: Installation) -> None:
    at = await at_assessment(desk, town, await in_planning(town))
    page = at.page
    await page.get_by_role("button", name="Begin: trusted assessment").click()
    await section(at, "6. Moving")
    why_two = page.get_by_label("Why it takes more than one person")
    await expect(why_two).to_be_hidden()
    carers = page.get_by_label("How many people it takes to move the person")
    await carers.fill("2")
    await expect(why_two).to_be_visible()
    step = page.get_by_role("button", name="6. Moving")
    await expect(step).to_contain_text("1 to answer")
    await why_two.fill("Turns in bed only with two.")
    await expect(step).not_to_contain_text("to answer")
    await carers.fill("1")
    await expect(why_two).to_be_hidden()


async def test_what_a_service_rejects_is_put_right_by_a_new_version(desk: OpenDesk, town: Installation) -> None:
    service = ListService(
        service_id=ServiceId(uuid4()),
        name="North Care",
        organisation_id=town.trust,
        line=ServiceLine.HOME_CARE,
        pathway=Pathway.P1,
        by=town.by(Role.MANAGER),
        at=datetime.now(UTC),
    )
    await town.do(service)
    case = await in_planning(town)
    at, hub = await at_assessment(desk, town, case), await desk()
    await hub.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    on_the_case = hub.page.get_by_role("region", name="Assessment", exact=True)
    await expect(on_the_case).to_contain_text("Not signed yet.")
    page = at.page
    await page.get_by_role("button", name="Begin: trusted assessment").click()
    await answer_the_rest(at)
    await sign(at)
    await expect(on_the_case).to_contain_text("version 1")

    asked = "How many people it takes to move the person"
    item = page.locator(".nhsuk-summary-list__row").filter(has_text=asked)
    await item.locator("summary").click()
    await item.get_by_label("Service").select_option(label="North Care")
    await item.get_by_label("Does not accept").check()
    await item.get_by_label("In words").fill("One cannot turn her.")
    await item.get_by_role("button", name="Record it").click()
    await expect(item.get_by_text("North Care does not accept this")).to_be_visible()
    await assert_well(at)

    await page.get_by_role("button", name="Make a new version").click()
    await section(at, "6. Moving")
    await expect(page.get_by_text("“One cannot turn her.”")).to_be_visible()
    await page.get_by_label(asked).fill("2")
    await page.get_by_label("Why it takes more than one person").fill("Turns in bed only with two.")
    await section(at, "18. Sign")
    await page.get_by_role("button", name="Just now").click()
    await choose(at, "Seen where", "On the ward")
    await sign(at)
    await expect(item.get_by_text("North Care has not seen the new answer yet")).to_be_visible()
    await page.get_by_label("Add to that (optional)").fill("Seen again.")
    await page.get_by_role("button", name="Still true").click()
    await expect(page.get_by_text("“Seen again.”")).to_be_visible()
