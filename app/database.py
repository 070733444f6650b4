"""The pools: bare connections for turns and for reading rows, an SQLAlchemy engine for everything else."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg
from sqlalchemy import MetaData, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    AnyConnection: TypeAlias = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

metadata = MetaData()
"""Every table of Homeward; each is declared where it is used."""

LOCK_TIMEOUT = "3s"
IDLE_IN_TURN_TIMEOUT = "5s"
LONGEST_TURN = "20s"
CONNECT_SECONDS = 5.0
COMMAND_SECONDS = 25.0  # beyond every time-out of the server's: for a network that swallows what is sent
CLOSE_SECONDS = 5.0

# A peer that is gone without a word is noticed within half a minute, and its turn given up, not after two hours.
_KEEPALIVES = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "25000",
}
_SETTINGS = {
    "lock_timeout": LOCK_TIMEOUT,
    "idle_in_transaction_session_timeout": IDLE_IN_TURN_TIMEOUT,
    "statement_timeout": "20s",
    **_KEEPALIVES,
    "jit": "off",
}

# Every statement of a turn finds few rows by their keys, whatever the keys are: planning it anew each time cost a fifth
# of a message's time.
_TURN_SETTINGS = {"plan_cache_mode": "force_generic_plan"}


@dataclass(frozen=True, slots=True)
class Database:
    """What a process holds of PostgreSQL. `turns` writes events, `reads` reads rows, `engine` does the rest."""

    url: str
    turns: "asyncpg.Pool[asyncpg.Record]"
    reads: "asyncpg.Pool[asyncpg.Record]"
    engine: AsyncEngine
    pooler: bool = False

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()
        for pool in (self.turns, self.reads):
            await _close(pool)


async def open_database(url: str, *, pooler: bool = False, turns: int = 8, reads: int = 4) -> Database:
    """Open the pools. `pooler` is for a transaction-mode pooler in between: no statement caches, no start-up settings.

    No connection is made until the first is needed, so a process starts beside a dead database and heals with it.
    """
    settings: dict[str, str] = {} if pooler else _SETTINGS
    cache: dict[str, Any] = {"statement_cache_size": 0} if pooler else {}
    return Database(
        url=url,
        turns=await _pool(url, turns, settings if pooler else settings | _TURN_SETTINGS, cache, of_turns=True),
        reads=await _pool(url, reads, settings, cache),
        engine=_engine(url, reads, settings, cache),
        pooler=pooler,
    )


async def _pool(
    url: str,
    size: int,
    settings: dict[str, str],
    cache: dict[str, Any],
    *,
    of_turns: bool = False,
) -> "asyncpg.Pool[asyncpg.Record]":
    return await asyncpg.create_pool(
        url,
        min_size=0,
        max_size=size,
        timeout=CONNECT_SECONDS,
        command_timeout=COMMAND_SECONDS,
        server_settings=settings,
        reset=_leave_as_is,
        init=_bound if of_turns else None,
        **cache,
    )


def longest_turn(connection: "AnyConnection") -> str:
    """The setting after which the server ends a whole turn; nothing before PostgreSQL 17, which has none.

    It ends no turn as idle whose client is gone between the two halves of a statement: it waits for the second.
    """
    return f"transaction_timeout = '{LONGEST_TURN}'" if connection.get_server_version().major >= 17 else ""


async def _bound(connection: "AnyConnection") -> None:
    if setting := longest_turn(connection):
        await connection.execute(f"SET {setting}")


async def _close(pool: "asyncpg.Pool[asyncpg.Record]") -> None:
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await pool.close()
    except TimeoutError:
        pool.terminate()


def _engine(url: str, size: int, settings: dict[str, str], cache: dict[str, Any]) -> AsyncEngine:
    # The driver reads the address itself, so that it may name several hosts; SQLAlchemy reads one.
    async def connected() -> "asyncpg.Connection[asyncpg.Record]":
        return await asyncpg.connect(
            url, timeout=CONNECT_SECONDS, command_timeout=COMMAND_SECONDS, server_settings=settings, **cache
        )

    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connected,
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,  # an error's words would quote them, and they may be a person's details
        pool_timeout=CONNECT_SECONDS,
    )
    event.listen(engine.sync_engine, "checkout", _drop_dead_connection)
    return engine


def _drop_dead_connection(dbapi_connection: Any, _record: Any, _proxy: Any) -> None:
    """A ping before each use would double a short transaction; the driver already knows when its socket died."""
    if dbapi_connection.driver_connection.is_closed():
        raise DisconnectionError


async def _leave_as_is(_connection: Any) -> None:
    """A turn ends by commit or rollback and sets nothing for the session, so there is nothing to reset."""
