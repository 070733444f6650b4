"""PgBouncer in transaction mode in front of a cluster, as a hospital runs it: few sessions for many clients."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.embedded import programs
from app.embedded.cluster import ROLES
from tests.servers.cluster import Cluster, Role
from tests.servers.ports import free_port

START_SECONDS, STOP_SECONDS = 10.0, 10.0

SETTINGS = {"pool_mode": "transaction", "default_pool_size": "12", "max_client_conn": "400", "server_login_retry": "1"}


class Pooler:
    """Own folder, own port on loopback; `settings` go above `SETTINGS`."""

    def __init__(self, program: Path, cluster: Cluster, folder: Path, settings: dict[str, str] | None = None) -> None:
        self._program = program
        self._cluster = cluster
        self._folder = folder.resolve()
        self._settings = SETTINGS | (settings or {})
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.log = self._folder / "pgbouncer.log"

    def url(self, role: Role, database: str = "homeward") -> str:
        """The address by which a role reaches the cluster through the pooler."""
        return self._cluster.url(role, database).replace(f":{self._cluster.port}/", f":{self.port}/")

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        self._folder.mkdir(parents=True, exist_ok=True)
        programs.make_private_folder(self._folder, cluster=self._folder)
        self._write("users.txt", "".join(f'"{ROLES[role]}" "{self._cluster.passwords[role]}"\n' for role in ROLES))
        self._write("pgbouncer.ini", self._configuration())
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                programs.as_owner(self._program, str(self._folder / "pgbouncer.ini"), cluster=self._folder),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env=programs.environment(),
                cwd="/",
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(self.log.read_text())
            time.sleep(0.02)

    def stop(self) -> None:
        """End it; its clients are cut off. Does nothing when it does not run."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        finally:
            process.kill()
            process.wait()

    def _configuration(self) -> str:
        own = {
            "listen_addr": "127.0.0.1",
            "listen_port": str(self.port),
            "unix_socket_dir": "",
            "auth_type": "scram-sha-256",
            "auth_file": str(self._folder / "users.txt"),
        }
        settings = "".join(f"{name} = {value}\n" for name, value in (self._settings | own).items())
        return f"[databases]\n* = host=127.0.0.1 port={self._cluster.port}\n[pgbouncer]\n{settings}"

    def _write(self, name: str, words: str) -> None:
        path = self._folder / name
        path.write_text(words)
        path.chmod(0o644)  # its folder lets nobody else in

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False


@contextmanager
def pooling(program: Path, cluster: Cluster, folder: Path, settings: dict[str, str] | None = None) -> Iterator[Pooler]:
    """A pooler that runs while the block lasts."""
    pooler = Pooler(program, cluster, folder, settings)
    try:
        pooler.start()
        yield pooler
    finally:
        pooler.stop()
