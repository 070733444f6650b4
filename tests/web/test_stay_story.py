"""What happened on a stay without a case, and taking back a leaving long after it was recorded: on the ward's list."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from playwright.async_api import expect

from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.ways_out import WayOut
from app.domain.local_time import local_date
from app.domain.spell import EndSpell, ExpectDischarge, ReviewCriteria, ReviewOutcome
from app.domain.values import Role, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.facts import Installation
from tests.web.told import short
from tests.web.ward_desk import a_nurse, assert_well, choose, just_done, row_of, send

DAY = timedelta(days=1)


async def test_everybody_s_stay_is_told_in_words_with_every_date_and_review(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    now, nurse, clinician = datetime.now(UTC), town.by(Role.WARD_NURSE), town.by(Role.WARD_CLINICIAN)
    first, second = now + 2 * DAY, now + 4 * DAY
    await town.do(ExpectDischarge(spell_id=spell, expected_on=local_date(first), by=nurse, at=now))
    moved = ExpectDischarge(
        spell_id=spell,
        expected_on=local_date(second),
        reason=DischargeReason.WAITING_FOR_TESTS,
        words=Words("Echo on Tuesday."),
        by=nurse,
        at=now,
    )
    await town.do(moved)
    reviewed = ReviewCriteria(
        spell_id=spell,
        review_id=uuid4(),
        outcome=ReviewOutcome.NO_LONGER_MEETS,
        criteria=frozenset(),
        by=clinician,
        at=now,
    )
    await town.do(reviewed)

    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    await choose(at, "What happened…")
    story = at.page.get_by_role("dialog", name="What happened: EXAMPLE, Ada")
    await expect(story).to_contain_text(f"EDD moved from {short(first)} to {short(second)}: waiting for tests")
    await expect(story).to_contain_text("“Echo on Tuesday.”")
    told = story.get_by_role("listitem").filter(has_text="Reviewed: no longer meets the criteria to reside.")
    await expect(told).to_contain_text("Sam Ward Clinician, Ward clinician")
    await assert_well(at)
    await at.page.keyboard.press("Escape")
    await expect(story).to_have_count(0)
    await expect(row_of(at, "EXAMPLE, Ada").locator("summary")).to_be_focused()


async def test_a_leaving_of_yesterday_is_taken_back_with_its_reason(desk: OpenDesk, town: Installation) -> None:
    now = datetime.now(UTC)
    _, spell = await town.admit(at=now - 5 * DAY)
    by = town.by(Role.WARD_NURSE)
    await town.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, by=by, at=now - DAY))
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.WARD_NURSE)
    await at.page.locator("summary").filter(has_text="Left in the last 3 days").press("Enter")
    left = at.page.get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
    await expect(left).to_contain_text("Discharged")
    await assert_well(at)

    await left.get_by_role("button", name="Take back").press("Enter")
    await expect(at.page.get_by_role("dialog")).to_contain_text("They are in bed A1-01 again")
    await send(at, "Yes, they are here")
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose why")
    await at.page.get_by_label("Other", exact=True).check()
    await send(at, "Yes, they are here")
    await expect(at.page.get_by_role("alert")).to_contain_text("Say in words why")
    await assert_well(at)
    await at.page.get_by_label("In words").fill("Sent back by the care home.")
    await send(at, "Yes, they are here")

    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text("A1-01")
    await expect(just_done(at)).to_contain_text("Ada Example is on this list again.")
    await expect(at.page.get_by_text("Nobody left this ward in the last 3 days.")).to_be_visible()
    await choose(at, "What happened…")
    await expect(at.page.get_by_role("dialog")).to_contain_text("“Sent back by the care home.”")
    await assert_well(at)


async def test_a_death_recorded_by_mistake_is_taken_back_and_asks_for_no_reason(
    desk: OpenDesk, town: Installation
) -> None:
    now = datetime.now(UTC)
    _, spell = await town.admit(at=now - 5 * DAY)
    await town.do(EndSpell(spell_id=spell, how=WayOut.DIED, by=town.by(Role.WARD_NURSE), at=now - DAY))
    at = await a_nurse(desk, town)
    await at.page.get_by_text("Left in the last 3 days").click()
    await at.page.get_by_role("button", name="Take back").click()
    await expect(at.page.get_by_role("dialog", name="EXAMPLE, Ada did not die?")).to_be_visible()
    await expect(at.page.get_by_role("radio")).to_have_count(0)
    await send(at, "Yes, they live")
    await expect(row_of(at, "EXAMPLE, Ada")).to_be_visible()
