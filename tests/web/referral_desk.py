"""What a nurse does at the referral form: open it, find a field, fill it in, check, send."""

import re
from typing import Any

import httpx
from playwright.async_api import Locator, expect

from app.domain.values import Role, SpellId
from tests.browsing import OpenDesk
from tests.desks import WIDE, Desk, Widths
from tests.facts import Installation


async def at_the_form(
    desk: OpenDesk, town: Installation, spell: SpellId, *, width: Widths = WIDE, role: Role = Role.WARD_NURSE
) -> Desk:
    """Somebody of the ward, with the form of this stay open."""
    at = await desk(width)
    await at.sign_in(town, role, form_of(town, spell))
    await expect(at.page.get_by_role("button", name="Check before sending")).to_be_visible()
    return at


def form_of(town: Installation, spell: SpellId) -> str:
    """Where the form of this stay is."""
    return f"/wards/{town.ward}/refer/{spell}"


async def open_form(at: Desk, town: Installation, spell: SpellId) -> None:
    """The form's own page."""
    await at.go(form_of(town, spell))
    await expect(at.page.get_by_role("button", name="Check before sending")).to_be_visible()


def field(at: Desk, name: str) -> Locator:
    """One field of the form, by its name."""
    return at.page.get_by_role("region", name=name)


def why(at: Desk) -> Locator:
    """The words most tests type."""
    return at.page.get_by_label("Why are they in hospital?")


async def saved(at: Desk) -> None:
    """Wait until what is typed is kept on the server."""
    await expect(at.page.get_by_text(re.compile("^Saved "))).to_be_visible()  # and not "Not saved yet"


async def check(at: Desk) -> None:
    """Go on to what will be sent."""
    await at.page.get_by_role("button", name="Check before sending").click()
    await expect(at.page.get_by_role("button", name="Refer to the hub")).to_be_visible()


async def refer(at: Desk) -> None:
    """Check, and send."""
    await check(at)
    await at.page.get_by_role("button", name="Refer to the hub").click()
    await expect(at.page.get_by_role("heading", name="was referred")).to_be_visible()


async def case_of(at: Desk, town: Installation, spell: SpellId) -> dict[str, Any]:
    """The case of this stay, as its page reads it."""
    async with town.database.reads.acquire() as connection:
        case = await connection.fetchval(
            "SELECT id FROM case_1 WHERE system_id = $1 AND spell_id = $2 AND NOT gone", town.system, spell
        )
    async with httpx.AsyncClient(base_url=at.url) as client:
        headers = await town.sign_in(client, Role.HUB_LEAD)
        found: dict[str, Any] = (await client.get(f"/api/v1/cases/{case}", headers=headers)).json()
        return found
