"""The directory of services as the hub reads it, live; and a provider who says how its own service is, by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import ViewportSize, expect

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.weekdays import EVERY_DAY, Weekday
from app.domain.practice import ServiceLines
from app.domain.practice.lines import LineRule
from app.domain.service import (
    Beds,
    ClosedFor,
    CloseService,
    DeclareCapacity,
    DescribeService,
    HoldPlace,
    Service,
    ServiceDescribed,
    Unit,
)
from app.domain.service.age import believed_until
from app.domain.system import AddOrganisation, OrganisationKind
from app.domain.values import CaseId, OrganisationId, Role, ServiceId
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE, Desk
from tests.facts import Installation
from tests.services import MORNINGS, listed, said
from tests.web.ward_desk import assert_well, tab_to

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
BEDS = Unit(key="Side rooms", commissioned=4, usable=4, occupied=4, beds=Beds(side_room=True))


async def furnished(town: Installation) -> dict[str, ServiceId]:
    """Four services: one counted lately, one long ago, one that is closed, and one of another organisation."""
    other = OrganisationId(uuid4())
    more: dict[str, Any] = {"system_id": town.system, "by": town.by(Role.MANAGER), "at": datetime.now(UTC)}
    await town.do(
        AddOrganisation(
            organisation_id=other, code=uuid4().hex, name="Lapwing Care", kind=OrganisationKind.PROVIDER, **more
        )
    )
    made = {
        "valley": await listed(town, "Valley Care"),
        "fell": await listed(town, "Fell Unit", ServiceLine.IC_UNIT),
        "closed": await listed(town, "Beck House", ServiceLine.NURS),
        "lapwing": await listed(town, "Lapwing at home", by=other),
    }
    await town.do(DeclareCapacity(units=(MORNINGS,), **said(town, made["valley"])))
    await town.do(DeclareCapacity(units=(BEDS,), **said(town, made["fell"], hours=30)))
    await town.do(DescribeService(phone="01632 960123", admits_on=EVERY_DAY, **said(town, made["fell"])))
    await town.do(DescribeService(sectors=frozenset({"ZZ97 1"}), **said(town, made["lapwing"])))
    await town.do(CloseService(why=ClosedFor.OUTBREAK, **said(town, made["closed"])))
    return made


def group(at: Desk, name: str) -> Any:
    return at.page.get_by_role("region", name=name)


@BOTH
async def test_the_hub_reads_whom_to_ask_and_whom_to_ring_as_it_changes(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    made = await furnished(town)
    at = await desk(width)
    page = at.page
    await at.sign_in(town, Role.HUB_LEAD)
    await page.get_by_role("link", name="Services").click()
    counted, ring = group(at, "Counted lately"), group(at, "Unconfirmed: ring")
    await expect(counted).to_contain_text("Valley Care")
    await expect(counted.locator(".hw-number--free")).to_contain_text("3")
    await expect(ring).to_contain_text("Fell Unit")
    await expect(ring.get_by_role("link", name="01632 960123")).to_have_attribute("href", "tel:01632960123")
    await expect(ring).to_contain_text("Has not said what it has")
    await expect(group(at, "Closed for now")).to_contain_text("Closed: outbreak")
    await assert_well(at)

    hold: dict[str, Any] = {"hold_id": uuid4(), "case_id": CaseId(uuid4()), "units": ("Mornings",)}
    until = datetime.now(UTC) + timedelta(hours=1)
    await town.do(HoldPlace(until=until, **hold, **said(town, made["valley"])))
    await expect(counted.locator(".hw-number--free")).to_contain_text("2")
    await expect(counted.locator(".hw-number--held")).to_contain_text("1")

    await ring.get_by_role("button", name="Nothing changed at Fell Unit").click()
    await expect(counted).to_contain_text("Fell Unit")
    await expect(counted).to_contain_text("Counted just now")

    await page.get_by_label("Goes to").fill("zz98 1")
    await expect(page.get_by_text("3 of 4 services")).to_be_visible()
    await page.get_by_label("Line of service").select_option(label="Longer home care")
    await expect(page.get_by_text("1 of 4 services")).to_be_visible()
    await page.get_by_role("button", name="Show all").click()
    await page.get_by_label("Service or organisation").fill("lapwing")
    await expect(ring).to_contain_text("Lapwing at home")
    await expect(page.get_by_text("1 of 4 services")).to_be_visible()
    await assert_well(at)


@BOTH
async def test_a_provider_counts_describes_and_closes_its_own_service_by_keyboard(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    await furnished(town)
    at = await desk(width)
    page = at.page
    await at.sign_in(town, Role.PROVIDER, "/services")
    await expect(page.get_by_role("heading", level=1, name="Your services")).to_be_visible()
    await expect(page.get_by_text("Valley Care").first).to_be_visible()
    await expect(page.get_by_text("Lapwing")).to_have_count(0)

    await tab_to(at, page.get_by_role("link", name="Valley Care"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1, name="Valley Care")).to_be_visible()
    for summary in await page.locator("main details > summary").all():
        await summary.focus()
        await page.keyboard.press("Enter")
    await assert_well(at)

    await tab_to(at, page.get_by_role("button", name="Add a line"), most=60)
    await page.keyboard.press("Enter")
    line = page.get_by_role("group", name="Line 2")
    await expect(line.get_by_label("Name")).to_be_focused()
    await page.keyboard.insert_text("Teas")
    await page.get_by_role("button", name="Keep this count").press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Teas: choose the window of its calls")
    teas = page.get_by_role("group", name="Teas")
    await teas.get_by_label("Window").select_option(label="Tea")
    for label, number in (("Commissioned", "6"), ("Usable", "6"), ("Occupied", "2")):
        await teas.get_by_label(label).fill(number)
    await page.get_by_role("button", name="Keep this count").press("Enter")
    await expect(page.get_by_text("The count is kept, and young.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Teas Tea calls, 1 carer")
    await expect(row.locator(".hw-number--free")).to_contain_text("4")
    await expect(page.get_by_role("region", name="History")).to_contain_text("Teas: 6 of 6 usable, 2 occupied.")

    await page.get_by_label("Patch").fill("zz97 1, ZZ98")
    await page.get_by_label("End of life care").check()
    await page.get_by_label("Number to ring").fill("01632 960321")
    await page.get_by_role("button", name="Save").press("Enter")
    can_take = page.get_by_role("region", name="What it can take")
    await expect(can_take).to_contain_text("ZZ97 1, ZZ98")
    await expect(can_take).to_contain_text("Every day (as its line has it)")
    await page.get_by_label("Monday").check()
    await page.get_by_role("button", name="Save").press("Enter")
    await expect(can_take).to_contain_text("AdmitsMonday")

    await page.get_by_label("Outbreak").check()
    await page.get_by_role("button", name="Close for now").press("Enter")
    await expect(page.get_by_text("Closed: outbreak").first).to_be_visible()
    await page.get_by_role("button", name="Take people again").press("Enter")
    await expect(page.get_by_text("The service takes people again.")).to_be_visible()
    await page.get_by_role("button", name="Nothing changed").press("Enter")
    await expect(page.get_by_role("region", name="History")).to_contain_text("Nothing changed since the last count.")
    await assert_well(at)


AGES = """async (rows) => {
    const main = document.querySelector("script[type=module]").src
    const { believedUntil } = await import(new URL("counts.js", main))
    const admits_on = ["mon", "tue", "wed", "thu", "fri"]
    const codes = (count_hours) => ({ service_lines: [{ code: "reab", count_hours, admits_on }] })
    return rows.map((row) => believedUntil(row, codes(row.usual)))
}"""
WEEKS = [*pairwise([*Weekday, Weekday.MON]), (), tuple(Weekday)[:5], tuple(Weekday)]


def counts() -> Iterator[tuple[datetime, tuple[Weekday, ...], int, int | None]]:
    """Counts at any hour of days on which clocks change and do not, of services of all kinds of week."""
    for day in (
        datetime(2026, 3, 27, tzinfo=UTC),
        datetime(2026, 7, 3, tzinfo=UTC),
        datetime(2026, 10, 23, tzinfo=UTC),
    ):
        for n, week in enumerate(WEEKS):
            yield day + timedelta(hours=5 * n, minutes=17), week, 24, None
            yield day + timedelta(hours=7 * n, minutes=59), week, 8, 61


async def test_a_page_believes_a_count_exactly_as_long_as_the_server(desk: OpenDesk, town: Installation) -> None:
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE, "/services")
    rows = [
        {
            "confirmed_at": each.isoformat(),
            "admits_on": week,
            "line": "reab",
            "confirm_within_hours": own,
            "usual": usual,
        }
        for each, week, usual, own in counts()
    ]
    told = await at.page.evaluate(AGES, rows)
    assert [datetime.fromisoformat(each) for each in told] == [
        believed_until(Service(confirmed_at=each, described=describe(week, own)), line(usual))
        for each, week, usual, own in counts()
    ]


def line(usual: int) -> LineRule:
    return replace(ServiceLines().of(ServiceLine.REAB), count_hours=usual)


def describe(week: tuple[Weekday, ...], own: int | None) -> ServiceDescribed:
    return ServiceDescribed(admits_on=frozenset(week), confirm_within_hours=own)


async def test_a_ward_reads_the_directory_and_changes_nothing(desk: OpenDesk, town: Installation) -> None:
    made = await furnished(town)
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE, "/services")
    await expect(group(at, "Counted lately")).to_contain_text("Valley Care")
    await expect(at.page.get_by_role("button", name="Nothing changed")).to_have_count(0)
    await at.go(f"/services/{made['valley']}")
    await expect(at.page.get_by_role("heading", level=1, name="Valley Care")).to_be_visible()
    await expect(at.page.get_by_role("heading", name="Say how it is")).to_have_count(0)
    await assert_well(at)
