"""The weeks in a service: its own staff review and discharge on a telephone; the hub sees the days and takes back.

In a bed they say too why somebody is still there, and contest a night that the hub explains otherwise.
"""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import RecordDeparture, RecordReturn
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.local_time import LOCAL, local_date
from app.domain.values import Role, Words
from app.events.midnight import MIDNIGHT
from tests.browsing import OpenDesk
from tests.desks import PHONE
from tests.events.in_a_bed import in_a_bed, no_longer
from tests.events.searching import Searching, a_search, a_service
from tests.facts import Installation
from tests.web.ward_desk import assert_well

WEEKS = timedelta(days=36)


async def _in_a_service(town: Installation) -> Searching:
    search, service = await a_search(town), await a_service(town)
    [offer] = await search.ask(service)
    await town.do(search.yes(offer))
    ago = search.said() | {"at": datetime.now(LOCAL) - WEEKS}
    await town.do(RecordDeparture(**ago))
    await town.do(ConfirmFirstContact(contact_id=uuid4(), seen_by=Words("Rosa"), **ago))
    return search


async def test_of_a_place_given_up_while_they_are_in_hospital_the_hub_is_told_with_the_stay(
    desk: OpenDesk, town: Installation
) -> None:
    search, hub = await _in_a_service(town), await desk()
    await hub.sign_in(town, Role.CASE_MANAGER, f"/cases/{search.case}")
    the_stay = hub.page.get_by_role("region", name="The stay")
    await town.do(RecordReturn(**search.said()))
    await expect(the_stay).to_contain_text("In hospital since")
    await expect(the_stay).not_to_contain_text("gave the place up")
    held = hub.page.get_by_role("region", name=re.compile("Who holds what"))
    await held.get_by_role("button", name=re.compile("^Release")).press("Enter")
    await expect(the_stay).to_contain_text("gave the place up, so nobody there meets them again.")
    await expect(the_stay.get_by_role("button", name=re.compile("^Discharge from service"))).to_be_visible()
    await assert_well(hub)


async def test_a_stay_is_reviewed_planned_and_ended_by_its_service_and_followed_by_the_hub(
    desk: OpenDesk, town: Installation
) -> None:
    search = await _in_a_service(town)
    hub, phone = await desk(), await desk(PHONE)
    await hub.sign_in(town, Role.HUB_LEAD, f"/cases/{search.case}")
    await phone.sign_in(town, Role.PROVIDER, "/stays")
    stay = phone.page.get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
    the_stay = hub.page.get_by_role("region", name="The stay")
    for shown in (stay, the_stay):
        await expect(shown).to_contain_text("Day 36, six weeks on")
        await expect(shown).to_contain_text("No exit plan, due by")
        await expect(shown).to_contain_text("First review overdue 29 days")
    await assert_well(phone)
    await assert_well(hub)

    await stay.get_by_role("button", name=re.compile("^Review")).click()
    await stay.get_by_label("How does it go?").fill("Walks to the gate.")
    await stay.get_by_role("button", name="Record the review").click()
    await expect(the_stay).to_contain_text("Walks to the gate.")
    await stay.get_by_role("button", name=re.compile("^Plan the exit")).click()
    await assert_well(phone)
    await stay.get_by_label("When do they leave").fill((datetime.now(UTC) + timedelta(days=9)).date().isoformat())
    await stay.get_by_label("Where do they go?").select_option("home_long_term")
    await stay.get_by_label("What does it need?").fill("Two calls a day.")
    await stay.get_by_role("button", name="Plan the exit", exact=True).click()
    await expect(the_stay).to_contain_text("Two calls a day.")

    await the_stay.get_by_role("button", name=re.compile("Take back.*Stay reviewed")).click()
    await the_stay.get_by_label("Why?").fill("Another person's.")
    await the_stay.get_by_role("button", name="Take it back").click()
    await expect(the_stay).not_to_contain_text("Walks to the gate.")

    await stay.get_by_role("button", name=re.compile("^Discharge from service")).click()
    await stay.get_by_label("What support do they need").select_option("lower")
    await stay.get_by_label("Function scored by").select_option("barthel")
    await stay.get_by_label("When they came").fill("9")
    await stay.get_by_label("When they left").fill("16")
    await assert_well(phone)
    await stay.get_by_role("button", name="Discharge from service", exact=True).click()
    await expect(phone.page.get_by_role("heading", name="Left the service, to be asked how they are")).to_be_visible()
    await expect(the_stay).to_contain_text("9 to 16")
    await expect(hub.page.get_by_role("strong").filter(has_text="Closed")).to_be_visible()
    await assert_well(hub)


async def test_why_somebody_is_still_in_a_bed_is_said_by_its_service_and_seen_by_the_hub(
    desk: OpenDesk, town: Installation
) -> None:
    search, stay = await in_a_bed(town, days=5)
    now = datetime.now(UTC)
    await town.do(no_longer(search, stay, now - timedelta(days=2)))
    night = local_date(now) - timedelta(days=1)
    await town.do(FreezeStayNight(case_id=search.case, stay_id=stay, night=night, by=MIDNIGHT, at=now))
    hub, phone = await desk(), await desk(PHONE)
    await hub.sign_in(town, Role.HUB_LEAD, "/delays")
    beds = hub.page.get_by_role("region", name="In community beds")
    await expect(beds.locator("tbody tr", has_text="Fell Unit")).to_contain_text("Unexplained")
    await assert_well(hub)

    await phone.sign_in(town, Role.PROVIDER, "/stays")
    shown = phone.page.get_by_role("listitem").filter(has=phone.page.get_by_role("heading", name="EXAMPLE, Ada"))
    await expect(shown).to_contain_text("2 days, 2 nights: Unexplained")
    await shown.locator("summary", has_text="Why still here").press("Enter")
    await expect(shown.locator(".hw-now")).to_contain_text("Unexplained")
    await assert_well(phone)
    await shown.locator("summary", has_text="Record what is in the way").press("Enter")
    await shown.get_by_label("What is in the way?").select_option("WB4")
    await shown.get_by_label("Whose is it to clear?").select_option("council")
    await shown.get_by_label("Yes, they cannot leave while it lasts").press("Space")
    await shown.get_by_role("button", name="Record it").press("Enter")
    await expect(shown.locator(".hw-now")).to_contain_text("(WB4)")
    await expect(beds.locator("tbody tr", has_text="Fell Unit")).to_contain_text("(WB4)")

    frozen = shown.locator(".hw-nights li").filter(has_text="May be contested until")
    await frozen.get_by_role("button", name=re.compile("^Contest")).press("Enter")
    await frozen.get_by_label("What was the reason?").select_option("CT2")
    await frozen.get_by_label("Why?").fill("The hub had not asked anybody.")
    await frozen.get_by_role("button", name="Contest the night").press("Enter")
    await expect(frozen).to_contain_text("The hub had not asked anybody.")
    await assert_well(phone)
    await expect(beds.locator("tbody tr", has_text="Fell Unit")).to_contain_text("1 contested")

    await hub.page.goto(f"/cases/{search.case}")
    the_stay = hub.page.get_by_role("region", name="The stay")
    await the_stay.locator("summary", has_text="Why still here").press("Enter")
    await expect(the_stay.locator(".hw-nights")).to_contain_text("The hub had not asked anybody.")
    await assert_well(hub)
