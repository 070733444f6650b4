"""The doctor sees what is wrong, says it in words with what to do, and finds nothing where all is well."""

import asyncio
import json
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

import asyncpg
import pytest
from alembic.script import ScriptDirectory

from app.database import Database, open_database
from app.doctor import Finding, Health, examined, work
from app.doctor.database import of_clock, of_server
from app.doctor.feeds import of_feeds
from app.doctor.machine import of_disk, of_folder, of_ports
from app.doctor.owner import of_left_over, of_owner
from app.doctor.roles import of_roles
from app.doctor.setting_names import of_setting_names
from app.doctor.tables import of_tables
from app.domain.feed import ChangeFeed
from app.domain.values import Actor, ActorKind
from app.embedded import EmbeddedPostgres
from app.events.handler import handle
from app.events.hints import Hints
from app.intake.senders import add_feed
from app.intake.settings import FeedSettings
from app.migrating import SCRIPTS, newest_revision
from app.settings import Settings
from tests.databases import create_with_tables
from tests.facts import a_feed, an_empty_system
from tests.serving import free_port
from tests.terminal import homeward

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
GIGABYTE = 1_000_000_000
NOW = datetime.now(UTC)
BY = Actor(kind=ActorKind.SYSTEM, id="tests")


@pytest.fixture
async def patient(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """A database of its own, with tables and nothing in them."""
    create_with_tables(postgres, "patient")
    yield "patient"
    postgres.drop_database("patient")


@pytest.fixture
async def app(postgres: EmbeddedPostgres, patient: str) -> AsyncIterator[Connection]:
    """As the application's role."""
    connection = await asyncpg.connect(postgres.url(role="app", database=patient))
    yield connection
    await connection.close()


@pytest.fixture
async def owner(postgres: EmbeddedPostgres, patient: str) -> AsyncIterator[Connection]:
    """As the owner's role."""
    connection = await asyncpg.connect(postgres.url(role="owner", database=patient))
    yield connection
    await connection.close()


@pytest.fixture
async def database(postgres: EmbeddedPostgres, patient: str) -> AsyncIterator[Database]:
    """As the service opens it."""
    database = await open_database(postgres.url(role="app", database=patient))
    yield database
    await database.close()


def named(findings: list[Finding], what: str) -> Finding:
    """The finding about this."""
    return next(each for each in findings if each.what == what)


async def test_nothing_is_wrong_with_a_database_as_migrate_leaves_it(app: Connection) -> None:
    found = [await of_server(app), await of_clock(app), await of_roles(app), await of_tables(app)]

    assert [each.health for each in found] == [Health.WELL] * 4


async def test_an_owner_at_work_and_a_right_to_rewrite_the_log_are_wrong(app: Connection, owner: Connection) -> None:
    assert (await of_roles(owner)).stops

    await owner.execute("GRANT UPDATE ON event TO homeward_app")

    assert "may change or remove what has happened" in (await of_roles(app)).words
    await owner.execute("REVOKE UPDATE ON event FROM homeward_app")
    assert (await of_roles(app)).health is Health.WELL


def before(revision: str) -> str:
    """The revision from which that one goes on."""
    earlier = ScriptDirectory(str(SCRIPTS)).get_revision(revision).down_revision
    assert isinstance(earlier, str)
    return earlier


async def test_older_tables_are_wrong_newer_ones_are_worked_on_and_none_at_all_are_named(
    app: Connection, owner: Connection
) -> None:
    await owner.execute("UPDATE alembic_version SET version_num = $1", before(newest_revision()))
    assert (await of_tables(app)).do == "Run `homeward migrate`."

    await owner.execute("UPDATE alembic_version SET version_num = 'to_come'")
    newer = await of_tables(app)
    assert (newer.health, newer.words[:31]) == (Health.LOOK, "At revision to_come, of a newer")

    await owner.execute("DROP TABLE alembic_version")
    assert (await of_tables(app)).do == "`homeward migrate` makes them."


async def test_a_misspelt_setting_is_noticed_and_its_value_kept_quiet() -> None:
    said = of_setting_names({"HOMEWARD_PRODUCTON": "hush", "HOMEWARD_DATABASE_URL": "hush", "HOME": "/root"})

    assert (said.health, said.words) == (Health.LOOK, "HOMEWARD_PRODUCTON: there is no such setting.")
    assert said.do == "Write HOMEWARD_PRODUCTION, or leave HOMEWARD_PRODUCTON out."
    assert of_setting_names({"HOMEWARD_WEB_WORKERS": "4"}).words == "Set here: HOMEWARD_WEB_WORKERS."


class Usage(NamedTuple):
    """What `shutil.disk_usage` answers."""

    total: int
    used: int
    free: int


@pytest.mark.parametrize(("left", "health"), [(9, Health.WELL), (3, Health.LOOK), (0, Health.WRONG)])
def test_a_disk_that_fills_is_said_in_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, left: int, health: Health
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10 * GIGABYTE, 0, left * GIGABYTE))

    assert of_disk(Settings(data_dir=tmp_path / "not" / "there" / "yet")).health is health


