"""Where the example's people belong: invented councils, ICBs and practices, as files that the loader reads."""

from datetime import UTC, datetime
from importlib.resources import files

from app.database import Database
from app.domain.local_time import local_date
from app.domain.values import SystemId
from app.routing.held import held
from app.routing.kinds import ReferenceKind
from app.routing.loading import load


def file_of(kind: ReferenceKind) -> str:
    """The example's file of this kind."""
    return files(__package__).joinpath(f"{kind}.csv").read_text(encoding="utf-8")


async def load_reference(database: Database, system: SystemId) -> None:
    """Load what is still empty; what a manager has changed since stays as they left it."""
    now = datetime.now(UTC)
    async with database.turns.acquire() as connection, connection.transaction():
        for each in await held(connection, system, local_date(now)):
            if not each.entries:
                await load(connection, system, each.kind, file_of(each.kind), now, None)
