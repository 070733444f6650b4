"""One person from admission to home, in real browsers, told by a real feed: the main job on real input."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, expect

from app.domain.values import Role
from app.intake.adt.sender import send
from tests.browsing import OpenDesk
from tests.desks import Desk
from tests.facts import Installation, an_nhs_number
from tests.journeys.delays import Delays
from tests.serving import Served

Tell = Callable[[str], Awaitable[str]]


async def test_admitted_referred_planned_and_home(desk: OpenDesk, town: Installation, serving: Served) -> None:
    tell, delays = a_hospital(town, serving), Delays()
    hub, ward, clinician = await desk(), await desk(), await desk()
    await hub.sign_in(town, Role.HUB_LEAD)
    await ward.sign_in(town, Role.WARD_NURSE)
    await clinician.sign_in(town, Role.WARD_CLINICIAN)
    await expect(hub.page.get_by_role("heading", name="Referred")).to_be_visible()

    # The hospital admits somebody, and the ward sees her without a reload.
    delays.act()
    assert await tell("A01") == "AA"
    in_bed = row_of(ward)
    await in_bed.wait_for()
    delays.seen()
    await ward.assert_accessible()

    # The ward refers her, and the hub's other browser has the card within a second.
    sending = await write_referral(ward)
    delays.act()
    await sending.click()
    card = card_in(hub, "Referred")
    await card.wait_for()
    delays.seen()
    await ward.page.get_by_role("link", name="Back to the ward list").click()
    await expect(row_of(ward).get_by_role("link", name="Referred")).to_be_visible()
    await hub.assert_accessible()

    # The hub accepts and decides for home with support.
    await card.get_by_role("link").click()
    await accept(hub)
    await decide_for_home(hub)
    await hub.assert_accessible()
    await expect(in_bed).to_contain_text("P1")

    # She no longer needs the bed: one key on the ward, and the board says since when.
    await hub.go("/board")
    row = row_of(clinician)
    await row.focus()
    await expect(card_in(hub, "Planning")).to_be_visible()
    delays.act()
    await clinician.page.keyboard.press("n")
    await card_in(hub, "Planning").filter(has_text="Ready").wait_for()
    delays.seen()

    # She leaves: the feed says so, and the card moves where it belongs.
    delays.act()
    assert await tell("A03") == "AA"
    await card_in(hub, "Left hospital").wait_for()
    delays.seen()
    await expect(row_of(ward)).to_have_count(0)
    delays.assert_usually_within_a_second()

    # The case tells it all in words.
    await card_in(hub, "Left hospital").get_by_role("link").click()
    timeline = hub.page.get_by_role("region", name="What happened")
    for said in ("Admitted to Ash ward", "Referred to", "Accepted", "Pathway P1", "no longer meets", "Left hospital"):
        await expect(timeline).to_contain_text(said)
    await hub.assert_accessible()


def a_hospital(town: Installation, serving: Served) -> Tell:
    """A hospital whose sender belongs to this system, telling of one invented person's stay."""
    nhs_number, number, admitted = an_nhs_number(), town.system.hex[:8].upper(), datetime.now(UTC) - timedelta(days=3)

    async def tell(trigger: str) -> str:
        now = datetime.now(UTC)
        left = f"{now:%Y%m%d%H%M%S}+0000" if trigger == "A03" else ""
        segments = (
            f"MSH|^~\\&|PAS|{number[:6]}|HOMEWARD|HUB|{now:%Y%m%d%H%M%S}+0000||ADT^{trigger}|{trigger}{number}|P|2.4",
            f"EVN|{trigger}|{now:%Y%m%d%H%M%S}+0000",
            f"PID|1||H{number}^^^PAS^MR~{nhs_number}^^^NHS^NH||Marrow^Ida^^^Mrs^^L||19410228|F|||1 Mill Lane^^^^ZZ99",
            "PV1|1|I|ASH^Bay 1^A1-02" + "|" * 16 + f"V{number}" + "|" * 25 + f"{admitted:%Y%m%d%H%M%S}+0000|{left}",
        )
        message = "\r".join(segments).encode() + b"\r"
        (sent,) = [each async for each in send([message], "127.0.0.1", serving.mllp_port)]
        return sent.code

    return tell


async def write_referral(ward: Desk) -> Locator:
    """Needs and words, checked; the button that sends them."""
    page = ward.page
    await page.get_by_role("link", name="Refer MARROW, Ida").click()
    await page.get_by_label("Why are they in hospital?").fill("Fell at home. Walks with one person.")
    await page.get_by_label("Personal care").check()
    await page.get_by_role("button", name="Check before sending").click()
    return page.get_by_role("button", name="Refer to the hub")


async def accept(hub: Desk) -> None:
    """With the first case manager of the list."""
    page = hub.page
    await page.get_by_text("Accept the referral").click()
    await page.get_by_label("Case manager").select_option(label="Sam Case Manager")
    await page.get_by_role("button", name="Accept", exact=True).click()
    await expect(page.get_by_text("Decide the pathway")).to_be_visible()


async def decide_for_home(hub: Desk) -> None:
    """P1 needed and given."""
    page = hub.page
    await page.get_by_text("Decide the pathway").click()
    for legend in ("Pathway the person needs", "Pathway they will be given"):
        await page.get_by_role("group", name=legend).get_by_label("P1").check()
    await page.get_by_role("button", name="Decide", exact=True).click()
    await expect(page.get_by_text("Change the pathway")).to_be_visible()


def row_of(ward: Desk) -> Locator:
    """Her row on the ward list."""
    return ward.page.get_by_role("row").filter(has_text="MARROW, Ida")


def card_in(hub: Desk, column: str) -> Locator:
    """Her card, if it is in this column."""
    return hub.page.get_by_role("region", name=column).get_by_role("listitem").filter(has_text="MARROW, Ida")
