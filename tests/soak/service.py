"""`homeward serve` as a supervisor keeps it: always on the same ports, started again when its parent dies."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.processes import running
from tests.serving import STOP_SECONDS, Served, free_port, is_alive

READY_SECONDS = 180.0
LOOK_SECONDS = 0.1


class Service:
    """All that its processes say goes to one file, `log`, restarts included."""

    def __init__(self, data_dir: Path, environment: Mapping[str, str]) -> None:
        self.data_dir, self.log = data_dir, data_dir.with_suffix(".log")
        self.port, self.mllp_port = free_port(), free_port()
        self.starts = 0
        self._environment = {
            **os.environ,
            "HOMEWARD_DATA_DIR": str(data_dir),
            "HOMEWARD_PORT": str(self.port),
            "HOMEWARD_MLLP_PORT": str(self.mllp_port),
            "HOMEWARD_EXAMPLE": "off",
            **environment,
        }
        self._parent: subprocess.Popen[bytes] | None = None
        self._keeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start it, wait until it is ready, and keep it going."""
        self._keeper = asyncio.create_task(self._keep())
        await self.ready()

    async def ready(self) -> None:
        """Wait until a parent runs and a worker says that all is well. Raises TimeoutError."""
        async with asyncio.timeout(READY_SECONDS):
            while not await self._is_ready():
                await asyncio.sleep(LOOK_SECONDS)

    async def kill(self, name: str) -> None:
        """kill -9 one of its processes, as soon as it runs."""
        while not self.signal(name, signal.SIGKILL):
            await asyncio.sleep(LOOK_SECONDS)

    def signal(self, name: str, what: signal.Signals) -> bool:
        """Send a signal to the parent or a child; False when it does not run just now."""
        pid = self.processes().get(name)
        if pid is None:
            return False
        with suppress(ProcessLookupError):
            os.kill(pid, what)
            return True
        return False

    def processes(self) -> dict[str, int]:
        """The process ids of all that run, by name."""
        known = running.ask(self.data_dir)
        named = {"parent": known.pid, **known.children} if known else {}
        return {name: pid for name, pid in named.items() if pid and is_alive(pid)}

    async def stop(self) -> int:
        """SIGTERM, and the exit code; killed, when it does not end by itself."""
        if self._keeper:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        if self._parent is None:
            return 0
        self._parent.terminate()
        try:
            return await asyncio.to_thread(self._parent.wait, STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._parent.kill()
            return await asyncio.to_thread(self._parent.wait)

    async def _keep(self) -> None:
        with self.log.open("ab") as out:
            while True:
                self._parent = self._launch(out)
                while self._parent.poll() is None:
                    await asyncio.sleep(LOOK_SECONDS)

    def _launch(self, out: BinaryIO) -> "subprocess.Popen[bytes]":
        self.starts += 1
        words = [sys.executable, "-m", "app.cli", "serve"]
        return subprocess.Popen(words, env=self._environment, stdout=out, stderr=out)

    async def _is_ready(self) -> bool:
        if self._parent is None or self.processes().get("parent") != self._parent.pid:
            return False  # what answers are the children of one that was killed
        served = Served(self._parent, self.data_dir, self.log, f"http://127.0.0.1:{self.port}", self.mllp_port)
        return await asyncio.to_thread(served.is_ready)
