"""Bring a database to this version's tables, give the application's role what it needs and no more, and see that the
planner takes every system for one of many."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.events.rebuild.left_over import drop_left_over
from app.migrating_refused import AlreadyMigrating
from app.pooling import refuse_pooler

SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"

_FOR_EVER = ("event",)
"""Tables to which the application may only add."""

_READ_ONLY = ("alembic_version",)

PATIENCE = "60s"


def migrate(owner_url: str, app_role: str = "homeward_app") -> str:
    """Run every migration that the database lacks, as its owner; the revision it then has. Blocking.

    Each step sets `lock_timeout`. Tables of a newer version are left as they are: after going back, this one works
    on them. Raises ThroughPooler where the address does not lead to the server itself, and AlreadyMigrating. What a
    rebuild that was killed left is dropped: it holds words that an erasure does not reach.
    """
    asyncio.run(refuse_pooler(owner_url))
    with _alone(owner_url):
        asyncio.run(_tidy(owner_url))
        found = asyncio.run(_found(owner_url))
        if found is not None and found != newest_revision() and suits(found):
            return found
        command.upgrade(_config(owner_url), "head")
        asyncio.run(_prepare(owner_url, app_role))
    return newest_revision()


@contextmanager
def _alone(owner_url: str) -> Iterator[None]:
    """Machines that are started together each come here: one works, the others wait and find it done."""
    with asyncio.Runner() as runner:
        connection = runner.run(asyncpg.connect(owner_url))
        try:
            try:
                runner.run(connection.execute(_ONE_AT_A_TIME.format(PATIENCE)))
            except asyncpg.LockNotAvailableError as error:
                raise AlreadyMigrating from error
            yield
        finally:
            runner.run(connection.close())


_ONE_AT_A_TIME = "SET lock_timeout = '{}'; SELECT pg_advisory_lock(hashtext('homeward migrate'))"


@cache
def newest_revision() -> str:
    """The revision that this version of the code expects."""
    head = ScriptDirectory.from_config(_config("")).get_current_head()
    assert head is not None
    return head


@cache
def _revisions() -> frozenset[str]:
    return frozenset(each.revision for each in ScriptDirectory.from_config(_config("")).walk_revisions())


def suits(found: str | None) -> bool:
    """Whether this version can work on tables of this revision: its own, or a newer one's, which it does not know.

    A newer version only adds until no process of this one runs, so that both work side by side.
    """
    return found == newest_revision() or (found is not None and found not in _revisions())


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config


async def _found(owner_url: str) -> str | None:
    connection = await asyncpg.connect(owner_url)
    try:
        revision: str | None = await connection.fetchval("SELECT version_num FROM alembic_version")
    except asyncpg.UndefinedTableError:
        return None
    finally:
        await connection.close()
    return revision


async def _tidy(owner_url: str) -> None:
    connection = await asyncpg.connect(owner_url)
    try:
        await drop_left_over(connection)
    finally:
        await connection.close()


async def _prepare(owner_url: str, app_role: str) -> None:
    connection = await asyncpg.connect(owner_url)
    try:
        await _grant(connection, app_role)
        await _forget_systems(connection)
    finally:
        await connection.close()


async def _grant(connection: "asyncpg.Connection[asyncpg.Record]", app_role: str) -> None:
    role = await connection.fetchval("SELECT quote_ident($1)", app_role)
    for table in await connection.fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    ):
        name = table["tablename"]
        await connection.execute(f"REVOKE ALL ON {name} FROM {role}; GRANT {_privileges(name)} ON {name} TO {role}")
    await connection.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}")


async def _forget_systems(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    await connection.execute("SET lock_timeout = '3s'")
    for [table] in await connection.fetch(_WITH_STATISTICS):
        await connection.execute(_TAKE_NO_STATISTICS.format(table))


def _privileges(table: str) -> str:
    if table in _READ_ONLY:
        return "SELECT"
    return "SELECT, INSERT" if table in _FOR_EVER else "SELECT, INSERT, UPDATE, DELETE"


# A system that joined after statistics were taken would count as having no rows, so any index that begins with it
# would seem as good as the one that finds the row: the whole of its log was read to find one stream. Without statistics
# of this column each system is taken for one in 200. Its type is named again because that drops those taken before.
_TAKE_NO_STATISTICS = "ALTER TABLE {} ALTER COLUMN system_id TYPE uuid, ALTER COLUMN system_id SET STATISTICS 0"

_WITH_STATISTICS = """
    SELECT quote_ident(relname) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE attname = 'system_id' AND relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND attstattarget IS DISTINCT FROM 0
    ORDER BY 1"""
