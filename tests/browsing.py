"""Fixtures for tests in a real browser against a real `homeward serve`: one of each in a run, whoever uses them."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import chromium
import pytest
from playwright.async_api import Browser, async_playwright

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from tests.desks import WIDE, Desk, Widths, Windows
from tests.facts import Installation, a_system
from tests.serving import Served, on, served

FLAGS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # the pages of one window share what was compiled
]

OpenDesk = Callable[..., Awaitable[Desk]]


@pytest.fixture(scope="session")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A server of its own for the Homeward that is looked at: it waits for no disk."""
    server = EmbeddedPostgres(tmp_path_factory.mktemp("behind"), durable=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def serving(behind: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Homeward itself, all its processes, with an empty system."""
    with served(tmp_path_factory.mktemp("served") / "data", **on(behind)) as running:
        yield running


@pytest.fixture(scope="session")
async def served_database(serving: Served, behind: EmbeddedPostgres) -> AsyncIterator[Database]:
    """The database behind it, to furnish systems by commands."""
    database = await open_database(behind.url(role="app"))
    yield database
    await database.close()


@pytest.fixture
async def town(served_database: Database) -> Installation:
    """A system of its own in the running Homeward."""
    return await a_system(served_database, Hints(served_database))


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The machine's Chromium."""
    path = chromium.find()
    assert path, "No Chromium: `make test` finds or installs one."
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        await launched.close()


@pytest.fixture(scope="session")
def windows(browser: Browser, serving: Served) -> Windows:
    """The browser's windows, which show this Homeward."""
    return Windows(browser, serving.url)


@pytest.fixture
async def desk(windows: Windows) -> AsyncIterator[OpenDesk]:
    """Opens desks; at the end, nothing may have gone wrong at any of them."""
    opened: list[Desk] = []

    async def open_one(widths: Widths = WIDE) -> Desk:
        opened.append(await windows.desk(widths))
        return opened[-1]

    yield open_one
    for each in opened:
        await windows.leave(each)
    wrong = [wrong for each in opened for wrong in each.wrong]
    assert not wrong, wrong
