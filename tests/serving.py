"""A real `homeward serve` for tests: started on any free ports, watched, told to stop, killed if it does not."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TypeVar

from app.embedded import EmbeddedPostgres
from app.processes import running

READY_SECONDS = 180.0
STOP_SECONDS = 30.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Served:
    """The parent process; what it says goes to `log`."""

    parent: "subprocess.Popen[bytes]"
    data_dir: Path
    log: Path
    url: str
    mllp_port: int

    def is_ready(self) -> bool:
        """Whether a worker says that all is well."""
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=2)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def child(self, name: str) -> int:
        """The process id of a child once it runs."""
        return until(lambda: self._children().get(name), f"{name} runs")

    def children(self) -> list[int]:
        """The process ids of all children that run."""
        return [pid for pid in self._children().values() if pid]

    def signal(self, name: str, what: signal.Signals) -> bool:
        """Send a signal to a child; False when it does not run just now."""
        pid = self._children()[name]
        if pid is None or not is_alive(pid):
            return False
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            return False
        return True

    def said(self) -> str:
        """All it said."""
        return self.log.read_text()

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        self.parent.send_signal(signal.SIGTERM)
        return self.parent.wait(timeout=STOP_SECONDS)

    def _children(self) -> dict[str, int | None]:
        known = running.ask(self.data_dir)
        return dict(known.children) if known else {}


@contextmanager
def served(data_dir: Path, **environment: str) -> Iterator[Served]:
    """Serve until the block ends, by then stopped in order; killed if that fails."""
    log = data_dir.with_suffix(".log")
    chosen = {"HOMEWARD_DATA_DIR": str(data_dir), "HOMEWARD_PORT": "0", "HOMEWARD_MLLP_PORT": "0"}
    with log.open("wb") as out:
        words = [sys.executable, "-m", "app.cli", "serve"]
        parent = subprocess.Popen(words, env=os.environ | chosen | environment, stdout=out, stderr=out)
    try:
        known = until(lambda: _known(parent, data_dir, log), "Homeward has ports", READY_SECONDS)
        this = Served(parent, data_dir, log, known.url, known.mllp_port)
        until(lambda: _known(parent, data_dir, log) and (this.is_ready() or None), "Homeward is ready", READY_SECONDS)
        until(lambda: "Ctrl-C stops everything" in this.said() or None, "it has said so")
        yield this
    finally:
        if parent.poll() is None:
            parent.terminate()
            try:
                parent.wait(timeout=STOP_SECONDS)
            finally:
                parent.kill()
                parent.wait()


def _known(parent: "subprocess.Popen[bytes]", data_dir: Path, log: Path) -> running.Running | None:
    """Where this parent serves, once it has told; fails at once when it has ended."""
    assert parent.poll() is None, log.read_text()
    known = running.ask(data_dir)
    return known if known and known.pid == parent.pid else None


def on(postgres: EmbeddedPostgres, database: str = "homeward") -> dict[str, str]:
    """The settings by which an empty Homeward works on a server that runs already."""
    return {
        "HOMEWARD_EXAMPLE": "off",
        "HOMEWARD_DATABASE_URL": postgres.url(role="app", database=database),
        "HOMEWARD_MIGRATION_URL": postgres.url(role="owner", database=database),
    }


def until(asked: Callable[[], T | None], what: str, seconds: float = 60.0) -> T:
    """Ask until there is an answer. Fails, naming what was waited for."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = asked()
        if answer is not None:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} seconds")


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not yet waited for does not."""
    if not Path("/proc/self").exists():
        shown = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return bool(shown.stdout.strip()) and not shown.stdout.startswith("Z")
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def free_port() -> int:
    """A port on which nobody answers just now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
