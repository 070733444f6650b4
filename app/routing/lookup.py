"""All that the rule of routing reads for one home, in one statement, entries of every date included."""

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from app.domain.routing import (
    Answer,
    Area,
    Circumstance,
    Council,
    Home,
    HomeRoute,
    HubArea,
    Icb,
    PostcodeHome,
    Practice,
    Tables,
    home_route,
    kept_home,
    route,
)
from app.domain.routing.postcode import parts_of
from app.domain.values import HubId, SpellId, SystemId

if TYPE_CHECKING:
    import asyncpg

    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]

_Entry = TypeVar("_Entry")


async def routed(connection: "Connection", system: SystemId, home: Home, on: date) -> Answer:
    """Where this home belongs on this date."""
    return route(home, await tables_of(connection, system, home), on)


async def home_in_stay(
    connection: "Connection", system: SystemId, spell: SpellId, told: Circumstance | None, on: date
) -> HomeRoute:
    """Where who is in this stay belongs, by what is kept of them and what is told of their home now."""
    row = await connection.fetchrow(_KEPT, system, spell)
    if row is None:
        return HomeRoute(circumstance=told)
    kept = kept_home(row["postcode"], row["practice"], row["birth_date"], told, on)
    return home_route(await routed(connection, system, kept, on))


async def tables_of(connection: "Connection", system: SystemId, home: Home) -> Tables:
    """What the system's tables hold that concerns the home, of any date."""
    parts = list(parts_of(home.postcode)) if home.postcode else []
    row = await connection.fetchrow(_TABLES, system, parts, home.practice or "")
    assert row is not None
    return Tables(
        postcodes=_entries(row["postcodes"], PostcodeHome),
        practices=_entries(row["practices"], Practice),
        councils=_entries(row["councils"], Council),
        icbs=_entries(row["icbs"], Icb),
        hub_areas=_entries(row["hub_areas"], _hub_area),
    )


def _entries(found: str, of: Callable[..., _Entry]) -> tuple[_Entry, ...]:
    return tuple(of(**_dated(each)) for each in json.loads(found))


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    ends = values["valid_to"]
    span = {"valid_from": date.fromisoformat(values["valid_from"]), "valid_to": ends and date.fromisoformat(ends)}
    return {name: value for name, value in values.items() if name != "system_id"} | span


def _hub_area(area: str, hub_id: str, locality: str, **values: Any) -> HubArea:
    return HubArea(area=Area(area), hub_id=HubId(UUID(hub_id)), locality=locality or None, **values)


def _all_of(name: str) -> str:
    return f"(SELECT coalesce(json_agg(found), '[]') FROM {name} found)"


_KEPT = """
    SELECT person.postcode, person.practice, person.birth_date FROM spell_1 spell
    JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
    WHERE spell.system_id = $1 AND spell.id = $2 AND NOT spell.gone"""

# A practice is asked for its own postcode too: where the home is not known, its council is that of the practice.
_TABLES = f"""
    WITH practices AS (SELECT * FROM practice WHERE system_id = $1 AND code = $3),
    postcodes AS (
        SELECT * FROM postcode_home WHERE system_id = $1 AND (postcode = ANY($2::text[]) OR postcode IN (
            SELECT part FROM practices, unnest(ARRAY[
                practices.postcode, left(practices.postcode, -2), split_part(practices.postcode, ' ', 1)]) part))),
    councils AS (SELECT * FROM council WHERE system_id = $1 AND code IN (SELECT council FROM postcodes)),
    icbs AS (
        SELECT * FROM icb WHERE system_id = $1 AND code IN (
            SELECT icb FROM practices UNION SELECT icb FROM postcodes UNION SELECT icb FROM councils)),
    hub_areas AS (
        SELECT * FROM hub_area WHERE system_id = $1 AND (area, code) IN (
            SELECT 'council', council FROM postcodes UNION SELECT 'practice', $3
            UNION SELECT 'icb', icb FROM practices UNION SELECT 'icb', icb FROM postcodes
            UNION SELECT 'icb', icb FROM councils))
    SELECT {_all_of("postcodes")} AS postcodes, {_all_of("practices")} AS practices, {_all_of("councils")} AS councils,
        {_all_of("icbs")} AS icbs, {_all_of("hub_areas")} AS hub_areas"""
