"""A real installation for the run: `homeward serve` with two workers on an embedded PostgreSQL of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from uuid import UUID

from app.access import sessions
from app.database import Database, open_database
from app.domain.values import Role
from app.embedded import EmbeddedPostgres
from app.events.hints import Hints
from tests.facts import PASSWORD, Installation, a_system, username_of
from tests.serving import Served, served

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Town:
    """One system of the run, a signed-in clinician's cookie, and the stays that commands are given on."""

    installation: Installation
    cookie: str
    spells: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What the benchmarks work on. `owner_url` is the address of the role that may change tables."""

    database: Database
    owner_url: str
    host: str
    port: int
    mllp_port: int
    towns: tuple[Town, ...]
    served: Served

    def workers(self) -> list[int]:
        """The process ids of the web workers, once all of them run."""
        return [self.served.child(f"web-{n + 1}") for n in range(WORKERS)]


@asynccontextmanager
async def installation(*, systems: int, spells: int) -> AsyncIterator[Run]:
    """Serve, furnish `systems` systems of `spells` people each, and stop everything at the end."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with served(data, EXAMPLE="off", HOMEWARD_LOG_LEVEL="error", HOMEWARD_WEB_WORKERS=str(WORKERS)) as serving:
            postgres = EmbeddedPostgres(data)
            database = await open_database(postgres.url(role="app"))
            try:
                towns = [await _town(database, spells) for _ in range(systems)]
                url = urlsplit(serving.url)
                yield Run(
                    database,
                    postgres.url(role="owner"),
                    url.hostname or "",
                    url.port or 0,
                    serving.mllp_port,
                    tuple(towns),
                    serving,
                )
            finally:
                await database.close()


async def _town(database: Database, spells: int) -> Town:
    made = await a_system(database, Hints(database))
    admitted = [(await made.admit(bed=f"A1-{n:02d}"))[1] for n in range(spells)]
    return Town(made, await cookie_of(database, made, Role.WARD_CLINICIAN), tuple(admitted))


async def cookie_of(database: Database, made: Installation, role: Role) -> str:
    """The cookie of somebody of this role, signed in."""
    token = await sessions.sign_in(database.engine, username_of(made.system, role), PASSWORD)
    return f"homeward_session={token}"
