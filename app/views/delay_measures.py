"""What is measured of delays over some weeks: who left and when, how the nights were reported, who became unwell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from asyncpg.pool import PoolConnectionProxy

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.ways_out import WayOut
from app.domain.local_time import day_begins, midnight_after
from app.domain.values import SystemId
from app.domain.weekend.seven_days import Leavings, NightsOf
from app.views.counted import IDENTITY, counted, on_the_wall
from app.views.spell import HERE

NO_LEAVING = (WayOut.DIED, WayOut.TRANSFERRED)
"""Who died, or lies in another hospital, was not discharged (reference: national codes 1.4)."""

_ADMITTED, _ENDED = on_the_wall("spell.admitted_at"), on_the_wall("spell.ended_at")


def _of_hub(stay: str) -> str:
    """SQL: whether the case of this stay is the hub's, $5; a stay that never had a case is of no hub."""
    return f"""($5::uuid IS NULL OR $5::text = (
            SELECT scope FROM (
                SELECT scope, 0 AS past, gone, position FROM case_1 WHERE system_id = $1 AND spell_id = {stay}
                UNION ALL
                SELECT scope, 1, gone, position FROM case_1 WHERE system_id = $1 AND past_spells @> ARRAY[{stay}]) its
            ORDER BY past, gone, position DESC LIMIT 1))"""


_LEAVINGS = f"""
    SELECT {_ENDED} AS on, count(*) AS left, count(spell.ready_date) AS ready,
        count(*) FILTER (WHERE spell.ready_date = {_ENDED}) AS same_day,
        coalesce(sum({_ENDED} - spell.ready_date), 0) AS days
    FROM spell_1 spell {IDENTITY}
    WHERE spell.system_id = $1 AND spell.stage = 'ended' AND spell.ended_at >= $2 AND spell.ended_at < $3
        AND NOT spell.how = ANY($6) AND ($4::uuid IS NULL OR spell.ward_id = $4)
        AND {_of_hub("spell.id")} AND {counted(_ADMITTED, _ENDED)}
    GROUP BY 1 ORDER BY 1"""

# A night can be contested until a snapshot after it, and of that there is an index.
_NIGHTS = f"""
    SELECT night.night AS on, coalesce(night.settled, night.reason) AS reason, count(*) AS nights
    FROM night_1 night
    JOIN LATERAL (
        SELECT person_id, admitted_at FROM spell_1
        WHERE system_id = $1 AND id = night.spell_id ORDER BY gone, position DESC LIMIT 1) spell ON true {IDENTITY}
    WHERE night.system_id = $1 AND night.contest_until >= $2
        AND night.night >= {on_the_wall("$2::timestamptz")} AND night.night < {on_the_wall("$3::timestamptz")}
        AND ($4::uuid IS NULL OR night.scope = $4::text)
        AND {_of_hub("night.spell_id")} AND {counted(_ADMITTED, "night.night + 1")}
    GROUP BY 1, 2 ORDER BY 1, 2"""

_UNWELL = f"""
    SELECT spell.ward_id, count(*) AS stays, sum(spell.became_unwell) AS times, sum(spell.earlier_nights) AS nights
    FROM spell_1 spell {IDENTITY}
    WHERE spell.system_id = $1 AND spell.became_unwell > 0
        AND ({HERE} OR spell.stage = 'ended' AND spell.ended_at >= $2 AND spell.ended_at < $3)
        AND ($4::uuid IS NULL OR spell.ward_id = $4)
        AND {_of_hub("spell.id")}
        AND {counted(_ADMITTED, on_the_wall("coalesce(spell.ended_at, $3::timestamptz)"))}
    GROUP BY 1 ORDER BY 2 DESC, 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwell:
    """Of one ward: the stays in which somebody met the criteria again, having been ready; how often, and the nights
    before that the published figure does not show.
    """

    ward_id: UUID
    stays: int
    times: int
    nights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The local dates from `first` to `last`, both included."""

    leavings: list[Leavings]
    nights: list[NightsOf]
    unwell: list[Unwell]


async def measured(
    connection: "PoolConnectionProxy[Any]",
    system: SystemId,
    first: date,
    last: date,
    *,
    ward: UUID | None = None,
    hub: UUID | None = None,
) -> Measured:
    """Of a ward, a hub's cases, or all: adults of a night or more, those here now too for who became unwell."""
    asked = (system, day_begins(first), midnight_after(last), ward, hub)
    leavings = await connection.fetch(_LEAVINGS, *asked, [*NO_LEAVING])
    nights = await connection.fetch(_NIGHTS, *asked)
    unwell = await connection.fetch(_UNWELL, *asked)
    return Measured(
        leavings=[Leavings(**row) for row in leavings],
        nights=[_nights(row) for row in nights],
        unwell=[Unwell(**row) for row in unwell],
    )


def _nights(row: Mapping[str, Any]) -> NightsOf:
    return NightsOf(on=row["on"], reason=DelayReason(row["reason"]) if row["reason"] else None, nights=row["nights"])
