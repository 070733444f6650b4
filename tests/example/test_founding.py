"""The example system is made by commands, and only once."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.database import Database, open_database
from app.domain.practice import PracticeKind, QuickPhrases, SetPractice
from app.domain.routing import OutOfArea, Routed, home
from app.domain.service import DeclareCapacity
from app.domain.system import ArchiveSystem
from app.domain.values import Actor, ActorKind, Role
from app.embedded import EmbeddedPostgres
from app.events.archiving import archive
from app.events.handler import handle
from app.events.hints import Hints
from app.events.loading import everywhere, first_view
from app.events.practice import practice_in
from app.example.founding import commands, feeds, found_example, local_practice, settings
from app.example.ids import SYSTEM
from app.example.offers import OFFERS
from app.example.people import person
from app.example.places import HUB, SERVICES, WARDS, organisation_id
from app.example.reference import file_of
from app.example.roster import PROVIDERS, ROSTER
from app.example.sign_ins import sign_ins
from app.routing.held import held
from app.routing.kinds import ReferenceKind
from app.routing.loading import load as load_file
from app.routing.lookup import routed
from app.views.offering import offerings
from tests.databases import create_with_tables

TODAY = date(2026, 11, 23)
BY = Actor(kind=ActorKind.SYSTEM, id="tests")


@pytest.fixture(scope="module")
async def founded(postgres: EmbeddedPostgres) -> str:
    """A database in which the example was founded and nothing has happened since; nobody is connected to it."""
    create_with_tables(postgres, "founded")
    opened = await open_database(postgres.url(role="app", database="founded"))
    await found_example(opened)
    await opened.close()
    return "founded"


@pytest.fixture
async def database(postgres: EmbeddedPostgres, founded: str) -> AsyncIterator[Database]:
    """A founded example of its own."""
    postgres.create_database("example", template=founded)
    opened = await open_database(postgres.url(role="app", database="example"))
    yield opened
    await opened.close()
    postgres.drop_database("example")


async def test_an_example_that_was_archived_is_left_alone_by_the_next_start(database: Database) -> None:
    archiving = ArchiveSystem(system_id=SYSTEM, by=BY, at=datetime.now(UTC))
    archived = await archive(database, Hints(database), archiving)
    await found_example(database)
    assert await database.reads.fetchval("SELECT head FROM system WHERE id = $1", SYSTEM) == archived.position


async def test_the_example_is_made_once_and_has_wards_services_and_somebody_of_each_role(database: Database) -> None:
    first = await first_view(database, SYSTEM, everywhere("place", "staff", "service"))
    await found_example(database)
    again = await first_view(database, SYSTEM, everywhere("place", "staff", "service"))

    now = datetime.now(UTC)
    begun = [*feeds(now), settings(now), *commands(now), *local_practice(now)]
    assert again.position == first.position == len(begun)
    assert {member.role for member in ROSTER} == set(Role)
    places = next(several for several in first.rows if several.kind == "place")
    assert {str(ward.id) for ward in WARDS} <= {row["id"] for row in places.read()}


async def test_where_the_examples_people_belong_is_known_of_each_and_some_are_out_of_area(database: Database) -> None:
    await found_example(database)
    people = [person(1, number) for number in range(150)]
    async with database.reads.acquire() as connection:
        kinds = await held(connection, SYSTEM, TODAY)
        answers = [await routed(connection, SYSTEM, home(each.postcode, each.practice), TODAY) for each in people]

    assert all(each.last and each.last.added == each.entries > each.last.changed for each in kinds)
    assert {type(each) for each in answers} == {Routed, OutOfArea}
    assert {each.hub_id for each in answers if isinstance(each, Routed)} == {HUB}
    assert 0.1 < sum(isinstance(each, OutOfArea) for each in answers) / len(answers) < 0.35
    assert all(not each.by_default for each in answers if isinstance(each, OutOfArea))


async def test_a_list_that_the_hub_changed_stays_at_the_next_start(database: Database) -> None:
    by = Actor(kind=ActorKind.SYSTEM, id="tests")
    emptied = SetPractice(practice=PracticeKind.QUICK_PHRASES, lines=(), by=by, at=datetime.now(UTC))
    await handle(database, Hints(database), SYSTEM, emptied, if_match=1)
    await found_example(database)
    async with database.reads.acquire() as connection:
        assert (await practice_in(connection, SYSTEM, QuickPhrases)).lines == ()


async def test_what_a_manager_loaded_stays_at_the_next_start(database: Database) -> None:
    renamed = file_of(ReferenceKind.ICBS).replace("Estuary", "Delta")
    async with database.turns.acquire() as connection, connection.transaction():
        assert (await load_file(connection, SYSTEM, ReferenceKind.ICBS, renamed, datetime.now(UTC), None)).changed == 1
    await found_example(database)
    async with database.reads.acquire() as connection:
        name = await connection.fetchval("SELECT name FROM icb WHERE system_id = $1 AND code = 'ZZ71'", SYSTEM)
    assert name == "Example Delta Integrated Care Board"


def test_a_later_start_asks_for_the_same_things() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    today, tomorrow = (
        [each.stream for each in (*feeds(at), settings(at), *commands(at))] for at in (now, now + timedelta(days=1))
    )

    assert today == tomorrow


async def test_every_service_has_counted_itself_and_what_its_provider_said_since_stays(database: Database) -> None:
    async with database.reads.acquire() as connection:
        services = await offerings(connection, SYSTEM)
    assert {each.listed.name for each in services} == set(OFFERS) == {name for name, *_ in SERVICES}
    assert all(each.service.units for each in services)
    assert {organisation_id(each.organisation) for each in PROVIDERS} == {
        each.listed.organisation_id for each in services
    }

    said: dict[str, Any] = {"service_id": services[0].service_id, "by": BY, "at": datetime.now(UTC)}
    first = services[0].service.units[0]
    await handle(database, Hints(database), SYSTEM, DeclareCapacity(units=(first,), **said))
    await found_example(database)
    async with database.reads.acquire() as connection:
        assert (await offerings(connection, SYSTEM))[0].service.units == (first,)


def test_the_wards_have_beds_for_a_hospital() -> None:
    assert len({ward.code for ward in WARDS}) == 12
    assert all(18 <= len(ward.beds) <= 28 for ward in WARDS)
    assert WARDS[0].beds[0] == "A1-01"


def test_every_sign_in_is_that_of_a_member_of_staff() -> None:
    assert [each.username for each in sign_ins()] == [member.username for member in ROSTER]
