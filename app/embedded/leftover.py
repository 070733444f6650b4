"""Stop a server that a killed parent left running, and clear what a dead one left lying."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.embedded.errors import EmbeddedPostgresError

STOP_SECONDS = 30.0


def clear(cluster: Path) -> None:
    """After this no server runs on `cluster` and no stale number keeps one from starting."""
    pid_file = cluster / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().partition("\n")[0])
    except (FileNotFoundError, ValueError):
        return
    if str(cluster) in _command_of(pid):
        stop(pid, lambda: str(cluster) not in _command_of(pid))
    elif _exists(pid):
        # The number now belongs to another process; PostgreSQL would take that for its own server and refuse.
        pid_file.unlink(missing_ok=True)


def stop(pid: int, is_gone: Callable[[], bool]) -> None:
    """Stop the server `pid`: connections are closed and it ends in order; if that hangs, at once."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        if not is_gone():
            with suppress(ProcessLookupError):
                os.kill(pid, how)
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if is_gone():
                return
            time.sleep(0.02)
    raise EmbeddedPostgresError(f"PostgreSQL (process {pid}) does not stop.")


def _command_of(pid: int) -> str:
    """The words with which a process was started; empty when there is none, or one that has ended."""
    if not Path("/proc/self").exists():
        shown = subprocess.run(
            ["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        return shown.stdout
    try:
        return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes())
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
