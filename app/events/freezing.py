"""Freezing what is due, a few stays in a turn, so that nobody else waits long for theirs.

One that trips a fault of ours must not keep the others from being frozen; it stays due.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from app.database import Database
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.spell import FreezeNight, TakeSnapshot
from app.domain.values import SystemId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.unavailable import is_away

IN_A_TURN = 10
LEFT_WITHIN = timedelta(days=31)
"""Of whoever left longer ago, a late correction freezes nothing: those months are reported."""

Freezing = FreezeNight | FreezeStayNight | TakeSnapshot | TakeStaySnapshot
log = structlog.get_logger()


async def freeze(database: Database, hints: Hints, system: SystemId, places: Mapping[UUID, Sequence[Freezing]]) -> int:
    """Give every command, ward by ward and unit by unit; how many there were."""
    for freezing in places.values():
        for first in range(0, len(freezing), IN_A_TURN):
            await _freeze(database, hints, system, freezing[first : first + IN_A_TURN])
    return sum(map(len, places.values()))


async def _freeze(database: Database, hints: Hints, system: SystemId, freezing: Sequence[Freezing]) -> None:
    try:
        async with taken(database, hints, system) as turn:
            await turn.read_ahead(list({each.stream for each in freezing}))
            for each in freezing:
                await decide_in(turn, each)
    except Exception as error:
        if is_away(error):
            raise
        await _one_by_one(database, hints, system, freezing, error)


async def _one_by_one(
    database: Database, hints: Hints, system: SystemId, freezing: Sequence[Freezing], why: Exception
) -> None:
    if len(freezing) > 1:
        for each in freezing:
            await _freeze(database, hints, system, [each])
    else:
        log.error("a stay could not be frozen", of=[each.stream for each in freezing], exc_info=why)
