"""These tests sit at a browser, or at desks that speak HTTP."""

import httpx
import pytest

from tests.browsing import behind, browser, desk, served_database, serving, town, windows
from tests.facts import Installation
from tests.journeys.town import Town

__all__ = ["behind", "browser", "desk", "served_database", "serving", "town", "windows"]


@pytest.fixture
async def northmoor(place: Installation, client: httpx.AsyncClient) -> Town:
    """A system at work."""
    return await Town.opened(place, client)
