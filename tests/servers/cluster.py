"""A PostgreSQL of a test's own: given programs, a folder of its own, a port of its own on loopback; stopped in any way.

It is made as a hospital's database administrator makes it: the roles and the database come from the page that tells
them how (docs/operate/postgresql.md).
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from app.embedded import programs
from app.embedded.cluster import ROLES
from tests.servers import administrator
from tests.servers.ports import free_port

Role = Literal["owner", "app", "postgres"]
How = Literal["fast", "immediate", "kill"]
_SIGNALS = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT, "kill": signal.SIGKILL}

START_SECONDS, STOP_SECONDS = 60.0, 30.0

QUICK = {"shared_buffers": "32MB", "max_connections": "100", "autovacuum_naptime": "10s"}
"""What every cluster has unless told otherwise; durable as a hospital's."""

NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""For tests in which nothing is killed but processes: quicker, and as safe there."""


class Cluster:
    """`binaries` is the folder of PostgreSQL's programs; `settings` go above postgresql.conf and may be changed between
    a stop and a start; `data` may be a folder that is there already, such as a restored one."""

    def __init__(self, binaries: Path, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self.binaries = binaries
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "postgres.log"
        self.port = free_port()
        self.settings = QUICK | dict(settings or {})
        self.passwords: dict[Role, str] = {role: secrets.token_hex(16) for role in ("owner", "app", "postgres")}
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether the server's first process lives."""
        return self._server is not None and self._server.poll() is None

    @property
    def pid(self) -> int:
        """The number of the server's first process."""
        assert self._server
        return self._server.pid

    def url(self, role: Role, database: str = "homeward") -> str:
        """The address by which a role reaches it over TCP."""
        name = "postgres" if role == "postgres" else ROLES[role]
        return f"postgresql://{name}:{self.passwords[role]}@127.0.0.1:{self.port}/{database}"

    def create(self) -> None:
        """Make the files, start, and do what the administrator is told to do; it runs afterwards."""
        self.folder.mkdir(parents=True, exist_ok=True)
        programs.make_private_folder(self.data, cluster=self.data)
        arguments = ("-U", "postgres", "--auth=trust", "--no-instructions", "--encoding=UTF8", "--locale=C.UTF-8")
        self.run("initdb", "-D", str(self.data), "--no-sync", *arguments)
        self.start()
        administrator.make(self)
        (self.data / "pg_hba.conf").write_text(
            "host all all 127.0.0.1/32 scram-sha-256\nhost replication postgres 127.0.0.1/32 scram-sha-256\n"
        )
        os.kill(self.pid, signal.SIGHUP)

    def start(self) -> None:
        """Start it and wait until it lets sessions in: as a primary, or as a standby that may be read."""
        deadline = time.monotonic() + START_SECONDS
        while not self._launched(deadline):
            said = self.said()[-2000:]
            # What is left of a killed server is gone within moments; so is another's hold on the port.
            if time.monotonic() > deadline or not any(each in said for each in _PASSING):
                raise AssertionError(said)
            time.sleep(0.1)

    def stop(self, how: How = "fast") -> None:
        """`fast` in order; `immediate` as in a crash; `kill` the first process with -9, whose sessions then end too.

        Does nothing when it does not run.
        """
        server, self._server = self._server, None
        if server is None:
            return
        with suppress(ProcessLookupError):
            server.send_signal(_SIGNALS[how])
        try:
            server.wait(STOP_SECONDS)
        finally:
            server.kill()
            server.wait()

    def restart(self, how: How = "fast") -> None:
        """Stop and start again, on the same port."""
        self.stop(how)
        self.start()

    def remove(self) -> None:
        """Stop it and delete its folder."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program: str, *arguments: str, stdin: str = "", **environment: str) -> None:
        """One of PostgreSQL's own programs, to its end, as the user to whom the cluster belongs."""
        words = programs.as_owner(self.binaries / program, *arguments, cluster=self.data)
        programs.run(words, stdin=stdin, **environment)

    def psql(self, *statements: str, role: Role = "postgres", database: str = "homeward", stdin: str = "") -> None:
        """Statements by psql, each in a transaction of its own; EmbeddedPostgresError says what was refused."""
        asked = [word for statement in statements for word in ("-c", statement)]
        self.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.url(role, database), *asked, stdin=stdin)

    def create_database(self, name: str) -> None:
        """Another database, made as the page says; empty."""
        administrator.make_database(self, name)

    def said(self) -> str:
        """All that its log says."""
        return self.log.read_text(errors="replace")

    def _launched(self, deadline: float) -> bool:
        arguments = ["-D", str(self.data), *(word for pair in self._all().items() for word in ("-c", "=".join(pair)))]
        (self.data / "postmaster.pid").unlink(missing_ok=True)  # of a killed one: ours is known to be gone
        with self.log.open("ab") as out:
            self._server = subprocess.Popen(
                programs.as_owner(self.binaries / "postgres", *arguments, cluster=self.data),
                env=programs.environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        while self._server.poll() is None and time.monotonic() < deadline:
            if self._is_ready(self._server.pid):
                return True
            time.sleep(0.02)
        return False

    def _all(self) -> dict[str, str]:
        own = {"listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": ""}
        return {"timezone": "UTC", "log_timezone": "UTC"} | self.settings | own

    def _is_ready(self, pid: int) -> bool:
        with suppress(FileNotFoundError):
            status = (self.data / "postmaster.pid").read_text().splitlines()
            return status[:1] == [str(pid)] and status[7:] != [] and status[7].strip() in _LETS_IN
        return False


_LETS_IN = ("ready", "standby")
_PASSING = ("shared memory block", "lock file", "Address already in use")


@contextmanager
def running(binaries: Path, folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Cluster]:
    """A cluster that was created and runs; gone with its folder when the block ends."""
    cluster = Cluster(binaries, folder, settings)
    try:
        cluster.create()
        yield cluster
    finally:
        cluster.remove()
