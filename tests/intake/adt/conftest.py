"""A hospital with a feed into a system of its own."""

from collections.abc import AsyncIterator

import pytest

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.intake.senders import ANY
from tests.databases import create_with_tables
from tests.intake.adt.feeding import Hospital
from tests.intake.adt.systems import a_hospital


@pytest.fixture
async def hospital(database: Database) -> Hospital:
    """Its sender is known to the system, which has two wards and a hub; nobody is in a bed yet."""
    return await a_hospital(database)


@pytest.fixture(scope="session")
def own_url(postgres: EmbeddedPostgres) -> str:
    """The address of a database beside the others': only one feed in each can be that of any sender."""
    create_with_tables(postgres, "feeds")
    return postgres.url(role="app", database="feeds")


@pytest.fixture(scope="session")
async def own_database(own_url: str) -> AsyncIterator[Database]:
    """That database, open."""
    opened = await open_database(own_url)
    yield opened
    await opened.close()


@pytest.fixture
async def anybodys(own_database: Database) -> Hospital:
    """A system that takes what any sender sends, even one that does not say who it is."""
    async with own_database.turns.acquire() as connection:
        await connection.execute("DELETE FROM feed")
    return await a_hospital(own_database, application=ANY, facility=ANY)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Message by message, what agreed with another reader's answers."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    rows = [row for report in reports for name, row in report.user_properties if name == "agreement"]
    if rows:
        terminalreporter.section("ADT messages beside another reader's answers")
        for row in sorted(rows):
            terminalreporter.write_line(row)
