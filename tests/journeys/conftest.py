"""Stories that cross pages: told at a browser, or at desks that speak HTTP."""

from collections.abc import AsyncIterator

import httpx
import pytest

from app import clock
from tests.facts import Installation
from tests.journeys.town import Town


@pytest.fixture
async def northmoor(place: Installation, client: httpx.AsyncClient) -> AsyncIterator[Town]:
    """A system at work; where a story sets its clock, that is its own."""
    yield await Town.opened(place, client)
    clock.live_at(None)
