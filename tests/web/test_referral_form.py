"""The referral form in a real browser: ten ways through it."""

import pytest
from playwright.async_api import ViewportSize, expect

from tests.browsing import OpenDesk
from tests.desks import PHONE, WIDE
from tests.facts import Installation
from tests.web.referral_desk import at_the_form, case_of, check, field, refer, saved, why
from tests.web.ward_desk import assert_well, tab_to

BOTH = pytest.mark.parametrize("width", [WIDE, PHONE], ids=["wide", "phone"])


@BOTH
async def test_it_is_accessible_and_fits_empty_full_and_when_checked(
    desk: OpenDesk, town: Installation, width: ViewportSize
) -> None:
    _, spell = await town.admit()
    at = await at_the_form(desk, town, spell, width=width)
    await assert_well(at)

    await field(at, "Person and where").get_by_label("With family").check()
    await field(at, "Capacity").get_by_label("Doubt about this decision").check()
    await field(at, "Before this stay").get_by_label("Package paused").check()
    await field(at, "Needs").get_by_label("Nursing task").check()
    await field(at, "Needs").get_by_label("Weight bearing limit").check()
    for risk in ("Swallowing (IDDSI)", "Infection or isolation", "Safeguarding"):
        await field(at, "Risks").get_by_label(risk, exact=True).check()
    await why(at).fill("x" * 401)
    await at.page.get_by_role("button", name="Check before sending").click()
    await expect(at.page.get_by_role("alert")).to_contain_text("Use at most 400 characters: these are 401")
    await assert_well(at)

    await why(at).fill("Fell at home.")
    await check(at)
    await assert_well(at)
