"""Escalations at a browser: raised on a case, marked on the board, taken on and settled on one's own list, live."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.spell import EndSpell, WayOut
from app.domain.values import Role
from app.events.escalation.sweep import sweep_system
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE
from tests.events.searching import a_search
from tests.facts import Installation
from tests.web.test_tasks import _a_case

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
PROBLEM = "The ward does not ring back."


@BOTH
async def test_a_problem_is_escalated_marked_on_the_board_and_answered_by_keyboard(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    case: UUID = await _a_case(town)
    hub, board, ward = await desk(width), await desk(width), await desk(width)
    await hub.sign_in(town, Role.HUB_LEAD, f"/cases/{case}")
    await board.sign_in(town, Role.CASE_MANAGER)
    await ward.sign_in(town, Role.WARD_NURSE, "/escalations")
    await expect(ward.page.get_by_role("heading", name="My escalations")).to_be_visible()

    await hub.page.locator("summary", has_text="Escalate a problem").press("Enter")
    await hub.page.get_by_role("button", name="Escalate it").press("Enter")
    await expect(hub.page.get_by_role("alert")).to_contain_text("Say what the problem is")
    await hub.page.get_by_label("What is the problem?").fill(PROBLEM)
    await hub.assert_accessible()
    await hub.page.get_by_role("button", name="Escalate it").press("Enter")
    await expect(hub.page.locator(".hw-escalation").filter(has_text=PROBLEM)).to_be_visible()
    await hub.assert_fits()

    card = board.page.locator(".hw-card", has=board.page.locator(f'a[href="/cases/{case}"]'))
    await expect(card.locator(".hw-escalated")).to_contain_text("Raised by a person")
    await board.assert_accessible()

    entry = ward.page.locator(".hw-escalation").filter(has_text=PROBLEM)
    await expect(entry).to_contain_text("left: answer by")
    await ward.assert_accessible()
    await ward.assert_fits()
    await entry.get_by_role("button", name=re.compile("^Acknowledge")).press("Enter")
    await expect(entry).to_contain_text("acknowledged by Sam Ward Nurse")
    await entry.get_by_role("button", name=re.compile("^Say what you did")).press("Enter")
    await entry.get_by_label("What did you do?").fill("Rang the hub.")
    await entry.get_by_role("button", name="Save what you did").press("Enter")
    await expect(entry).to_contain_text("Rang the hub.")
    await entry.get_by_role("button", name=re.compile("^Settled")).press("Enter")
    await entry.get_by_label("How was it settled?").fill("They spoke.")
    await entry.get_by_role("button", name="It is settled").press("Enter")
    await expect(entry).to_have_count(0)
    await expect(hub.page.locator(".hw-escalation").filter(has_text=PROBLEM)).to_have_count(0)
    await expect(card).not_to_contain_text("Raised by a person")
    await expect(hub.page.locator(".hw-timeline")).to_contain_text("settled")


async def test_what_the_clock_raises_comes_to_the_hubs_list_live_and_a_service_sees_nobody(
    desk: OpenDesk, town: Installation
) -> None:
    case: UUID = await _a_case(town)
    hub, provider = await desk(), await desk()
    await hub.sign_in(town, Role.HUB_LEAD, "/escalations")
    await provider.sign_in(town, Role.PROVIDER, "/escalations")
    await expect(hub.page.get_by_role("heading", name="My escalations")).to_be_visible()
    await sweep_system(town.database, town.hints, town.system, datetime.now(UTC) + timedelta(hours=5))
    entry = hub.page.locator(".hw-escalation", has=hub.page.locator(f'a[href="/cases/{case}"]'))
    await expect(entry.filter(has_text="No pathway after a complete referral")).to_be_visible()
    await expect(entry.first).to_contain_text("EXAMPLE, Ada")
    await expect(provider.page.locator(".hw-escalation").first).to_be_visible()
    await expect(provider.page.locator("main")).not_to_contain_text("EXAMPLE")
    await provider.assert_accessible()


async def test_the_ward_that_let_somebody_go_too_soon_finds_it_on_its_own_list(
    desk: OpenDesk, town: Installation
) -> None:
    search = await a_search(town)
    ward = await desk()
    said = search.said() | {"by": town.by(Role.WARD_NURSE)}
    spell = await town.database.reads.fetchval("SELECT spell_id FROM case_1 WHERE id = $1", search.case)
    del said["case_id"]
    await town.do(EndSpell(spell_id=spell, how=WayOut.DISCHARGED, **said))
    await sweep_system(town.database, town.hints, town.system, datetime.now(UTC))
    await ward.sign_in(town, Role.WARD_NURSE, "/escalations")
    entry = ward.page.locator(".hw-escalation").filter(has_text="Left with a stop task open")
    await expect(entry).to_be_visible()
    await ward.assert_accessible()
