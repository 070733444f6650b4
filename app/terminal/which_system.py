"""Which of the installation's systems a command is about."""

from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import SystemId

if TYPE_CHECKING:
    from app.database import Database


class SystemUnclear(Exception):
    """Say which system with --system: its name or its id. The message names those there are."""


async def which_system(database: "Database", wanted: str | None) -> SystemId:
    """The system of this name or id; without one, the only one. Raises SystemUnclear."""
    rows = await database.reads.fetch("SELECT id, name FROM system ORDER BY created_at, id")
    found: list[UUID] = [row["id"] for row in rows if wanted is None or wanted in (str(row["id"]), row["name"])]
    if len(found) == 1:
        return SystemId(found[0])
    there = "\n".join(f"  {row['id']}  {row['name']}" for row in rows) or "  none yet"
    which = "There is not one system alone" if wanted is None else f"There is not one system called “{wanted}”"
    raise SystemUnclear(f"{which}. Say with --system which is meant, by its name or its id:\n{there}")
