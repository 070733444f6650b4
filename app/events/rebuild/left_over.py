"""What a rebuild that was killed leaves in its schema beside: words about people, out of reach of an erasure."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncpg import Connection, Record


async def left_over(connection: "Connection[Record]") -> list[str]:
    """The kinds whose rebuild was broken off. Of one that is under way somebody holds the lock."""
    return [row["kind"] for row in await connection.fetch(_LEFT)]


async def drop_left_over(owner: "Connection[Record]") -> list[str]:
    """Drop it, as the tables' owner; the kinds of which there was something.

    Each under the lock of its rebuild, so that one which begins meanwhile keeps what it makes.
    """
    kinds = await left_over(owner)
    return [kind for kind in kinds if await _dropped(owner, kind)]


async def _dropped(owner: "Connection[Record]", kind: str) -> bool:
    async with owner.transaction():
        if not await owner.fetchval("SELECT pg_try_advisory_xact_lock(hashtext('rebuild'), hashtext($1))", kind):
            return False
        schema = await owner.fetchval("SELECT quote_ident('rebuilding_' || $1)", kind)
        await owner.execute(f"SET LOCAL lock_timeout = '3s'; DROP SCHEMA IF EXISTS {schema} CASCADE")
    return True


_LEFT = r"""
    SELECT substr(nspname, length('rebuilding_') + 1) AS kind FROM pg_namespace
    WHERE nspname LIKE 'rebuilding\_%' AND NOT EXISTS (SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND (classid::bigint, objid::bigint) = (hashtext('rebuild')::bigint & 4294967295,
                hashtext(substr(nspname, length('rebuilding_') + 1))::bigint & 4294967295))
    ORDER BY 1"""
