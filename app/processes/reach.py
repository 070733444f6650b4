"""The database of this installation: the one that is configured, the embedded one that runs, or one started for now."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import asyncpg
import sqlalchemy.exc

from app.embedded import EmbeddedPostgres, EmbeddedPostgresError
from app.events.unavailable import is_unavailable
from app.settings import Settings

_UNMIGRATED = (asyncpg.UndefinedTableError, asyncpg.UndefinedColumnError, asyncpg.InsufficientPrivilegeError)


class OwnerUnknown(Exception):
    """Set HOMEWARD_MIGRATION_URL to the address of the owner's role, which may change tables."""

    def __str__(self) -> str:
        return self.__doc__ or ""


class DatabaseUnusable(Exception):
    """The message says in words what the database answered, or that it did not."""


@contextmanager
def in_words() -> Iterator[None]:
    """What a database does wrong inside this block is raised as DatabaseUnusable."""
    try:
        yield
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, sqlalchemy.exc.DBAPIError) as error:
        raise _unusable(error) from error


def refuse_unusable(url: str) -> None:
    """Raise DatabaseUnusable where waiting would not help, as by a wrong password. One that is away may come."""
    with in_words():
        try:
            asyncio.run(_connect(url))
        except Exception as error:
            if not is_unavailable(error):
                raise


def _unusable(error: BaseException) -> DatabaseUnusable:
    while isinstance(error, sqlalchemy.exc.DBAPIError) and error.orig:
        error = error.orig.__cause__ or error.orig
    if isinstance(error, asyncpg.UndefinedTableError):
        return DatabaseUnusable("The database has no tables yet. `homeward migrate` makes them.")
    if isinstance(error, asyncpg.UndefinedColumnError):
        return DatabaseUnusable("The database's tables are older than this version. `homeward migrate` renews them.")
    return DatabaseUnusable(f"The database cannot be used: {str(error) or type(error).__name__}")


def is_unmigrated(error: BaseException) -> bool:
    """Whether the database lacks this version's tables, or the right to use them; looks through what wraps it."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, _UNMIGRATED):
            return True
        seen = seen.__cause__
    return False


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses for the application's role and, where known, for the owner's, who changes tables."""

    app: str = field(repr=False)
    owner: str | None = field(repr=False)

    def owners(self) -> str:
        """The owner's address. Raises OwnerUnknown."""
        if self.owner is None:
            raise OwnerUnknown
        return self.owner

    @property
    def app_role(self) -> str:
        """The name of the application's role."""
        return unquote(urlsplit(self.app).username or "")


@contextmanager
def owned(settings: Settings) -> Iterator[Urls]:
    """The database for as long as `serve` runs; an embedded one is started, and stopped at the end."""
    if settings.database_url is not None:
        yield Urls(settings.database_url, settings.migration_url)
        return
    postgres = EmbeddedPostgres(settings.data_dir)
    postgres.start()
    try:
        yield _urls(postgres)
    finally:
        postgres.stop()


@contextmanager
def reached(settings: Settings) -> Iterator[Urls]:
    """The database for one command, beside a running Homeward or without one."""
    if settings.database_url is None:
        urls = _running(EmbeddedPostgres(settings.data_dir))
        if urls:
            yield urls
            return
    with owned(settings) as urls:
        yield urls


def _running(postgres: EmbeddedPostgres) -> Urls | None:
    try:
        urls = _urls(postgres)
    except EmbeddedPostgresError:
        return None
    try:
        asyncio.run(_connect(urls.app))
    except (OSError, TimeoutError, asyncpg.CannotConnectNowError):
        return None
    except asyncpg.PostgresError:
        pass  # it is there, and says to whoever asks next what is wrong, as that it has no connection left
    return urls


def _urls(postgres: EmbeddedPostgres) -> Urls:
    return Urls(app=postgres.url(role="app"), owner=postgres.url(role="owner"))


async def _connect(url: str) -> None:
    connection = await asyncpg.connect(url, timeout=2)
    await connection.close()
