"""The instants of the weekly snapshots, each by what the system had set when it came."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.domain.delay.schedule import ALWAYS, Weekly, instants_between
from app.domain.practice import DelayReporting, PracticeKind, practice_stream
from app.domain.values import SystemId
from app.events.practice.shipped import shipped
from app.events.stream import read_stream

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy


async def snapshots_due(
    connection: "PoolConnectionProxy[Any]", system: SystemId, since: datetime, until: datetime
) -> list[datetime]:
    """Those between the two, both included; the earliest first."""
    past = (await read_stream(connection, system, practice_stream(PracticeKind.DELAY_REPORTING))).past.events
    settings = [(ALWAYS, _weekly(shipped(DelayReporting)))]
    settings += [(each.recorded_at, _weekly(DelayReporting.kept(each.event.lines))) for each in past]
    return instants_between(settings, since, until)


async def snapshots_that_came(
    connection: "PoolConnectionProxy[Any]", system: SystemId, since: datetime, until: datetime
) -> list[datetime]:
    """The same, of none before the system was: whether or not anybody was in one."""
    began = await connection.fetchval("SELECT created_at FROM system WHERE id = $1", system)
    return await snapshots_due(connection, system, max(since, began), until) if began <= until else []


def _weekly(reporting: DelayReporting) -> Weekly:
    said = reporting.lines[0]
    return Weekly(said.snapshot_day, said.snapshot_at)
