"""What the migrations make is what the code declares; and each is kind to a system that is in use."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from app import migrating
from app.embedded import EmbeddedPostgres
from app.migrating import SCRIPTS, migrate, newest_revision
from app.migrating_refused import AlreadyMigrating
from app.tables import metadata
from tests.facts import Installation

VERSIONS = sorted((SCRIPTS / "versions").glob("*.py"))

NOT_BY_SYSTEM = {
    "system": "it is the system",
    "session": "found by the token alone, before the system is known",
    "ticket": "found by the token alone, before the system is known",
    "lease": "of the installation, not of a system",
    "alembic_version": "of the installation, not of a system",
}


@pytest.fixture
def fresh(postgres: EmbeddedPostgres) -> Iterator[str]:
    """The owner's address of an empty database."""
    name = "homeward_migrations"
    postgres.create_database(name)
    yield postgres.url(role="owner", database=name)
    postgres.drop_database(name)


async def differences(url: str) -> list[Any]:
    def compare(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))

    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1))
    async with engine.connect() as connection:
        found = await connection.run_sync(compare)
    await engine.dispose()
    return found


async def described(url: str) -> list[tuple[str, ...]]:
    """Every column, index, constraint, right and target of statistics in the database, as PostgreSQL tells them."""
    connection = await asyncpg.connect(url)
    rows = await connection.fetch(_DESCRIBED)
    await connection.close()
    return [tuple(row) for row in rows]


async def test_migrations_make_what_the_models_declare(postgres: EmbeddedPostgres) -> None:
    assert await differences(postgres.url(role="owner")) == []


async def test_migrating_twice_is_once(fresh: str) -> None:
    await asyncio.to_thread(migrate, fresh)
    once = await described(fresh)
    await asyncio.to_thread(migrate, fresh)
    assert await described(fresh) == once
    assert await differences(fresh) == []


async def test_several_at_once_wait_for_each_other(fresh: str) -> None:
    """As when an installation's machines are started together, each with the owner's address."""
    assert {*await asyncio.gather(*(asyncio.to_thread(migrate, fresh) for _ in range(3)))} == {newest_revision()}


async def test_whoever_waits_too_long_for_another_says_so(fresh: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "PATIENCE", "50ms")
    other = await asyncpg.connect(fresh)
    await other.execute("SELECT pg_advisory_lock(hashtext('homeward migrate'))")
    with pytest.raises(AlreadyMigrating, match="brings these tables up to date"):
        await asyncio.to_thread(migrate, fresh)
    await other.close()


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.stem)
def test_a_migration_waits_for_no_lock_longer_than_3_s_and_is_named_by_date_and_sentence(version: Path) -> None:
    first, *_ = version.read_text().partition("def upgrade() -> None:")[2].partition('"""\n')[2].lstrip().splitlines()
    assert first == """op.execute("SET LOCAL lock_timeout = '3s'")"""
    assert re.fullmatch(r"\d{4}-\d\d-\d\d(_[a-z0-9]+){3,}", version.stem)


def test_every_table_begins_its_key_with_its_system_unless_it_says_why() -> None:
    keys = {table.name: [column.name for column in table.primary_key] for table in metadata.tables.values()}
    others = {name for name, key in keys.items() if not key or key[0] != "system_id"}
    assert others == set(NOT_BY_SYSTEM) - {"alembic_version"}


async def test_every_table_that_is_there_is_declared(postgres: EmbeddedPostgres) -> None:
    connection = await asyncpg.connect(postgres.url(role="owner"))
    there = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    await connection.close()
    assert {row["tablename"] for row in there} == set(metadata.tables) | {"alembic_version"}


async def test_a_system_that_joined_since_statistics_were_taken_is_read_by_the_right_index(
    postgres: EmbeddedPostgres, place: Installation
) -> None:
    connection = await asyncpg.connect(postgres.url(role="owner"))
    async with connection.transaction():
        # However many tests came before: of a log that fits one page, one index is as good as the other.
        await connection.execute(_MANY_EVENTS, place.system)
        await connection.execute("ANALYZE event; SET LOCAL enable_seqscan = off")
        one_stream = f"SELECT 1 FROM event WHERE system_id = '{uuid4()}' AND stream = 'case:one'"
        plan = "\n".join(row[0] for row in await connection.fetch(f"EXPLAIN {one_stream}"))
        known = await connection.fetch("SELECT tablename FROM pg_stats WHERE attname = 'system_id'")
        await connection.execute("DELETE FROM event WHERE system_id = $1 AND type = 'one of many'", place.system)
    await connection.close()
    assert "event_is_the_next_of_its_stream" in plan
    assert [row["tablename"] for row in known] == []


_MANY_EVENTS = """
    INSERT INTO event (system_id, position, stream, version, type, data, actor, at, recorded_at, hash)
    SELECT $1, 1000000 + n, 'many:' || n, 1, 'one of many', '{}', '{}', now(), now(), ''
    FROM generate_series(1, 2000) n"""


_DESCRIBED = """
    SELECT 'column', table_name, column_name, data_type, is_nullable, coalesce(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', ''
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'right', table_name, grantee, privilege_type, '', ''
    FROM information_schema.table_privileges WHERE table_schema = 'public'
    UNION ALL SELECT 'statistics', relname, attname, attstattarget::text, '', ''
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attstattarget >= 0
    UNION ALL SELECT 'revision', version_num, '', '', '', '' FROM alembic_version
    ORDER BY 1, 2, 3, 4"""
