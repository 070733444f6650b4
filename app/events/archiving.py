"""Archive a system and take it back: the event in its log, and beside its head since when, for whoever looks first.

The turn that reads the head reads that with it, so no command needs another round trip to be refused.
"""

from app.database import Database
from app.domain.system import ArchiveSystem, RestoreSystem
from app.domain.values import SystemId
from app.events.handler import Receipt, decide_in, taken
from app.events.hints import Hints

WORKED_IN = "system.archived_at IS NULL"
"""SQL: the systems that are worked in. Nothing is looked for, frozen or escalated in any other."""


async def systems_worked_in(database: Database) -> list[SystemId]:
    """Each of them, in a fixed order."""
    found = await database.reads.fetch(f"SELECT id FROM system WHERE {WORKED_IN} ORDER BY id")
    return [SystemId(row["id"]) for row in found]


async def archive(database: Database, hints: Hints, command: ArchiveSystem | RestoreSystem) -> Receipt:
    """Archive or restore the system that the command names. Done twice it is done once."""
    since = command.at if isinstance(command, ArchiveSystem) else None
    async with taken(database, hints, command.system_id, even_archived=True) as turn:
        receipt = await decide_in(turn, command)
        if receipt.recorded:
            await turn.connection.execute(_SINCE, command.system_id, since)
    return receipt


_SINCE = "UPDATE system SET archived_at = $2 WHERE id = $1"
