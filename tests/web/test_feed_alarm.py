"""A feed that falls silent is an alarm on every board that lives from it; it comes and goes by itself."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.async_api import Locator, expect

from app.domain.feed import ChangeFeed
from app.domain.local_time import LOCAL
from app.domain.system import AddSite
from app.domain.values import FeedId, Role, SiteId
from app.events.handler import handle
from app.intake.settings import FeedSettings
from tests.browsing import OpenDesk
from tests.desks import BOTH_WIDTHS, Desk
from tests.facts import Installation
from tests.intake.messages import kept_message


async def test_a_silent_feed_stands_above_board_wards_and_ward_until_it_is_heard(
    desk: OpenDesk, town: Installation
) -> None:
    await town.admit()
    heard_at = datetime.now(UTC) - timedelta(minutes=23)
    feed = await heard(town, heard_at)
    at = await desk(BOTH_WIDTHS)
    await at.sign_in(town, Role.HUB_LEAD)

    for path in ("/board", "/wards", f"/wards/{town.ward}"):
        await at.go(path)
        await expect(alarm(at)).to_contain_text(no_news_since(heard_at))
        await expect(alarm(at).get_by_role("timer")).to_have_text("(23 min)")
        await at.assert_well()

    await kept_message(town.database, town.system, feed, datetime.now(UTC))
    await expect(alarm(at)).to_have_count(0)
    await at.assert_accessible()


async def test_the_alarm_comes_while_the_board_is_looked_at(desk: OpenDesk, town: Installation) -> None:
    heard_at = datetime.now(UTC) - timedelta(minutes=1)
    feed = await heard(town, heard_at + timedelta(minutes=15))
    at = await desk()
    await at.sign_in(town, Role.WARD_NURSE)
    await expect(at.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(alarm(at)).to_have_count(0)

    await change(town, feed, FeedSettings(silent_after_minutes=1))
    await town.database.turns.execute(
        "UPDATE feed_message SET received_at = $2 WHERE system_id = $1", town.system, heard_at
    )
    await expect(alarm(at)).to_contain_text(no_news_since(heard_at))


async def test_a_ward_is_not_told_of_the_feed_of_another_site(desk: OpenDesk, town: Installation) -> None:
    feed = await heard(town, datetime.now(UTC) - timedelta(minutes=16))
    other = SiteId(uuid4())
    by, now = town.by(Role.MANAGER), datetime.now(UTC)
    site = AddSite(
        system_id=town.system,
        site_id=other,
        code=f"S{other.hex}",
        name="Far",
        organisation_id=town.trust,
        by=by,
        at=now,
    )
    await town.do(site)
    await change(town, feed, FeedSettings(site_id=other))
    ward, board = await desk(), await desk()
    told = told_to(ward)
    await ward.sign_in(town, Role.WARD_NURSE)
    await board.sign_in(town, Role.CASE_MANAGER)
    await expect(alarm(board)).to_be_visible()
    async with asyncio.timeout(60):
        while not any("Test feed" in str(message) for message in told):
            await asyncio.sleep(0.05)
    await ward.page.evaluate("new Promise(requestAnimationFrame)")  # what it was told is drawn by then
    await expect(alarm(ward)).to_have_count(0)

    await change(town, feed, FeedSettings(site_id=town.site), past=2)
    await expect(alarm(ward)).to_be_visible()


@pytest.mark.parametrize(("role", "links"), [(Role.MANAGER, 1), (Role.CASE_MANAGER, 1), (Role.WARD_NURSE, 0)])
async def test_who_looks_after_feeds_is_led_to_them(desk: OpenDesk, town: Installation, role: Role, links: int) -> None:
    at = await desk()
    await at.sign_in(town, role)
    await expect(at.page.get_by_role("link", name="Wards")).to_be_visible()
    await expect(at.page.get_by_role("link", name="Feeds", include_hidden=True)).to_have_count(links)


def alarm(at: Desk) -> Locator:
    return at.page.get_by_role("status").filter(has_text="No news from Test feed")


def told_to(at: Desk) -> list[str | bytes]:
    """What the server says to this desk over its live connection, from now on."""
    told: list[str | bytes] = []

    def hear(message: str | bytes) -> None:
        told.append(message)

    at.page.on("websocket", lambda socket: socket.on("framereceived", hear))
    return told


def no_news_since(heard_at: datetime) -> "re.Pattern[str]":
    return re.compile(f"No news from Test feed since ([A-Z][a-z]+ )?{heard_at.astimezone(LOCAL):%H:%M}")


async def heard(town: Installation, at: datetime) -> FeedId:
    """The feed of the town, heard at this time."""
    feed = FeedId(await town.database.reads.fetchval("SELECT feed_id FROM feed WHERE system_id = $1", town.system))
    await kept_message(town.database, town.system, feed, at)
    return feed


async def change(town: Installation, feed: FeedId, settings: FeedSettings, past: int | None = None) -> None:
    said = settings.model_dump(mode="json")
    by, now = town.by(Role.MANAGER), datetime.now(UTC)
    command = ChangeFeed(feed_id=feed, name="Test feed", settings=said, by=by, at=now)
    await handle(town.database, town.hints, town.system, command, past)
