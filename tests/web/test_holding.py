"""Keep or release, at a browser: a service on a telephone, a desk's list, the ward list, and the case; by keyboard."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import PlanLeaving
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.causes import Cause
from app.domain.case.leaving import LeaveFrom
from app.domain.case.tasks.doing import FinishTask
from app.domain.case.tasks.planning import task_id
from app.domain.values import Role, Words
from tests.browsing import OpenDesk
from tests.desks import PHONE
from tests.events.searching import Searching, a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import assert_well

LETTER = "Discharge letter done, to GP and service"


async def test_everyone_who_holds_something_is_asked_and_answers_in_one_press(
    desk: OpenDesk, town: Installation
) -> None:
    search = await _all_is_booked(town)
    provider, ward, hub = await desk(PHONE), await desk(), await desk()
    await provider.sign_in(town, Role.PROVIDER)
    await provider.go("/provider")
    await expect(provider.page.get_by_role("heading", name="Starts today and tomorrow")).to_be_visible()
    await expect(provider.page.get_by_role("heading", name=re.compile("Keep or release"))).to_have_count(0)

    await town.do(AskHolders(cause=Cause.MOVED_WARD, **search.said()))
    asked = provider.page.get_by_role("group", name=re.compile("Keep or release"))
    await expect(asked).to_contain_text("Moved to another ward · asked")
    await assert_well(provider)
    await asked.get_by_role("button", name=re.compile("^Keep for 24 hours")).press("Enter")
    await expect(provider.page.locator(".hw-offer")).to_contain_text("You said that you keep it until")
    await expect(asked).to_have_count(0)

    await ward.sign_in(town, Role.WARD_NURSE)
    await ward.go(f"/wards/{town.ward}")
    waiting = ward.page.locator(f'.hw-row a[href="/cases/{search.case}#holders"]')
    await expect(waiting).to_contain_text("1 to keep or release, asked")
    await assert_well(ward)
    await ward.go("/tasks#ward")
    line = ward.page.locator("tbody tr").filter(has_text="Moved to another ward")
    await expect(line).to_contain_text(LETTER)
    await assert_well(ward)
    await line.get_by_role("button", name=re.compile("^Release")).press("Enter")
    await expect(ward.page.get_by_role("status").filter(has_text=f"Released: {LETTER}")).to_be_visible()
    to_do = ward.page.locator("tbody tr", has=ward.page.locator(f'a[href="/cases/{search.case}#tasks"]'))
    await expect(to_do.filter(has_text=LETTER).get_by_role("button", name=re.compile("^Done"))).to_be_visible()

    await hub.sign_in(town, Role.CASE_MANAGER)
    await hub.go(f"/cases/{search.case}")
    held = hub.page.get_by_role("region", name=re.compile("Who holds what"))
    await expect(held).to_contain_text("Kept until")
    await town.do(AskHolders(cause=Cause.MEETS_AGAIN, **search.said()))
    await expect(held).to_contain_text("Meets the criteria to reside again")
    await assert_well(hub)
    await held.get_by_role("button", name=re.compile("^Release")).press("Enter")
    await expect(hub.page.locator(".hw-timeline")).to_contain_text("gave its place up")
    await expect(hub.page.locator(".hw-timeline")).to_contain_text("is released")
    await expect(held).to_have_count(0)


async def _all_is_booked(town: Installation) -> Searching:
    """A start is agreed, the letter is done, and the slot is tomorrow."""
    search, service = await a_search(town), await a_service(town)
    [offer] = await search.ask(service)
    await town.do(search.yes(offer))
    slot: dict[str, Any] = {"leave_at": datetime.now(UTC) + timedelta(hours=20), "leave_from": LeaveFrom.WARD}
    await town.do(PlanLeaving(**slot, going_to=Words("Own home"), received_by=Words("Her son"), **search.said()))
    await town.do(FinishTask(task_id=task_id(search.case, "C08"), step_id=uuid4(), **search.said()))
    return search
