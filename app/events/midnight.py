"""Midnight: the nights of everybody who lay in a bed they no longer needed are frozen, ward by ward.

Each command may be repeated: what was frozen is frozen. After a time of standing still the nights missed are made up.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from asyncpg.pool import PoolConnectionProxy

from app.database import Database
from app.domain.local_time import local_date, midnight_after
from app.domain.spell import FreezeNight
from app.domain.values import Actor, ActorKind, SpellId, SystemId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.events.unavailable import is_unavailable

MADE_UP = 14
"""So many nights back are looked at when the background process begins."""
LOOK_SECONDS = 5.0
IN_A_TURN = 20
"""So many people's nights are frozen in one turn, so that nobody else waits long for theirs."""

log = structlog.get_logger()
MIDNIGHT = Actor(kind=ActorKind.SYSTEM, id="midnight")

_ASLEEP = """
    SELECT DISTINCT ON (spell.id) spell.id, spell.ward_id FROM spell_1 spell
    WHERE spell.system_id = $1 AND jsonb_array_length(spell.delay -> 'periods') > 0 AND spell.admitted_at < $2
        AND (NOT spell.gone OR spell.ended_at >= $2)
        AND NOT EXISTS (SELECT 1 FROM night_1 night
            WHERE night.system_id = $1 AND night.spell_id = spell.id AND night.night = $3)
    ORDER BY spell.id, spell.position DESC"""


async def keep_midnight(database: Database, hints: Hints) -> None:
    """Freeze each night soon after it is over, for as long as this process works."""
    midnight = Midnight()
    while True:
        try:
            await midnight.freeze_due(database, hints, datetime.now(UTC))
        except Exception as error:
            # Whatever it is, the nights that were not frozen are due still at the next look.
            if not is_unavailable(error):
                log.exception("nights could not be frozen")
        await asyncio.sleep(LOOK_SECONDS)


class Midnight:
    """Which nights this process has frozen already."""

    def __init__(self) -> None:
        self._frozen: date | None = None

    async def freeze_due(self, database: Database, hints: Hints, now: datetime) -> int:
        """Freeze the nights that are over by `now`; how many people's were looked at. Quick where none is due."""
        looked_at = 0
        for night in self._due(local_date(now) - timedelta(days=1)):
            looked_at += await freeze_night(database, hints, night, now)
            self._frozen = night
        return looked_at

    def _due(self, last: date) -> Iterator[date]:
        first = self._frozen + timedelta(days=1) if self._frozen else last - timedelta(days=MADE_UP - 1)
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


async def freeze_night(database: Database, hints: Hints, night: date, now: datetime) -> int:
    """Freeze one night in every system; how many people's nights were looked at."""
    async with database.reads.acquire() as connection:
        systems = [row["id"] for row in await connection.fetch("SELECT id FROM system ORDER BY id")]
        asleep = {system: await _asleep(connection, system, night) for system in systems}
    for system, wards in asleep.items():
        for spells in wards.values():
            for first in range(0, len(spells), IN_A_TURN):
                await _freeze(database, hints, SystemId(system), spells[first : first + IN_A_TURN], night, now)
    return sum(len(spells) for wards in asleep.values() for spells in wards.values())


async def _asleep(connection: "PoolConnectionProxy[Any]", system: UUID, night: date) -> dict[UUID, list[SpellId]]:
    """Who may have such a night, by ward; the decision says who has."""
    wards: dict[UUID, list[SpellId]] = defaultdict(list)
    for row in await connection.fetch(_ASLEEP, system, midnight_after(night), night):
        wards[row["ward_id"]].append(SpellId(row["id"]))
    return wards


async def _freeze(
    database: Database, hints: Hints, system: SystemId, spells: list[SpellId], night: date, now: datetime
) -> None:
    async with taken(database, hints, system) as turn:
        freezing = [FreezeNight(spell_id=spell, night=night, by=MIDNIGHT, at=now) for spell in spells]
        await turn.read_ahead([each.stream for each in freezing])
        for each in freezing:
            await decide_in(turn, each)
