"""What is planned, expected or proposed around a stay: on the ward list, on the board and on the page of a case."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.async_api import Locator, ViewportSize, expect

from app.domain.local_time import local_date
from app.domain.person import RecordDeath
from app.domain.spell import (
    ExpectAdmission,
    ExpectDischarge,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeReadiness,
    StartLeave,
)
from app.domain.values import PersonId, Role, SpellId
from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE, Desk
from tests.domain.given import FEED
from tests.facts import Installation
from tests.web.told import short, told
from tests.web.ward_desk import a_nurse, assert_well, choose, row_of

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@BOTH
async def test_the_ward_list_shows_what_is_planned_around_a_stay(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    now = datetime.now(UTC)
    _, spell = await town.admit()
    await told(town, ExpectDischarge, spell, expected_on=local_date(now) + 2 * DAY)
    await told(town, PlanDischarge, spell)
    await told(town, StartLeave, spell, at=now - HOUR, until=now + 2 * DAY)
    await told(town, PlanTransfer, spell, ward_id=town.other_ward, bed="B1")
    at = await desk(width)
    await at.sign_in(town, Role.WARD_NURSE)

    row = row_of(at, "EXAMPLE, Ada")
    await expect(row).to_contain_text(short(now + 2 * DAY))
    await expect(row).to_contain_text("Discharge planned")
    await expect(row).to_contain_text("On leave until ")
    await expect(row).to_contain_text("To move to Birch ward, bed B1")
    await assert_well(at)


async def test_an_expected_date_that_has_passed_says_so(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    yesterday = datetime.now(UTC) - DAY
    await told(town, ExpectDischarge, spell, expected_on=local_date(yesterday))
    at = await a_nurse(desk, town)
    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text(f"EDD {yesterday:%a}, passed 1 d")


@BOTH
async def test_what_the_feed_proposes_makes_nobody_ready_until_a_clinician_confirms_it(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    _, spell = await town.admit()
    yesterday = datetime.now(UTC) - DAY
    await told(town, ProposeReadiness, spell, since=local_date(yesterday))
    at = await desk(width)
    await at.sign_in(town, Role.WARD_CLINICIAN)
    row = row_of(at, "EXAMPLE, Ada")
    await expect(row).to_contain_text(f"Feed says medically fit since {short(yesterday)}: confirm")
    await expect(at.page.get_by_text("0 ready")).to_be_visible()
    await assert_well(at)

    if width == WIDE:
        await row.focus()
        await at.page.keyboard.press("n")
    else:
        await row.get_by_role("button", name="No longer meets").click()

    await expect(at.page.get_by_text("1 ready")).to_be_visible()
    await expect(row).to_contain_text("No longer meets")
    await expect(row).not_to_contain_text("Feed says")


async def test_a_nurse_is_told_that_a_clinician_confirms(desk: OpenDesk, town: Installation) -> None:
    _, spell = await town.admit()
    await told(town, ProposeReadiness, spell, since=local_date(datetime.now(UTC)))
    at = await a_nurse(desk, town)
    await expect(row_of(at, "EXAMPLE, Ada")).to_contain_text(": a clinician confirms")


@BOTH
async def test_who_is_expected_has_a_place_of_their_own_and_comes_to_the_list_when_admitted(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    person, _ = await town.admit(bed="A1-01")
    coming = await _expected(town, person, bed="A1-02")
    at = await desk(width)
    await at.sign_in(town, Role.WARD_CLINICIAN)

    await expect(expected_section(at)).to_contain_text("EXAMPLE, Ada")
    await expect(expected_section(at)).to_contain_text("to come ")
    await expect(expected_section(at).get_by_role("button")).to_have_count(0)
    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(1)
    await expect(at.page.get_by_text("1 person · 1 to review")).to_be_visible()
    await assert_well(at)

    await at.page.get_by_role("button", name="Admit someone").click()
    await expect(at.page.get_by_label("Bed", exact=True).locator("option")).to_have_text(
        ["Choose…", "A1-01 – taken: EXAMPLE, Ada", "A1-02", "Another place…"]
    )
    await at.page.keyboard.press("Escape")

    await told(town, OpenSpell, coming, person_id=person, ward_id=town.ward, bed="A1-02")
    await expect(row_of(at, "EXAMPLE, Ada")).to_have_count(2)
    await expect(expected_section(at)).to_have_count(0)


async def test_who_is_expected_elsewhere_takes_no_bed_there(desk: OpenDesk, town: Installation) -> None:
    person, _ = await town.admit(bed="A1-01")
    await _expected(town, person, bed="B1", ward=town.other_ward)
    at = await a_nurse(desk, town)
    await choose(at, "Move to another bed or ward")
    await at.page.get_by_label("Ward", exact=True).select_option("Birch ward")
    await expect(at.page.get_by_label("Bed", exact=True).locator("option")).to_have_text(
        ["Choose…", "B1", "Another place…"]
    )


@BOTH
async def test_the_board_and_the_case_show_the_date_the_leave_and_the_proposal(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    now = datetime.now(UTC)
    _, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    await told(town, ExpectDischarge, spell, expected_on=local_date(now - DAY))
    await told(town, StartLeave, spell, at=now, until=None)
    await told(town, ProposeReadiness, spell, since=local_date(now))
    at = await desk(width)
    await at.sign_in(town, Role.HUB_LEAD)

    card = at.page.get_by_role("listitem").filter(has_text="EXAMPLE, Ada")
    await expect(card).to_contain_text(f"EDD {now - DAY:%a}, passed 1 d")
    await expect(card).to_contain_text("On leave since today")
    await expect(card).to_contain_text(f"Feed says medically fit since {short(now)}: not confirmed")
    await assert_well(at)

    await at.go(f"/cases/{referral.case_id}")
    main = at.page.get_by_role("main")
    await expect(main.get_by_role("term").filter(has_text="Expected to leave")).to_be_visible()
    await expect(main).to_contain_text(f"{now - DAY:%a}, passed 1 d")
    await expect(main).to_contain_text("On leave since today")
    await expect(main).to_contain_text("To confirm")
    await assert_well(at)


@BOTH
async def test_who_died_is_shown_as_such_wherever_they_stand(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    person, spell = await town.admit()
    referral = town.referral(spell)
    await town.do(referral)
    at = await desk(width)
    await at.sign_in(town, Role.HUB_LEAD)
    await expect(at.page.get_by_role("link", name="EXAMPLE, Ada")).to_be_visible()

    now = datetime.now(UTC)
    await town.do(RecordDeath(person_id=person, time_told=True, by=FEED, at=now, told_at=now))

    words = f"Died {local_date(now).day} {now:%B %Y}"
    await expect(at.page.get_by_role("main").get_by_text(words)).to_be_visible()
    for path in (f"/cases/{referral.case_id}", f"/wards/{town.ward}"):
        await at.go(path)
        await expect(at.page.get_by_role("main").get_by_text(words)).to_be_visible()
        await assert_well(at)


async def _expected(town: Installation, person: PersonId, *, bed: str, ward: object = None) -> SpellId:
    spell = SpellId(uuid4())
    soon = datetime.now(UTC) + 2 * DAY
    await told(town, ExpectAdmission, spell, at=soon, person_id=person, ward_id=ward or town.ward, bed=bed)
    return spell


def expected_section(at: Desk) -> Locator:
    """Who is to come to this ward."""
    return at.page.get_by_role("region", name="Expected")
