"""The nights that are put down to a provider, on its page: agreed and contested by keyboard, without a name."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.async_api import expect

from app.domain.local_time import local_date
from app.domain.spell import FreezeNight, ReviewCriteria, ReviewOutcome
from app.domain.values import Role
from app.events.midnight import MIDNIGHT
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS
from tests.events.searching import a_search, a_service
from tests.facts import Installation


async def test_a_service_contests_a_night_that_is_put_down_to_it(desk: OpenDesk, town: Installation) -> None:
    now = datetime.now(UTC)
    _, spell = await town.admit()
    search, service = await a_search(town, spell), await a_service(town)
    await search.ask(service)
    ready: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    by = town.by(Role.WARD_CLINICIAN)
    await town.do(ReviewCriteria(spell_id=spell, review_id=uuid4(), by=by, at=now - timedelta(hours=1), **ready))
    tomorrow = now + timedelta(days=1, hours=1)
    await town.do(FreezeNight(spell_id=spell, night=local_date(now), by=MIDNIGHT, at=tomorrow))

    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.PROVIDER, "/provider")
    nights = at.page.get_by_role("region", name="Nights put down to you")
    await expect(nights).to_contain_text("May be contested until")
    await expect(at.page.get_by_role("main")).not_to_contain_text(re.compile("Example", re.IGNORECASE))
    await nights.get_by_role("button", name=re.compile("^Contest")).press("Enter")
    await nights.get_by_role("button", name="Contest the night").press("Enter")
    await expect(nights.get_by_role("alert")).to_contain_text("Choose the reason")
    await at.assert_well()
    await nights.get_by_label("What was the reason?").select_option("HP4")
    await nights.get_by_label("Why?").fill("The place was free from noon.")
    await nights.get_by_role("button", name="Contest the night").press("Enter")
    await expect(nights).to_contain_text("Northmoor Trust contests it")
    await expect(nights).to_contain_text("The place was free from noon.")
    await nights.get_by_role("button", name=re.compile("^Agree")).press("Enter")
    await expect(nights).to_contain_text("Northmoor Trust agrees")
    await at.assert_well()
