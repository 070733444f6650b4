"""A real `homeward serve` for tests: started on ports of its own, watched, told to stop."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from app.processes import running

READY_SECONDS = 40.0


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
        try:
            return httpx.get(f"{self.url}/readyz", timeout=2, trust_env=False).is_success
        except httpx.HTTPError:
            return False

    def child(self, name: str) -> int:
        """The process id of a child once it runs."""
        return until(lambda: self._children().get(name), f"{name} runs")

    def children(self) -> list[int]:
        """The process ids of all children that run."""
        return [pid for pid in self._children().values() if pid]

    def said(self) -> str:
        """All it said."""
        return self.log.read_text()

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        self.parent.send_signal(signal.SIGTERM)
        return self.parent.wait(timeout=30)

    def _children(self) -> dict[str, int | None]:
        known = running.ask(self.data_dir)
        return dict(known.children) if known else {}


@contextmanager
def served(data_dir: Path, **environment: str) -> Iterator[Served]:
    """Serve until the block ends, by then stopped in order; killed if that fails."""
    port, mllp_port = free_port(), free_port()
    log = data_dir.with_suffix(".log")
    chosen = {"HOMEWARD_DATA_DIR": str(data_dir), "HOMEWARD_PORT": str(port), "HOMEWARD_MLLP_PORT": str(mllp_port)}
    with log.open("wb") as out:
        words = [sys.executable, "-m", "app.cli", "serve"]
        parent = subprocess.Popen(words, env=os.environ | chosen | environment, stdout=out, stderr=out)
    this = Served(parent, data_dir, log, f"http://127.0.0.1:{port}", mllp_port)
    try:
        until(lambda: this.is_ready() or None, "Homeward is ready", seconds=READY_SECONDS)
        until(lambda: "Ctrl-C stops everything" in this.said() or None, "it has said so")
        yield this
    finally:
        if parent.poll() is None:
            this.stop()


def until(asked: Callable[[], "int | bool | None"], what: str, seconds: float = 15.0) -> int:
    """Ask until there is an answer. Fails, naming what was waited for."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = asked()
        if answer is not None:
            return int(answer)
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
    """A port that nobody uses just now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
