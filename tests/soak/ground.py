"""Where it happens: a PostgreSQL of its own, the service on it through one proxy, its clients through others."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from app.database import Database, open_database
from app.embedded import EmbeddedPostgres
from app.migrating import migrate
from tests.faults.proxy import Proxy, by_way_of, proxying, target_of
from tests.soak.service import Service


@dataclass(frozen=True, slots=True)
class Ground:
    """`database` and `owner_url` lead straight to PostgreSQL; the service has only the way through `to_database`."""

    folder: Path
    postgres: EmbeddedPostgres
    database: Database
    service: Service
    to_database: Proxy
    to_pages: Proxy
    to_line: Proxy

    @property
    def owner_url(self) -> str:
        """The address of the role that sees everything."""
        return self.postgres.url(role="owner")

    @property
    def url(self) -> str:
        """Where clients find the pages."""
        return f"http://127.0.0.1:{self.to_pages.port}"

    async def kill_postgres(self) -> None:
        """Kill its first process, and start it again as an operator would."""
        pid_file = self.folder / "server" / "postgres" / "postmaster.pid"
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)
        while self.postgres.is_running:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(self.postgres.start)

    async def terminate_backends(self) -> None:
        """End every connection of the service, as an operator may."""
        connection = await asyncpg.connect(self.owner_url)
        try:
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'homeward_app'"
            )
        finally:
            await connection.close()


@asynccontextmanager
async def prepared(folder: Path) -> AsyncIterator[Ground]:
    """A migrated database that writes to disk as in real use, the proxies, and a service that is not started yet."""
    postgres = EmbeddedPostgres(folder / "server")
    await asyncio.to_thread(postgres.start)
    try:
        await asyncio.to_thread(migrate, postgres.url(role="owner"))
        async with AsyncExitStack() as stack:
            url = postgres.url(role="app")
            to_database = await stack.enter_async_context(proxying(target_of(url)))
            service = Service(folder / "data", {"HOMEWARD_DATABASE_URL": by_way_of(to_database, url)})
            stack.push_async_callback(service.stop)
            to_pages = await stack.enter_async_context(proxying(("127.0.0.1", service.port)))
            to_line = await stack.enter_async_context(proxying(("127.0.0.1", service.mllp_port)))
            database = await open_database(url)
            stack.push_async_callback(database.close)
            yield Ground(folder, postgres, database, service, to_database, to_pages, to_line)
    finally:
        await asyncio.to_thread(postgres.stop)
