"""Why people are still here, at a browser: the list, one person, what is in the way, and a night that is contested."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.codes.hub_needs import HubNeed
from app.domain.local_time import local_date
from app.domain.spell import FreezeNight, ReviewCriteria, ReviewOutcome, SayHubNeed, TakeSnapshot
from app.domain.values import Role, SpellId
from app.events.midnight import MIDNIGHT
from app.events.snapshots import SNAPSHOT
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE
from tests.facts import Installation


async def _ready_for_days(town: Installation, days: int) -> SpellId:
    """Somebody who was ready so many days ago, needs the hub, and was never referred."""
    at = datetime.now(UTC) - timedelta(days=days)
    _, spell = await town.admit(at=at - timedelta(days=1))
    said: dict[str, Any] = {"spell_id": spell, "at": at}
    clinician, nurse = town.by(Role.WARD_CLINICIAN), town.by(Role.WARD_NURSE)
    no_longer: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    await town.do(ReviewCriteria(review_id=uuid4(), by=clinician, **no_longer, **said))
    await town.do(SayHubNeed(need=HubNeed.YES, by=nurse, **said))
    return SpellId(spell)


@pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
async def test_on_the_wards_own_list_its_own_trust_is_us(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    await _ready_for_days(town, 2)
    at = await desk(width)
    await at.sign_in(town, Role.WARD_CLINICIAN)
    await at.go(f"/wards/{town.ward}")
    why = at.page.locator(".hw-row .hw-why")
    await expect(why).to_contain_text("waits for: us")
    await expect(why).not_to_contain_text("Northmoor Trust")
    await at.assert_accessible()
    await at.assert_fits()


@pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
async def test_what_is_in_the_way_is_recorded_and_a_night_contested_by_keyboard(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    spell = await _ready_for_days(town, 2)
    now = datetime.now(UTC)
    await town.do(FreezeNight(spell_id=spell, night=local_date(now) - timedelta(days=1), by=MIDNIGHT, at=now))
    await town.do(TakeSnapshot(spell_id=spell, taken_at=datetime.now(UTC), by=SNAPSHOT, at=now + timedelta(days=1)))
    at = await desk(width)
    await at.sign_in(town, Role.WARD_CLINICIAN, "/delays")
    await expect(at.page.get_by_role("heading", name="Why still here")).to_be_visible()
    await at.page.locator("summary", has_text="Weekdays and weekends").press("Enter")
    measures = at.page.get_by_role("table", name="Weekdays beside weekends and bank holidays")
    await expect(measures.get_by_role("row", name="Nights in a bed no longer needed")).to_be_visible()
    await expect(at.page.get_by_text("1 ready, 0 unexplained")).to_be_visible()
    line = at.page.locator("tbody tr", has=at.page.locator(f'a[href="/delays/{spell}"]'))
    await expect(line).to_contain_text("Awaiting referral to care transfer hub for supported discharge (HP3)")
    await expect(line).to_contain_text("waits for: Hospital, Northmoor Trust")
    await at.assert_accessible()
    await at.assert_fits()

    await line.get_by_role("link").press("Enter")
    await expect(at.page.locator(".hw-now")).to_contain_text("(HP3)")
    snapshots = at.page.locator("section", has=at.page.get_by_role("heading", name="Weekly snapshots"))
    await expect(snapshots).to_contain_text("(HP3)")
    await at.page.locator("summary", has_text="Record what is in the way").press("Enter")
    await at.page.get_by_role("button", name="Record it").press("Enter")
    await expect(at.page.get_by_role("alert")).to_contain_text("Choose what is in the way")
    await at.page.get_by_label("What is in the way?").select_option("WB2")
    await at.page.get_by_label("Whose is it to clear?").select_option("council")
    await at.page.get_by_label("Yes, they cannot leave while it lasts").press("Space")
    await at.page.get_by_role("button", name="Record it").press("Enter")
    await expect(at.page.locator(".hw-now")).to_contain_text("Ongoing safeguarding concern (WB2)")
    await expect(at.page.locator(".hw-now")).to_contain_text("waits for: Council")
    await at.assert_accessible()

    await at.page.get_by_role("button", name=re.compile("^No longer stops leaving")).press("Enter")
    await expect(at.page.locator(".hw-now")).to_contain_text("(HP3)")

    night = at.page.locator(".hw-nights li").filter(has_text="May be contested until").first
    await night.get_by_role("button", name=re.compile("^Contest")).press("Enter")
    await night.get_by_label("What was the reason?").select_option("HP2")
    await night.get_by_label("Why?").fill("The round was late.")
    await night.get_by_role("button", name="Contest the night").press("Enter")
    await expect(night).to_contain_text("Contested")
    await expect(night).to_contain_text("The round was late.")
    await at.assert_accessible()
    await at.assert_fits()


async def test_ward_list_and_delays_show_in_red_what_nobody_can_explain(desk: OpenDesk, town: Installation) -> None:
    spell = await _ready_for_days(town, 1)
    await town.do(SayHubNeed(spell_id=spell, need=HubNeed.NO, by=town.by(Role.WARD_NURSE), at=datetime.now(UTC)))
    at = await desk(WIDE)
    await at.sign_in(town, Role.WARD_NURSE)
    row = at.page.locator(f'[data-focus="{spell}"]')
    await expect(row.locator(".hw-why .hw-overdue")).to_have_text("Unexplained")
    await at.assert_accessible()
