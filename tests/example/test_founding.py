"""The example system is made by commands, and only once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from app.database import Database, open_database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.live import everywhere, load
from app.example.founding import commands, feeds, found_example
from app.example.ids import SYSTEM
from app.example.places import WARDS
from app.example.roster import ROSTER
from app.example.sign_ins import sign_ins
from app.migrating import migrate


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A database of its own: the example takes every sender's messages."""
    postgres.create_database("example")
    await asyncio.to_thread(migrate, postgres.url(role="owner", database="example"))
    opened = await open_database(postgres.url(role="app", database="example"))
    yield opened
    await opened.close()
    postgres.drop_database("example")


async def test_the_example_is_made_once_and_has_wards_services_and_somebody_of_each_role(database: Database) -> None:
    await found_example(database)
    first = await load(database, SYSTEM, everywhere("place", "staff", "service"), None)
    await found_example(database)
    again = await load(database, SYSTEM, everywhere("place", "staff", "service"), None)

    now = datetime.now(UTC)
    assert again.position == first.position == len([*feeds(now), *commands(now)])
    assert {member.role for member in ROSTER} == set(Role)
    assert {str(ward.id) for ward in WARDS} <= {str(row.id) for row in first.rows if row.kind == "place"}


def test_a_later_start_asks_for_the_same_things() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    today, tomorrow = ([each.stream for each in (*feeds(at), *commands(at))] for at in (now, now + timedelta(days=1)))

    assert today == tomorrow


def test_the_wards_have_beds_for_a_hospital() -> None:
    assert len({ward.code for ward in WARDS}) == 12
    assert all(18 <= len(ward.beds) <= 28 for ward in WARDS)
    assert WARDS[0].beds[0] == "A1-01"


def test_every_sign_in_is_that_of_a_member_of_staff() -> None:
    assert [each.username for each in sign_ins()] == [member.username for member in ROSTER]
