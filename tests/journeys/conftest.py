"""These tests sit at a browser, or at desks that speak HTTP."""

from collections.abc import AsyncIterator

import httpx
import pytest

from app import clock
from tests.browsing import behind, browser, desk, served_database, serving, town, windows
from tests.facts import Installation
from tests.journeys.town import Town

__all__ = ["behind", "browser", "desk", "served_database", "serving", "town", "windows"]


@pytest.fixture
async def northmoor(place: Installation, client: httpx.AsyncClient) -> AsyncIterator[Town]:
    """A system at work; where a story sets its clock, that is its own."""
    yield await Town.opened(place, client)
    clock.live_at(None)
