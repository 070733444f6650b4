"""Connection poolers in transaction mode: who may work through one, and how to see that one stands in between."""

import asyncpg

CONNECT_SECONDS = 5.0


class ThroughPooler(Exception):
    """HOMEWARD_MIGRATION_URL leads through a connection pooler. Whoever changes tables needs a session of its own: give
    it the address of the server itself. HOMEWARD_DATABASE_URL may lead through the pooler."""

    def __str__(self) -> str:
        return " ".join((self.__doc__ or "").split())


async def connect(url: str) -> "asyncpg.Connection[asyncpg.Record]":
    """One connection, for a command. It keeps no statement: a pooler in between would keep it for somebody else."""
    return await asyncpg.connect(url, timeout=CONNECT_SECONDS, statement_cache_size=0)


async def is_pooled(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    """Whether a pooler stands in between: it numbers sessions by itself, and not as the server does."""
    return bool(await connection.fetchval("SELECT pg_backend_pid()") != connection.get_server_pid())


async def refuse_pooler(url: str) -> None:
    """Raise ThroughPooler unless this address leads to the server itself."""
    connection = await connect(url)
    try:
        if await is_pooled(connection):
            raise ThroughPooler
    finally:
        await connection.close()


def refuses_sessions(error: BaseException) -> bool:
    """Whether it was told how Homeward begins a session and does not take that; looks through what wraps it."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, asyncpg.ProtocolViolationError):
            return True
        seen = seen.__cause__
    return False
