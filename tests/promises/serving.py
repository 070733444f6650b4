"""`homeward serve` as it is run for real, for tests: a parent, two web workers and the background process."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import uvicorn

from app.database import open_database
from app.embedded import EmbeddedPostgres
from app.main import create_app
from app.settings import Settings
from tests.promises.processes import ROOT

READY_SECONDS = 60.0
STOP_SECONDS = 20.0


class Serving:
    """A running Homeward: where it is, and its processes by name."""

    def __init__(self, folder: Path, url: str, process: asyncio.subprocess.Process) -> None:
        self._folder, self._process = folder, process
        self.url = url
        self.live_url = url.replace("http", "ws", 1) + "/api/v1/live"

    @property
    def children(self) -> dict[str, int | None]:
        """Process numbers by name; None while one is being started again."""
        children: dict[str, int | None] = json.loads((self._folder / "running.json").read_text())["children"]
        return children

    def signal(self, name: str, what: signal.Signals) -> bool:
        """Send a signal to a child; False when it does not run just now."""
        pid = self.children[name]
        if pid is None:
            return False
        os.kill(pid, what)
        return True

    async def ready(self) -> None:
        """Wait until a worker answers that all is well."""
        async with asyncio.timeout(READY_SECONDS), httpx.AsyncClient(trust_env=False) as client:
            while True:
                assert self._process.returncode is None, (self._folder / "serve.log").read_text()
                try:
                    if (await client.get(f"{self.url}/readyz")).is_success:
                        return
                except httpx.HTTPError:
                    pass
                await asyncio.sleep(0.05)


@asynccontextmanager
async def serving(postgres: EmbeddedPostgres, folder: Path) -> AsyncIterator[Serving]:
    """Serve on free ports, with the data of this server, while the block lasts."""
    port, mllp_port = _free_port(), _free_port()
    environment = {
        "HOMEWARD_DATA_DIR": str(folder),
        "HOMEWARD_PORT": str(port),
        "HOMEWARD_MLLP_PORT": str(mllp_port),
        "HOMEWARD_EXAMPLE": "off",
        "HOMEWARD_LOG_LEVEL": "warning",
        "HOMEWARD_DATABASE_URL": postgres.url(role="app"),
        "HOMEWARD_MIGRATION_URL": postgres.url(role="owner"),
    }
    with (folder / "serve.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app.cli", "serve"),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        served = Serving(folder, f"http://127.0.0.1:{port}", process)
        await served.ready()
        yield served
    finally:
        process.terminate()
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()


@asynccontextmanager
async def one_worker(database_url: str, *, pooler: bool = False) -> AsyncIterator[str]:
    """A web worker in this process, without a parent; its address, such as `127.0.0.1:40001`."""
    database = await open_database(database_url, pooler=pooler)
    config = uvicorn.Config(create_app(Settings(example=False), database), ws="websockets-sansio", log_config=None)
    server, listening = uvicorn.Server(config), socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        await database.close()


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
