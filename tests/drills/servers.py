"""What an administrator does for backup and failover by PostgreSQL's own tools, as docs/operate/backup.md says."""

import asyncio
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from app.embedded import programs
from tests.servers.cluster import Cluster, Role

RECOVERY_SECONDS = 60.0
PAGE = Path(__file__).resolve().parents[2] / "docs/operate/backup.md"


def archive_command(wal: Path) -> str:
    """As the page says it, with this folder."""
    [told] = re.findall(r"^archive_command = '(.+)'$", PAGE.read_text(), re.MULTILINE)
    return str(told).replace("/backup/wal", str(wal))


class Archive:
    """A folder on another machine, for this drill: base backup and the log's files as the server hands them over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.wal, self.base = self.folder / "wal", self.folder / "base"

    def make(self) -> None:
        """Two folders that belong to whoever runs PostgreSQL."""
        self.folder.mkdir(parents=True)
        for each in (self.wal, self.base):
            programs.make_private_folder(each, cluster=each)

    def settings(self, archive_timeout: int) -> dict[str, str]:
        """What the primary is told: a file is handed over when it is full, and after so many seconds at the latest."""
        command = archive_command(self.wal)
        return {"archive_mode": "on", "archive_timeout": f"{archive_timeout}s", "archive_command": command}

    def take_base(self, cluster: Cluster) -> None:
        """A whole copy, while everybody works."""
        base_backup(cluster, self.base)

    async def restored(self, lost: Cluster, folder: Path) -> Cluster:
        """A new server from the base backup and every file of the archive; it has ended its recovery."""
        restored = Cluster(lost.binaries, folder, {"restore_command": f"cp {self.wal}/%f %p"})
        restored.passwords = lost.passwords
        restored.folder.mkdir(parents=True)
        self.base.rename(restored.data)
        _sign(restored, "recovery.signal")
        await asyncio.to_thread(restored.start)
        await _until(restored, "SELECT NOT pg_is_in_recovery()")
        return restored


def base_backup(cluster: Cluster, folder: Path, *more: str) -> None:
    """`folder` is there, empty, and belongs to whoever runs PostgreSQL."""
    address = cluster.url("postgres", "postgres")
    cluster.run("pg_basebackup", "-D", str(folder), "-d", address, "-c", "fast", "-X", "stream", *more)


@contextmanager
def standby_of(primary: Cluster, folder: Path) -> Iterator[Cluster]:
    """A standby that the primary waits for at each commit; gone when the block ends."""
    standby = Cluster(primary.binaries, folder, {"hot_standby": "on"})
    standby.passwords = primary.passwords
    standby.folder.mkdir(parents=True)
    programs.make_private_folder(standby.data, cluster=standby.data)
    base_backup(primary, standby.data)
    source = primary.url("postgres", "postgres").replace("'", "''")
    standby.settings["primary_conninfo"] = f"{source}?application_name=standby"
    _sign(standby, "standby.signal")
    try:
        standby.start()
        primary.psql("ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (standby)'", "SELECT pg_reload_conf()")
        yield standby
    finally:
        standby.remove()


async def in_step(primary: Cluster) -> None:
    """Wait until the primary waits for its standby."""
    await _until(primary, "SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'")


async def promoted(standby: Cluster) -> None:
    """Make the standby a primary, and wait until it may be written to."""
    standby.psql("SELECT pg_promote(wait => false)")
    await _until(standby, "SELECT NOT pg_is_in_recovery()")


def both(first: Cluster, second: Cluster, role: Role = "app") -> str:
    """The address of two servers, of which the one that may be written to is meant."""
    one, _, name = first.url(role).rpartition("/")
    return f"{one},127.0.0.1:{second.port}/{name}?target_session_attrs=read-write"


async def _until(cluster: Cluster, question: str) -> None:
    connection = await asyncpg.connect(cluster.url("postgres", "postgres"))
    deadline = time.monotonic() + RECOVERY_SECONDS
    while not await connection.fetchval(question):
        assert time.monotonic() < deadline, cluster.said()[-2000:]
        await asyncio.sleep(0.02)
    await connection.close()


def _sign(cluster: Cluster, name: str) -> None:
    owner = cluster.data.stat()
    (cluster.data / name).touch(mode=0o600)
    os.chown(cluster.data / name, owner.st_uid, owner.st_gid)