def test_a_folder_that_is_none_is_wrong_and_stops_no_other_look(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "running.json").write_text('{"pid": 1')  # as a full disk leaves it

    for folder, health in ((tmp_path / "file", Health.WRONG), (broken, Health.WELL), (tmp_path / "new", Health.WELL)):
        settings = Settings(data_dir=folder, port=0, mllp_port=0)
        assert of_folder(settings).health is health
        assert [each.health for each in of_ports(settings)] == [Health.WELL] * 2


def test_a_database_that_was_never_made_is_not_made_by_looking(tmp_path: Path) -> None:
    found = [*examined(Settings(data_dir=tmp_path / "new", port=0, mllp_port=0), {})]

    assert named(found, "Database").do.startswith("`homeward serve` makes it")
    assert [*tmp_path.iterdir()] == []


async def test_the_owners_address_is_looked_at_as_well(
    app: Connection, owner: Connection, postgres: EmbeddedPostgres, patient: str
) -> None:
    right = postgres.url(role="owner", database=patient)
    others = {
        f"postgresql://homeward:secret@127.0.0.1:{free_port()}/homeward": "The database cannot be used",
        postgres.url(role="owner"): "another database than",
        postgres.url(role="app", database=patient): "homeward_app, of HOMEWARD_MIGRATION_URL, does not own the tables",
    }

    assert [each.words async for each in of_owner(app, right)] == ["homeward may change the tables."]
    assert [each async for each in of_owner(app, None)] == []
    for url, words in others.items():
        [found] = [each async for each in of_owner(app, url)]
        assert (found.health, words in found.words, "secret" in str(found)) == (Health.WRONG, True, False)


async def test_what_a_rebuild_left_is_named_until_it_is_made_again(app: Connection, owner: Connection) -> None:
    await owner.execute("CREATE SCHEMA rebuilding_note")
    [found] = [each async for each in of_left_over(app)]
    assert (found.health, found.do[:27]) == (Health.LOOK, "`homeward migrate` drops it")

    await owner.execute("SELECT pg_advisory_lock(hashtext('rebuild'), hashtext('note'))")
    assert [each async for each in of_left_over(app)] == []  # it is under way


