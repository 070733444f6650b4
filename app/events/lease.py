"""A lease: exactly one process does a piece of work. A row that says who and until when, by the database's clock.

A session lock would do the same until a pooler or a half-dead connection keeps it; a row runs out by itself.
"""

from datetime import timedelta

from sqlalchemy import Column, DateTime, Table, Text, delete, func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from app.database import metadata

LIFE = timedelta(seconds=6)
RENEW_SECONDS = 2.0

lease = Table(
    "lease",
    metadata,
    Column("name", Text, primary_key=True, comment="the piece of work"),
    Column("holder", Text, nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
)


async def hold(connection: AsyncConnection, name: str, holder: str) -> bool:
    """Take the lease or make it last; False while another holder has it."""
    now = func.clock_timestamp()
    wanted = insert(lease).values(name=name, holder=holder, until=now + LIFE)
    taken = wanted.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": wanted.excluded.holder, "until": wanted.excluded.until},
        where=(lease.c.holder == wanted.excluded.holder) | (lease.c.until < now),
    )
    return (await connection.execute(taken.returning(lease.c.name))).first() is not None


async def release(connection: AsyncConnection, name: str, holder: str) -> None:
    """Give the lease back, so that the next holder need not wait until it runs out."""
    await connection.execute(delete(lease).where(lease.c.name == name, lease.c.holder == holder))
