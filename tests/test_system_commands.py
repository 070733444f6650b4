"""`homeward system`: systems made, listed, archived and restored at the terminal; interrupted anywhere, done again."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from io import StringIO
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from app import new_system
from app.access import sessions
from app.access.accounts import UsernameTaken
from app.database import Database, open_database
from app.domain.feed import AddFeed, SenderTaken
from app.domain.system import SystemIsArchived
from app.domain.values import Actor, ActorKind, FeedId, SystemId
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from app.intake.senders import add_feed
from app.terminal.system_commands import system
from app.terminal.systems import NameUnusable, create, set_aside, show
from app.terminal.which_system import SystemUnclear, which_system
from tests.databases import create_with_tables
from tests.domain.given import NOON, uid
from tests.terminal import homeward

ANY_SENDER = 1
"""What the first system of an installation begins with and no other: the feed of whoever is not known."""


@pytest.fixture
async def fresh(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A migrated database without a system."""
    create_with_tables(postgres, "systems")
    database = await open_database(postgres.url(role="app", database="systems"))
    yield database
    await database.close()
    postgres.drop_database("systems")


async def made(database: Database, name: str, username: str | None = None) -> dict[str, Any]:
    """What a machine is told of a system that is made."""
    said = StringIO()
    await create(database, name, username, Console(file=said), as_json=True)
    told: dict[str, Any] = json.loads(said.getvalue())
    return told


async def listed(database: Database) -> list[dict[str, Any]]:
    """What a machine is told of those there are."""
    said = StringIO()
    await show(database, Console(file=said), as_json=True)
    told: list[dict[str, Any]] = json.loads(said.getvalue())
    return told


async def signs_in(database: Database, told: dict[str, Any]) -> bool:
    return await sessions.sign_in(database.engine, told["username"], told["password"]) is not None


async def test_a_system_is_made_once_and_its_managers_password_is_shown_once(fresh: Database) -> None:
    first = await made(fresh, "Northmoor & Vale")
    assert (first["created"], first["username"]) == (True, "manager-northmoor-vale")
    assert await signs_in(fresh, first)
    again = await made(fresh, " Northmoor  & vale ")
    assert (again["id"], again["created"], again["password"]) == (first["id"], False, None)
    assert await signs_in(fresh, first)
    [there] = await listed(fresh)
    assert (there["name"], there["people"], there["open_cases"]) == ("Northmoor & Vale", 0, 0)
    assert there["archived_at"] is None


async def test_names_without_a_latin_letter_give_each_manager_a_name_to_sign_in_with(fresh: Database) -> None:
    told = [await made(fresh, name) for name in ("北京", "Київ", "Århus Süd")]
    assert [await signs_in(fresh, each) for each in told] == [True, True, True]
    assert re.fullmatch(r"manager-[0-9a-f]{8}", told[0]["username"])
    assert len({each["username"] for each in told}) == 3
    assert told[2]["username"] == "manager-arhus-sud"


@pytest.mark.parametrize("furnished", [False, True])
async def test_one_whose_password_nobody_saw_is_taken_up_again(fresh: Database, furnished: bool) -> None:
    manager = new_system.new_manager("manager-east")
    async with fresh.engine.begin() as connection:
        lost = await new_system.begin(connection, "East", manager)
    if furnished:
        await new_system.furnish(fresh, manager)
    told = await made(fresh, "East", "lead-east")
    assert (told["id"], told["username"]) == (str(manager.system), "lead-east")
    assert await signs_in(fresh, told)
    assert not await signs_in(fresh, {"username": "manager-east", "password": lost})
    await made(fresh, "West")
    east, west = await listed(fresh)
    assert east["events"] == west["events"] + ANY_SENDER


async def test_of_several_who_make_the_same_at_once_one_is_shown_a_password_which_works(fresh: Database) -> None:
    told = await asyncio.gather(*(made(fresh, "Northmoor") for _ in range(3)))
    [shown] = [each for each in told if each["created"]]
    assert await signs_in(fresh, shown)
    assert {each["id"] for each in told} == {shown["id"]}


async def test_what_is_of_the_whole_installation_is_refused_in_words_where_it_is_taken(fresh: Database) -> None:
    north, south = [await made(fresh, name) for name in ("North", "South")]
    with pytest.raises(UsernameTaken, match="another system of this installation"):
        await made(fresh, "East", "manager-north")
    assert len(await listed(fresh)) == 2

    def sender(system: dict[str, Any], number: int) -> tuple[SystemId, AddFeed]:
        by = Actor(kind=ActorKind.SYSTEM, id="test")
        feed = AddFeed(feed_id=FeedId(uid(number)), application="PAS", facility="X", name="PAS", by=by, at=NOON)
        return SystemId(system["id"]), feed

    await add_feed(fresh, Hints(fresh), *sender(north, 1))
    with pytest.raises(SenderTaken, match="another system of this installation"):
        await add_feed(fresh, Hints(fresh), *sender(south, 2))


async def test_whoever_makes_a_second_one_is_told_where_unknown_senders_go(fresh: Database) -> None:
    said = StringIO()
    for name in ("North", "South"):
        await create(fresh, name, None, Console(file=said), as_json=False)
    assert said.getvalue().splitlines()[-1] == (
        "Until its feeds are set up, what its hospitals send goes to North, which takes any sender."
    )


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\x07b", str(uid(1))])
async def test_a_name_that_could_not_be_told_apart_is_refused(fresh: Database, name: str) -> None:
    with pytest.raises(NameUnusable):
        await made(fresh, name)


async def test_an_archived_system_is_named_by_name_or_id_and_nothing_else_is_done_to_it(fresh: Database) -> None:
    told, console = await made(fresh, "North"), Console(file=StringIO())
    for wanted in ("North", told["id"]):
        await set_aside(fresh, wanted, console, archived=True, as_json=False)
    [there] = await listed(fresh)
    assert there["archived_at"]
    with pytest.raises(SystemIsArchived):
        await signs_in(fresh, told)
    with pytest.raises(SystemUnclear, match="that is worked in"):
        await which_system(fresh, "North")
    with pytest.raises(SystemUnclear, match="Nowhere"):
        await set_aside(fresh, "Nowhere", console, archived=True, as_json=False)
    await set_aside(fresh, "North", console, archived=False, as_json=False)
    assert await signs_in(fresh, told)


async def test_the_commands_as_they_are_typed(fresh: Database, postgres: EmbeddedPostgres) -> None:
    async def typed(*words: str, database: str = "systems") -> tuple[int, str]:
        url = {"HOMEWARD_DATABASE_URL": postgres.url(role="app", database=database), "COLUMNS": "200"}
        done = await asyncio.to_thread(CliRunner(env=url).invoke, system, words)
        return done.exit_code, " ".join(done.output.split())

    code, said = await typed("create", "North")
    assert (code, "Sign in as manager-north with " in said, "It is not shown again." in said) == (0, True, True)
    assert await typed("archive", "North") == (0, "North is now archived: nobody signs in there.")
    code, said = await typed("list")
    assert (code, " archived 20" in said) == (0, True)
    assert await typed("restore", "North") == (0, "North is now worked in.")


async def test_a_database_without_tables_is_said_in_words(postgres: EmbeddedPostgres) -> None:
    code, said = await homeward("system", "list", HOMEWARD_DATABASE_URL=postgres.url(role="app", database="postgres"))
    assert (code, said) == (1, "The database has no tables yet. `homeward migrate` makes them.")