def test_a_port_that_somebody_has_is_wrong(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        pages, feed = of_ports(Settings(data_dir=tmp_path, port=taken.getsockname()[1], mllp_port=0))

    assert (pages.health, feed.health) == (Health.WRONG, Health.WELL)
    assert "is taken by another program" in pages.words


def test_an_address_that_this_machine_does_not_have_is_wrong(tmp_path: Path) -> None:
    pages, feed = of_ports(Settings(data_dir=tmp_path, host="nowhere.invalid", port=0, mllp_host="192.0.2.1"))

    assert pages.words.startswith("nowhere.invalid is no address of this machine: ")
    assert "cannot be used" in feed.words
    assert pages.stops
    assert feed.stops


async def test_nobody_keeps_time_until_somebody_does(app: Connection) -> None:
    async def timekeeper() -> Finding:
        return named(await _at_work(app), "Timekeeper")

    assert (await timekeeper()).health is Health.LOOK
    await app.execute("INSERT INTO lease VALUES ('background', 'desk-1', clock_timestamp() + interval '1 minute')")
    assert (await timekeeper()).words == "Kept by desk-1."


async def test_whoever_keeps_others_waiting_is_named(
    monkeypatch: pytest.MonkeyPatch, app: Connection, postgres: EmbeddedPostgres, patient: str
) -> None:
    holds, waits = [await asyncpg.connect(postgres.url(role="app", database=patient)) for _ in range(2)]
    pid = holds.get_server_pid()
    try:
        async with holds.transaction():
            await holds.execute("LOCK TABLE lease IN ACCESS EXCLUSIVE MODE")
            waiting = asyncio.ensure_future(waits.fetch("SELECT 1 FROM lease"))
            locks = await _until(lambda: work.of_locks(app), lambda found: found.health is Health.LOOK)
            monkeypatch.setattr(work, "LONG", timedelta(0))
            oldest = await work.of_oldest(app)
        await waiting
    finally:
        await holds.close()
        await waits.close()

    assert f"1 wait for what process {pid} " in locks.words
    assert f"pg_terminate_backend({pid})" in oldest.do
    assert (await work.of_locks(app)).health is Health.WELL


_A_MESSAGE = """
    INSERT INTO feed_message
        (system_id, feed_id, application, facility, control_id, body_hash, trigger, received_at, raw, answer, state)
    VALUES ($1, $2, 'EPR', 'MOOR', '1', '', 'A01', $3, '', 'AA', 'applied')"""


async def test_a_feed_that_is_silent_for_longer_than_it_may_be_is_looked_at(
    app: Connection, database: Database
) -> None:
    system, hints = await an_empty_system(database), Hints(database)
    feed = a_feed(application="EPR", facility="MOOR", name="EPR")
    await add_feed(database, hints, system, feed)
    await app.execute(_A_MESSAGE, system, feed.feed_id, NOW - timedelta(minutes=20))
    before = await _of_epr(app)
    patience = FeedSettings(silent_after_minutes=30).model_dump(mode="json")
    change = ChangeFeed(feed_id=feed.feed_id, name="EPR", settings=patience, by=BY, at=NOW)
    await handle(database, hints, system, change)

    assert (before.health, before.words.split(" heard")[1]) == (Health.LOOK, " it 20 min ago.")
    assert (await _of_epr(app)).health is Health.WELL


async def _of_epr(app: Connection) -> Finding:
    return named([each async for each in of_feeds(app, NOW)], "Feed EPR")


async def test_where_no_feed_is_waited_for_that_is_said(app: Connection) -> None:
    assert [each.what async for each in of_feeds(app, NOW)] == ["Feeds"]


async def test_a_database_that_is_away_is_a_finding_among_the_others(tmp_path: Path) -> None:
    url = f"postgresql://homeward_app:secret@127.0.0.1:{free_port()}/homeward"
    settings = Settings(data_dir=tmp_path, port=0, mllp_port=0, database_url=url)

    found = await asyncio.to_thread(lambda: [*examined(settings, {})])

    assert named(found, "Database").stops
    assert named(found, "Disk").words
    assert "secret" not in str(found)


async def test_the_command_shows_a_table_or_json_and_its_exit_code_tells(
    postgres: EmbeddedPostgres, patient: str, tmp_path: Path
) -> None:
    here = {"HOMEWARD_DATA_DIR": str(tmp_path), "PORT": "0", "HOMEWARD_MLLP_PORT": "0"}
    sound = {**here, "HOMEWARD_DATABASE_URL": postgres.url(role="app", database=patient)}
    code, said = await homeward("doctor", **sound)
    assert (code, "✓ well" in said, "✗ wrong" in said) == (0, True, False)

    unsound = {**here, "HOMEWARD_DATABASE_URL": postgres.url(role="owner", database=patient)}
    code, said = await homeward("doctor", "--json", **unsound)
    wrong = [each for each in json.loads(said) if each["health"] == "wrong"]
    assert (code, [each["what"] for each in wrong]) == (1, ["Role"])


async def _at_work(connection: Connection) -> list[Finding]:
    return [each async for each in work.of_work(connection)]


async def _until(look: Callable[[], Awaitable[Finding]], found: Callable[[Finding], bool]) -> Finding:
    async with asyncio.timeout(10):
        while not found(seen := await look()):
            await asyncio.sleep(0.02)
    return seen
