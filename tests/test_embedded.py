"""The embedded PostgreSQL starts, stops, survives kills and keeps to itself."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg
import pytest

from app.embedded import EmbeddedPostgres, EmbeddedPostgresError
from app.embedded.cluster import Role
from app.processes.reach import reached
from app.settings import Settings

PARENT_THAT_IS_KILLED = """
import os, signal, sys
from pathlib import Path
from app.embedded import EmbeddedPostgres
EmbeddedPostgres(Path(sys.argv[1]), durable=False).start()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory below a folder that only its maker can open."""
    tmp_path.chmod(0o700)
    return tmp_path / "a clone" / ".homeward"


@pytest.fixture(scope="module")
def kept_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, for the server that most tests share."""
    folder = tmp_path_factory.mktemp("private")
    folder.chmod(0o700)
    return folder / "a clone" / ".homeward"


@pytest.fixture(scope="module")
def kept(kept_dir: Path) -> Iterator[EmbeddedPostgres]:
    with running(kept_dir, durable=False) as server:
        yield server


@pytest.fixture
def postgres(kept: EmbeddedPostgres) -> EmbeddedPostgres:
    """A server that runs, and may be stopped and asked anything; what it is made of is not to be changed."""
    kept.start()
    return kept


@contextmanager
def running(data_dir: Path, *, durable: bool) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(data_dir, durable=durable)
    server.start()
    try:
        yield server
    finally:
        server.stop()


async def asked(server: EmbeddedPostgres, *statements: str, role: Role = "owner") -> object:
    """The first value that the last statement answers."""
    connection = await asyncpg.connect(server.url(role=role))
    try:
        return [await connection.fetchval(statement) for statement in statements][-1]
    finally:
        await connection.close()


def server_pid(data_dir: Path) -> int:
    return int((data_dir / "postgres/postmaster.pid").read_text().splitlines()[0])


async def test_what_was_written_is_found_after_a_restart(postgres: EmbeddedPostgres) -> None:
    await asked(postgres, "CREATE TABLE ward AS SELECT 'Ash' AS name")
    postgres.stop()
    assert not postgres.is_running
    postgres.start()
    assert await asked(postgres, "SELECT name FROM ward") == "Ash"


async def test_stopping_and_starting_twice_is_once(postgres: EmbeddedPostgres, kept_dir: Path) -> None:
    pid = server_pid(kept_dir)
    postgres.start()
    assert server_pid(kept_dir) == pid
    postgres.stop()
    postgres.stop()
    assert not postgres.is_running


async def test_a_killed_server_comes_back_with_all_that_it_acknowledged(data_dir: Path) -> None:
    with running(data_dir, durable=True) as postgres:
        await asked(postgres, "CREATE TABLE ward AS SELECT 'Ash' AS name")
        os.kill(server_pid(data_dir), signal.SIGKILL)
        while postgres.is_running:
            await asyncio.sleep(0.01)
        postgres.start()
        assert await asked(postgres, "SELECT name FROM ward") == "Ash"


def test_a_server_that_a_killed_parent_left_is_replaced(data_dir: Path) -> None:
    parent = [sys.executable, "-c", PARENT_THAT_IS_KILLED, str(data_dir)]
    killed = subprocess.run(parent, check=False, cwd=Path(__file__).parent.parent)
    assert killed.returncode == -signal.SIGKILL
    left = server_pid(data_dir)
    with running(data_dir, durable=False):
        assert server_pid(data_dir) != left


async def test_a_stale_number_that_is_now_another_process_does_not_matter(
    postgres: EmbeddedPostgres, kept_dir: Path
) -> None:
    state = (kept_dir / "postgres/postmaster.pid").read_text().splitlines()
    postgres.stop()
    (kept_dir / "postgres/postmaster.pid").write_text("\n".join([str(os.getppid()), *state[1:]]))
    postgres.start()
    assert await asked(postgres, "SELECT 1") == 1


def test_a_second_homeward_on_one_data_directory_is_refused_in_words(
    postgres: EmbeddedPostgres, kept_dir: Path
) -> None:
    with pytest.raises(EmbeddedPostgresError, match=f"already runs on .* \\(process {os.getpid()}\\)"):
        EmbeddedPostgres(kept_dir).start()
    assert postgres.is_running


async def test_a_cluster_half_made_when_killed_is_made_anew(data_dir: Path) -> None:
    (data_dir / "postgres.new").mkdir(parents=True)
    (data_dir / "postgres.new/PG_VERSION").write_text("18\n")
    with running(data_dir, durable=False) as postgres:
        assert await asked(postgres, "SELECT 1") == 1


async def test_the_application_role_owns_nothing_and_the_owner_is_no_superuser(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await asked(postgres, "CREATE TABLE ward (name text)", role="app")
    assert await asked(postgres, "SELECT current_user", role="app") == "homeward_app"
    assert await asked(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


async def test_nobody_signs_in_without_the_password(postgres: EmbeddedPostgres) -> None:
    folder = postgres.url(role="owner").partition("?")[2]
    for role in ("homeward", "homeward_app", "postgres"):
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(f"postgresql://{role}:guess@/postgres?{folder}")


async def test_a_database_is_dropped_though_somebody_is_connected(postgres: EmbeddedPostgres) -> None:
    postgres.create_database("homeward_trial")
    connection = await asyncpg.connect(postgres.url(role="app", database="homeward_trial"))
    postgres.drop_database("homeward_trial")
    postgres.drop_database("homeward_trial")
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await connection.fetchval("SELECT 1")
    with pytest.raises(EmbeddedPostgresError, match="no name for a database"):
        postgres.create_database('trial"; DROP DATABASE homeward')


async def test_what_a_refused_row_held_is_not_logged(postgres: EmbeddedPostgres, kept_dir: Path) -> None:
    with pytest.raises(asyncpg.UniqueViolationError):
        await asked(
            postgres,
            "CREATE TABLE person (name text UNIQUE)",
            "INSERT INTO person VALUES ('Canary Bird')",
            "INSERT INTO person VALUES ('Canary Bird')",
        )
    log = (kept_dir / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "Canary" not in log


def test_only_the_server_can_open_its_files_and_nothing_above_them_changes(
    postgres: EmbeddedPostgres, kept_dir: Path
) -> None:
    private = kept_dir.parent.parent
    assert postgres.is_running
    assert (kept_dir / "postgres").stat().st_mode & 0o777 == 0o700
    assert (kept_dir / "postgres.secret").stat().st_mode & 0o777 == 0o600
    for folder in (private, kept_dir.parent, kept_dir):
        assert folder.stat().st_uid == os.geteuid()
    assert private.stat().st_mode & 0o777 == 0o700
    assert os.geteuid() != 0 or (kept_dir / "postgres").stat().st_uid != 0


def test_a_server_that_cannot_start_says_why(data_dir: Path) -> None:
    with running(data_dir, durable=False) as postgres:
        postgres.stop()
        (data_dir / "postgres/PG_VERSION").write_text("9\n")
        with pytest.raises(EmbeddedPostgresError, match="incompatible"):
            postgres.start()


async def test_one_that_has_no_connection_left_is_reached_and_says_so_itself(
    postgres: EmbeddedPostgres, kept_dir: Path
) -> None:
    held: list[asyncpg.Connection[asyncpg.Record]] = []
    with suppress(asyncpg.TooManyConnectionsError):
        while True:
            held.append(await asyncpg.connect(postgres.url(role="app")))

    def ask() -> str:
        with reached(Settings(data_dir=kept_dir)) as urls:
            return urls.app

    assert await asyncio.to_thread(ask) == postgres.url(role="app")
    for each in held:
        await each.close()
