"""`homeward serve`: the parent. It owns the database, the port and the children, and stops all in order."""

import asyncio
import os
import secrets
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, closing, suppress
from pathlib import Path
from types import FrameType
from typing import TypeVar

import httpx
import structlog
from rich.console import Console

from app import founding, measuring
from app.events.unavailable import is_unavailable
from app.migrating import migrate
from app.pooling import refuses_sessions
from app.processes import running, sockets
from app.processes.child import Child
from app.processes.manager import tell_manager
from app.processes.reach import DatabaseUnusable, Urls, in_words, is_unmigrated, owned, refuse_unusable
from app.settings import Settings
from app.terminal import welcome

READY_SECONDS = 60.0  # after so long it is said that something is wrong
TELL_AGAIN_SECONDS = 1.0
PATIENCE = {"example": 3.0, "background": 6.0, "web": 7.0}
"""Seconds a child has to end by itself; the order of the names is the order in which they are stopped."""

STOPPED_BY = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

_POOLER_UNKNOWN = (
    "The database refuses how Homeward begins a session. If HOMEWARD_DATABASE_URL leads through a connection pooler, "
    "set HOMEWARD_DATABASE_POOLER=transaction."
)

T = TypeVar("T")
log = structlog.get_logger()


def serve(settings: Settings, console: Console) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises PortTaken, FolderUnusable, DatabaseUnusable or EmbeddedPostgresError."""
    signal.signal(signal.SIGTERM, _leave)
    with closing(sockets.bound(settings.host, settings.port, "PORT=")) as listening:
        mllp_port = sockets.free(settings.mllp_host, settings.mllp_port, "HOMEWARD_MLLP_PORT=")
        settings = settings.model_copy(update={"port": sockets.port_of(listening), "mllp_port": mllp_port})
        with owned(settings) as urls:
            if urls.owner:
                with in_words():
                    migrate(urls.owner, urls.app_role)
            refuse_unusable(urls.app)
            try:
                asyncio.run(_Parent(settings, urls, listening, console).run())
            finally:
                for told in STOPPED_BY:
                    signal.signal(told, signal.SIG_IGN)  # told twice, it still stops the database in order


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _folder_of_measures(data_dir: Path) -> Path:
    try:
        return measuring.folder_in(data_dir)
    except OSError as error:
        words = f"{data_dir.resolve()} cannot be written to: {error.strerror}."
        raise running.FolderUnusable(f"{words} Make it Homeward's own, or set HOMEWARD_DATA_DIR.") from error


class _Parent:
    def __init__(self, settings: Settings, urls: Urls, listening: socket.socket, console: Console) -> None:
        self._settings = settings
        self._urls = urls
        self._console = console
        self._stopping = asyncio.Event()
        self._measures = _folder_of_measures(settings.data_dir)
        self._alive = set[int]()
        self._children = self._family(listening.fileno())

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for told in STOPPED_BY:
            loop.add_signal_handler(told, self._stopping.set)
        try:
            # The children take their time to load; the first system, to which the example signs in, is made meanwhile.
            self._start(lambda child: child.name != "example")
            async with AsyncExitStack() as stack:
                await self._begin(await self._insist(lambda *here: stack.enter_async_context(founding.begun(*here))))
            await self._stopping.wait()
        finally:
            await self._stop()

    async def _begin(self, new_password: str | None) -> None:
        """With the first system there: bring in the example, and say that all is well once it is."""
        if not self._stopping.is_set():
            self._start(lambda child: child.name == "example")
        if await self._ready():
            tell_manager("READY=1")
            welcome.say(self._console, self._settings, new_password)
            if new_password:
                await self._insist(founding.finish)

    def _start(self, wanted: Callable[[Child], bool]) -> None:
        for child in filter(wanted, self._children):
            child.start()

    def _family(self, fd: int) -> list[Child]:
        settings, environment = self._settings, self._environment()
        holder = f"{socket.gethostname()}-{secrets.token_hex(8)}"
        family = [
            Child(f"web-{n + 1}", ["web", "--fd", str(fd)], environment, fds=[fd], changed=self._tell)
            for n in range(settings.web_workers)
        ]
        family.append(Child("background", ["background", "--holder", holder], environment, changed=self._tell))
        if settings.example:
            family.append(Child("example", ["example"], environment, changed=self._tell))
        return family

    def _environment(self) -> dict[str, str]:
        """What the children read their settings from: this process's, the ports it chose, and no owner's password."""
        chosen = {
            "HOMEWARD_DATABASE_URL": self._urls.app,
            "HOMEWARD_PORT": str(self._settings.port),
            "HOMEWARD_MLLP_PORT": str(self._settings.mllp_port),
            measuring.FOLDER: str(self._measures),
            "HOMEWARD_MIGRATION_URL": "",  # empty and not left out: it hides one that lies in a file
        }
        return os.environ | chosen

    async def _insist(self, step: Callable[[Settings, str], Awaitable[T]]) -> T | None:
        """Do this with the database as soon as it can be done; None when told to stop before that."""
        while not self._stopping.is_set():
            try:
                return await step(self._settings, self._urls.app)
            except Exception as error:
                if refuses_sessions(error):
                    raise DatabaseUnusable(_POOLER_UNKNOWN) from error
                if not (is_unavailable(error) or is_unmigrated(error)):
                    raise
                found_meanwhile = isinstance(error, founding.AlreadyFounding)
                what = "another start to end" if found_meanwhile else "a migrated database"
                log.warning(f"waiting for {what}", reason=type(error).__name__)
                await asyncio.sleep(1)
        return None

    async def _ready(self) -> bool:
        """Wait until a worker has answered that all is well; False when told to stop meanwhile."""
        loop = asyncio.get_running_loop()
        patient_until = loop.time() + READY_SECONDS
        async with httpx.AsyncClient(base_url=welcome.address(self._settings), trust_env=False) as client:
            while not self._stopping.is_set():
                with suppress(httpx.HTTPError):
                    if (await client.get("/readyz", timeout=2)).is_success:
                        return True
                if loop.time() > patient_until:
                    log.error("not ready yet", after_seconds=READY_SECONDS)
                    patient_until += READY_SECONDS
                await asyncio.sleep(0.1)
        return False

    def _tell(self) -> None:
        alive = {child.pid for child in self._children if child.pid}
        for pid in self._alive - alive:
            measuring.forget_process(self._measures, pid)
        self._alive = alive
        told = running.Running(
            pid=os.getpid(),
            url=welcome.address(self._settings),
            mllp_port=self._settings.mllp_port,
            children={child.name: child.pid for child in self._children},
        )
        try:
            running.tell(self._settings.data_dir, told)
        except OSError as error:  # a full disk must not cost a child its keeper
            log.error("running.json not written", reason=error.strerror)
            asyncio.get_running_loop().call_later(TELL_AGAIN_SECONDS, self._tell)

    async def _stop(self) -> None:
        tell_manager("STOPPING=1")
        for kind, patience in PATIENCE.items():
            await asyncio.gather(*(c.stop(patience) for c in self._children if c.name.partition("-")[0] == kind))
        running.forget(self._settings.data_dir)
