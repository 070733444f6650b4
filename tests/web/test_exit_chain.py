"""Who frees what at a browser: for the hub, on the case, and for who runs the place, by keyboard and at both widths."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.async_api import expect

from app.domain.case import RecordDeparture
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.stay.lasting import PlanExit
from app.domain.codes.stay_outcomes import Destination
from app.domain.local_time import local_date
from app.domain.values import Role, ServiceId, Words
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, PHONE
from tests.events.searching import a_search, a_service
from tests.facts import Installation


async def _leaves_tomorrow(town: Installation, service: ServiceId) -> None:
    search, stay = await a_search(town), uuid4()
    [offer] = await search.ask(service)
    await town.do(search.yes(offer))
    await town.do(RecordDeparture(**search.said()))

    await town.do(ConfirmFirstContact(contact_id=stay, seen_by=Words("Rosa"), **search.said()))
    tomorrow = local_date(datetime.now(UTC)) + timedelta(days=1)
    plan: dict[str, Any] = {"destination": Destination.HOME_NO_SUPPORT, "words": Words("Her son moves in.")}
    await town.do(PlanExit(stay_id=stay, step_id=uuid4(), leave_on=tomorrow, **plan, **search.said()))


async def test_if_one_leaves_by_noon_the_other_could_go(desk: OpenDesk, town: Installation) -> None:
    service = await a_service(town)
    await _leaves_tomorrow(town, service)
    _, spell = await town.admit(bed="A1-02", family="Waits", given="Ben")
    ben = await a_search(town, spell)
    await ben.ask(service)

    hub, runs = await desk(BOTH_WIDTHS), await desk(PHONE)
    await hub.sign_in(town, Role.HUB_LEAD, f"/cases/{ben.case}")
    finding = hub.page.get_by_role("region", name="Finding a service")
    await expect(finding).to_contain_text("Could go to Reablement")
    await expect(finding).to_contain_text("if EXAMPLE, Ada leaves by noon")
    way = finding.get_by_role("link", name="Who frees what")
    await way.focus()
    await hub.page.keyboard.press("Enter")

    could = hub.page.get_by_role("region", name="Could go")
    line = could.get_by_role("listitem").filter(has=hub.page.locator(f'a[href="/cases/{ben.case}"]'))
    await expect(line).to_contain_text("WAITS, Ben A1-02")
    await expect(line).to_contain_text("if EXAMPLE, Ada leaves by noon")
    await hub.assert_well()
    kind = hub.page.get_by_label("Line of service")
    await kind.focus()
    await expect(kind).to_be_focused()
    await kind.select_option("reab")
    await expect(line).to_be_visible()

    await runs.sign_in(town, Role.PROVIDER)
    place = runs.page.get_by_role("region", name="Places that come free").get_by_role("listitem")
    await expect(place).to_contain_text("EXAMPLE, Ada leaves")
    await expect(place).to_contain_text("Waited for by 1 person.")
    await expect(place).not_to_contain_text("WAITS")
    await runs.assert_well()
