"""The table beside the live one: of the same shape, filled while nobody looks, and put in its place in one moment.

It stands in a schema of its own, so that it and its indexes have the names of the live ones from the start.
"""

import asyncpg

from app.views.kind import Kind

Connection = asyncpg.Connection


def beside(kind: Kind) -> str:
    """The full name of the table beside."""
    return f"{_schema(kind)}.{kind.table.name}"


def live(kind: Kind) -> str:
    """The full name of the live table."""
    return f"public.{kind.table.name}"


async def make(connection: "Connection[asyncpg.Record]", kind: Kind) -> bool:
    """Make it, with the live table's rights and no index yet. What a rebuild that was killed left there is dropped.

    Whether there was such a thing.
    """
    schema = _schema(kind)
    left_over: bool = await connection.fetchval("SELECT to_regnamespace($1) IS NOT NULL", schema)
    await drop(connection, kind)
    await connection.execute(f"""
        CREATE SCHEMA {schema};
        CREATE TABLE {beside(kind)} (LIKE {live(kind)} INCLUDING ALL EXCLUDING INDEXES)""")
    await _each(connection, _RIGHTS, kind)
    return left_over


async def index(connection: "Connection[asyncpg.Record]", kind: Kind) -> None:
    """Give it the live table's keys and indexes, and the planner its statistics: sooner by far once it is filled.

    Of the columns of which the live table takes none, as of the system (`app/migrating`), it takes none either.
    """
    await _each(connection, _INDEXES, kind)
    await _each(connection, _STATISTICS, kind)
    await connection.execute(f"ANALYZE {beside(kind)}")


async def drop(connection: "Connection[asyncpg.Record]", kind: Kind) -> None:
    """Let go of it, if it is there."""
    await connection.execute(f"DROP SCHEMA IF EXISTS {_schema(kind)} CASCADE")


async def replace(connection: "Connection[asyncpg.Record]", kind: Kind) -> None:
    """Put it in the live table's place, in the caller's transaction."""
    await connection.execute(f"""
        DROP TABLE {live(kind)};
        ALTER TABLE {beside(kind)} SET SCHEMA public;
        DROP SCHEMA {_schema(kind)}""")


def _schema(kind: Kind) -> str:
    return f"rebuilding_{kind.name}"


async def _each(connection: "Connection[asyncpg.Record]", statements: str, kind: Kind) -> None:
    for row in await connection.fetch(statements, live(kind), beside(kind)):
        await connection.execute(row["statement"])


_RIGHTS = """
    SELECT format('GRANT %s ON %s TO %s', string_agg(privilege_type, ', '), $2::text,
        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END) AS statement
    FROM pg_class, aclexplode(relacl)
    WHERE pg_class.oid = $1::text::regclass AND grantee <> relowner
    GROUP BY grantee"""

_INDEXES = """
    SELECT CASE
        WHEN conname IS NULL THEN replace(pg_get_indexdef(indexrelid), ' ON ' || $1::text || ' ', ' ON ' || $2 || ' ')
        ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', $2::text, conname, pg_get_constraintdef(pg_constraint.oid))
        END AS statement
    FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u')
    WHERE indrelid = $1::text::regclass
    ORDER BY indexrelid"""

_STATISTICS = """
    SELECT format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS %s', $2::text, attname, attstattarget) AS statement
    FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attstattarget >= 0"""
