"""How migrations run: as the owner, one transaction each."""

import asyncio
from typing import Any

import asyncpg
from alembic import context
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import create_async_engine

from app.tables import metadata


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=metadata, transaction_per_migration=True, compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()


async def _connect_and_run(url: str) -> None:
    async def connected() -> "asyncpg.Connection[asyncpg.Record]":
        return await asyncpg.connect(url)  # the driver reads several hosts, SQLAlchemy one

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connected, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_run)
    await engine.dispose()


attributes: dict[str, Any] = context.config.attributes
asyncio.run(_connect_and_run(attributes["url"]))
