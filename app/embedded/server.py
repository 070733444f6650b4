"""One embedded PostgreSQL server: started, stopped and reached only through a socket in a private folder."""

import fcntl
import hashlib
import os
import re
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from app.embedded import cluster, leftover, programs
from app.embedded.cluster import ROLES, Role
from app.embedded.errors import EmbeddedPostgresError

START_SECONDS = 60.0  # after a power cut the log is replayed first
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "log_checkpoints": "off",
    # PostgreSQL quotes a refused row and the statement that brought it: nobody's name may reach a log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class EmbeddedPostgres:
    """One PostgreSQL cluster in `data_dir`, owned by this process; `durable=False` is for tests only."""

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self._data_dir = data_dir.resolve()
        self._cluster = self._data_dir / "postgres"
        # A socket's path may be 107 bytes long at most, the data directory's may be longer.
        self._socket_dir = Path("/tmp") / f"homeward-{hashlib.sha256(bytes(self._data_dir)).hexdigest()[:16]}"
        self._durable = durable
        self._lock: int | None = None
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def is_made(self) -> bool:
        """Whether there is a cluster to start."""
        return self._cluster.exists()

    @property
    def is_running(self) -> bool:
        return self._server is not None and self._server.poll() is None

    def start(self) -> None:
        """Start the server, first making the cluster if there is none; EmbeddedPostgresError if it cannot be."""
        if self.is_running:
            return
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._take_lock()
            if not self.is_made:
                cluster.create(self._cluster, durable=self._durable)
            self._launch()
        except OSError as error:  # the disk is full, or not ours to write to
            self.stop()
            raise EmbeddedPostgresError(f"{self._data_dir} cannot be used: {error.strerror}.") from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Close every connection and stop the server; does nothing when it does not run."""
        server, lock = self._server, self._lock
        if server is not None:
            leftover.stop(server.pid, lambda: server.poll() is not None)
            with suppress(OSError):
                self._socket_dir.rmdir()
        self._server = self._lock = None
        if lock is not None:
            os.close(lock)

    def url(self, *, role: Role, database: str = "homeward") -> str:
        """The address for asyncpg: `postgresql://role:password@/database?host=/folder/of/the/socket`."""
        password = cluster.password(self._cluster, role)
        return f"postgresql://{ROLES[role]}:{password}@/{database}?host={quote(str(self._socket_dir))}"

    def create_database(self, name: str, *, template: str = "template1") -> None:
        """Make a database that belongs to the owner's role: empty, or a copy of one to which nobody is connected."""
        self._as_owner(f"CREATE DATABASE {_identifier(name)} TEMPLATE {_identifier(template)}")

    def drop_database(self, name: str) -> None:
        """Drop a database and close what is connected to it; does nothing when there is none."""
        self._as_owner(f"DROP DATABASE IF EXISTS {_identifier(name)} WITH (FORCE)")

    def _take_lock(self) -> None:
        """Held until this process ends, however it ends: two servers on one cluster would destroy it."""
        if self._lock is not None:
            return
        lock = os.open(self._data_dir / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(lock, 20, 0).decode()
            os.close(lock)
            raise EmbeddedPostgresError(f"Homeward already runs on {self._data_dir} (process {holder}).") from None
        self._lock = lock
        os.truncate(lock, 0)
        os.pwrite(lock, str(os.getpid()).encode(), 0)

    def _prepare_socket(self) -> None:
        programs.make_private_folder(self._socket_dir, cluster=self._cluster)
        # Left by a killed server, with a process number that may now be another's; the lock says that ours is gone.
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self._socket_dir / name).unlink(missing_ok=True)

    def _launch(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        log = self._data_dir / "postgres.log"
        while True:
            leftover.clear(self._cluster)
            self._prepare_socket()
            with log.open("ab") as file:
                before = file.tell()
                # A session of its own: Ctrl-C is for Homeward, which stops the server last.
                self._server = subprocess.Popen(
                    programs.command("postgres", *self._arguments(), cluster=self._cluster),
                    env=programs.environment(),
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                    stdout=file,
                    stderr=file,
                    start_new_session=True,
                )
            if self._is_ready(self._server, deadline):
                return
            said = log.read_bytes()[before:].decode(errors="replace").strip()
            # What is left of a killed server, or of one killed while it started, is gone or visible within moments.
            is_leftover = "shared memory block" in said or "lock file" in said
            if not is_leftover or time.monotonic() > deadline:
                raise EmbeddedPostgresError(f"PostgreSQL does not start. Its log, {log}, ends:\n{said}")
            time.sleep(0.1)

    def _is_ready(self, server: subprocess.Popen[bytes], deadline: float) -> bool:
        while server.poll() is None and time.monotonic() < deadline:
            try:
                status = (self._cluster / "postmaster.pid").read_text().splitlines()
            except FileNotFoundError:
                status = []
            if status[:1] == [str(server.pid)] and status[7:] and status[7].strip() == "ready":
                return True
            time.sleep(0.02)
        return False

    def _arguments(self) -> list[str]:
        settings = SETTINGS | ({} if self._durable else NOT_DURABLE)
        settings |= {"unix_socket_directories": str(self._socket_dir), "unix_socket_permissions": "0700"}
        return ["-D", str(self._cluster), *(word for pair in settings.items() for word in ("-c", "=".join(pair)))]

    def _as_owner(self, statement: str) -> None:
        words = [str(programs.path("psql")), "-X", "-h", str(self._socket_dir), "-U", ROLES["owner"], "-d", "postgres"]
        # The password goes in by the environment: a command's words can be read by everybody on the machine.
        programs.run([*words, "-c", statement], PGPASSWORD=cluster.password(self._cluster, "owner"))


def _identifier(name: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", name):
        raise EmbeddedPostgresError(f"{name!r} is no name for a database: small letters, digits and _ only.")
    return name
