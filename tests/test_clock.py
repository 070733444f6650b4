"""Whoever lives at another time does so alone."""

import asyncio
from datetime import UTC, datetime, timedelta

from app import clock

THEN = datetime(2026, 11, 3, 9, tzinfo=UTC)
SOON = timedelta(minutes=1)


async def test_a_story_has_its_own_time_and_everybody_else_the_machines() -> None:
    async def story() -> timedelta:
        clock.live_at(THEN)
        return clock.now() - THEN

    assert timedelta() <= await asyncio.create_task(story()) < SOON
    assert abs(clock.now() - datetime.now(UTC)) < SOON


async def test_time_goes_on_in_a_story_until_it_is_the_machines_again() -> None:
    clock.live_at(THEN)
    first = clock.now()
    assert first <= clock.now() < THEN + SOON
    clock.live_at(None)
    assert abs(clock.now() - datetime.now(UTC)) < SOON
