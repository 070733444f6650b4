"""Deciding the pathway on the page of a case: what a bed asks for, best interests first, every decision kept."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Locator, expect

from app.domain.case import DecidePathway
from app.domain.case.form import Before, Help, Mind, MindItem, ReferralForm
from app.domain.codes.pathways import Pathway
from app.domain.local_time import local_date
from app.domain.values import CaseId, Role, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, WIDE, Desk, Widths
from tests.facts import Installation
from tests.web.planning import DOUBT, LACKS, MEDICINES, amend, in_planning
from tests.web.told import short
from tests.web.ward_desk import assert_well, tab_to


async def test_a_care_home_asks_for_each_of_its_parts_and_is_decided(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town), BOTH_WIDTHS)
    await open_move(at, "pathway")
    await give(at, "P3")
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Say which senior said yes")
    await assert_well(at)

    await at.page.get_by_label("Why not home?").select_option("H01")
    await at.page.get_by_label("In your words").fill("Unsafe at night.")
    await at.page.get_by_label("Night sitting").check()
    await at.page.get_by_label("What would make home possible?").fill("Sleeps through.")
    await at.page.get_by_label("Who decided?").fill("The hub team")
    await at.page.get_by_label("Which senior said yes?").fill("Helen Marsh, hub lead")
    await at.page.get_by_label("Look again on").fill(in_days(20))
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.locator("#pathway-review_on-error")).to_contain_text("within 14 days")
    await assert_well(at)

    await at.page.get_by_label("Look again on").fill(in_days(10))
    await at.page.get_by_role("button", name="Decide", exact=True).click()

    pathway = at.page.get_by_role("region", name="Pathway")
    for words in ("P3 Care home placement", "Night sitting", "The hub team", "Helen Marsh, hub lead", "Sam Hub Lead"):
        await expect(pathway).to_contain_text(words)
    await assert_well(at)
    again = f"Home now? Review by {short(datetime.now(UTC) + timedelta(days=10))}"
    await expect(at.page.locator(".hw-person")).to_contain_text(again)
    await at.go("/board")
    await expect(at.page.locator(".hw-card")).to_contain_text(again)
    await assert_well(at)


async def test_home_that_was_not_asked_about_in_time_stands_in_red_until_it_is(
    desk: OpenDesk, town: Installation
) -> None:
    case = await in_planning(town)
    then = datetime.now(UTC) - timedelta(days=20)
    bed = DecidePathway(
        case_id=case,
        needed=Pathway.P2,
        given=Pathway.P2,
        why_not_home="H03",
        words=Words("Daily rehabilitation."),
        home_possible_if=Words("Walks with one."),
        decided_by=Words("The hub team"),
        review_on=local_date(then + timedelta(days=14)),
        by=town.by(Role.HUB_LEAD),
        at=then,
    )
    await town.do(bed)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD)
    late = at.page.locator(".hw-overdue", has_text="Home now? Review passed 6 d")
    await expect(late).to_be_visible()
    await assert_well(at)

    await at.go(f"/cases/{case}#pathway")
    await expect(late).to_be_visible()
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.locator("#pathway-review_on-error")).to_contain_text("before today")
    await at.page.get_by_label("Review on").fill(in_days(9))
    await at.page.get_by_label("In your words").fill("Walks with two still.")
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.locator(".hw-person")).to_contain_text("Home now? Review by")
    await expect(at.page.get_by_text("Earlier decisions (1)")).to_be_visible()


async def test_every_earlier_decision_is_kept_and_shown(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town))
    for given in ("P0", "P1"):
        await open_move(at, "pathway")
        await give(at, given)
        await at.page.get_by_role("button", name="Decide", exact=True).click()
        await expect(at.page.get_by_role("region", name="Pathway").first).to_contain_text(given)
        await expect(at.page.locator("#pathway")).not_to_have_attribute("open", "")

    await at.page.get_by_text("Earlier decisions (1)").click()
    earlier = at.page.get_by_role("region", name="Pathway").get_by_role("listitem")
    await expect(earlier).to_contain_text("P0 Ward discharge")
    await expect(earlier).to_contain_text("by Sam Hub Lead, hub lead")
    await at.assert_accessible()


async def test_two_who_decide_at_once_see_each_others_decision(desk: OpenDesk, town: Installation) -> None:
    case = await in_planning(town)
    one, other = await at_case(desk, town, case), await at_case(desk, town, case, role=Role.CASE_MANAGER)
    for at, pathway in ((one, "P0"), (other, "P1")):
        await open_move(at, "pathway")
        await give(at, pathway)
    await other.page.get_by_label("In your words").fill("Needs help to wash.")
    await one.page.get_by_role("button", name="Decide", exact=True).click()

    theirs = other.page.get_by_role("group", name="Changed meanwhile")
    await other.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(theirs).to_contain_text("P0 Ward discharge")
    await expect(other.page.get_by_label("In your words")).to_have_value("Needs help to wash.")
    await expect(given_choice(other, "P1")).to_be_checked()
    await assert_well(other)
    await theirs.get_by_role("button", name="Use mine instead when I send").click()
    await other.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(other.page.get_by_role("region", name="Pathway").first).to_contain_text("P1 Home with support")


async def test_a_lapsed_package_is_refused_as_a_ward_discharge_at_its_field(desk: OpenDesk, town: Installation) -> None:
    lapsed = ReferralForm(before=Before(help=frozenset({Help.PACKAGE_LAPSED}), provider=Words("Lapwing")))
    at = await at_case(desk, town, await in_planning(town, lapsed))
    await open_move(at, "pathway")
    await give(at, "P0")
    await at.page.get_by_label("Do they go back to what they had?").select_option("package_same_level")
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.locator("#pathway-given-error")).to_contain_text("Give P1")

    await given_choice(at, "P1").check()
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.get_by_role("region", name="Pathway")).to_contain_text("at the same level")


async def test_home_with_support_that_is_not_to_be_had_is_refused_at_its_field_and_marked(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_case(desk, town, await in_planning(town))
    await open_move(at, "pathway")
    await give(at, "P2")
    await at.page.get_by_label("Why not home?").select_option("H15")
    await at.page.get_by_label("In your words").fill("No double-up.")
    await at.page.get_by_label("What would make home possible?").fill("A double-up comes free.")
    await at.page.get_by_label("Who decided?").fill("The hub team")
    await at.page.get_by_label("Review on").fill(in_days(20))
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    await expect(at.page.locator("#pathway-why_not_home-error")).to_contain_text("Choose P1 as needed")

    await at.page.get_by_role("group", name="Pathway the person needs").get_by_label("P1").check()
    await at.page.get_by_role("button", name="Decide", exact=True).click()
    mark = at.page.get_by_text("P1 would do, none available", exact=True)
    await expect(mark).to_be_visible()
    await assert_well(at)
    await at.go("/board")
    await expect(mark).to_be_visible()
    await assert_well(at)


async def test_who_lacks_capacity_has_a_best_interests_decision_before_a_bed(
    desk: OpenDesk, town: Installation
) -> None:
    at = await at_case(desk, town, await in_planning(town, LACKS))
    await open_move(at, "pathway")
    await give(at, "P2")
    await expect(at.page.get_by_text("Record the best-interests decision first")).to_be_visible()

    await open_move(at, "best-interests")
    await at.page.get_by_label("What was decided in their best interests?").fill("A short-term bed.")
    await at.page.locator("#best-interests").get_by_label("Who decided?").fill("Dr Khan, consultant")
    await at.page.get_by_label("Who was consulted?").fill("Her son.")
    await assert_well(at)
    await at.page.get_by_role("button", name="Record the decision").click()

    await expect(at.page.get_by_role("region", name="Best interests")).to_contain_text("Dr Khan, consultant")
    await expect(at.page.get_by_role("list", name="Flags")).to_contain_text("Best interests decided")
    await expect(at.page.get_by_text("Best-interests decision about “Where to live”: “A short-")).to_be_visible()

    await open_move(at, "undo-best_interests")
    await at.page.locator("#undo-best_interests").get_by_label("Why?").fill("On the wrong case.")
    await assert_well(at)
    await at.page.locator("#undo-best_interests").get_by_role("button", name="Take it back").click()
    await expect(at.page.get_by_role("region", name="Best interests")).to_have_count(0)
    await expect(at.page.get_by_role("list", name="Flags")).not_to_contain_text("Best interests decided")
    await expect(at.page.get_by_text("taken back: it stands no longer. “On the wrong case.”")).to_be_visible()


async def test_a_best_interests_decision_is_about_the_decision_that_the_referral_names(
    desk: OpenDesk, town: Installation
) -> None:
    case = await in_planning(town, LACKS)
    at = await at_case(desk, town, case)
    await open_move(at, "best-interests")
    move = at.page.locator("#best-interests")
    await expect(move).to_contain_text("This settles: Where to live")
    await at.page.get_by_label("What was decided in their best interests?").fill("A short-term bed.")
    await move.get_by_label("Who decided?").fill("Dr Khan, consultant")
    await at.page.get_by_label("Who was consulted?").fill("Her son.")

    await amend(town, case, MEDICINES, anew=True)
    await expect(move).to_contain_text("The referral names another decision by now: Which medicines to take")
    await assert_well(at)
    await at.page.get_by_role("button", name="Record the decision").click()
    await expect(move.get_by_role("alert")).to_contain_text("The referral names another decision by now.")
    await at.page.get_by_role("button", name="What I typed is about that one").click()
    await at.page.get_by_role("button", name="Record the decision").click()
    settled = at.page.get_by_role("region", name="Best interests")
    await expect(settled).to_contain_text("Which medicines to take")

    await amend(town, case, LACKS, anew=True)
    await expect(settled).to_contain_text("The referral names another decision now")
    await open_move(at, "pathway")
    await give(at, "P2")
    await expect(at.page.get_by_text("was about another decision: Which medicines to take")).to_be_visible()
    await assert_well(at)


@pytest.mark.parametrize(("role", "may"), [(Role.WARD_CLINICIAN, True), (Role.WARD_NURSE, False)])
async def test_a_clinician_and_no_nurse_records_best_interests(
    desk: OpenDesk, town: Installation, role: Role, may: bool
) -> None:
    at = await at_case(desk, town, await in_planning(town, LACKS), role=role)
    await expect(at.page.get_by_role("heading", name="What you can do")).to_be_visible()
    await expect(at.page.locator("#best-interests")).to_have_count(int(may))


async def test_a_care_home_waits_while_capacity_is_in_doubt(desk: OpenDesk, town: Installation) -> None:
    at = await at_case(desk, town, await in_planning(town, DOUBT))
    await open_move(at, "pathway")
    await give(at, "P3")
    await expect(at.page.get_by_text("Whether they can decide this is in doubt")).to_be_visible()


async def test_flags_are_words_on_the_board_and_on_the_case(desk: OpenDesk, town: Installation) -> None:
    confused = ReferralForm(mind_and_behaviour=Mind(items=frozenset({MindItem.DELIRIUM})))
    case = await in_planning(town, confused)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD)
    card = at.page.get_by_role("listitem").filter(has_text="EXAMPLE, Ada").first
    await expect(card.get_by_role("list", name="Flags")).to_have_text("Delirium")
    await assert_well(at)

    await at.go(f"/cases/{case}")
    await expect(at.page.get_by_role("list", name="Flags")).to_have_text("Delirium")
    await assert_well(at)


async def test_a_pathway_is_decided_by_keyboard_alone(desk: OpenDesk, town: Installation) -> None:
    case = await in_planning(town)
    at = await desk()
    await at.sign_in(town, Role.HUB_LEAD, f"/cases/{case}#pathway")
    needed = at.page.get_by_role("group", name="Pathway the person needs")
    await expect(needed.get_by_role("radio").first).to_be_focused()
    await at.page.keyboard.press("Space")
    await tab_to(at, at.page.get_by_role("group", name="Pathway they will be given").get_by_role("radio").first)
    await at.page.keyboard.press("Space")
    await tab_to(at, at.page.get_by_label("Do they go back to what they had?"))
    await at.page.keyboard.type("Their own care home, at")
    await tab_to(at, at.page.get_by_role("button", name="Decide", exact=True))
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_role("region", name="Pathway")).to_contain_text("own care home, at the same level")


async def at_case(
    desk: OpenDesk, town: Installation, case: CaseId, width: Widths = WIDE, role: Role = Role.HUB_LEAD
) -> Desk:
    at = await desk(width)
    await at.sign_in(town, role, f"/cases/{case}")
    await expect(at.page.get_by_role("heading", level=1)).to_contain_text("EXAMPLE, Ada")
    return at


async def open_move(at: Desk, name: str) -> None:
    await at.page.locator(f"#{name} > summary").click()


async def give(at: Desk, pathway: str) -> None:
    for group in ("Pathway the person needs", "Pathway they will be given"):
        await at.page.get_by_role("group", name=group).get_by_label(pathway).check()


def given_choice(at: Desk, pathway: str) -> Locator:
    return at.page.get_by_role("group", name="Pathway they will be given").get_by_label(pathway)


def in_days(number: int) -> str:
    return (datetime.now(UTC) + timedelta(days=number)).date().isoformat()
