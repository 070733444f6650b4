"""The systems of this installation: each is the unit of order and of tenancy, and begins with an empty log."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.values import SystemId
from app.events.tables import system


async def begin_system(connection: AsyncConnection, key: SystemId, name: str) -> None:
    """Make the system unless it is there."""
    await connection.execute(insert(system).values(id=key, name=name).on_conflict_do_nothing())


async def any_system(connection: AsyncConnection) -> bool:
    """Whether this installation has a system yet."""
    return (await connection.execute(select(system.c.id).limit(1))).first() is not None
