"""The names that stand beside ids of people on a list's page; none for who was erased."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import SystemId
from app.views.shown_name import shown_name

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


async def names_of(
    connection: "Connection[asyncpg.Record]", system: SystemId, people: Collection[UUID]
) -> dict[UUID, str]:
    """Person -> "FAMILY, Given"."""
    rows = await connection.fetch(_NAMES, system, list(people))
    return {row["person_id"]: row["name"] for row in rows}


async def staff_names(connection: "Connection[asyncpg.Record]", system: SystemId) -> dict[UUID, str]:
    """Member of staff -> name."""
    rows = await connection.fetch("SELECT staff_id, name FROM account WHERE system_id = $1", system)
    return {row["staff_id"]: row["name"] for row in rows}


_NAMES = f"""
    SELECT person_id, {shown_name("person")} AS name
    FROM person WHERE system_id = $1 AND person_id = ANY($2::uuid[])"""
