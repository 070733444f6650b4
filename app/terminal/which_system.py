"""Which of the installation's systems a command is about."""

from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.values import SystemId

if TYPE_CHECKING:
    from app.database import Database


class SystemUnclear(Exception):
    """Say which system: its name or its id. The message names those there are."""


async def which_system(database: "Database", wanted: str | None, *, even_archived: bool = False) -> SystemId:
    """The system of this name or id; without one, the only one. Raises SystemUnclear.

    Of those that are worked in, unless `even_archived`.
    """
    rows = await database.reads.fetch(_SYSTEMS, even_archived)
    found: list[UUID] = [row["id"] for row in rows if wanted is None or wanted in (str(row["id"]), row["name"])]
    if len(found) == 1:
        return SystemId(found[0])
    there = "\n".join(f"  {row['id']}  {row['name']}" for row in rows) or "  none yet"
    which = "There is not one system alone" if wanted is None else f"There is not one system called “{wanted}”"
    among, say = ("", "Say") if even_archived else (" that is worked in", "Say with --system")
    raise SystemUnclear(f"{which}{among}. {say} which is meant, by its name or its id:\n{there}")


_SYSTEMS = "SELECT id, name FROM system WHERE $1 OR archived_at IS NULL ORDER BY created_at, id"
"""Of one that is archived nothing is loaded or changed."""
